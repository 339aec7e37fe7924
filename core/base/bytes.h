#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace keyreel {

/// Owned bytes. Never for secrets: those live in SecretBytes.
using Bytes = std::vector<std::uint8_t>;
/// Borrowed, read-only bytes.
using ByteView = std::span<const std::uint8_t>;
/// Borrowed, writable bytes.
using MutableBytes = std::span<std::uint8_t>;

/// The bytes of a text, without its terminator. The view lives as long as the text.
inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The text that bytes spell. No validation; the view lives as long as the bytes.
inline std::string_view asText(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline Bytes toBytes(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

inline Bytes toBytes(std::string_view text) {
    return toBytes(asBytes(text));
}

inline void append(Bytes& to, ByteView bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

inline void append(Bytes& to, std::string_view text) {
    append(to, asBytes(text));
}

}  // namespace keyreel
