#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/gateway/gateway_api.h"
#include "core/gateway/gateway_store.h"
#include "core/rights/merkle.h"
#include "core/rights/state.h"

namespace keyreel::gateway {

/// The rights log as its gateway keeps it: the entries in the store, tree and state in memory, rebuilt at
/// start. It appends only what rights::State accepts, and signs only heads whose entries are durable. Thread:
/// any.
class GatewayLog {
public:
    /// Reads and verifies every entry again. `store` and `clock` outlive the log. Code
    /// `gateway_store_unusable` when an entry does not stand.
    static Result<std::unique_ptr<GatewayLog>> open(GatewayStore& store, crypto::SigningKey logKey,
                                                    const Clock& clock);

    struct Appended {
        StatementReceipt receipt;
        bool isNew = false;
    };
    /// The same bytes again give the same index. Codes: `suite_unavailable`, those of rights::verifyStatement
    /// and rights::State::check, and the store's.
    Result<Appended> append(ByteView statement);

    /// Whether these very bytes are an entry.
    [[nodiscard]] bool contains(ByteView statement) const;
    /// A signed head over everything in the log, at most a second old.
    Result<Bytes> head();
    [[nodiscard]] std::uint64_t size() const;
    /// Code `merkle_range`.
    [[nodiscard]] Result<std::vector<TreeHash>> inclusionProof(std::uint64_t index,
                                                               std::uint64_t treeSize) const;
    [[nodiscard]] Result<std::vector<TreeHash>> consistencyProof(std::uint64_t first,
                                                                 std::uint64_t second) const;

    /// Registered by `account` for `purpose`, not revoked. Codes: `device_unknown`, `device_revoked`.
    [[nodiscard]] Status checkDevice(const PublicKey& account, const PublicKey& device,
                                     std::string_view purpose) const;
    /// As above for any account that has registered this device.
    [[nodiscard]] Status checkDevice(const PublicKey& device, std::string_view purpose) const;
    /// Accounts that ever registered this device.
    [[nodiscard]] std::vector<PublicKey> accountsOf(const PublicKey& device) const;
    [[nodiscard]] std::optional<rights::AssetRecord> asset(const ContentId& contentId) const;
    [[nodiscard]] bool hasAccess(const PublicKey& account, const ContentId& contentId) const;
    [[nodiscard]] const crypto::PublicKey& key() const { return m_key.publicKey(); }

private:
    GatewayLog(GatewayStore& store, crypto::SigningKey key, const Clock& clock)
        : m_store(store), m_key(std::move(key)), m_clock(clock) {}
    Status take(ByteView bytes, const rights::Statement& statement);
    Result<Bytes> signedHead();

    GatewayStore& m_store;
    crypto::SigningKey m_key;
    const Clock& m_clock;
    mutable std::mutex m_mutex;  ///< Guards what follows.
    rights::MerkleTree m_tree;
    rights::State m_state;
    std::map<TreeHash, std::uint64_t> m_indexes;            ///< By leaf hash.
    std::map<PublicKey, std::set<PublicKey>> m_accountsOf;  ///< Accounts that ever registered a device.
    Bytes m_head;
    std::int64_t m_headTime = 0;
    std::uint64_t m_headSize = 0;
};

}  // namespace keyreel::gateway
