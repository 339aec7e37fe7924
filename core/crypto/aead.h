#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// The AES-GCM family, chosen by the size of the key: 16 or 32 bytes. Inside core/crypto: HPKE takes the AEAD
/// as a parameter, so that the published AES-128-GCM vectors check the code that runs with AES-256-GCM.
Bytes aesGcmSeal(ByteView key, ByteView nonce, ByteView aad, ByteView plain);

/// Code `aead_failed`.
Result<SecretBytes> aesGcmOpen(ByteView key, ByteView nonce, ByteView aad, ByteView sealed);

}  // namespace keyreel::crypto
