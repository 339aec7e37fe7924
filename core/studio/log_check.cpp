#include "core/studio/log_check.h"

#include "core/crypto/cose.h"
#include "core/crypto/suites.h"
#include "core/rights/merkle.h"
#include "core/rights/state.h"
#include "core/rights/statement.h"

namespace keyreel::studio {
namespace {

constexpr std::size_t kMostIdleNamed = 100;

/// The log as strangers get it: entry by entry, against the copy that was verified before.
Status readAnew(const Session& session, const rights::Replica& replica, LogCheck& check,
                rights::MerkleTree& tree, const std::stop_token& stop) {
    const bool hybrid = crypto::hasSuite(crypto::kSuiteHybrid);
    rights::State state;
    while (check.checkedAnew < check.head.size) {
        KEYREEL_TRY(const auto page, session.gateway->logEntries(check.checkedAnew, check.head.size, stop));
        if (page.empty() || page.size() > check.head.size - check.checkedAnew)
            return fail("bad_response", "The gateway sent other log entries than it was asked for.");
        for (const Bytes& entry : page) {
            const std::uint64_t index = check.checkedAnew++;
            KEYREEL_TRY(const Bytes kept, replica.entry(index));
            if (kept != entry)
                return fail(
                    "log_changed",
                    "Entry " + std::to_string(index) +
                        " of the log is another now than when this profile verified it; the signed head "
                        "covers the kept one.",
                    "Open and publish nothing through this gateway.");
            tree.append(entry);
            if (!hybrid && crypto::claimedLatticeKey(entry)) ++check.halfChecked;
            const Status applied = state.apply(index, entry);
            if (applied) continue;
            ++check.idle;
            if (check.idleEntries.size() < kMostIdleNamed)
                check.idleEntries.push_back({index, applied.error().code});
        }
    }
    return {};
}

Status checkGrowth(const Session& session, const LogCheck& check, const rights::MerkleTree& tree,
                   const std::stop_token& stop) {
    if (tree.root() != check.head.root)
        return fail("log_changed", "The entries that the gateway shows do not give the root that it signed.",
                    "Open and publish nothing through this gateway.");
    if (!check.before) return {};
    KEYREEL_TRY(const crypto::Digest then, tree.rootAt(check.before->size));
    if (then != check.before->root)
        return fail("log_fork", "The log does not continue the one that this profile verified before.",
                    "Open and publish nothing through this gateway.");
    if (check.before->size == 0 || check.before->size == check.head.size) return {};
    KEYREEL_TRY(const auto proof,
                session.gateway->consistencyProof(check.before->size, check.head.size, stop));
    if (!rights::verifyConsistency(check.before->size, check.before->root, check.head.size, check.head.root,
                                   proof))
        return fail("log_proof_invalid",
                    "The gateway's proof that its log only grew from " + std::to_string(check.before->size) +
                        " to " + std::to_string(check.head.size) + " entries does not hold.",
                    "Tell who runs the gateway.");
    return {};
}

std::vector<custody::NodeDescriptor> nodesToAsk(const Session& session, const std::stop_token& stop) {
    if (!session.network.nodes.empty()) return session.network.nodes;
    std::vector<custody::NodeDescriptor> nodes;
    const auto listed = session.gateway->nodes(stop);
    if (!listed) return nodes;
    for (const auto& node : *listed)
        nodes.push_back(custody::withXWingKey(
            {node.signingKey, node.hpkeKey, node.url, node.name, node.operatorName}, node.xwingKey));
    return nodes;
}

/// A lie that is on record stays one, whatever the gateway shows today.
Status checkEvidence(const rights::Replica& replica) {
    const auto evidence = replica.evidence();
    if (evidence.empty()) return {};
    return fail(evidence.front().code,
                "The gateway has contradicted itself " + std::to_string(evidence.size()) +
                    (evidence.size() == 1 ? " time" : " times") +
                    "; what it signed is kept in the profile as evidence.",
                "Open and publish nothing through this gateway.");
}

}  // namespace

Result<LogCheck> checkLog(const Session& session, std::stop_token stop) {
    const rights::Replica& replica = session.rights->replica();
    LogCheck check;
    check.before = replica.treeHead();
    KEYREEL_CHECK(session.rights->sync(*session.gateway, stop));
    KEYREEL_CHECK(checkEvidence(replica));
    const auto head = replica.treeHead();
    if (!head) return fail("log_empty", "The gateway showed no signed head of its rights log.");
    check.head = *head;
    rights::MerkleTree tree;
    KEYREEL_CHECK(readAnew(session, replica, check, tree, stop));
    KEYREEL_CHECK(checkGrowth(session, check, tree, stop));
    KEYREEL_TRY(check.witnesses, compareWitnesses(session, nodesToAsk(session, stop), stop, stop));
    KEYREEL_CHECK(checkEvidence(replica));
    return check;
}

}  // namespace keyreel::studio
