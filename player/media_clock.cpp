#include "player/media_clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyreel::player {

namespace {

/// Devices report how much they hold in steps; a single report is worth little.
constexpr double kSmoothing = 0.1;
constexpr double kMaxSlew = 0.01;

}  // namespace

MediaClock::MediaClock(std::shared_ptr<const Clock> clock) : m_clock(std::move(clock)) {
    m_anchored = m_clock->elapsed();
}

double MediaClock::positionAt(std::chrono::nanoseconds now) const {
    if (!m_running) return m_position;
    return m_position + static_cast<double>((now - m_anchored).count()) / 1000.0 * m_rate;
}

void MediaClock::anchor(double position, std::chrono::nanoseconds now) {
    m_position = position;
    m_anchored = now;
}

MediaClock::Time MediaClock::position() const {
    const std::lock_guard lock(m_mutex);
    return Time(std::llround(positionAt(m_clock->elapsed())));
}

bool MediaClock::running() const {
    const std::lock_guard lock(m_mutex);
    return m_running;
}

void MediaClock::set(Time position) {
    const std::lock_guard lock(m_mutex);
    anchor(static_cast<double>(position.count()), m_clock->elapsed());
    m_heard = false;
    m_offset = 0;
}

void MediaClock::setRunning(bool running) {
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock->elapsed();
    anchor(positionAt(now), now);
    m_running = running;
    m_heard = false;
}

void MediaClock::setRate(double rate) {
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock->elapsed();
    anchor(positionAt(now), now);
    m_rate = rate;
}

double MediaClock::rate() const {
    const std::lock_guard lock(m_mutex);
    return m_rate;
}

void MediaClock::correct(Time heard) {
    const std::lock_guard lock(m_mutex);
    if (!m_running) return;
    const auto now = m_clock->elapsed();
    const double position = positionAt(now);
    const double error = static_cast<double>(heard.count()) - position;
    if (!std::exchange(m_heard, true)) {
        m_offset = error;
        m_corrected = now;
    }
    m_offset += (error - m_offset) * kSmoothing;
    if (std::fabs(m_offset) > static_cast<double>(kSnap.count())) {
        anchor(position + m_offset, now);
        m_offset = 0;
    } else {
        const double most = static_cast<double>((now - m_corrected).count()) / 1000.0 * kMaxSlew;
        const double step = std::clamp(m_offset, -most, most);
        anchor(position + step, now);
        m_offset -= step;
    }
    m_corrected = now;
}

MediaClock::Time MediaClock::offset() const {
    const std::lock_guard lock(m_mutex);
    return Time(std::llround(m_offset));
}

}  // namespace keyreel::player
