#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace keyreel::studio {

/// What a person's hand is on while a job runs. A pause holds the work where it is in those stages that would
/// lose it (the film's secret exists only in memory while it is encrypted), and ends the run in all others,
/// which go on from the disk. One for each run. Thread: any.
class JobBrake {
public:
    void pause();
    /// False when the run was ended by the pause or by stop(): then it has to be run anew.
    bool resume();
    /// Ends the run, also a held one.
    void stop();
    [[nodiscard]] bool isPaused() const;

    // --- What the run asks.

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// At the beginning of a stage. `holds`: a pause stops inside it instead of ending the run.
    void enter(bool holds);
    /// Returns when the work may go on or the run has ended, and how long that took.
    std::chrono::nanoseconds wait() const;

private:
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    bool m_paused = false;
    bool m_holds = false;
};

}  // namespace keyreel::studio
