#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// AES-256-GCM (NIST SP 800-38D): ciphertext followed by the 16-byte tag. `key` has 32 bytes and `nonce` 12,
/// never the same pair twice; other sizes end the process. Thread: any.
Bytes aes256GcmSeal(ByteView key, ByteView nonce, ByteView aad, ByteView plain);

/// Opens what `aes256GcmSeal` made. Code `aead_failed` when anything (key, nonce, AAD, a single bit) is not
/// what it was, also when sizes are impossible; nothing of the plaintext is released then.
Result<SecretBytes> aes256GcmOpen(ByteView key, ByteView nonce, ByteView aad, ByteView sealed);

}  // namespace keyreel::crypto
