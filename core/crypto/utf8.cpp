#include "core/crypto/utf8.h"

namespace keyreel::crypto {

namespace {

struct Lead {
    std::size_t tail;  // continuation bytes
    std::uint8_t
        lowest;  // bounds of the first one, which rule out overlong forms, surrogates and too large values
    std::uint8_t highest;
    bool valid;
};

Lead leadOf(std::uint8_t byte) {
    if (byte < 0x80) return {0, 0, 0, true};
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, true};
    if (byte == 0xE0) return {2, 0xA0, 0xBF, true};
    if (byte == 0xED) return {2, 0x80, 0x9F, true};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, true};
    if (byte == 0xF0) return {3, 0x90, 0xBF, true};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, true};
    if (byte == 0xF4) return {3, 0x80, 0x8F, true};
    return {0, 0, 0, false};
}

}  // namespace

bool isUtf8(ByteView bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Lead lead = leadOf(bytes[at]);
        if (!lead.valid || bytes.size() - at <= lead.tail) return false;
        for (std::size_t i = 1; i <= lead.tail; ++i) {
            const std::uint8_t byte = bytes[at + i];
            const std::uint8_t lowest = i == 1 ? lead.lowest : 0x80;
            const std::uint8_t highest = i == 1 ? lead.highest : 0xBF;
            if (byte < lowest || byte > highest) return false;
        }
        at += lead.tail + 1;
    }
    return true;
}

}  // namespace keyreel::crypto
