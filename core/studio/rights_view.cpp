#include "core/studio/rights_view.h"

#include "core/base/file.h"
#include "core/gateway/log_sync.h"

namespace keyreel::studio {
Result<std::shared_ptr<RightsView>> RightsView::open(const std::filesystem::path& file,
                                                     const crypto::PublicKey& logKey, const Clock& clock) {
    KEYREEL_CHECK(makePrivateFolder(file.parent_path()));
    std::shared_ptr<RightsView> view(new RightsView());
    KEYREEL_TRY(view->m_store, custody::NodeStore::open(file));
    KEYREEL_TRY(view->m_replica, rights::Replica::open(logKey, clock, view->m_store.get()));
    return view;
}

Status RightsView::sync(const gateway::GatewayClient& gateway, std::stop_token stop) {
    const std::lock_guard guard(m_syncing);
    return gateway::syncReplica(gateway, *m_replica, std::move(stop));
}

Result<rights::View> RightsView::compare(ByteView head, const crypto::PublicKey& logKey) {
    const std::lock_guard guard(m_syncing);
    return rights::compareHead(*m_replica, head, logKey);
}

}  // namespace keyreel::studio
