#include "core/studio/witnesses.h"

#include <future>

#include "core/gateway/node_client.h"

namespace keyreel::studio {
namespace {

Result<rights::Witness> askNode(const std::string& authorityPem, const custody::NodeDescriptor& node,
                                std::stop_token stop) {
    gateway::HttpClientOptions options;
    options.caPem = authorityPem;
    KEYREEL_TRY(const auto client, gateway::NodeClient::create(node.url, options));
    KEYREEL_TRY(const Bytes bytes, client.witness(stop));
    return rights::verifyWitness(bytes, node.signingKey);
}

}  // namespace

Result<std::vector<WitnessReport>> compareWitnesses(const Session& session,
                                                    const std::vector<custody::NodeDescriptor>& nodes,
                                                    std::stop_token stop) {
    std::vector<std::future<Result<rights::Witness>>> asked;
    for (const auto& node : nodes)
        asked.push_back(std::async(std::launch::async,
                                   [&, stop] { return askNode(session.network.authorityPem, node, stop); }));
    std::vector<WitnessReport> reports;
    std::string divergent;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        WitnessReport report{nodes[i].name, nodes[i].url, {}};
        if (const auto witness = asked[i].get(); !witness) {
            report.view = witness.error().code;
        } else {
            auto view = session.rights->compare(witness->head, session.network.logKey);
            if (view && *view == rights::View::Ahead && session.rights->sync(*session.gateway, stop))
                view = session.rights->compare(witness->head, session.network.logKey);
            report.view = view ? rights::toText(*view) : view.error().code;
            if (view && *view == rights::View::Divergent)
                divergent += (divergent.empty() ? "" : ", ") + report.name;
        }
        reports.push_back(std::move(report));
    }
    if (divergent.empty()) return reports;
    return fail(
        "log_divergent",
        "The gateway " + session.network.gatewayUrl + " has shown " + divergent +
            " another rights log than this computer. It signed both; both heads are kept as evidence.",
        "Open and publish nothing through this gateway.");
}

}  // namespace keyreel::studio
