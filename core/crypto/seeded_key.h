#pragma once

// Inside core/crypto only: keys of the algorithms that OpenSSL 3.5 knows by name, from their seeds.

#include <openssl/core_names.h>
#include <openssl/params.h>

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

/// Null when this OpenSSL lacks the algorithm or the bytes are no such key. `part` is "seed" (the key pair of
/// a seed) or OSSL_PKEY_PARAM_PUB_KEY.
Pkey namedKey(const char* algorithm, const char* part, ByteView bytes);

/// Fills `out` with the encoded public key of `key`; ends the process when it has another size.
void publicKeyInto(const Pkey& key, MutableBytes out);

}  // namespace keyreel::crypto
