#include "core/studio/rights_view.h"

#include <algorithm>

#include "core/base/file.h"

namespace keyreel::studio {
namespace {

/// More than this in one step is no rights log that a desktop should follow blindly.
constexpr std::uint64_t kMaxNewEntries = 1U << 20;

}  // namespace

Result<std::shared_ptr<RightsView>> RightsView::open(const std::filesystem::path& file,
                                                     const crypto::PublicKey& logKey, const Clock& clock) {
    KEYREEL_CHECK(makePrivateFolder(file.parent_path()));
    std::shared_ptr<RightsView> view(new RightsView());
    view->m_logKey = logKey;
    KEYREEL_TRY(view->m_store, custody::NodeStore::open(file));
    KEYREEL_TRY(view->m_replica, rights::Replica::open(logKey, clock, view->m_store.get()));
    return view;
}

Status RightsView::sync(const gateway::GatewayClient& gateway, std::stop_token stop) {
    const std::lock_guard guard(m_syncing);
    KEYREEL_TRY(const Bytes headBytes, gateway.logHead(stop));
    KEYREEL_TRY(const rights::TreeHead head, rights::verifyTreeHead(headBytes, m_logKey));
    const std::uint64_t size = head.size;
    const std::uint64_t known = m_replica->size();
    std::vector<Bytes> entries;
    std::vector<crypto::Digest> proof;
    if (size > known) {
        if (size - known > kMaxNewEntries)
            return fail("log_too_long", "The rights log claims " + std::to_string(size) + " entries, " +
                                            std::to_string(size - known) + " more than before.");
        while (entries.size() < size - known) {
            KEYREEL_TRY(std::vector<Bytes> page, gateway.logEntries(known + entries.size(), size, stop));
            if (page.empty() || page.size() > size - known - entries.size())
                return fail("bad_response", "The gateway sent other log entries than it was asked for.");
            std::move(page.begin(), page.end(), std::back_inserter(entries));
        }
        if (known > 0) {
            KEYREEL_TRY(proof, gateway.consistencyProof(known, size, stop));
        }
    }
    return m_replica->accept(headBytes, entries, proof);
}

}  // namespace keyreel::studio
