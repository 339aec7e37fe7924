#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// A SHA-256 value (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of `data`. Thread: any. Like every function here that returns no Result, it ends the process if
/// the cryptographic library itself fails (out of memory): there is no safe value to go on with.
Digest sha256(ByteView data);

/// SHA-512 of `data`.
std::array<std::uint8_t, 64> sha512(ByteView data);

/// SHA-256 over data that comes in pieces. Move-only; after `finish` it starts anew. Thread: one at a time.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void update(ByteView data);
    /// The digest of everything since construction or the last `finish`.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1). Compare results with `constantTimeEqual`.
Digest hmacSha256(ByteView key, ByteView data);

/// HMAC-SHA-512, 64 bytes, for key derivation (SLIP-0010).
SecretBytes hmacSha512(ByteView key, ByteView data);

/// PBKDF2-HMAC-SHA-512 (RFC 8018 section 5.2), for BIP-39 seeds. `iterations` and `size` at least 1.
SecretBytes pbkdf2Sha512(ByteView password, ByteView salt, std::uint32_t iterations, std::size_t size);

}  // namespace keyreel::crypto
