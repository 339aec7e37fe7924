#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// An Ed25519 public key in its RFC 8032 encoding.
using PublicKey = std::array<std::uint8_t, 32>;
/// An Ed25519 signature (RFC 8032): R || S.
using Signature = std::array<std::uint8_t, 64>;

/// An Ed25519 private key (pure EdDSA, RFC 8032 section 5.1). The seed lies in locked memory; the library
/// sees it only during a call. Move-only. Thread: any, const calls may run side by side.
class SigningKey {
public:
    /// A new key from the CSPRNG.
    static SigningKey generate();
    /// The key of a 32-byte seed; code `bad_key_size` for any other size.
    static Result<SigningKey> fromSeed(SecretBytes seed);

    SigningKey(SigningKey&&) noexcept = default;
    SigningKey& operator=(SigningKey&&) noexcept = default;
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;
    ~SigningKey() = default;

    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
    [[nodiscard]] Signature sign(ByteView message) const;
    /// The 32-byte seed, to be stored sealed. The view lives as long as the key.
    [[nodiscard]] ByteView seed() const { return m_seed.view(); }
    /// A deliberate second copy.
    [[nodiscard]] SigningKey clone() const;

private:
    explicit SigningKey(SecretBytes seed);
    SecretBytes m_seed;
    PublicKey m_public{};
};

/// True when `signature` (64 bytes, canonical S) is by `key` over `message` (RFC 8032 section 5.1.7). Keys of
/// small order verify nothing. Thread: any.
bool verify(const PublicKey& key, ByteView message, ByteView signature);

}  // namespace keyreel::crypto
