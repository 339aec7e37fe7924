#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/ed25519.h"

namespace keyreel::crypto {

inline constexpr std::size_t kMlDsaSeedSize = 32;
inline constexpr std::size_t kMlDsaPublicKeySize = 1952;
inline constexpr std::size_t kMlDsaSignatureSize = 3309;
/// Ed25519 signature, then ML-DSA-65 signature.
inline constexpr std::size_t kHybridSignatureSize = std::tuple_size_v<Signature> + kMlDsaSignatureSize;

/// Both halves of a signer of suite 2.
struct HybridPublicKey {
    PublicKey classic{};  ///< Ed25519.
    std::array<std::uint8_t, kMlDsaPublicKeySize> lattice{};
    friend bool operator==(const HybridPublicKey&, const HybridPublicKey&) = default;
};

/// Signs with Ed25519 and ML-DSA-65 (FIPS 204) together: the lattice signature is over message || Ed25519
/// signature, so neither half can be taken from another signature, and both are required. Forging takes
/// breaking both. Both seeds lie in locked memory. Move-only. Thread: any, const calls side by side.
class HybridSigningKey {
public:
    /// A new pair from the CSPRNG. Code `suite_unavailable`.
    static Result<HybridSigningKey> generate();
    /// A classic key and the 32-byte seed of its other half, which must not follow from what signs in the
    /// first. Codes `bad_key_size`, `suite_unavailable`.
    static Result<HybridSigningKey> from(SigningKey classic, SecretBytes latticeSeed);

    [[nodiscard]] const HybridPublicKey& publicKey() const { return m_public; }
    /// kHybridSignatureSize bytes.
    [[nodiscard]] Bytes sign(ByteView message) const;

private:
    HybridSigningKey(SigningKey classic, SecretBytes seed, const HybridPublicKey& publicKey)
        : m_classic(std::move(classic)), m_seed(std::move(seed)), m_public(publicKey) {}
    SigningKey m_classic;
    SecretBytes m_seed;
    HybridPublicKey m_public;
};

/// True when both halves of `signature` are by `key` over `message`. False also where this OpenSSL lacks
/// ML-DSA: what cannot be checked is not believed; ask requireSuite() first to say so. Thread: any.
bool verifyHybrid(const HybridPublicKey& key, ByteView message, ByteView signature);

}  // namespace keyreel::crypto
