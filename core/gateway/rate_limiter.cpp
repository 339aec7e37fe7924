#include "core/gateway/rate_limiter.h"

#include <arpa/inet.h>

#include <string>

#include "core/crypto/hash.h"

namespace keyreel::gateway {
namespace {

constexpr std::int64_t kRateMemory = 300;

constexpr std::size_t kNetworkBytes = 8;

}  // namespace

crypto::PublicKey networkOf(std::string_view remoteAddress) {
    const std::string text(remoteAddress.substr(0, remoteAddress.find('%')));
    in6_addr address{};
    if (inet_pton(AF_INET6, text.c_str(), &address) != 1 || IN6_IS_ADDR_V4MAPPED(&address))
        return crypto::sha256(asBytes(remoteAddress));
    return crypto::sha256(ByteView(static_cast<const std::uint8_t*>(address.s6_addr), kNetworkBytes));
}

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
