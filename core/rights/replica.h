#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rights/merkle.h"
#include "core/rights/state.h"
#include "core/rights/tree_head.h"

namespace keyreel::rights {

/// Proof that a log lied. Every part carries its own signature, so anyone can check it.
struct Evidence {
    std::string
        code;  ///< `log_fork` (two heads that contradict each other) or `log_withheld` (a head that omits).
    Bytes firstHead;   ///< log_fork: the head held before. log_withheld: the head that omits the statement.
    Bytes secondHead;  ///< log_fork: the head that contradicts it. log_withheld: empty.
    Bytes statement;   ///< log_withheld: the revocation that the head omits.
    std::int64_t time = 0;  ///< When it was noticed.
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A revocation that came from the account itself, not through the log.
struct DirectRevocation {
    Bytes statement;
    std::int64_t received = 0;
    bool reported = false;  ///< A head that omits it was kept as evidence.
    friend bool operator==(const DirectRevocation&, const DirectRevocation&) = default;
};

/// Everything a replica must find again after a restart.
struct ReplicaContent {
    std::vector<Bytes> entries;
    Bytes head;  ///< Signed, over exactly these entries; empty before the first one.
    std::vector<DirectRevocation> revocations;
    std::vector<Evidence> evidence;
};

/// Where a replica keeps what it knows. Each call is one durable act: all of it is on the disk when it
/// returns, or nothing. Thread: one call at a time.
class ReplicaStore {
public:
    virtual ~ReplicaStore() = default;
    virtual Result<ReplicaContent> load() = 0;
    /// Adds entries from index `first` on and replaces the head.
    virtual Status extend(std::uint64_t first, std::span<const Bytes> entries, ByteView head) = 0;
    /// Adds it, or replaces the one with the same statement.
    virtual Status addRevocation(const DirectRevocation& revocation) = 0;
    /// The log includes it now.
    virtual Status dropRevocation(ByteView statement) = 0;
    virtual Status addEvidence(const Evidence& evidence) = 0;
};

/// Entries of a log with the proof that one signed head includes them (RFC 9162 section 2.1.3).
struct ProvenEntry {
    std::uint64_t index = 0;
    Bytes entry;
    std::vector<crypto::Digest> path;
    friend bool operator==(const ProvenEntry&, const ProvenEntry&) = default;
};
struct ProvenEntries {
    Bytes head;
    std::vector<ProvenEntry> entries;
};

struct ReplicaOptions {
    StateRules rules;
    std::int64_t mergeDelay = 60;     ///< Seconds a log may take to include what it was sent.
    std::int64_t headClockSkew = 60;  ///< A head from further in the future is refused.
};

/// A verified copy of a rights log: entries, tree and state, that trusts the log key for nothing but order.
/// It keeps an earlier head rather than accept one that contradicts it. Thread: any.
class Replica {
public:
    /// Loads and verifies again all that `store` has (null: nothing is kept). `clock` and `store` outlive the
    /// replica. Code `replica_damaged` when the store's content does not hold together; else the store's.
    static Result<std::unique_ptr<Replica>> open(const crypto::PublicKey& logKey, const Clock& clock,
                                                 ReplicaStore* store = nullptr, ReplicaOptions options = {});

    /// Takes a head and the entries from size() up to its size, in order. Verifies the head's signature and
    /// the root over all entries; makes it durable, then visible. Same size and root: only the time is
    /// renewed, on the disk at most every half minute. Entries that State refuses stay in the log without
    /// effect. Codes: `head_malformed`, `head_bad_signature`, `head_future`, `log_entries_missing` (not
    /// exactly the entries needed), `log_entries_mismatch` (they do not give the root, but `consistencyProof`
    /// shows that the head is a true successor: fetch them again), `log_fork` (the head contradicts the one
    /// held; both are kept as evidence), `log_rollback` (an older head of the same log), and the store's.
    Status accept(ByteView head, std::span<const Bytes> entries,
                  std::span<const crypto::Digest> consistencyProof = {});

    /// Applies a DeviceRevocation or AccessRevocation at once and keeps it until the log includes it. Success
    /// also when it is known already, from here or from the log. Codes: verifyStatement()'s,
    /// `revocation_kind` for any other statement, `not_creator`, `asset_unknown`, `suite_required`, `busy`
    /// when too many wait, and the store's.
    Status revoke(ByteView statement);

    [[nodiscard]] std::uint64_t size() const;
    /// The signed head in force; empty before the first.
    [[nodiscard]] Bytes head() const;
    [[nodiscard]] std::optional<TreeHead> treeHead() const;
    /// Seconds since the log signed the head in force; none before the first.
    [[nodiscard]] std::optional<std::int64_t> headAge() const;

    // State's queries, with the direct revocations on top: those outrank the log.
    [[nodiscard]] bool deviceRegistered(const AccountId& account, const DeviceId& device, std::int64_t now,
                                        std::string_view purpose = {}) const;
    [[nodiscard]] bool deviceRevoked(const AccountId& account, const DeviceId& device) const;
    [[nodiscard]] bool hasAccess(const AccountId& account, const ContentId& contentId) const;
    [[nodiscard]] std::optional<AssetRecord> asset(const ContentId& contentId) const;
    [[nodiscard]] std::optional<crypto::Digest> latticeKey(const AccountId& account) const;
    /// A copy of all that the log alone says.
    [[nodiscard]] State state() const;
    /// The registration in force, whatever became of it since.
    [[nodiscard]] std::optional<DeviceRecord> device(const AccountId& account, const DeviceId& device) const;
    /// The entries at `indices`, proven against the head in force. Code `merkle_range`.
    [[nodiscard]] Result<ProvenEntries> prove(std::span<const std::uint64_t> indices) const;
    /// The entry at `index`; code `merkle_range`.
    [[nodiscard]] Result<Bytes> entry(std::uint64_t index) const;

    [[nodiscard]] std::vector<Evidence> evidence() const;
    [[nodiscard]] std::vector<DirectRevocation> pendingRevocations() const;

    ~Replica();
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;

private:
    struct Core;
    explicit Replica(std::unique_ptr<Core> core);
    std::unique_ptr<Core> m_core;
};

}  // namespace keyreel::rights
