#include "core/base/utf8.h"

namespace keyreel {

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

/// C0, DEL and C1.
bool isControl(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first < 0x20 || first == 0x7f;
    return character.size() == 2 && first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
}

/// U+202A to U+202E and U+2066 to U+2069.
bool turnsDirection(std::string_view character) {
    return character.size() == 3 && ((character >= "\u202a" && character <= "\u202e") ||
                                     (character >= "\u2066" && character <= "\u2069"));
}

}  // namespace

std::size_t utf8Sequence(ByteView bytes) {
    if (bytes.empty()) return 0;
    const Lead lead = leadOf(bytes[0]);
    if (!lead.valid || bytes.size() <= lead.tail) return 0;
    for (std::size_t i = 1; i <= lead.tail; ++i) {
        const std::uint8_t lowest = i == 1 ? lead.lowest : 0x80;
        const std::uint8_t highest = i == 1 ? lead.highest : 0xBF;
        if (bytes[i] < lowest || bytes[i] > highest) return 0;
    }
    return lead.tail + 1;
}

bool isUtf8(ByteView bytes) {
    while (!bytes.empty()) {
        const std::size_t length = utf8Sequence(bytes);
        if (length == 0) return false;
        bytes = bytes.subspan(length);
    }
    return true;
}

std::string printable(std::string_view text, std::string_view kept, Directions directions) {
    std::string out;
    while (!text.empty()) {
        const std::size_t length = utf8Sequence(asBytes(text));
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        const bool bad = length == 0 ||
                         (isControl(character) && !(length == 1 && kept.find(character) != kept.npos)) ||
                         (directions == Directions::Replace && turnsDirection(character));
        out += bad ? std::string_view("?") : character;
        text.remove_prefix(character.size());
    }
    return out;
}

}  // namespace keyreel
