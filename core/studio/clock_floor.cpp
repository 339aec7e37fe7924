#include "core/studio/clock_floor.h"

#include <time.h>

#include <algorithm>
#include <fstream>

#include "core/base/byte_io.h"

namespace keyreel::studio {
namespace {

constexpr std::string_view kDomain = "keyreel/clock-floor/v1";
constexpr std::int64_t kLatest = std::int64_t{1} << 40;
constexpr std::size_t kMaxBoot = 64;

}  // namespace

BootTime bootTime() {
    BootTime boot;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> boot.boot;
    boot.boot.resize(std::min(boot.boot.size(), kMaxBoot));
    timespec since{};
    if (clock_gettime(CLOCK_BOOTTIME, &since) == 0) boot.seconds = since.tv_sec;
    return boot;
}

std::int64_t ClockFloor::now(std::int64_t clock, const BootTime& boot) const {
    std::int64_t least = std::max(clock, time);
    if (!boot.boot.empty() && boot.boot == seen.boot && boot.seconds > seen.seconds)
        least = std::max(least, time + (boot.seconds - seen.seconds));
    return least;
}

ClockFloor ClockFloor::raised(std::int64_t clock, const BootTime& boot) const {
    return {now(clock, boot), boot};
}

Bytes encodeClockFloor(const ClockFloor& floor) {
    ByteWriter out;
    out.text(kDomain);
    out.u64(static_cast<std::uint64_t>(floor.time));
    out.u64(static_cast<std::uint64_t>(floor.seen.seconds));
    out.u8(static_cast<std::uint8_t>(floor.seen.boot.size()));
    out.text(floor.seen.boot);
    return out.take();
}

Result<ClockFloor> decodeClockFloor(ByteView bytes) {
    ByteReader in(bytes);
    const bool named = asText(in.bytes(kDomain.size())) == kDomain;
    const std::uint64_t time = in.u64();
    const std::uint64_t seconds = in.u64();
    const std::uint8_t size = in.u8();
    const ByteView boot = in.bytes(size);
    if (!named || in.failed() || !in.atEnd() || size > kMaxBoot || time > kLatest || seconds > kLatest)
        return fail("lease_damaged", "The record of the latest time seen here is damaged.",
                    "Take the offline leases anew while you are connected.");
    ClockFloor floor;
    floor.time = static_cast<std::int64_t>(time);
    floor.seen.seconds = static_cast<std::int64_t>(seconds);
    floor.seen.boot = std::string(asText(boot));
    return floor;
}

}  // namespace keyreel::studio
