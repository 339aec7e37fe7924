#include "core/gateway/log_follower.h"

#include "core/gateway/log_sync.h"

namespace keyreel::gateway {

LogFollower::LogFollower(const GatewayClient& client, rights::Replica& replica,
                         std::chrono::milliseconds interval, std::function<void(const Error&)> onChange)
    : m_client(client),
      m_replica(replica),
      m_interval(interval),
      m_onChange(std::move(onChange)),
      m_thread([this] { run(); }) {}

LogFollower::~LogFollower() {
    m_stop.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_changed.notify_all();
    }
    m_thread.join();
}

void LogFollower::refresh(std::chrono::milliseconds patience) {
    std::unique_lock lock(m_mutex);
    const std::uint64_t target = ++m_wanted;
    m_changed.notify_all();
    m_changed.wait_for(lock, patience, [&] { return m_done >= target || m_stop.stop_requested(); });
}

void LogFollower::run() {
    // No code of any error, so that the first round is told whatever it brings.
    std::string lastCode = "?";
    while (!m_stop.stop_requested()) {
        std::uint64_t serving = 0;
        {
            const std::lock_guard lock(m_mutex);
            serving = m_wanted;
        }
        const Status status = syncReplica(m_client, m_replica, m_stop.get_token());
        if (m_stop.stop_requested()) return;
        const std::string code = status ? std::string() : status.error().code;
        if (code != lastCode) m_onChange(status ? Error{} : status.error());
        lastCode = code;
        std::unique_lock lock(m_mutex);
        m_done = serving;
        m_changed.notify_all();
        m_changed.wait_for(lock, m_interval, [&] { return m_wanted > serving || m_stop.stop_requested(); });
    }
}

}  // namespace keyreel::gateway
