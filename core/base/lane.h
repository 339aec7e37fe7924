#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/result.h"

namespace keyreel {

/// Runs jobs one behind the other on a thread of its own, which lives as long as this object. After a job has
/// failed the others are dropped. For the one thing that synchronous work
/// does beside itself: writing what is finished. Thread: one caller.
class Lane {
public:
    Lane() = default;
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    /// Drops what has not begun.
    ~Lane();

    /// Takes a job. Fails with the error of an earlier one.
    Status post(std::function<Status()> job);
    /// Waits until all jobs are done. Fails with the error of the one that failed.
    Status finish();

private:
    void run();
    [[nodiscard]] Status outcome() const;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<Status()>> m_jobs;
    std::optional<Error> m_error;
    bool m_busy = false;
    bool m_ending = false;
    std::thread m_thread;
};

}  // namespace keyreel
