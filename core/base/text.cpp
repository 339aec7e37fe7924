#include "core/base/text.h"

namespace keyreel {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string encode64(ByteView bytes, std::string_view alphabet, bool padded) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t group = (std::uint32_t{bytes[i]} << 16) |
                                    (left > 1 ? std::uint32_t{bytes[i + 1]} << 8 : 0U) |
                                    (left > 2 ? std::uint32_t{bytes[i + 2]} : 0U);
        out += alphabet[group >> 18];
        out += alphabet[(group >> 12) & 63];
        if (left > 1) out += alphabet[(group >> 6) & 63];
        if (left > 2) out += alphabet[group & 63];
        if (padded && left < 3) out.append(3 - left, '=');
    }
    return out;
}

Result<Bytes> decode64(std::string_view text, std::string_view alphabet) {
    if (text.size() % 4 == 1) return fail("bad_base64", "A base64 text has an impossible length.");
    Bytes out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t group = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos || c == '\0')
            return fail("bad_base64", "A base64 text has a character outside its alphabet.");
        group = (group << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(group >> bits));
            group &= (1U << bits) - 1;
        }
    }
    if (group != 0) return fail("bad_base64", "A base64 text ends in stray bits.");
    return out;
}

}  // namespace

std::string toHex(ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += kHexDigits[byte >> 4];
        out += kHexDigits[byte & 15];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) return fail("bad_hex", "A hexadecimal text has an odd number of digits.");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return fail("bad_hex", "A text holds something other than hexadecimal digits.");
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string toBase64(ByteView bytes) {
    return encode64(bytes, kBase64, true);
}

std::string toBase64Url(ByteView bytes) {
    return encode64(bytes, kBase64Url, false);
}

Result<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0) return fail("bad_base64", "A base64 text is not padded to a multiple of four.");
    std::size_t padding = 0;
    while (padding < 2 && !text.empty() && text.back() == '=') {
        text.remove_suffix(1);
        ++padding;
    }
    return decode64(text, kBase64);
}

Result<Bytes> fromBase64Url(std::string_view text) {
    return decode64(text, kBase64Url);
}

std::string toUuid(std::span<const std::uint8_t, 16> bytes) {
    const std::string hex = toHex(bytes);
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) +
           '-' + hex.substr(20);
}

}  // namespace keyreel
