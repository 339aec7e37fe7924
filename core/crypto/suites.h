#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace keyreel::crypto {

/// A cryptographic suite by its name on the wire. The numbers are never used again for something else.
using Suite = std::uint16_t;

/// HPKE with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; Ed25519. Every build has it.
inline constexpr Suite kSuiteClassic = 1;
/// HPKE with X-Wing (X25519 and ML-KEM-768) in place of the KEM; Ed25519 and ML-DSA-65 together. Only where
/// the OpenSSL that this program runs with has both (3.5 and later).
inline constexpr Suite kSuiteHybrid = 2;

/// Does this program know a suite of this number, whether or not it has it?
constexpr bool isSuite(Suite suite) {
    return suite == kSuiteClassic || suite == kSuiteHybrid;
}

/// Can this program, with the OpenSSL that it runs with, seal, open and sign by `suite`? Thread: any.
bool hasSuite(Suite suite);

/// Code `suite_unknown` (no such suite) or `suite_unavailable` (the OpenSSL here lacks it; says which one).
Status requireSuite(Suite suite);

/// "OpenSSL 3.5.7", the one that runs.
std::string cryptoLibrary();

/// What this program has, for people: "1 (X25519, Ed25519), 2 (X-Wing, ML-DSA-65); OpenSSL 3.5.7".
std::string describeSuites();

}  // namespace keyreel::crypto
