#pragma once

#include <cstdint>
#include <stop_token>

#include "core/base/result.h"
#include "core/gateway/gateway_client.h"
#include "core/rights/replica.h"

namespace keyreel::gateway {

/// What a signed tree head says its size is, unverified: only good for knowing how much to ask for. Codes:
/// those of `cbor`.
Result<std::uint64_t> claimedTreeSize(ByteView head);

/// Brings a replica up to the gateway's newest head: fetches the missing entries and the consistency proof,
/// and lets the replica verify all of it. A head that adds nothing is taken only when the held one is older
/// than `renewAfter` seconds, so that an idle log costs no disk writes. Codes: the client's, the replica's,
/// `log_too_long` (more than 2^20 new entries in one step).
Status syncReplica(const GatewayClient& gateway, rights::Replica& replica, std::stop_token stop = {},
                   std::int64_t renewAfter = 30);

}  // namespace keyreel::gateway
