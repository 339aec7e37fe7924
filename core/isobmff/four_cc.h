#pragma once

#include <cstdint>
#include <string>

namespace keyreel::isobmff {

/// A box type, brand, handler or sample entry format: four bytes, big-endian (ISO/IEC 14496-12 section 4.2).
using FourCc = std::uint32_t;

constexpr FourCc fourCc(const char (&text)[5]) {
    FourCc value = 0;
    for (int i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<std::uint8_t>(text[i]);
    return value;
}

/// For messages: unprintable bytes appear as \xHH.
std::string toText(FourCc type);

}  // namespace keyreel::isobmff
