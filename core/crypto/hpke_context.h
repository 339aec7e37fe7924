#pragma once

// Inside core/crypto and its tests: the parts of RFC 9180 that `hpkeSeal` and `hpkeOpen` are made of, with
// everything that the published vectors fix as a parameter.

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/x25519.h"

namespace keyreel::crypto {

/// RFC 9180 section 7.1 and draft-ietf-hpke-pq (MLKEM768-X25519, which is X-Wing).
enum class HpkeKem : std::uint16_t { X25519 = 0x0020, XWing = 0x647a };
/// RFC 9180 section 7.3.
enum class HpkeAead : std::uint16_t { Aes128Gcm = 0x0001, Aes256Gcm = 0x0002 };

/// The shared secret of DHKEM(X25519, HKDF-SHA256) (section 4.1): ExtractAndExpand(dh, enc || recipient).
Result<SecretBytes> dhkemSharedSecret(const X25519Key& own, const X25519PublicKey& peer,
                                      const X25519PublicKey& enc, const X25519PublicKey& recipient);

/// The outcome of the key schedule in base mode (section 5.1), with the message counter of section 5.2.
class HpkeContext {
public:
    HpkeContext(HpkeAead aead, ByteView sharedSecret, ByteView info, HpkeKem kem = HpkeKem::X25519);

    Bytes seal(ByteView aad, ByteView plain);
    /// Code `aead_failed`; the counter stays then.
    Result<SecretBytes> open(ByteView aad, ByteView ciphertext);
    /// Section 5.3.
    [[nodiscard]] SecretBytes exportSecret(ByteView exporterContext, std::size_t size) const;

    [[nodiscard]] ByteView key() const { return m_key.view(); }
    [[nodiscard]] ByteView baseNonce() const { return m_baseNonce.view(); }

private:
    [[nodiscard]] std::array<std::uint8_t, 12> nonce() const;

    Bytes m_suite;
    SecretBytes m_key;
    SecretBytes m_baseNonce;
    SecretBytes m_exporterSecret;
    std::uint64_t m_sequence = 0;
};

}  // namespace keyreel::crypto
