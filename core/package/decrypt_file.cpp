#include "core/package/decrypt_file.h"

#include <memory>

#include "core/base/byte_source.h"
#include "core/base/text.h"
#include "core/cenc/decrypt_file.h"

namespace keyreel::package {
namespace {

/// Hexadecimal straight into locked memory: fromHex() would leave a copy of the key in an ordinary buffer.
bool readHex(std::string_view text, MutableBytes out) {
    if (text.size() != out.size() * 2) return false;
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = digit(text[2 * i]);
        const int low = digit(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

}  // namespace

Result<TrackKey> parseKeyArgument(std::string_view argument) {
    const auto refuse = [] {
        return fail("key_argument_invalid", "A key is written KID:KEY, 32 hexadecimal digits each.",
                    "For example --key 00112233445566778899aabbccddeeff:0f0e0d0c0b0a09080706050403020100");
    };
    const std::size_t colon = argument.find(':');
    if (colon == std::string_view::npos) return refuse();
    std::string kid;
    const std::string_view id = argument.substr(0, colon);
    const bool dashed = id.size() == 36 && id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-';
    for (const char c : id)
        if (!dashed || c != '-') kid += c;
    TrackKey key;
    key.key = SecretBytes(16);
    if (!readHex(kid, key.keyId) || !readHex(argument.substr(colon + 1), key.key.mutableView()))
        return refuse();
    return key;
}

Status decryptFile(const std::filesystem::path& input, std::vector<TrackKey> keys,
                   const std::filesystem::path& output, std::stop_token stop, const ProgressSink& progress) {
    KEYREEL_TRY(FileSource source, FileSource::open(input));
    auto ring = std::make_shared<cenc::KeyRing>();
    for (TrackKey& key : keys)
        KEYREEL_CHECK(ring->add(key.keyId, std::move(key.key)));
    return cenc::decryptFile(std::make_shared<FileSource>(std::move(source)), std::move(ring), output, stop,
                             progress);
}

}  // namespace keyreel::package
