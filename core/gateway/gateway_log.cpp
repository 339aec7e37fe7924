#include "core/gateway/gateway_log.h"

#include <algorithm>

#include "core/crypto/cose.h"
#include "core/crypto/suites.h"
#include "core/rights/statement.h"
#include "core/rights/tree_head.h"

namespace keyreel::gateway {

namespace {

/// What others take from the future (rights::ReplicaOptions::headClockSkew).
constexpr std::int64_t kClockSkew = 60;
constexpr std::uint64_t kReadAtOnce = 1024;
constexpr std::uint64_t kReadBytes = 8u << 20;

}  // namespace

Result<std::unique_ptr<GatewayLog>> GatewayLog::open(GatewayStore& store, crypto::SigningKey logKey,
                                                     const Clock& clock) {
    std::unique_ptr<GatewayLog> log(new GatewayLog(store, std::move(logKey), clock));
    KEYREEL_TRY(const std::uint64_t count, store.entryCount());
    while (log->m_tree.size() < count) {
        const std::uint64_t start = log->m_tree.size();
        KEYREEL_TRY(const std::vector<Bytes> entries, store.entries(start, start + kReadAtOnce, kReadBytes));
        if (entries.empty())
            return fail("gateway_store_unusable", "The gateway's log ends before its last entry.");
        for (const Bytes& entry : entries) {
            const auto damaged = [&](Error error) {
                return fail("gateway_store_unusable",
                            "Entry " + std::to_string(log->m_tree.size()) +
                                " of the gateway's log does not stand: " + error.what,
                            "Restore the data folder from a copy.");
            };
            const auto statement = rights::verifyStatement(entry);
            if (!statement) return damaged(statement.error());
            if (const Status taken = log->take(entry, *statement); !taken) return damaged(taken.error());
        }
    }
    return log;
}

Status GatewayLog::take(ByteView bytes, const rights::Statement& statement) {
    const std::uint64_t index = m_tree.size();
    KEYREEL_CHECK(m_state.apply(index, bytes, statement));
    const crypto::Digest leaf = rights::leafHash(bytes);
    m_tree.appendLeaf(leaf);
    m_indexes.emplace(leaf, index);
    if (const auto* registration = std::get_if<rights::DeviceRegistration>(&statement))
        m_accountsOf[registration->device].insert(registration->account);
    return {};
}

Result<GatewayLog::Appended> GatewayLog::append(ByteView bytes) {
    KEYREEL_TRY(const rights::Statement statement, rights::verifyStatement(bytes));
    // Half of its signature cannot be checked here, so it is not passed on as if it had been.
    if (crypto::claimedLatticeKey(bytes) && !crypto::hasSuite(crypto::kSuiteHybrid))
        return fail("suite_unavailable",
                    "The gateway cannot check signatures of suite 2: it has " + crypto::cryptoLibrary() + ".",
                    "Ask who runs it; suite 2 needs OpenSSL 3.5.");
    const std::lock_guard lock(m_mutex);
    Appended out;
    if (const auto known = m_indexes.find(rights::leafHash(bytes)); known != m_indexes.end()) {
        out.receipt.index = known->second;
    } else {
        KEYREEL_CHECK(m_state.check(bytes, statement));
        out.receipt.index = m_tree.size();
        KEYREEL_CHECK(m_store.appendEntry(out.receipt.index, bytes));
        KEYREEL_CHECK(take(bytes, statement));
        out.isNew = true;
    }
    KEYREEL_TRY(out.receipt.head, signedHead());
    return out;
}

bool GatewayLog::contains(ByteView statement) const {
    const std::lock_guard lock(m_mutex);
    return m_indexes.count(rights::leafHash(statement)) != 0;
}

Result<Bytes> GatewayLog::head() {
    const std::lock_guard lock(m_mutex);
    return signedHead();
}

Result<Bytes> GatewayLog::signedHead() {
    // Never earlier than the head before, as far as clocks wander; a clock that was set back by more had been
    // wrong, and whoever has a right one refuses the heads of that time.
    const std::int64_t clock = m_clock.now();
    const std::int64_t now = m_headTime > clock + kClockSkew ? clock : std::max(clock, m_headTime);
    if (!m_head.empty() && m_headSize == m_tree.size() && now == m_headTime) return m_head;
    KEYREEL_TRY(m_head, rights::signTreeHead({m_tree.size(), m_tree.root(), now}, m_key));
    m_headTime = now;
    m_headSize = m_tree.size();
    return m_head;
}

std::uint64_t GatewayLog::size() const {
    const std::lock_guard lock(m_mutex);
    return m_tree.size();
}

Result<std::vector<TreeHash>> GatewayLog::inclusionProof(std::uint64_t index, std::uint64_t treeSize) const {
    const std::lock_guard lock(m_mutex);
    return m_tree.inclusionProof(index, treeSize);
}

Result<std::vector<TreeHash>> GatewayLog::consistencyProof(std::uint64_t first, std::uint64_t second) const {
    const std::lock_guard lock(m_mutex);
    return m_tree.consistencyProof(first, second);
}

Status GatewayLog::checkDevice(const PublicKey& account, const PublicKey& device,
                               std::string_view purpose) const {
    const std::lock_guard lock(m_mutex);
    if (m_state.deviceRegistered(account, device, m_clock.now(), purpose)) return {};
    if (m_state.deviceRevoked(account, device))
        return fail("device_revoked", "This device was revoked by its account.",
                    "Use another device of the account.");
    return fail("device_unknown", "This device is not registered for this.", "Register the device first.");
}

Status GatewayLog::checkDevice(const PublicKey& device, std::string_view purpose) const {
    std::set<PublicKey> accounts;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_accountsOf.find(device); found != m_accountsOf.end())
            accounts = found->second;
    }
    Status refusal = fail("device_unknown", "This device is not registered.", "Register the device first.");
    for (const PublicKey& account : accounts) {
        Status status = checkDevice(account, device, purpose);
        if (status) return status;
        if (status.error().code == "device_revoked") refusal = status;
    }
    return refusal;
}

std::vector<PublicKey> GatewayLog::accountsOf(const PublicKey& device) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_accountsOf.find(device);
    if (found == m_accountsOf.end()) return {};
    return {found->second.begin(), found->second.end()};
}

bool GatewayLog::hasAccess(const PublicKey& account, const ContentId& contentId) const {
    const std::lock_guard lock(m_mutex);
    return m_state.hasAccess(account, contentId);
}

std::optional<rights::AssetRecord> GatewayLog::asset(const ContentId& contentId) const {
    const std::lock_guard lock(m_mutex);
    const rights::AssetRecord* found = m_state.asset(contentId);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace keyreel::gateway
