#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"

namespace keyreel::crypto {

/// A verified COSE_Sign1: who signed and what.
struct CoseSign1 {
    PublicKey kid{};
    Bytes payload;
};

/// A tagged COSE_Sign1 (RFC 9052 section 4.2, tag 18) with EdDSA over Ed25519. Protected header: {1: -8, 4:
/// public key}; the unprotected header is empty. `externalAad` is signed but not carried. Thread: any.
Bytes coseSign1(const SigningKey& key, ByteView payload, ByteView externalAad = {});

/// Checks form (exactly what `coseSign1` writes, nothing more) and signature. `expected` null: by the key
/// that `kid` names, and the caller decides what that key may say. Codes: `cose_malformed`, `cose_wrong_key`
/// (kid is not `expected`), `cose_bad_signature`.
Result<CoseSign1> coseVerify1(ByteView message, const PublicKey* expected, ByteView externalAad = {});

/// The bytes that a COSE_Sign1 signature covers (RFC 9052 section 4.4): the Sig_structure with context
/// "Signature1".
Bytes coseSigStructure(ByteView protectedHeader, ByteView externalAad, ByteView payload);

}  // namespace keyreel::crypto
