#pragma once

#include <chrono>
#include <deque>
#include <optional>

#include "core/base/progress.h"

namespace keyreel::studio {

/// How fast work goes, from what was seen of it in the last ten seconds, and when it will be done; nothing at
/// all while that cannot be told honestly. A value without a clock of its own.
class RateMeter {
public:
    /// Another piece of work begins, or the same after a break.
    void restart() { m_samples.clear(); }
    /// `now`: monotonic, never going back. Told often it keeps four a second; told the same again it sees
    /// that nothing moves.
    void take(const Progress& progress, std::chrono::nanoseconds now);
    /// Units a second, after the first second.
    [[nodiscard]] std::optional<double> rate() const;
    /// Only after 3 seconds and 3 %, while the work moves, and while the two halves of what was seen agree
    /// within a factor of two.
    [[nodiscard]] std::optional<double> secondsLeft() const;

private:
    struct Sample {
        std::uint64_t done;
        std::chrono::nanoseconds at;
    };
    [[nodiscard]] double rateFrom(std::size_t first, std::size_t last) const;
    std::deque<Sample> m_samples;
    std::uint64_t m_total = 0;
    std::chrono::nanoseconds m_moved{0};  ///< When it last went on.
};

}  // namespace keyreel::studio
