#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel {

/// Lower-case hexadecimal (RFC 4648 section 8, lower case).
std::string toHex(ByteView bytes);
/// Accepts both cases; refuses odd lengths and every other character with code `bad_hex`.
Result<Bytes> fromHex(std::string_view text);
/// Exactly N bytes of hexadecimal, as for content ids and key ids.
template <std::size_t N>
Result<std::array<std::uint8_t, N>> fromHexExact(std::string_view text) {
    if (text.size() != 2 * N)
        return fail("bad_hex", "Expected " + std::to_string(2 * N) + " hexadecimal digits, got " +
                                   std::to_string(text.size()) + ".");
    KEYREEL_TRY(const Bytes bytes, fromHex(text));
    std::array<std::uint8_t, N> out{};
    for (std::size_t i = 0; i < N; ++i)
        out[i] = bytes[i];
    return out;
}

/// Base64 with padding (RFC 4648 section 4).
std::string toBase64(ByteView bytes);
/// Base64url without padding (RFC 4648 section 5).
std::string toBase64Url(ByteView bytes);
/// Strict: no white space, canonical padding, no stray bits; code `bad_base64`.
Result<Bytes> fromBase64(std::string_view text);
/// Strict, without padding; code `bad_base64`.
Result<Bytes> fromBase64Url(std::string_view text);

/// Dashed lower-case UUID form of 16 bytes (RFC 9562 section 4).
std::string toUuid(std::span<const std::uint8_t, 16> bytes);

}  // namespace keyreel
