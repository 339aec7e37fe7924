#include "core/crypto/shamir.h"

#include <array>
#include <string>

#include "core/crypto/gf256.h"
#include "core/crypto/random.h"
#include "core/crypto/shamir_points.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kLargestSecret = 65536;

Status checkShares(std::span<const Share> shares) {
    if (shares.empty()) return fail("bad_shares", "There is no share to combine.");
    std::array<bool, 256> seen{};
    for (const Share& share : shares) {
        if (share.x == 0) return fail("bad_shares", "A share has the number 0.");
        if (seen[share.x]) return fail("bad_shares", "Share " + std::to_string(share.x) + " appears twice.");
        seen[share.x] = true;
        if (share.bytes.empty() || share.bytes.size() != shares.front().bytes.size())
            return fail("bad_shares", "The shares differ in size, or are empty.");
    }
    return {};
}

/// The Lagrange coefficient of `shares[index]` at 0. It depends on the public numbers only.
std::uint8_t weightAtZero(std::span<const Share> shares, std::size_t index) {
    std::uint8_t numerator = 1;
    std::uint8_t denominator = 1;
    const std::uint8_t own = shares[index].x;
    for (const Share& other : shares) {
        if (other.x == own) continue;
        numerator = gfMultiply(numerator, other.x);
        denominator = gfMultiply(denominator, static_cast<std::uint8_t>(other.x ^ own));
    }
    return gfMultiply(numerator, gfInvert(denominator));
}

}  // namespace

std::vector<Share> splitWith(ByteView secret, ByteView coefficients, unsigned count) {
    const std::size_t size = secret.size();
    std::vector<Share> shares;
    shares.reserve(count);
    for (unsigned number = 1; number <= count; ++number) {
        const auto x = static_cast<std::uint8_t>(number);
        SecretBytes bytes(size);
        const MutableBytes out = bytes.mutableView();
        for (std::size_t i = 0; i < size; ++i) {
            // Horner, from the highest coefficient down to the secret.
            std::uint8_t value = 0;
            for (std::size_t row = coefficients.size(); row >= size; row -= size)
                value = gfMultiply(static_cast<std::uint8_t>(value ^ coefficients[row - size + i]), x);
            out[i] = static_cast<std::uint8_t>(value ^ secret[i]);
        }
        shares.push_back({x, std::move(bytes)});
    }
    return shares;
}

Result<std::vector<Share>> split(const SecretBytes& secret, unsigned threshold, unsigned count) {
    if (threshold < 1 || threshold > count || count > 255)
        return fail("bad_threshold", "A secret cannot be split " + std::to_string(threshold) + " of " +
                                         std::to_string(count) + ": 1 <= t <= n <= 255.");
    if (secret.empty() || secret.size() > kLargestSecret)
        return fail("bad_secret_size", "A secret to split has 1 to 65536 bytes, this one has " +
                                           std::to_string(secret.size()) + ".");
    const SecretBytes coefficients =
        threshold == 1 ? SecretBytes() : randomSecret(secret.size() * (threshold - 1));
    return splitWith(secret.view(), coefficients.view(), count);
}

Result<SecretBytes> combine(std::span<const Share> shares) {
    KEYREEL_CHECK(checkShares(shares));
    SecretBytes secret(shares.front().bytes.size());
    const MutableBytes out = secret.mutableView();
    for (std::size_t index = 0; index < shares.size(); ++index) {
        const std::uint8_t weight = weightAtZero(shares, index);
        const ByteView in = shares[index].bytes.view();
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = static_cast<std::uint8_t>(out[i] ^ gfMultiply(in[i], weight));
    }
    return secret;
}

}  // namespace keyreel::crypto
