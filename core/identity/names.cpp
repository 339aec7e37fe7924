#include "core/identity/names.h"

#include <algorithm>
#include <string>

#include "core/base/utf8.h"

namespace keyreel::identity {

Status checkName(std::string_view name, std::string_view whose) {
    const std::string begin(whose);
    if (name.empty()) return fail("bad_argument", begin + " is empty.", "Choose one.");
    if (name.size() > kMaxNameBytes)
        return fail("bad_argument",
                    begin + " is " + std::to_string(name.size()) + " bytes long; the most is " +
                        std::to_string(kMaxNameBytes) + ".",
                    "Choose a shorter one.");
    if (!isUtf8(asBytes(name)) ||
        std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return fail("bad_argument", begin + " is not plain text in UTF-8.",
                    "Use letters, digits, spaces and punctuation.");
    return {};
}

Status checkNames(std::string_view displayName, std::string_view deviceName) {
    KEYREEL_CHECK(checkName(displayName, "The person's name"));
    return checkName(deviceName, "The device's name");
}

std::string_view shortened(std::string_view name, std::size_t bytes) {
    if (name.size() <= bytes) return name;
    // Bytes that go on with a character are 10xxxxxx.
    while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xc0U) == 0x80U)
        --bytes;
    return name.substr(0, bytes);
}

}  // namespace keyreel::identity
