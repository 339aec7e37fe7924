#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/studio/lease.h"

// The two records of offline leases: what is read is written as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    if (const auto record = studio::decodeLeaseRecord(input))
        if (studio::encodeLeaseRecord(*record) != toBytes(input)) std::abort();
    if (const auto floor = studio::decodeClockFloor(input))
        if (studio::encodeClockFloor(*floor) != toBytes(input)) std::abort();
    return 0;
}
