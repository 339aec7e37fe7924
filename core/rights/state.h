#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/rights/statement.h"

namespace keyreel::rights {

/// What the fold needs to know beside the entries; the same everywhere for one log.
struct StateRules {
    unsigned protocolShare = 0;  ///< Thousandths of the royalties; 0 on the embedded gateway.
};

struct DeviceRecord {
    DeviceRegistration registration;
    std::uint64_t index = 0;      ///< Of the log entry.
    bool signedBySuite2 = false;  ///< By both keys of the account.
};

struct AssetRecord {
    AssetMint mint;
    AssetTerms terms;  ///< In force: the mint's, or of the last update.
    std::uint32_t revision = 0;
    std::uint32_t policyRevision = 0;  ///< The revision that set `terms.policyDigest`.
    bool unpublished = false;
    std::uint64_t mintIndex = 0;
    std::uint64_t termsIndex = 0;                  ///< Of the entry that set `terms`.
    std::uint32_t granted = 0;                     ///< Grants held now.
    std::map<AccountId, std::uint16_t> royalties;  ///< Units held now; the total never changes.
};

/// What shares of the asset have to be bound to, by the log alone and whatever its terms claim: the creator's
/// own policy, and of the revision that sealed them last.
crypto::Digest policyOf(const AssetRecord& record);

/// A grant that somebody held for a while and gave away.
struct PastHolding {
    AccountId account{};
    std::int64_t since = 0;  ///< `time` of the statement that gave it to them.
    std::int64_t until = 0;  ///< `time` of their transfer.
    friend bool operator==(const PastHolding&, const PastHolding&) = default;
};

/// A grant that is held now, and through whose hands it went: whoever was revoked while it was theirs could
/// not give it away.
struct Holding {
    std::int64_t since = 0;
    std::vector<PastHolding> before;  ///< Oldest first.
    friend bool operator==(const Holding&, const Holding&) = default;
};

/// Was the grant `account`'s at `time`, before they gave it away? A revocation of then makes it void.
bool wentThrough(const Holding& holding, const AccountId& account, std::int64_t time);

/// What a seller may do for an asset.
struct Delegation {
    std::uint32_t supply = 0;
    std::uint32_t used = 0;  ///< Grants made so far, under this one and those that it replaced.
    std::int64_t notAfter = 0;
    std::int64_t time = 0;
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

/// What the log's entries mean: a pure fold, so the same entries give the same state everywhere. A statement
/// that may not stand (wrong creator, duplicate, contradiction) is refused with a code and changes nothing,
/// whether it is in the log or not. A value; thread: as a map.
class State {
public:
    explicit State(StateRules rules = {}) : m_rules(rules) {}

    /// Applies the entry at `index` (one more than the last one). `bytes` is the signed entry, `statement`
    /// what verifyStatement() made of it. Refusals: `statement_duplicate`, `device_revoked`,
    /// `registration_outdated`, `revocation_duplicate`, `asset_exists`, `asset_unknown`, `not_creator`,
    /// `royalty_total`, `revision_conflict`, `asset_unpublished`, `supply_exhausted`, `grant_duplicate`,
    /// `grant_needless`, `grant_revoked` (not later than a revocation), `order_missing`, `order_unexpected`,
    /// `order_mismatch`, `order_used`, verifyOrder()'s; `not_delegated`, `delegation_ended`,
    /// `delegation_exhausted`, `delegation_outdated`; `not_holder`, `transfer_forbidden`, `royalty_missing`,
    /// `royalty_rows`; `suite_required` (checkSuite). Use apply(index, bytes) unless the statement is
    /// verified already.
    Status apply(std::uint64_t index, ByteView bytes, const Statement& statement);
    /// Verifies, then applies: also the refusals of verifyStatement().
    Status apply(std::uint64_t index, ByteView bytes);
    /// Would apply() accept it? Changes nothing; for a gateway before it appends.
    [[nodiscard]] Status check(ByteView bytes, const Statement& statement) const;

    /// Whoever signed one statement in force by suite 2 signs everything by it, with the same ML-DSA key:
    /// what `account` signed as `bytes` by less, an order as well, is refused as `suite_required`. Nobody who
    /// could forge Ed25519 alone can speak for them any more.
    [[nodiscard]] Status checkSuite(const AccountId& account, ByteView bytes) const;
    /// The ML-DSA key (CoseSign1::latticeKey) that the account signs with; none while it signs by suite 1.
    [[nodiscard]] std::optional<crypto::Digest> latticeKey(const AccountId& account) const;

    /// What the revocation demands is so already, through it or another; false for all other kinds.
    [[nodiscard]] bool reflects(const Statement& revocation) const;

    /// Registered by the account, not revoked, not past `notAfter`, and for `purpose` if one is given.
    [[nodiscard]] bool deviceRegistered(const AccountId& account, const DeviceId& device, std::int64_t now,
                                        std::string_view purpose = {}) const;
    /// Revoked by this account. Another account's word about the same device counts for nothing.
    [[nodiscard]] bool deviceRevoked(const AccountId& account, const DeviceId& device) const;
    /// The creator always; else a grant, or the asset is free and published; never after a revocation.
    [[nodiscard]] bool hasAccess(const AccountId& account, const ContentId& contentId) const;
    /// The time of the latest revocation of this access; a grant must be later to count.
    [[nodiscard]] std::optional<std::int64_t> lastRevocation(const AccountId& account,
                                                             const ContentId& contentId) const;
    /// The registration in force, also when it has expired or was revoked; null when there is none; lives
    /// until the next apply().
    [[nodiscard]] const DeviceRecord* device(const AccountId& account, const DeviceId& device) const;
    /// Null when there is none; lives until the next apply().
    [[nodiscard]] const AssetRecord* asset(const ContentId& contentId) const;
    [[nodiscard]] const std::map<ContentId, AssetRecord>& assets() const { return m_assets; }
    /// The account's devices that are registered and not revoked, some perhaps expired.
    [[nodiscard]] std::vector<DeviceRecord> devicesOf(const AccountId& account) const;
    /// Accounts that hold a grant, sorted by key.
    [[nodiscard]] std::vector<AccountId> granteesOf(const ContentId& contentId) const;
    /// Null when the account holds no grant; lives until the next apply().
    [[nodiscard]] const Holding* holding(const ContentId& contentId, const AccountId& account) const;
    /// None when the creator never named this seller.
    [[nodiscard]] std::optional<Delegation> delegation(const ContentId& contentId,
                                                       const AccountId& seller) const;
    /// All whom the creator ever named, sorted by key.
    [[nodiscard]] std::vector<std::pair<AccountId, Delegation>> delegationsOf(
        const ContentId& contentId) const;
    /// Assets for which the account holds a grant, sorted by id.
    [[nodiscard]] std::vector<ContentId> grantsOf(const AccountId& account) const;

private:
    using DeviceKey = std::pair<AccountId, DeviceId>;
    using AccessKey = std::pair<ContentId, AccountId>;

    [[nodiscard]] Result<const AssetRecord*> assetOf(const ContentId& contentId,
                                                     const AccountId& creator) const;
    [[nodiscard]] Status checkOrder(const AccessGrant& grant, const AssetRecord& asset) const;
    [[nodiscard]] Status check(const DeviceRegistration& statement) const;
    [[nodiscard]] Status check(const DeviceRevocation& statement) const;
    [[nodiscard]] Status check(const AssetMint& statement) const;
    [[nodiscard]] Status check(const AssetUpdate& statement) const;
    [[nodiscard]] Status check(const AssetUnpublish& statement) const;
    [[nodiscard]] Status check(const AccessGrant& statement) const;
    [[nodiscard]] Status check(const AccessRevocation& statement) const;
    [[nodiscard]] Status check(const SaleDelegation& statement) const;
    [[nodiscard]] Status check(const AccessTransfer& statement) const;
    [[nodiscard]] Status check(const RoyaltyTransfer& statement) const;
    void commit(std::uint64_t index, const DeviceRegistration& statement);
    void commit(std::uint64_t index, const DeviceRevocation& statement);
    void commit(std::uint64_t index, const AssetMint& statement);
    void commit(std::uint64_t index, const AssetUpdate& statement);
    void commit(std::uint64_t index, const AssetUnpublish& statement);
    void commit(std::uint64_t index, const AccessGrant& statement);
    void commit(std::uint64_t index, const AccessRevocation& statement);
    void commit(std::uint64_t index, const SaleDelegation& statement);
    void commit(std::uint64_t index, const AccessTransfer& statement);
    void commit(std::uint64_t index, const RoyaltyTransfer& statement);
    [[nodiscard]] Status checkSeller(const AccessGrant& grant, const AssetRecord& asset) const;
    [[nodiscard]] Status checkReceiver(const AccessKey& key, std::int64_t time) const;
    void endHolding(const AccessKey& key);

    StateRules m_rules;
    std::map<DeviceKey, DeviceRecord> m_devices;
    std::set<DeviceKey> m_revokedDevices;
    std::map<ContentId, AssetRecord> m_assets;
    std::map<AccessKey, Holding> m_grants;
    std::map<AccessKey, Delegation> m_delegations;  // by asset and seller
    std::set<std::pair<AccountId, ContentId>> m_grantsByAccount;
    std::map<AccessKey, std::int64_t> m_revocations;  // time of the latest one
    std::set<AccessKey> m_shutOut;                    // revoked and not granted since
    std::map<AccountId, crypto::Digest> m_latticeKeys;
    std::set<crypto::Digest> m_usedOrders;
    std::set<crypto::Digest> m_applied;
};

}  // namespace keyreel::rights
