#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/cenc/subsample_planner.h"

// Any configuration and sample: a plan covers the sample exactly, in whole blocks, or is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    if (size < 2) return 0;
    isobmff::TrackDescription track;
    track.codec = static_cast<isobmff::Codec>(1 + data[0] % 4);
    const std::size_t split = std::min<std::size_t>(data[1], size - 2);
    track.configuration.assign(data + 2, data + 2 + split);
    auto planner = cenc::SubsamplePlanner::create(track);
    if (!planner) return 0;
    const ByteView rest(data + 2 + split, size - 2 - split);
    for (const ByteView sample : {rest.first(rest.size() / 2), rest.subspan(rest.size() / 2)}) {
        const auto map = planner->plan(sample);
        if (!map) continue;
        std::uint64_t sum = 0;
        for (const cenc::Subsample& part : map->entries()) {
            if (part.protectedBytes % 16 != 0 || part.clearBytes + part.protectedBytes == 0) std::abort();
            sum += part.clearBytes + std::uint64_t{part.protectedBytes};
        }
        if (sum != sample.size() || map->entries().size() > cenc::kMaxSubsamples) std::abort();
    }
    return 0;
}
