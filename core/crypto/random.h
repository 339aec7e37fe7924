#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// Fills `out` from the CSPRNG. Ends the process if it fails: a predictable key is worse than no program.
/// Thread: any.
void fillRandom(MutableBytes out);

/// `size` random bytes that are not secret (nonces, ids).
Bytes randomBytes(std::size_t size);

/// `size` random bytes for a key or seed.
SecretBytes randomSecret(std::size_t size);

/// N random bytes that are not secret (nonces, ids).
template <std::size_t N>
std::array<std::uint8_t, N> randomArray() {
    std::array<std::uint8_t, N> out{};
    fillRandom(out);
    return out;
}

}  // namespace keyreel::crypto
