#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/custody/node_store.h"
#include "core/gateway/gateway_client.h"
#include "core/rights/replica.h"
#include "core/rights/witness.h"

namespace keyreel::studio {

/// A person's own verified copy of a gateway's rights log, kept from one start to the next: a gateway that
/// forgets, reorders or forks its log is noticed, and both heads are kept as evidence. Thread: any.
class RightsView {
public:
    /// Opens or creates the copy at `file`. Codes: those of custody::NodeStore and rights::Replica.
    static Result<std::shared_ptr<RightsView>> open(const std::filesystem::path& file,
                                                    const crypto::PublicKey& logKey, const Clock& clock);

    /// Fetches what is new and verifies it. Codes: transport, those of gateway::syncReplica().
    Status sync(const gateway::GatewayClient& gateway, std::stop_token stop);

    /// How a head that somebody else was shown stands to this copy; evidence of a fork is kept in it. Codes:
    /// those of rights::compareHead().
    Result<rights::View> compare(ByteView head, const crypto::PublicKey& logKey);

    [[nodiscard]] const rights::Replica& replica() const { return *m_replica; }

private:
    RightsView() = default;

    std::mutex m_syncing;
    std::unique_ptr<custody::NodeStore> m_store;
    std::unique_ptr<rights::Replica> m_replica;
};

}  // namespace keyreel::studio
