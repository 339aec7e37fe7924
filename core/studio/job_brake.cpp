#include "core/studio/job_brake.h"

namespace keyreel::studio {

void JobBrake::pause() {
    const std::lock_guard guard(m_mutex);
    m_paused = true;
    if (!m_holds) m_stop.request_stop();
}

bool JobBrake::resume() {
    const std::lock_guard guard(m_mutex);
    m_paused = false;
    m_changed.notify_all();
    return !m_stop.stop_requested();
}

void JobBrake::stop() {
    const std::lock_guard guard(m_mutex);
    m_stop.request_stop();
    m_changed.notify_all();
}

bool JobBrake::isPaused() const {
    const std::lock_guard guard(m_mutex);
    return m_paused;
}

void JobBrake::enter(bool holds) {
    const std::lock_guard guard(m_mutex);
    m_holds = holds;
    if (m_paused && !holds) m_stop.request_stop();
}

std::chrono::nanoseconds JobBrake::wait() const {
    std::unique_lock lock(m_mutex);
    if (!m_paused || !m_holds) return std::chrono::nanoseconds(0);
    const auto begun = std::chrono::steady_clock::now();
    m_changed.wait(lock, [this] { return !m_paused || m_stop.stop_requested(); });
    return std::chrono::steady_clock::now() - begun;
}

}  // namespace keyreel::studio
