#pragma once

#include <variant>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/suites.h"
#include "core/crypto/x25519.h"
#include "core/crypto/xwing.h"

namespace keyreel::crypto {

/// What things are sealed to, of any suite. Its encoding tells the suite by its size: 32 bytes of X25519 or
/// 1216 of X-Wing.
class SealingPublicKey {
public:
    SealingPublicKey() = default;
    SealingPublicKey(const X25519PublicKey& key) : m_key(key) {}
    SealingPublicKey(const XWingPublicKey& key) : m_key(key) {}
    /// Code `bad_key_size`: the size of no suite's key.
    static Result<SealingPublicKey> fromBytes(ByteView bytes);

    [[nodiscard]] Suite suite() const { return m_key.index() == 0 ? kSuiteClassic : kSuiteHybrid; }
    /// Lives as long as the key.
    [[nodiscard]] ByteView bytes() const;
    friend bool operator==(const SealingPublicKey&, const SealingPublicKey&) = default;

private:
    std::variant<X25519PublicKey, XWingPublicKey> m_key;
};

/// The private half, of any suite. Move-only. Thread: any, const calls side by side.
class SealingKey {
public:
    SealingKey(X25519Key key) : m_key(std::move(key)) { m_public = std::get<0>(m_key).publicKey(); }
    SealingKey(XWingKey key) : m_key(std::move(key)) { m_public = std::get<1>(m_key).publicKey(); }
    /// A new key from the CSPRNG. Codes: those of requireSuite().
    static Result<SealingKey> generate(Suite suite);

    [[nodiscard]] Suite suite() const { return m_public.suite(); }
    [[nodiscard]] const SealingPublicKey& publicKey() const { return m_public; }
    /// Opens what seal() made for this key with the same `info` and `aad`. Codes `aead_failed`,
    /// `bad_public_key`.
    [[nodiscard]] Result<SecretBytes> open(ByteView sealed, ByteView info, ByteView aad) const;

private:
    std::variant<X25519Key, XWingKey> m_key;
    SealingPublicKey m_public;
};

/// Bytes that a seal adds: encapsulated key and tag.
constexpr std::size_t sealOverhead(Suite suite) {
    return (suite == kSuiteHybrid ? kXWingEncSize : 32) + 16;
}

/// Single-shot HPKE base mode (RFC 9180 section 6.1) with HKDF-SHA256, AES-256-GCM and the KEM of the key's
/// suite: DHKEM(X25519, HKDF-SHA256) 0x0020 or X-Wing 0x647a. Gives encapsulated key || ciphertext || tag.
/// Codes `bad_public_key`, `suite_unavailable`. Thread: any.
Result<Bytes> seal(const SealingPublicKey& recipient, ByteView info, ByteView aad, ByteView plain);

}  // namespace keyreel::crypto
