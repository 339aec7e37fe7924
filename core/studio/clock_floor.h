#pragma once

#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::studio {

/// Time since this computer was started, which nobody can set.
struct BootTime {
    std::string boot;          ///< Names the start; empty when the system does not.
    std::int64_t seconds = 0;  ///< Since then, asleep or not.
};
BootTime bootTime();

/// The latest time that was ever seen here. Turning the clock back does not bring it back, and while the
/// computer runs it goes on by itself, wherever the clock is turned.
struct ClockFloor {
    std::int64_t time = 0;  ///< Unix seconds.
    BootTime seen;          ///< When that was.

    /// What time it is at least.
    [[nodiscard]] std::int64_t now(std::int64_t clock, const BootTime& boot) const;
    /// The floor from now on.
    [[nodiscard]] ClockFloor raised(std::int64_t clock, const BootTime& boot) const;
};

/// "keyreel/clock-floor/v1" || time u64 || seconds u64 || boot (u8 length). Code `lease_damaged`.
Bytes encodeClockFloor(const ClockFloor& floor);
Result<ClockFloor> decodeClockFloor(ByteView bytes);

}  // namespace keyreel::studio
