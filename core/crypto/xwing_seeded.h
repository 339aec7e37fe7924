#pragma once

// Inside core/crypto and its tests: the encapsulation with the randomness that the published vectors fix.

#include "core/crypto/xwing.h"

namespace keyreel::crypto {

/// EncapsulateDerand: 32 bytes for ML-KEM, then the X25519 private key.
Result<XWingEncapsulated> xwingEncapsulateFrom(const XWingPublicKey& recipient,
                                               const SecretBytes& randomness);

}  // namespace keyreel::crypto
