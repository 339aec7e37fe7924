#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>

#include "core/base/clock.h"

namespace keyreel::player {

/// The film's time: an anchor plus monotonic time, so that it runs evenly with or without a sound device.
/// What is heard pulls it along: at most 1 % at a time, at once when they are more than 80 ms apart. Thread:
/// any.
class MediaClock {
public:
    using Time = std::chrono::microseconds;
    static constexpr Time kSnap{80'000};

    explicit MediaClock(std::shared_ptr<const Clock> clock);

    [[nodiscard]] Time position() const;
    [[nodiscard]] bool running() const;

    /// Jumps; forgets what was heard before.
    void set(Time position);
    void setRunning(bool running);
    void setRate(double rate);
    [[nodiscard]] double rate() const;

    /// `heard` is the film time of the sound that leaves the speaker now. Ignored while the clock stands.
    void correct(Time heard);
    /// Smoothed distance of the sound from the clock.
    [[nodiscard]] Time offset() const;

private:
    [[nodiscard]] double positionAt(std::chrono::nanoseconds now) const;
    void anchor(double position, std::chrono::nanoseconds now);

    std::shared_ptr<const Clock> m_clock;
    mutable std::mutex m_mutex;
    double m_position = 0;  // At the anchor, microseconds.
    std::chrono::nanoseconds m_anchored{0};
    std::chrono::nanoseconds m_corrected{0};
    double m_rate = 1;
    double m_offset = 0;
    bool m_running = false;
    bool m_heard = false;
};

}  // namespace keyreel::player
