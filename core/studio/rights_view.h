#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>

#include "core/audit/log.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/hash.h"
#include "core/custody/node_store.h"
#include "core/gateway/gateway_client.h"
#include "core/rights/replica.h"
#include "core/rights/witness.h"

namespace keyreel::studio {

/// A person's own verified copy of a gateway's rights log, kept from one start to the next: a gateway that
/// forgets, reorders or forks its log is noticed, and both heads are kept as evidence. Thread: any.
class RightsView {
public:
    /// Opens or creates the copy at `file`. `audit` gets a record of every revocation that a gateway takes.
    /// Codes: those of custody::NodeStore and rights::Replica.
    static Result<std::shared_ptr<RightsView>> open(const std::filesystem::path& file,
                                                    const crypto::PublicKey& logKey, const Clock& clock,
                                                    std::shared_ptr<audit::Log> audit);

    /// Sends the revocations that the log does not have yet, so that no gateway is blamed for leaving out
    /// what it was never told; then fetches what is new and verifies it. Codes: transport, those of
    /// gateway::syncReplica().
    Status sync(const gateway::GatewayClient& gateway, std::stop_token stop);

    /// Applies a revocation of one's own at once, and keeps it on the disk until the log includes it. Codes:
    /// those of rights::Replica::revoke().
    Status revoke(ByteView statement) { return m_replica->revoke(statement); }

    /// Hands a revocation to the gateway, once per start, and records that it took it. Codes: transport, the
    /// gateway's refusals, those of audit::Log.
    Status send(const gateway::GatewayClient& gateway, ByteView statement, std::stop_token stop);

    /// How a head that somebody else was shown stands to this copy; evidence of a fork is kept in it. Codes:
    /// those of rights::compareHead().
    Result<rights::View> compare(ByteView head, const crypto::PublicKey& logKey);

    [[nodiscard]] const rights::Replica& replica() const { return *m_replica; }

private:
    RightsView() = default;

    std::mutex m_syncing;
    std::mutex m_sending;
    std::set<crypto::Digest> m_sent;
    std::shared_ptr<audit::Log> m_audit;
    std::unique_ptr<custody::NodeStore> m_store;
    std::unique_ptr<rights::Replica> m_replica;
};

}  // namespace keyreel::studio
