#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// An X25519 public key: the u-coordinate of RFC 7748.
using X25519PublicKey = std::array<std::uint8_t, 32>;

/// An X25519 private key (RFC 7748 section 5), kept in locked memory. Move-only. Thread: any, const calls
/// side by side.
class X25519Key {
public:
    static X25519Key generate();
    /// Code `bad_key_size` unless there are 32 bytes.
    static Result<X25519Key> fromBytes(SecretBytes privateKey);

    X25519Key(X25519Key&&) noexcept = default;
    X25519Key& operator=(X25519Key&&) noexcept = default;
    X25519Key(const X25519Key&) = delete;
    X25519Key& operator=(const X25519Key&) = delete;
    ~X25519Key() = default;

    [[nodiscard]] const X25519PublicKey& publicKey() const { return m_public; }
    /// The 32 bytes of the private key, to be stored sealed.
    [[nodiscard]] ByteView privateKey() const { return m_private.view(); }
    /// The 32-byte shared secret; code `bad_public_key` when it would be all zero (small-order peer, RFC 7748
    /// section 6.1).
    [[nodiscard]] Result<SecretBytes> agree(const X25519PublicKey& peer) const;
    /// A deliberate second copy.
    [[nodiscard]] X25519Key clone() const;

private:
    explicit X25519Key(SecretBytes privateKey);
    SecretBytes m_private;
    X25519PublicKey m_public{};
};

}  // namespace keyreel::crypto
