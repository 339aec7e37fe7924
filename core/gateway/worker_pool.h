#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace keyreel::gateway {

/// A fixed number of threads for handlers that wait, with a bounded queue before them. Thread: any.
class WorkerPool {
public:
    /// `limit`: jobs that may wait for a thread.
    WorkerPool(unsigned threads, std::size_t limit);
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when the queue is full or the pool has stopped. The job must not throw.
    bool submit(std::function<void()> job);
    /// Drops what waits, lets what runs end, joins.
    void stop();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::vector<std::thread> m_threads;
    std::size_t m_limit;
    bool m_stopping = false;
};

}  // namespace keyreel::gateway
