#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::crypto {

/// One point of a split secret: x is public and not zero, bytes has the size of the secret.
struct Share {
    std::uint8_t x = 0;
    SecretBytes bytes;
};

/// Shamir's t-of-n split over GF(2^8) modulo 0x11B, byte by byte, x = 1..n, fresh random coefficients.
/// Constant time: no branch and no table index depends on a secret. 1 <= t <= n <= 255 and a secret of 1 to
/// 65536 bytes, else code `bad_threshold` or `bad_secret_size`. Thread: any.
Result<std::vector<Share>> split(const SecretBytes& secret, unsigned threshold, unsigned count);

/// The secret of at least t shares. It cannot know t: fewer or foreign shares give a wrong secret, so compare
/// a commitment. Code `bad_shares` for no shares, x = 0, an x twice, or sizes that differ.
Result<SecretBytes> combine(std::span<const Share> shares);

}  // namespace keyreel::crypto
