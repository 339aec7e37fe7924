#pragma once

#include <chrono>
#include <cstdint>

namespace keyreel {

/// The time that the engine sees. Tests pass a fake one; nothing below reads the system's clock by itself.
/// Thread: any.
class Clock {
public:
    virtual ~Clock() = default;
    /// Unix seconds (UTC), as every signed structure carries them.
    [[nodiscard]] virtual std::int64_t now() const = 0;
    /// Monotonic time, for durations.
    [[nodiscard]] virtual std::chrono::nanoseconds elapsed() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override {
        return std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override {
        return std::chrono::steady_clock::now().time_since_epoch();
    }
};

}  // namespace keyreel
