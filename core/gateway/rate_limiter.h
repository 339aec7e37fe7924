#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string_view>

#include "core/base/result.h"
#include "core/crypto/ed25519.h"

namespace keyreel::gateway {

/// How often one party may ask for something.
struct RatePolicy {
    std::size_t perMinute = 120;
    std::size_t perFiveMinutes = 400;
    std::size_t parties = 65536;  ///< Remembered at a time; beyond that new ones wait.
};

/// The party that a network address belongs to: the address itself, of IPv6 its /64, since one household is
/// given a whole one.
crypto::PublicKey networkOf(std::string_view remoteAddress);

/// Counts by party: an account, a device, or networkOf() an address. Thread: any.
class RateLimiter {
public:
    explicit RateLimiter(RatePolicy policy) : m_policy(policy) {}
    /// Notes one; what is refused does not count. Codes: `rate_limited`, `busy`.
    Status issue(const crypto::PublicKey& party, std::int64_t now);

private:
    void forget(std::int64_t now);
    RatePolicy m_policy;
    std::mutex m_mutex;
    std::map<crypto::PublicKey, std::deque<std::int64_t>> m_issued;
};

}  // namespace keyreel::gateway
