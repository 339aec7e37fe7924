#include "core/isobmff/four_cc.h"

namespace keyreel::isobmff {

std::string toText(FourCc type) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const auto byte = static_cast<std::uint8_t>(type >> shift);
        if (byte >= 0x20 && byte < 0x7f && byte != '/' && byte != '\\') {
            text += static_cast<char>(byte);
        } else {
            text += "\\x";
            text += kDigits[byte >> 4];
            text += kDigits[byte & 15];
        }
    }
    return text;
}

}  // namespace keyreel::isobmff
