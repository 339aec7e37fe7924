#pragma once

// Inside core/crypto and its tests: FIPS 202, which the KEM combiner and the published vectors use.

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

enum class Shake { Shake128, Shake256 };

/// SHAKE of `data`, as many bytes as `out` has.
void shake(Shake kind, ByteView data, MutableBytes out);

/// SHA3-256 of `data`; kept secret because what goes in is.
SecretBytes sha3Secret(ByteView data);

}  // namespace keyreel::crypto
