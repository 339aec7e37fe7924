// HLS playlists of any kind, each other playlist being the part of the input behind the next zero byte:
// whatever is read names files below its folder, and no more than the bounds allow.

#include <cstdlib>

#include "core/adaptive/hls_reader.h"
#include "tests/fuzz/description_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    std::string_view rest = asText({data, size});
    const auto next = [&rest] {
        const std::string_view part = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        return std::string(part);
    };
    const std::string first = next();
    const auto read = adaptive::readHls(
        first, "fuzz.m3u8", [&](const std::string& file, const std::string&) -> Result<std::string> {
            if (!fuzz::isBelow(file)) std::abort();
            return next();
        });
    if (read && !fuzz::isInBounds(*read)) std::abort();
    return 0;
}
