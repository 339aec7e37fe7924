#include "core/gateway/rate_limiter.h"

namespace keyreel::gateway {
namespace {

constexpr std::int64_t kRateMemory = 300;

}  // namespace

Status RateLimiter::issue(const crypto::PublicKey& party, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    if (m_issued.size() >= m_policy.parties && m_issued.count(party) == 0) {
        forget(now);
        if (m_issued.size() >= m_policy.parties)
            return fail("busy", "The server has too much to do.", "Try again.");
    }
    std::deque<std::int64_t>& times = m_issued[party];
    while (!times.empty() && times.front() <= now - kRateMemory)
        times.pop_front();
    const bool tooFast =
        times.size() >= m_policy.perMinute && times[times.size() - m_policy.perMinute] > now - 60;
    if (tooFast || times.size() >= m_policy.perFiveMinutes)
        return fail("rate_limited", "This was asked for too often.", "Try again in a minute.");
    times.push_back(now);
    return {};
}

void RateLimiter::forget(std::int64_t now) {
    for (auto each = m_issued.begin(); each != m_issued.end();)
        each = each->second.empty() || each->second.back() <= now - kRateMemory ? m_issued.erase(each)
                                                                                : std::next(each);
}

}  // namespace keyreel::gateway
