#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/custody/capability.h"
#include "core/custody/node_set.h"
#include "core/gateway/rate_limiter.h"

namespace keyreel::gateway {

/// How many recover requests a key node looks at. A person opens a few films a minute.
struct RecoverRates {
    RatePolicy device{60, 200, 65536};
    RatePolicy account{120, 400, 65536};
    RatePolicy proven{6000, 24000, 1};       ///< All that prove a device's key, together.
    RatePolicy strangers{120, 400, 1};       ///< All others, together.
    RatePolicy revocations{60, 200, 65536};  ///< By networkOf().
};

/// Stands in front of a key node's decision, which costs a synced audit record whatever it is: nobody fills
/// the disk or slows the others by asking often. Only who holds a device's key counts against that device and
/// its account, so that nobody uses up another's share; everyone else shares one small allowance. Admits no
/// one to anything. Thread: any.
class RecoverGate {
public:
    /// Only proofs that are made for `node`, and within custody::kProofWindow, prove a device.
    RecoverGate(const crypto::PublicKey& gatewayKey, const custody::NodeId& node, const RecoverRates& rates);

    /// The capability of who provably asks; none of a stranger. Codes: `rate_limited`, `busy`.
    Result<std::optional<custody::Capability>> admit(ByteView message, std::int64_t now);
    Status admitRevocation(std::string_view remoteAddress, std::int64_t now);

private:
    const crypto::PublicKey m_gatewayKey;
    const custody::NodeId m_node;
    RateLimiter m_device;
    RateLimiter m_account;
    RateLimiter m_proven;
    RateLimiter m_strangers;
    RateLimiter m_revocations;
};

}  // namespace keyreel::gateway
