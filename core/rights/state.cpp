#include "core/rights/state.h"

#include <algorithm>
#include <limits>

#include "core/crypto/cose.h"

namespace keyreel::rights {

namespace {

constexpr std::size_t kMaxRoyaltyRows = 64;

}  // namespace

crypto::Digest policyOf(const AssetRecord& record) {
    return policyDigestOf(record.terms.access, record.mint.creator, record.policyRevision,
                          suiteOf(record.terms));
}

bool wentThrough(const Holding& holding, const AccountId& account, std::int64_t time) {
    return std::any_of(holding.before.begin(), holding.before.end(), [&](const PastHolding& past) {
        return past.account == account && past.since <= time && time <= past.until;
    });
}

Status State::apply(std::uint64_t index, ByteView bytes) {
    KEYREEL_TRY(const Statement statement, verifyStatement(bytes));
    return apply(index, bytes, statement);
}

Status State::apply(std::uint64_t index, ByteView bytes, const Statement& statement) {
    KEYREEL_CHECK(check(bytes, statement));
    m_applied.insert(crypto::sha256(bytes));
    std::visit([&](const auto& kind) { commit(index, kind); }, statement);
    if (const auto latticeKey = crypto::claimedLatticeKey(bytes)) {
        m_latticeKeys.emplace(signerOf(statement), *latticeKey);
        if (const auto* registration = std::get_if<DeviceRegistration>(&statement))
            m_devices.at({registration->account, registration->device}).signedBySuite2 = true;
    }
    return {};
}

Status State::check(ByteView bytes, const Statement& statement) const {
    if (m_applied.count(crypto::sha256(bytes)) != 0)
        return fail("statement_duplicate", "This statement is in force already.");
    KEYREEL_CHECK(checkSuite(signerOf(statement), bytes));
    return std::visit([this](const auto& kind) { return check(kind); }, statement);
}

Status State::checkSuite(const AccountId& account, ByteView bytes) const {
    const auto known = latticeKey(account);
    if (!known || crypto::claimedLatticeKey(bytes) == known) return {};
    return fail("suite_required",
                "This account signs with a second, quantum-safe key, and the statement is not signed by it.",
                "Sign it on a computer with OpenSSL 3.5 or later.");
}

std::optional<crypto::Digest> State::latticeKey(const AccountId& account) const {
    const auto found = m_latticeKeys.find(account);
    return found == m_latticeKeys.end() ? std::nullopt : std::optional(found->second);
}

Result<const AssetRecord*> State::assetOf(const ContentId& contentId, const AccountId& creator) const {
    const AssetRecord* record = asset(contentId);
    if (record == nullptr) return fail("asset_unknown", "No asset with this content id was minted.");
    if (record->mint.creator != creator)
        return fail("not_creator", "Only the creator of the asset may say this.");
    return record;
}

Status State::check(const DeviceRegistration& s) const {
    const DeviceKey key{s.account, s.device};
    if (m_revokedDevices.count(key) != 0)
        return fail("device_revoked", "The device was revoked; a revocation is final.",
                    "Make a new device key.");
    const auto found = m_devices.find(key);
    if (found != m_devices.end() && found->second.registration.time >= s.time)
        return fail("registration_outdated", "A later registration of this device is in force.");
    return {};
}

void State::commit(std::uint64_t index, const DeviceRegistration& s) {
    m_devices[{s.account, s.device}] = DeviceRecord{s, index, false};
}

Status State::check(const DeviceRevocation& s) const {
    if (m_revokedDevices.count({s.account, s.device}) != 0)
        return fail("revocation_duplicate", "The device is revoked already.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const DeviceRevocation& s) {
    m_revokedDevices.insert({s.account, s.device});
}

Status State::check(const AssetMint& s) const {
    if (m_assets.count(s.contentId) != 0)
        return fail("asset_exists", "An asset with this content id was minted before.");
    unsigned total = 0;
    for (const RoyaltyShare& row : s.royalties)
        total += row.units;
    const unsigned expected = 1000U - m_rules.protocolShare;
    if (total != expected)
        return fail("royalty_total",
                    "The royalty rows total " + std::to_string(total) + " units instead of " +
                        std::to_string(expected) + ".",
                    "Correct the split.");
    return {};
}

void State::commit(std::uint64_t index, const AssetMint& s) {
    AssetRecord record;
    record.mint = s;
    record.terms = s.terms;
    record.mintIndex = record.termsIndex = index;
    for (const RoyaltyShare& row : s.royalties)
        record.royalties.emplace(row.account, row.units);
    m_assets.emplace(s.contentId, std::move(record));
}

Status State::check(const AssetUpdate& s) const {
    KEYREEL_TRY(const AssetRecord* record, assetOf(s.contentId, s.creator));
    if (record->unpublished) return fail("asset_unpublished", "The asset was unpublished.");
    if (record->revision == std::numeric_limits<std::uint32_t>::max() || s.revision != record->revision + 1)
        return fail("revision_conflict", "The update is revision " + std::to_string(s.revision) +
                                             ", in force is " + std::to_string(record->revision) + ".");
    if (suiteOf(s.terms) < suiteOf(record->terms))
        return fail("suite_downgrade", "The film's maker required suite 2, and that is for ever.");
    if (s.terms.supply < record->granted)
        return fail("supply_exhausted", "More grants are held than the new supply allows.");
    return {};
}

void State::commit(std::uint64_t index, const AssetUpdate& s) {
    AssetRecord& record = m_assets.at(s.contentId);
    record.termsIndex = index;
    if (s.terms.policyDigest != record.terms.policyDigest) record.policyRevision = s.revision;
    record.terms = s.terms;
    record.revision = s.revision;
}

Status State::check(const AssetUnpublish& s) const {
    KEYREEL_TRY(const AssetRecord* record, assetOf(s.contentId, s.creator));
    if (record->unpublished) return fail("asset_unpublished", "The asset was unpublished before.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const AssetUnpublish& s) {
    m_assets.at(s.contentId).unpublished = true;
}

Status State::checkSeller(const AccessGrant& s, const AssetRecord& record) const {
    if (s.grantor == record.mint.creator) return {};
    const auto found = m_delegations.find({s.contentId, s.grantor});
    if (found == m_delegations.end())
        return fail("not_creator", "Only the creator of the asset, or a seller they name, may say this.");
    // Without an order a seller could give away what is not theirs.
    if (s.order.empty()) return fail("order_missing", "A sale needs the buyer's signed order.");
    const Delegation& delegation = found->second;
    if (s.time < delegation.time || s.time > delegation.notAfter)
        return fail("delegation_ended", "The seller may not sell this asset at this time.",
                    "Ask the creator for a new delegation.");
    if (delegation.used >= delegation.supply)
        return fail("delegation_exhausted",
                    "The seller has sold all " + std::to_string(delegation.supply) + " editions they may.",
                    "Ask the creator for a new delegation.");
    if (m_shutOut.count({s.contentId, s.account}) != 0)
        return fail("grant_revoked", "The creator has revoked the account's access.",
                    "Only the creator can give it back.");
    return {};
}

Status State::checkReceiver(const AccessKey& key, std::int64_t time) const {
    if (m_grants.count(key) != 0) return fail("grant_duplicate", "The account holds a grant already.");
    const auto revoked = m_revocations.find(key);
    if (revoked != m_revocations.end() && time <= revoked->second)
        return fail("grant_revoked", "The account's access was revoked at this time or later.",
                    "Grant access anew.");
    return {};
}

Status State::check(const AccessGrant& s) const {
    const AssetRecord* record = asset(s.contentId);
    if (record == nullptr) return fail("asset_unknown", "No asset with this content id was minted.");
    KEYREEL_CHECK(checkSeller(s, *record));
    if (record->unpublished) return fail("asset_unpublished", "The asset was unpublished.");
    if (s.account == record->mint.creator) return fail("grant_needless", "The creator has access already.");
    const AccessKey key{s.contentId, s.account};
    KEYREEL_CHECK(checkReceiver(key, s.time));
    // On a free asset a grant only lifts a revocation.
    if (record->terms.access == AccessMethod::Free && m_revocations.count(key) == 0)
        return fail("grant_needless", "The asset is free.");
    if (record->granted >= record->terms.supply)
        return fail("supply_exhausted", "All " + std::to_string(record->terms.supply) + " editions are held.",
                    "Raise the supply with an update.");
    return checkOrder(s, *record);
}

Status State::checkOrder(const AccessGrant& s, const AssetRecord& record) const {
    const bool sold =
        record.terms.access == AccessMethod::BuyOnce || record.terms.access == AccessMethod::BuyAndResell;
    if (!sold) {
        if (!s.order.empty())
            return fail("order_unexpected", "The asset is not sold; no order belongs here.");
        return {};
    }
    if (s.order.empty()) return fail("order_missing", "A sale needs the buyer's signed order.");
    if (m_usedOrders.count(crypto::sha256(s.order)) != 0)
        return fail("order_used", "The order has served a grant before.");
    KEYREEL_TRY(const Order order, verifyOrder(s.order));
    KEYREEL_CHECK(checkSuite(order.account, s.order));
    if (order.contentId != s.contentId || order.account != s.account || order.price != record.terms.price ||
        order.currency != record.terms.currency)
        return fail("order_mismatch", "The order is for another asset, buyer or price.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const AccessGrant& s) {
    const AccessKey key{s.contentId, s.account};
    m_grants[key] = Holding{s.time, {}};
    m_grantsByAccount.insert({s.account, s.contentId});
    m_shutOut.erase(key);
    AssetRecord& record = m_assets.at(s.contentId);
    ++record.granted;
    if (s.grantor != record.mint.creator) ++m_delegations.at({s.contentId, s.grantor}).used;
    if (!s.order.empty()) m_usedOrders.insert(crypto::sha256(s.order));
}

Status State::check(const AccessRevocation& s) const {
    KEYREEL_TRY(const AssetRecord* record, assetOf(s.contentId, s.revoker));
    static_cast<void>(record);
    const AccessKey key{s.contentId, s.account};
    const auto revoked = m_revocations.find(key);
    if (revoked != m_revocations.end() && m_shutOut.count(key) != 0 && s.time <= revoked->second)
        return fail("revocation_duplicate", "The access is revoked already.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const AccessRevocation& s) {
    const AccessKey key{s.contentId, s.account};
    endHolding(key);
    // Whoever was revoked could give nothing away from then on, in whatever order the log shows it.
    std::vector<AccessKey> voided;
    for (auto it = m_grants.lower_bound({s.contentId, AccountId{}});
         it != m_grants.end() && it->first.first == s.contentId; ++it)
        if (wentThrough(it->second, s.account, s.time)) voided.push_back(it->first);
    for (const AccessKey& each : voided)
        endHolding(each);
    std::int64_t& time = m_revocations.emplace(key, s.time).first->second;
    if (s.time > time) time = s.time;
    m_shutOut.insert(key);
}

void State::endHolding(const AccessKey& key) {
    if (m_grants.erase(key) == 0) return;
    m_grantsByAccount.erase({key.second, key.first});
    --m_assets.at(key.first).granted;
}

Status State::check(const SaleDelegation& s) const {
    KEYREEL_TRY(const AssetRecord* record, assetOf(s.contentId, s.creator));
    if (record->unpublished) return fail("asset_unpublished", "The asset was unpublished.");
    const auto found = m_delegations.find({s.contentId, s.seller});
    if (found != m_delegations.end() && found->second.time >= s.time)
        return fail("delegation_outdated", "A later delegation to this seller is in force.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const SaleDelegation& s) {
    Delegation& delegation = m_delegations[{s.contentId, s.seller}];
    delegation.supply = s.supply;
    delegation.notAfter = s.notAfter;
    delegation.time = s.time;
}

Status State::check(const AccessTransfer& s) const {
    const AssetRecord* record = asset(s.contentId);
    if (record == nullptr) return fail("asset_unknown", "No asset with this content id was minted.");
    const auto held = m_grants.find({s.contentId, s.holder});
    if (held == m_grants.end())
        return fail("not_holder", "The account holds no access that it could give away.");
    if (record->terms.access != AccessMethod::BuyAndResell)
        return fail("transfer_forbidden", "The creator does not let this access be passed on.");
    if (s.time < held->second.since)
        return fail("not_holder", "The account did not hold the access yet at the time of the transfer.");
    if (s.account == record->mint.creator) return fail("grant_needless", "The creator has access already.");
    if (m_shutOut.count({s.contentId, s.account}) != 0)
        return fail("grant_revoked", "The creator has revoked the account's access.",
                    "Only the creator can give it back.");
    return checkReceiver({s.contentId, s.account}, s.time);
}

void State::commit(std::uint64_t /*index*/, const AccessTransfer& s) {
    auto node = m_grants.extract(AccessKey{s.contentId, s.holder});
    Holding& holding = node.mapped();
    holding.before.push_back({s.holder, holding.since, s.time});
    holding.since = s.time;
    node.key() = {s.contentId, s.account};
    m_grants.insert(std::move(node));
    m_grantsByAccount.erase({s.holder, s.contentId});
    m_grantsByAccount.insert({s.account, s.contentId});
}

Status State::check(const RoyaltyTransfer& s) const {
    const AssetRecord* record = asset(s.contentId);
    if (record == nullptr) return fail("asset_unknown", "No asset with this content id was minted.");
    const auto row = record->royalties.find(s.holder);
    const unsigned held = row == record->royalties.end() ? 0 : row->second;
    if (held < s.units)
        return fail("royalty_missing", "The account holds " + std::to_string(held) +
                                           " units of the royalties, not " + std::to_string(s.units) + ".");
    if (held > s.units && record->royalties.size() >= kMaxRoyaltyRows &&
        record->royalties.count(s.account) == 0)
        return fail("royalty_rows", "The royalties are split among as many accounts as can be.");
    return {};
}

void State::commit(std::uint64_t /*index*/, const RoyaltyTransfer& s) {
    auto& royalties = m_assets.at(s.contentId).royalties;
    const auto row = royalties.find(s.holder);
    row->second = static_cast<std::uint16_t>(row->second - s.units);
    if (row->second == 0) royalties.erase(row);
    std::uint16_t& theirs = royalties[s.account];
    theirs = static_cast<std::uint16_t>(theirs + s.units);
}

bool State::reflects(const Statement& revocation) const {
    if (const auto* device = std::get_if<DeviceRevocation>(&revocation))
        return deviceRevoked(device->account, device->device);
    if (const auto* access = std::get_if<AccessRevocation>(&revocation)) {
        const auto found = m_revocations.find({access->contentId, access->account});
        return found != m_revocations.end() && found->second >= access->time;
    }
    return false;
}

bool State::deviceRegistered(const AccountId& account, const DeviceId& device, std::int64_t now,
                             std::string_view purpose) const {
    const auto found = m_devices.find({account, device});
    if (found == m_devices.end() || deviceRevoked(account, device)) return false;
    const DeviceRegistration& registration = found->second.registration;
    if (now > registration.notAfter) return false;
    if (purpose.empty()) return true;
    for (const std::string& allowed : registration.purposes)
        if (allowed == purpose) return true;
    return false;
}

std::optional<std::int64_t> State::lastRevocation(const AccountId& account,
                                                  const ContentId& contentId) const {
    const auto found = m_revocations.find({contentId, account});
    return found == m_revocations.end() ? std::nullopt : std::optional(found->second);
}

const DeviceRecord* State::device(const AccountId& account, const DeviceId& device) const {
    const auto found = m_devices.find({account, device});
    return found == m_devices.end() ? nullptr : &found->second;
}

bool State::deviceRevoked(const AccountId& account, const DeviceId& device) const {
    return m_revokedDevices.count({account, device}) != 0;
}

bool State::hasAccess(const AccountId& account, const ContentId& contentId) const {
    const AssetRecord* record = asset(contentId);
    if (record == nullptr) return false;
    if (record->mint.creator == account) return true;
    if (m_shutOut.count({contentId, account}) != 0) return false;
    if (m_grants.count({contentId, account}) != 0) return true;
    return record->terms.access == AccessMethod::Free && !record->unpublished;
}

const AssetRecord* State::asset(const ContentId& contentId) const {
    const auto found = m_assets.find(contentId);
    return found == m_assets.end() ? nullptr : &found->second;
}

std::vector<DeviceRecord> State::devicesOf(const AccountId& account) const {
    std::vector<DeviceRecord> out;
    for (auto it = m_devices.lower_bound({account, DeviceId{}});
         it != m_devices.end() && it->first.first == account; ++it)
        if (m_revokedDevices.count(it->first) == 0) out.push_back(it->second);
    return out;
}

const Holding* State::holding(const ContentId& contentId, const AccountId& account) const {
    const auto found = m_grants.find({contentId, account});
    return found == m_grants.end() ? nullptr : &found->second;
}

std::vector<std::pair<AccountId, Delegation>> State::delegationsOf(const ContentId& contentId) const {
    std::vector<std::pair<AccountId, Delegation>> sellers;
    for (auto found = m_delegations.lower_bound({contentId, AccountId{}});
         found != m_delegations.end() && found->first.first == contentId; ++found)
        sellers.emplace_back(found->first.second, found->second);
    return sellers;
}

std::optional<Delegation> State::delegation(const ContentId& contentId, const AccountId& seller) const {
    const auto found = m_delegations.find({contentId, seller});
    if (found == m_delegations.end()) return std::nullopt;
    return found->second;
}

std::vector<AccountId> State::granteesOf(const ContentId& contentId) const {
    std::vector<AccountId> out;
    for (auto it = m_grants.lower_bound({contentId, AccountId{}});
         it != m_grants.end() && it->first.first == contentId; ++it)
        out.push_back(it->first.second);
    return out;
}

std::vector<ContentId> State::grantsOf(const AccountId& account) const {
    std::vector<ContentId> out;
    for (auto it = m_grantsByAccount.lower_bound({account, ContentId{}});
         it != m_grantsByAccount.end() && it->first == account; ++it)
        out.push_back(it->second);
    return out;
}

}  // namespace keyreel::rights
