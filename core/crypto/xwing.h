#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

inline constexpr std::size_t kXWingSeedSize = 32;
inline constexpr std::size_t kXWingPublicKeySize = 1216;
inline constexpr std::size_t kXWingEncSize = 1120;

/// ML-KEM-768 encapsulation key (1184), then X25519 public key (32).
using XWingPublicKey = std::array<std::uint8_t, kXWingPublicKeySize>;
/// ML-KEM-768 ciphertext (1088), then X25519 public key (32).
using XWingEnc = std::array<std::uint8_t, kXWingEncSize>;

/// An X-Wing private key (draft-connolly-cfrg-xwing-kem): safe as long as one of X25519 and ML-KEM-768 is.
/// Only the 32-byte seed is kept, in locked memory; what it expands to lives for the length of a call.
/// Move-only. Thread: any, const calls side by side.
class XWingKey {
public:
    /// A new key from the CSPRNG. Code `suite_unavailable`.
    static Result<XWingKey> generate();
    /// Codes `bad_key_size` (not 32 bytes), `suite_unavailable`.
    static Result<XWingKey> fromSeed(SecretBytes seed);

    XWingKey(XWingKey&&) noexcept = default;
    XWingKey& operator=(XWingKey&&) noexcept = default;
    XWingKey(const XWingKey&) = delete;
    XWingKey& operator=(const XWingKey&) = delete;
    ~XWingKey() = default;

    [[nodiscard]] const XWingPublicKey& publicKey() const { return m_public; }
    /// The 32-byte seed, to be stored sealed. The view lives as long as the key.
    [[nodiscard]] ByteView seed() const { return m_seed.view(); }
    /// The 32-byte shared secret of an encapsulation. A changed `enc` gives another secret, not an error
    /// (implicit rejection); code `bad_public_key` for an X25519 half of small order.
    [[nodiscard]] Result<SecretBytes> decapsulate(const XWingEnc& enc) const;
    /// A deliberate second copy.
    [[nodiscard]] XWingKey clone() const;

private:
    XWingKey(SecretBytes seed, const XWingPublicKey& publicKey)
        : m_seed(std::move(seed)), m_public(publicKey) {}
    SecretBytes m_seed;
    XWingPublicKey m_public{};
};

struct XWingEncapsulated {
    XWingEnc enc{};
    SecretBytes shared;  ///< 32 bytes.
};

/// A fresh shared secret for the owner of `recipient`. Codes `bad_public_key` (no ML-KEM key, FIPS 203
/// section 7.2, or of small order), `suite_unavailable`. Thread: any.
Result<XWingEncapsulated> xwingEncapsulate(const XWingPublicKey& recipient);

}  // namespace keyreel::crypto
