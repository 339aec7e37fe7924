#include "core/base/lane.h"

#include <system_error>
#include <utility>

namespace keyreel {

Lane::~Lane() {
    if (!m_thread.joinable()) return;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_jobs.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

Status Lane::outcome() const {
    if (m_error) return tl::unexpected<Error>(*m_error);
    return {};
}

Status Lane::post(std::function<Status()> job) {
    {
        const std::lock_guard lock(m_mutex);
        KEYREEL_CHECK(outcome());
        m_jobs.push_back(std::move(job));
    }
    if (m_thread.joinable()) {
        m_changed.notify_all();
        return {};
    }
    try {
        m_thread = std::thread([this] { run(); });
        return {};
    } catch (const std::system_error&) {
        // No thread is to be had: the work is done here and now.
        std::function<Status()> only = std::move(m_jobs.back());
        m_jobs.clear();
        return only();
    }
}

Status Lane::finish() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return (m_jobs.empty() && !m_busy) || !m_thread.joinable(); });
    return outcome();
}

void Lane::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty()) return;
        std::function<Status()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_busy = true;
        const bool dropped = m_error.has_value();
        lock.unlock();
        Status done;
        if (!dropped) done = job();
        job = nullptr;
        lock.lock();
        m_busy = false;
        if (!done) m_error = std::move(done).error();
        m_changed.notify_all();
    }
}

}  // namespace keyreel
