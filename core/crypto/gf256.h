#pragma once

#include <cstdint>

namespace keyreel::crypto {

/// Product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (0x11B). Constant time: always eight rounds, masks in
/// place of branches, no tables.
constexpr std::uint8_t gfMultiply(std::uint8_t a, std::uint8_t b) {
    std::uint32_t product = 0;
    std::uint32_t x = a;
    std::uint32_t y = b;
    for (int i = 0; i < 8; ++i) {
        product ^= x & (0U - (y & 1U));
        y >>= 1U;
        x = (x << 1U) ^ (0x11BU & (0U - ((x >> 7U) & 1U)));
    }
    return static_cast<std::uint8_t>(product);
}

/// Inverse in the same field, a^254; 0 for 0. Constant time.
constexpr std::uint8_t gfInvert(std::uint8_t a) {
    std::uint8_t result = 1;
    std::uint8_t power = a;
    for (int i = 0; i < 7; ++i) {
        power = gfMultiply(power, power);
        result = gfMultiply(result, power);
    }
    return result;
}

}  // namespace keyreel::crypto
