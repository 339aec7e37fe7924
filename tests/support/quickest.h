#pragma once

#include <algorithm>
#include <chrono>

namespace keyreel::test {

/// How long `act` takes, by the quickest of several runs: what the code itself waits for is in each of them,
/// what the machine does beside it is not. One run that is quicker than `promise` settles it. `act` gives the
/// std::chrono::nanoseconds of one run, so that what it prepares is not counted.
template <class Act>
std::chrono::nanoseconds quickest(std::chrono::nanoseconds promise, Act act) {
    constexpr int kRuns = 10;
    std::chrono::nanoseconds best = act();
    for (int i = 1; i < kRuns && best >= promise; ++i)
        best = std::min<std::chrono::nanoseconds>(best, act());
    return best;
}

/// The time from its making on.
class Stopwatch {
public:
    [[nodiscard]] std::chrono::nanoseconds elapsed() const {
        return std::chrono::steady_clock::now() - m_begin;
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

}  // namespace keyreel::test
