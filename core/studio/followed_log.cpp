#include "core/studio/followed_log.h"

#include <chrono>

#include "core/base/clock.h"
#include "core/base/pause.h"
#include "core/base/progress.h"
#include "core/gateway/gateway_client.h"
#include "core/rights/merkle.h"
#include "core/rights/tree_head.h"
#include "core/rights/witness.h"

namespace keyreel::studio {
namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::milliseconds kPause{200};

tl::unexpected<Error> otherLog(const std::string& what) {
    return fail("node_other_log", what,
                "Choose key nodes that follow this gateway, or ask who runs this one.");
}

/// The head that the node was shown, as the log signed it.
Result<Bytes> headShownTo(const custody::NodeDescriptor& node, const gateway::NodeClient& client,
                          const std::stop_token& stop) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        KEYREEL_TRY(const Bytes bytes, client.witness(stop));
        KEYREEL_TRY(rights::Witness witness, rights::verifyWitness(bytes, node.signingKey));
        if (!witness.head.empty() || std::chrono::steady_clock::now() >= end) return std::move(witness.head);
        if (!pause(kPause, stop)) return cancelled("Asking " + node.url);
    }
}

}  // namespace

Status checkFollowsLog(const Network& network, const custody::NodeDescriptor& node,
                       const gateway::NodeClient& client, std::stop_token stop) {
    KEYREEL_TRY(const Bytes shown, headShownTo(node, client, stop));
    if (shown.empty()) return otherLog(node.url + " has seen nothing of " + network.gatewayUrl + " yet.");
    const auto theirs = rights::verifyTreeHead(shown, network.logKey);
    if (!theirs)
        return otherLog(node.url + " follows another gateway's rights log than that of " +
                        network.gatewayUrl + ", and would refuse everyone whom that one lets in.");
    const SystemClock clock;
    gateway::HttpClientOptions options;
    options.caPem = network.authorityPem;
    options.connectTimeout = options.idleTimeout = kPatience;
    KEYREEL_TRY(const auto gateway, gateway::GatewayClient::create(network.gatewayUrl, clock, options));
    // Asked after the node: a log only grows, so the gateway knows all that it signed for the node.
    KEYREEL_TRY(const Bytes head, gateway.logHead(stop));
    KEYREEL_TRY(const rights::TreeHead ours, rights::verifyTreeHead(head, network.logKey));
    bool same = theirs->size == 0 || (theirs->size == ours.size && theirs->root == ours.root);
    if (theirs->size > 0 && theirs->size < ours.size) {
        KEYREEL_TRY(const auto proof, gateway.consistencyProof(theirs->size, ours.size, stop));
        same = rights::verifyConsistency(theirs->size, theirs->root, ours.size, ours.root, proof);
    }
    if (same) return {};
    return fail("log_divergent",
                "The gateway " + network.gatewayUrl + " has shown " + node.url +
                    " another rights log than this computer, and signed both.",
                "Open and publish nothing through this gateway.");
}

}  // namespace keyreel::studio
