#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "core/gateway/gateway_client.h"
#include "core/rights/replica.h"

namespace keyreel::gateway {

/// Keeps a replica up to date on a thread of its own: at an interval, and at once when somebody asks. Thread:
/// any.
class LogFollower {
public:
    /// `onChange` is told when following starts to fail, fails in another way, or works again (an empty
    /// code); on the follower's thread. `client` and `replica` outlive the follower.
    LogFollower(const GatewayClient& client, rights::Replica& replica, std::chrono::milliseconds interval,
                std::function<void(const Error&)> onChange);
    ~LogFollower();
    LogFollower(const LogFollower&) = delete;
    LogFollower& operator=(const LogFollower&) = delete;

    /// Waits until a round that began after this call is over, at most `patience`. Callers that come together
    /// share one round.
    void refresh(std::chrono::milliseconds patience);

private:
    void run();

    const GatewayClient& m_client;
    rights::Replica& m_replica;
    std::chrono::milliseconds m_interval;
    std::function<void(const Error&)> m_onChange;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_wanted = 0;
    std::uint64_t m_done = 0;
    std::thread m_thread;
};

}  // namespace keyreel::gateway
