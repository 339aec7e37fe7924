#include "core/rights/replica.h"

#include <mutex>
#include <set>
#include <shared_mutex>
#include <variant>

#include "core/base/log.h"

namespace keyreel::rights {

namespace {

// Anyone can sign revocations of devices that never were registered, so those get less room.
/// Seconds by which the time of the stored head may be behind: whoever is asked for it syncs no disk.
constexpr std::int64_t kRenewalKept = 30;
constexpr std::size_t kMaxPendingKnown = 65536;
constexpr std::size_t kMaxPendingUnknown = 1024;
// A log that lies all day adds nothing to what the first proofs show.
constexpr std::size_t kMaxEvidence = 64;

}  // namespace

namespace {

struct Pending {
    DirectRevocation record;
    Statement statement;
};

}  // namespace

struct Replica::Core {
    Core(const crypto::PublicKey& key, const Clock& theClock, ReplicaStore* theStore,
         ReplicaOptions theOptions)
        : logKey(key), clock(theClock), store(theStore), options(theOptions), state(theOptions.rules) {}

    crypto::PublicKey logKey;
    const Clock& clock;
    ReplicaStore* store;
    ReplicaOptions options;

    // One update at a time; guards the tree. Taken before `mutex`.
    std::mutex updating;
    MerkleTree tree;

    // Guards all that follows. Writers hold `updating` as well.
    mutable std::shared_mutex mutex;
    State state;
    std::vector<Bytes> entries;
    Bytes headBytes;
    std::optional<TreeHead> head;
    std::int64_t storedTime = 0;  ///< Of the head that the store has.
    std::vector<Pending> pending;
    std::vector<Evidence> evidence;
    std::set<std::pair<AccountId, DeviceId>> revokedDevices;
    std::set<std::pair<ContentId, AccountId>> revokedAccess;
    std::size_t pendingUnknown = 0;

    void overlay(const Statement& statement);
    Status keepEvidence(Evidence proof);
    Status settleRevocations();
    /// The head in force is from a time when some clock was wrong.
    [[nodiscard]] bool headIsToCome() const {
        return head && head->timestamp > clock.now() + options.headClockSkew;
    }
    Status judgeOlder(const TreeHead& next, ByteView nextBytes);
    Status judgeMismatch(const TreeHead& next, ByteView nextBytes, std::span<const crypto::Digest> proof,
                         const crypto::Digest& heldRoot);
    void append(std::span<const Bytes> added);
    Status restore();
};

/// Puts one revocation into the sets that queries look at. Call with `mutex` held for writing, or before
/// sharing.
void Replica::Core::overlay(const Statement& statement) {
    if (const auto* device = std::get_if<DeviceRevocation>(&statement)) {
        revokedDevices.insert({device->account, device->device});
        if (!state.deviceRegistered(device->account, device->device, 0)) ++pendingUnknown;
    } else if (const auto* access = std::get_if<AccessRevocation>(&statement)) {
        revokedAccess.insert({access->contentId, access->account});
    }
}

Status Replica::Core::keepEvidence(Evidence proof) {
    proof.time = clock.now();
    for (const Evidence& known : evidence)
        if (known.code == proof.code && known.firstHead == proof.firstHead &&
            known.secondHead == proof.secondHead && known.statement == proof.statement)
            return {};
    if (evidence.size() >= kMaxEvidence) return {};
    if (store != nullptr) KEYREEL_CHECK(store->addEvidence(proof));
    log(LogLevel::Error, "rights", "Evidence against the rights log: " + proof.code);
    const std::unique_lock lock(mutex);
    evidence.push_back(std::move(proof));
    return {};
}

/// Drops the direct revocations that the log includes now, and keeps evidence of those that it should
/// include.
Status Replica::Core::settleRevocations() {
    std::vector<Pending> left;
    bool changed = false;
    for (const Pending& waiting : pending) {
        if (state.reflects(waiting.statement)) {
            if (store != nullptr) KEYREEL_CHECK(store->dropRevocation(waiting.record.statement));
            changed = true;
            continue;
        }
        left.push_back(waiting);
        DirectRevocation& record = left.back().record;
        if (!record.reported && head && !headIsToCome() &&
            head->timestamp > record.received + options.mergeDelay) {
            Evidence proof;
            proof.code = "log_withheld";
            proof.firstHead = headBytes;
            proof.statement = record.statement;
            KEYREEL_CHECK(keepEvidence(std::move(proof)));
            record.reported = true;
            if (store != nullptr) KEYREEL_CHECK(store->addRevocation(record));
            changed = true;
        }
    }
    if (!changed) return {};
    const std::unique_lock lock(mutex);
    pending = std::move(left);
    revokedDevices.clear();
    revokedAccess.clear();
    pendingUnknown = 0;
    for (const Pending& waiting : pending)
        overlay(waiting.statement);
    return {};
}

/// A head that is not larger than the one held and not the same.
Status Replica::Core::judgeOlder(const TreeHead& next, ByteView nextBytes) {
    KEYREEL_TRY(const crypto::Digest root, tree.rootAt(next.size));
    if (root == next.root)
        return fail("log_rollback", "The log answered with an older head of " + std::to_string(next.size) +
                                        " entries; " + std::to_string(tree.size()) + " are known.");
    Evidence proof;
    proof.code = "log_fork";
    proof.firstHead = headBytes;
    proof.secondHead = toBytes(nextBytes);
    KEYREEL_CHECK(keepEvidence(std::move(proof)));
    return fail("log_fork", "The log signed two heads that contradict each other; both are kept as evidence.",
                "Stop trusting this gateway and show the evidence to its operator.");
}

/// A larger head that the held entries and the new ones do not give.
Status Replica::Core::judgeMismatch(const TreeHead& next, ByteView nextBytes,
                                    std::span<const crypto::Digest> proof, const crypto::Digest& heldRoot) {
    // Nothing can contradict the empty log.
    const bool successor =
        tree.size() == 0 || verifyConsistency(tree.size(), heldRoot, next.size, next.root, proof);
    if (successor)
        return fail("log_entries_mismatch", "The entries received do not give the head's root.",
                    "Fetch them again.");
    Evidence evidenceOfFork;
    evidenceOfFork.code = "log_fork";
    evidenceOfFork.firstHead = headBytes;
    evidenceOfFork.secondHead = toBytes(nextBytes);
    KEYREEL_CHECK(keepEvidence(std::move(evidenceOfFork)));
    return fail(
        "log_fork",
        "The log's new head does not continue the one held, and no proof shows that it does; both are "
        "kept as evidence.",
        "Stop trusting this gateway and show the evidence to its operator.");
}

/// Makes entries visible that are in the tree and durable already.
void Replica::Core::append(std::span<const Bytes> added) {
    std::vector<std::optional<Statement>> statements;
    statements.reserve(added.size());
    for (const Bytes& entry : added) {
        auto statement = verifyStatement(entry);
        if (statement)
            statements.emplace_back(std::move(*statement));
        else
            statements.emplace_back(std::nullopt);
    }
    const std::unique_lock lock(mutex);
    for (std::size_t i = 0; i < added.size(); ++i) {
        const std::uint64_t index = entries.size();
        entries.push_back(added[i]);
        if (!statements[i]) continue;
        if (const Status applied = state.apply(index, added[i], *statements[i]); !applied)
            log(LogLevel::Warning, "rights",
                "Log entry " + std::to_string(index) + " has no effect: " + applied.error().code);
    }
}

Status Replica::Core::restore() {
    KEYREEL_TRY(ReplicaContent content, store->load());
    const auto damaged = [](const std::string& what) {
        return fail("replica_damaged", "The stored replica of the log is damaged: " + what + ".",
                    "Remove it; it is fetched again from the gateway.");
    };
    for (const Bytes& entry : content.entries)
        tree.append(entry);
    if (content.head.empty()) {
        if (!content.entries.empty()) return damaged("entries without a head");
    } else {
        const auto stored = verifyTreeHead(content.head, logKey);
        if (!stored) return damaged(stored.error().what);
        if (stored->size != tree.size() || stored->root != tree.root())
            return damaged("its entries do not give the head's root");
        head = *stored;
        storedTime = stored->timestamp;
        headBytes = std::move(content.head);
    }
    append(content.entries);
    evidence = std::move(content.evidence);
    for (DirectRevocation& revocation : content.revocations) {
        auto statement = verifyStatement(revocation.statement);
        if (!statement) return damaged("a revocation without a valid signature");
        overlay(*statement);
        pending.push_back({std::move(revocation), std::move(*statement)});
    }
    return settleRevocations();
}

Replica::Replica(std::unique_ptr<Core> core) : m_core(std::move(core)) {}
Replica::~Replica() = default;

Result<std::unique_ptr<Replica>> Replica::open(const crypto::PublicKey& logKey, const Clock& clock,
                                               ReplicaStore* store, ReplicaOptions options) {
    auto core = std::make_unique<Core>(logKey, clock, store, options);
    if (store != nullptr) KEYREEL_CHECK(core->restore());
    return std::unique_ptr<Replica>(new Replica(std::move(core)));
}

Status Replica::accept(ByteView head, std::span<const Bytes> entries,
                       std::span<const crypto::Digest> consistencyProof) {
    KEYREEL_TRY(const TreeHead next, verifyTreeHead(head, m_core->logKey));
    const std::lock_guard updating(m_core->updating);
    Core& core = *m_core;
    if (next.timestamp > core.clock.now() + core.options.headClockSkew)
        return fail("head_future", "The log's head is from the future.", "Check the clocks.");
    const std::uint64_t held = core.tree.size();
    const crypto::Digest heldRoot = core.tree.root();
    if (next.size < held || (next.size == held && core.head && next.root != heldRoot))
        return core.judgeOlder(next, head);
    // The same log, said earlier: nothing to learn. But a time to come that was believed by a clock that has
    // been set right since gives way, or nothing would be accepted until it has come.
    if (next.size == held && core.head && next.timestamp < core.head->timestamp && !core.headIsToCome())
        return {};
    if (entries.size() != next.size - held)
        return fail("log_entries_missing", "The head adds " + std::to_string(next.size - held) +
                                               " entries, " + std::to_string(entries.size()) +
                                               " were received.");
    for (const Bytes& entry : entries)
        core.tree.append(entry);
    if (core.tree.root() != next.root) {
        core.tree.truncate(held);
        return core.judgeMismatch(next, head, consistencyProof, heldRoot);
    }
    const bool isLater = next.size == held && core.head && next.timestamp >= core.storedTime;
    if (core.store != nullptr && !(isLater && next.timestamp < core.storedTime + kRenewalKept)) {
        if (Status stored = core.store->extend(held, entries, head); !stored) {
            core.tree.truncate(held);
            return stored;
        }
        core.storedTime = next.timestamp;
    }
    core.append(entries);
    {
        const std::unique_lock lock(core.mutex);
        core.head = next;
        core.headBytes = toBytes(head);
    }
    return core.settleRevocations();
}

Status Replica::revoke(ByteView bytes) {
    KEYREEL_TRY(const Statement statement, verifyStatement(bytes));
    const std::lock_guard updating(m_core->updating);
    Core& core = *m_core;
    bool known = true;
    if (const auto* device = std::get_if<DeviceRevocation>(&statement)) {
        known = core.state.deviceRegistered(device->account, device->device, 0);
    } else if (const auto* access = std::get_if<AccessRevocation>(&statement)) {
        const AssetRecord* asset = core.state.asset(access->contentId);
        if (asset == nullptr) return fail("asset_unknown", "No asset with this content id is in the log.");
        if (asset->mint.creator != access->revoker)
            return fail("not_creator", "Only the creator of the asset may revoke access to it.");
    } else {
        return fail("revocation_kind", "The statement is no revocation.",
                    "Send every other statement to the gateway.");
    }
    if (core.state.reflects(statement)) return {};
    KEYREEL_CHECK(core.state.checkSuite(signerOf(statement), bytes));
    for (const Pending& waiting : core.pending)
        if (waiting.statement == statement) return {};
    if (core.pending.size() >= kMaxPendingKnown || (!known && core.pendingUnknown >= kMaxPendingUnknown))
        return fail("busy", "Too many revocations wait for the log.", "Try again later.");
    DirectRevocation revocation;
    revocation.statement = toBytes(bytes);
    revocation.received = core.clock.now();
    if (core.store != nullptr) KEYREEL_CHECK(core.store->addRevocation(revocation));
    const std::unique_lock lock(core.mutex);
    core.overlay(statement);
    core.pending.push_back({std::move(revocation), statement});
    return {};
}

std::uint64_t Replica::size() const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->entries.size();
}

Bytes Replica::head() const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->headBytes;
}

std::optional<TreeHead> Replica::treeHead() const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->head;
}

std::optional<std::int64_t> Replica::headAge() const {
    const std::shared_lock lock(m_core->mutex);
    if (!m_core->head) return std::nullopt;
    return m_core->clock.now() - m_core->head->timestamp;
}

bool Replica::deviceRegistered(const AccountId& account, const DeviceId& device, std::int64_t now,
                               std::string_view purpose) const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->revokedDevices.count({account, device}) == 0 &&
           m_core->state.deviceRegistered(account, device, now, purpose);
}

bool Replica::deviceRevoked(const AccountId& account, const DeviceId& device) const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->revokedDevices.count({account, device}) != 0 ||
           m_core->state.deviceRevoked(account, device);
}

bool Replica::hasAccess(const AccountId& account, const ContentId& contentId) const {
    const std::shared_lock lock(m_core->mutex);
    if (m_core->revokedAccess.count({contentId, account}) != 0) return false;
    if (const Holding* holding = m_core->state.holding(contentId, account))
        for (const Pending& waiting : m_core->pending)
            if (const auto* access = std::get_if<AccessRevocation>(&waiting.statement);
                access != nullptr && access->contentId == contentId &&
                wentThrough(*holding, access->account, access->time))
                return false;
    return m_core->state.hasAccess(account, contentId);
}

std::optional<AssetRecord> Replica::asset(const ContentId& contentId) const {
    const std::shared_lock lock(m_core->mutex);
    const AssetRecord* record = m_core->state.asset(contentId);
    if (record == nullptr) return std::nullopt;
    return *record;
}

std::optional<crypto::Digest> Replica::latticeKey(const AccountId& account) const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->state.latticeKey(account);
}

std::optional<DeviceRecord> Replica::device(const AccountId& account, const DeviceId& device) const {
    const std::shared_lock lock(m_core->mutex);
    const DeviceRecord* record = m_core->state.device(account, device);
    if (record == nullptr) return std::nullopt;
    return *record;
}

Result<ProvenEntries> Replica::prove(std::span<const std::uint64_t> indices) const {
    // The tree, the head and the entries must be of one moment.
    const std::lock_guard updating(m_core->updating);
    ProvenEntries proven;
    proven.head = head();
    for (const std::uint64_t index : indices) {
        KEYREEL_TRY(Bytes bytes, entry(index));
        KEYREEL_TRY(auto path, m_core->tree.inclusionProof(index, m_core->tree.size()));
        proven.entries.push_back({index, std::move(bytes), std::move(path)});
    }
    return proven;
}

State Replica::state() const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->state;
}

Result<Bytes> Replica::entry(std::uint64_t index) const {
    const std::shared_lock lock(m_core->mutex);
    if (index >= m_core->entries.size())
        return fail("merkle_range", "The replica has no entry " + std::to_string(index) + ".");
    return m_core->entries[index];
}

std::vector<Evidence> Replica::evidence() const {
    const std::shared_lock lock(m_core->mutex);
    return m_core->evidence;
}

std::vector<DirectRevocation> Replica::pendingRevocations() const {
    const std::shared_lock lock(m_core->mutex);
    std::vector<DirectRevocation> out;
    for (const Pending& waiting : m_core->pending)
        out.push_back(waiting.record);
    return out;
}

}  // namespace keyreel::rights
