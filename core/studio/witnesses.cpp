#include "core/studio/witnesses.h"

#include <algorithm>
#include <chrono>
#include <future>

#include "core/gateway/node_client.h"

namespace keyreel::studio {
namespace {

constexpr std::chrono::seconds kFollowPatience{10};

/// What the node was shown, as it says that it signed it.
Result<Bytes> askNode(NodeClients& clients, const custody::NodeDescriptor& node, std::stop_token stop) {
    KEYREEL_TRY(const auto client, clients.at(node.url));
    return client.witness(stop);
}

/// Follows the log for a limited time: a gateway must not hide what it signed by answering late.
Status follow(const Session& session, const std::stop_token& stop) {
    std::stop_source late;
    const std::stop_callback stopped(stop, [&] { late.request_stop(); });
    auto followed = std::async(std::launch::async,
                               [&] { return session.rights->sync(*session.gateway, late.get_token()); });
    if (followed.wait_for(kFollowPatience) != std::future_status::ready) late.request_stop();
    return followed.get();
}

bool isProvenFork(const rights::Evidence& evidence) {
    return evidence.code == "log_fork";
}

void addName(std::string& names, const std::string& name) {
    names += (names.empty() ? "" : ", ") + name;
}

tl::unexpected<Error> divergence(const std::string& what) {
    return fail("log_divergent", what, "Open and publish nothing through this gateway.");
}

}  // namespace

Result<std::vector<WitnessReport>> compareWitnesses(const Session& session,
                                                    const std::vector<custody::NodeDescriptor>& nodes,
                                                    std::stop_token enough, std::stop_token stop,
                                                    const CarriedWitnesses& carried) {
    const std::string gateway = "The gateway " + session.network.gatewayUrl;
    const auto evidence = session.rights->replica().evidence();
    if (std::any_of(evidence.begin(), evidence.end(), isProvenFork))
        return divergence(gateway +
                          " has signed rights logs that contradict each other. The heads are kept as "
                          "evidence.");
    std::vector<std::future<Result<Bytes>>> asked;
    for (const auto& node : nodes) {
        const auto known = carried.find(node.signingKey);
        if (known == carried.end()) {
            asked.push_back(std::async(std::launch::async,
                                       [&, enough] { return askNode(*session.nodes, node, enough); }));
        } else {
            asked.push_back(std::async(std::launch::deferred,
                                       [&known = known->second]() -> Result<Bytes> { return known; }));
        }
    }
    std::vector<WitnessReport> reports;
    std::string divergent;
    std::string withheld;
    Status followed;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        WitnessReport report{nodes[i].name, nodes[i].url, {}, {}};
        auto bytes = asked[i].get();
        const auto shown =
            bytes ? rights::verifyWitness(*bytes, nodes[i].signingKey) : tl::unexpected<Error>(bytes.error());
        if (!shown) {
            report.view = shown.error().code;
        } else {
            report.witness = std::move(*bytes);
            auto view = session.rights->compare(shown->head, session.network.logKey);
            if (view && *view == rights::View::Ahead && followed) {
                followed = follow(session, stop);
                // The log only grows, so a head that is fetched after the witness came holds all that it
                // names.
                view = session.rights->compare(shown->head, session.network.logKey);
            }
            report.view = view ? rights::toText(*view) : view.error().code;
            if (view && *view == rights::View::Divergent) addName(divergent, report.name);
            if (view && *view == rights::View::Ahead) addName(withheld, report.name);
        }
        reports.push_back(std::move(report));
    }
    if (!divergent.empty() || (!followed && followed.error().code == "log_fork"))
        return divergence(gateway + " has shown " + (divergent.empty() ? withheld : divergent) +
                          " another rights log than this computer. It signed both; both heads are kept as "
                          "evidence.");
    if (withheld.empty()) return reports;
    if (followed) return divergence(gateway + " withholds entries that it signed for " + withheld + ".");
    if (stop.stop_requested()) return tl::unexpected<Error>(followed.error());
    // As good as withheld, yet maybe only a bad line: nothing opens, and it may be tried again.
    return fail("log_not_shown",
                gateway + " has signed entries of its rights log for " + withheld +
                    " that this computer could not get: " + followed.error().what,
                "Try again. If it stays, open and publish nothing through this gateway.");
}

}  // namespace keyreel::studio
