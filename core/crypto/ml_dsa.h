#pragma once

// Inside core/crypto and its tests: ML-DSA-65 alone, with what the published vectors fix as a parameter.

#include <string_view>

#include "core/base/bytes.h"

namespace keyreel::crypto {

/// Public key of a seed (FIPS 204 algorithm 6), kMlDsaPublicKeySize bytes; empty where this OpenSSL lacks it.
Bytes mlDsaPublicKey(ByteView seed);

/// FIPS 204 algorithm 2 with `context`; `deterministic` is its variant without randomness.
Bytes mlDsaSign(ByteView seed, ByteView message, std::string_view context, bool deterministic);

/// FIPS 204 algorithm 3.
bool mlDsaVerify(ByteView publicKey, ByteView message, std::string_view context, ByteView signature);

}  // namespace keyreel::crypto
