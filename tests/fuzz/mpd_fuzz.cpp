// Media presentation descriptions of any kind: whatever is read names files below its folder, and no more
// than the bounds allow.

#include <cstdlib>

#include "core/adaptive/mpd_reader.h"
#include "tests/fuzz/description_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const auto read = adaptive::readMpd(asText({data, size}), "fuzz.mpd");
    if (read && !fuzz::isInBounds(*read)) std::abort();
    return 0;
}
