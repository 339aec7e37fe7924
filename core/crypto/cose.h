#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/hybrid_signature.h"

namespace keyreel::crypto {

/// A verified COSE_Sign1: who signed and what.
struct CoseSign1 {
    PublicKey kid{};
    Bytes payload;
    /// Of a message by suite 2 the SHA-256 of its ML-DSA key.
    std::optional<Digest> latticeKey;
};

/// A tagged COSE_Sign1 (RFC 9052 section 4.2, tag 18) with EdDSA over Ed25519. Protected header: {1: -8, 4:
/// public key}; the unprotected header is empty. `externalAad` is signed but not carried. Thread: any.
Bytes coseSign1(const SigningKey& key, ByteView payload, ByteView externalAad = {});

/// Checks form (exactly what `coseSign1` writes, nothing more) and signature. `expected` null: by the key
/// that `kid` names, and the caller decides what that key may say. Codes: `cose_malformed`, `cose_wrong_key`
/// (kid is not `expected`), `cose_bad_signature`.
Result<CoseSign1> coseVerify1(ByteView message, const PublicKey* expected, ByteView externalAad = {});

/// The same by suite 2. Protected header: {1: -65537, 4: Ed25519 key, -65537: ML-DSA-65 key}, of the range
/// that IANA leaves to private use (RFC 9052 section 11.4); signature: HybridSigningKey::sign() of the
/// Sig_structure. The header is signed by both, so neither half can be left out.
Bytes coseSign1(const HybridSigningKey& key, ByteView payload, ByteView externalAad = {});

/// As coseVerify1 by the key that `kid` names, of either suite. Where the OpenSSL that runs lacks ML-DSA,
/// only the Ed25519 half of a message by suite 2 is checked: as much as a machine of suite 1 can know of
/// anything.
Result<CoseSign1> coseVerifyEither(ByteView message, ByteView externalAad = {});

/// What `message` claims as CoseSign1::latticeKey, unchecked; none for anything that is not of suite 2.
std::optional<Digest> claimedLatticeKey(ByteView message);

/// The bytes that a COSE_Sign1 signature covers (RFC 9052 section 4.4): the Sig_structure with context
/// "Signature1".
Bytes coseSigStructure(ByteView protectedHeader, ByteView externalAad, ByteView payload);

}  // namespace keyreel::crypto
