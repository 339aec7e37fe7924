#include "core/studio/rights_view.h"

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/gateway/log_sync.h"
#include "core/rights/merkle.h"
#include "core/studio/revocation.h"

namespace keyreel::studio {
namespace {

/// Nothing was said about the statement: the gateway did not get to answer.
bool isUnheard(const Error& error) {
    return error.code == "gateway_unreachable" || error.code == "timeout" || error.code == "cancelled";
}

}  // namespace

Result<std::shared_ptr<RightsView>> RightsView::open(const std::filesystem::path& file,
                                                     const crypto::PublicKey& logKey, const Clock& clock,
                                                     std::shared_ptr<audit::Log> audit) {
    KEYREEL_CHECK(makePrivateFolder(file.parent_path()));
    std::shared_ptr<RightsView> view(new RightsView());
    view->m_audit = std::move(audit);
    KEYREEL_TRY(view->m_store, custody::NodeStore::open(file));
    KEYREEL_TRY(view->m_replica, rights::Replica::open(logKey, clock, view->m_store.get()));
    return view;
}

Status RightsView::sync(const gateway::GatewayClient& gateway, std::stop_token stop) {
    const std::lock_guard guard(m_syncing);
    // Who only observes sends nothing.
    for (const auto& waiting :
         m_audit ? m_replica->pendingRevocations() : std::vector<rights::DirectRevocation>{}) {
        const Status sent = send(gateway, waiting.statement, stop);
        if (sent) continue;
        if (isUnheard(sent.error())) return sent;
        log(LogLevel::Warning, "rights", "The gateway refuses a revocation: " + sent.error().code);
    }
    return gateway::syncReplica(gateway, *m_replica, std::move(stop));
}

Status RightsView::send(const gateway::GatewayClient& gateway, ByteView statement, std::stop_token stop) {
    const std::lock_guard guard(m_sending);
    const crypto::Digest leaf = rights::leafHash(statement);
    if (m_sent.count(leaf) != 0) return {};
    const auto taken = gateway.submitStatement(statement, std::move(stop));
    if (!taken && taken.error().code != "revocation_duplicate") return tl::unexpected<Error>(taken.error());
    m_sent.insert(leaf);
    return recordReceived(*m_audit, statement, "the gateway " + gateway.origin().origin());
}

Result<rights::View> RightsView::compare(ByteView head, const crypto::PublicKey& logKey) {
    const std::lock_guard guard(m_syncing);
    return rights::compareHead(*m_replica, head, logKey);
}

}  // namespace keyreel::studio
