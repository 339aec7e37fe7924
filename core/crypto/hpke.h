#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/x25519.h"

namespace keyreel::crypto {

/// One HPKE message: the encapsulated key and ciphertext || 16-byte tag.
struct Sealed {
    std::array<std::uint8_t, 32> enc{};
    Bytes ciphertext;
};

/// Single-shot HPKE base mode (RFC 9180 section 6.1) with DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256
/// 0x0001 and AES-256-GCM 0x0002. Code `bad_public_key` for a recipient of small order. Thread: any.
Result<Sealed> hpkeSeal(const X25519PublicKey& recipient, ByteView info, ByteView aad, ByteView plain);

/// Opens what `hpkeSeal` made with the same `info` and `aad`. Codes `aead_failed`, `bad_public_key`.
Result<SecretBytes> hpkeOpen(const X25519Key& recipient, const Sealed& sealed, ByteView info, ByteView aad);

}  // namespace keyreel::crypto
