#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/secret_bytes.h"
#include "core/base/text.h"

namespace keyreel::crypto::test {

inline Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

template <std::size_t N>
std::array<std::uint8_t, N> hexArray(std::string_view text) {
    return fromHexExact<N>(text).value();
}

inline SecretBytes hexSecret(std::string_view text) {
    return SecretBytes::copyOf(hex(text));
}

}  // namespace keyreel::crypto::test
