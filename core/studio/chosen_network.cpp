#include "core/studio/chosen_network.h"

#include <algorithm>
#include <future>

#include "core/base/clock.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/node_client.h"

namespace keyreel::studio {
namespace {

constexpr std::size_t kMaxNodes = 16;
constexpr std::chrono::seconds kPatience{5};

gateway::HttpClientOptions trustIn(const std::string& authorityPem) {
    gateway::HttpClientOptions options;
    options.caPem = authorityPem;
    options.connectTimeout = kPatience;
    options.idleTimeout = kPatience;
    return options;
}

/// The node's own word: its keys, as its certificate lets it say them at this address.
Result<custody::NodeDescriptor> askNode(const std::string& url, const std::string& authorityPem,
                                        std::stop_token stop) {
    KEYREEL_TRY(const auto client, gateway::NodeClient::create(url, trustIn(authorityPem)));
    KEYREEL_TRY(const auto listing, client.descriptor(std::move(stop)));
    return custody::NodeDescriptor{listing.signingKey, listing.hpkeKey, client.origin().origin(),
                                   listing.name, listing.operatorName};
}

Status checkNodes(const Network& network) {
    for (auto node = network.nodes.begin(); node != network.nodes.end(); ++node)
        if (std::any_of(network.nodes.begin(), node, [&](const auto& other) {
                return other.signingKey == node->signingKey || other.hpkeKey == node->hpkeKey;
            }))
            return fail("node_duplicate", node->url + " is a node that was named already.",
                        "Name each key node once.");
    if (network.threshold == 0 || network.threshold > network.nodes.size())
        return fail("threshold_invalid",
                    "There are " + std::to_string(network.nodes.size()) + " key nodes, so no " +
                        std::to_string(network.threshold) + " of them can open a film.",
                    "Choose 1 to " + std::to_string(network.nodes.size()) + ".");
    return {};
}

bool answers(const std::string& url, const std::string& authorityPem, bool isGateway, std::stop_token stop) {
    if (!isGateway) return askNode(url, authorityPem, std::move(stop)).has_value();
    const SystemClock clock;
    const auto client = gateway::GatewayClient::create(url, clock, trustIn(authorityPem));
    return client && client->info(std::move(stop));
}

}  // namespace

Result<Network> chooseNetwork(const Places& places, const NetworkWish& wish, std::stop_token stop) {
    const SystemClock clock;
    KEYREEL_TRY(const auto client,
                gateway::GatewayClient::create(wish.gatewayUrl, clock, trustIn(wish.authorityPem)));
    KEYREEL_TRY(const auto info, client.info(stop));
    Network network;
    network.gatewayUrl = client.origin().origin();
    network.logKey = info.logKey;
    network.capabilityKey = info.capabilityKey;
    network.authorityPem = wish.authorityPem;
    std::vector<std::string> urls = wish.nodeUrls;
    if (urls.empty()) {
        KEYREEL_TRY(const auto listed, client.nodes(stop));
        for (const auto& node : listed)
            urls.push_back(node.url);
    }
    if (urls.empty() || urls.size() > kMaxNodes)
        return fail("nodes_missing",
                    urls.empty() ? network.gatewayUrl + " shows no key nodes."
                                 : "There are " + std::to_string(urls.size()) + " key nodes, more than " +
                                       std::to_string(kMaxNodes) + ".",
                    "Name those that you trust with --node.");
    for (const std::string& url : urls) {
        KEYREEL_TRY(auto node, askNode(url, wish.authorityPem, stop));
        network.nodes.push_back(std::move(node));
    }
    network.threshold =
        wish.threshold != 0 ? wish.threshold : static_cast<unsigned>(network.nodes.size() / 2 + 1);
    KEYREEL_CHECK(checkNodes(network));
    KEYREEL_CHECK(saveNetwork(places.profile, network));
    return network;
}

Status chooseThisComputer(const Places& places) {
    return removeNetwork(places.profile);
}

Result<std::optional<Network>> chosenNetwork(const Places& places) {
    auto network = loadNetwork(places.profile);
    if (network) return std::optional<Network>(std::move(*network));
    if (network.error().code == "network_missing") return std::optional<Network>();
    return tl::unexpected<Error>(std::move(network).error());
}

Result<NetworkUse> useNetwork(const Places& places, const std::filesystem::path& binaries,
                              const std::stop_token& stop) {
    KEYREEL_TRY(auto chosen, chosenNetwork(places));
    if (chosen) return NetworkUse(std::move(*chosen));
    return NetworkUse::begin(places.network, binaries, stop);
}

Result<std::vector<ServiceHealth>> networkHealth(const Places& places, std::stop_token stop) {
    KEYREEL_TRY(const auto chosen, chosenNetwork(places));
    if (!chosen) return embeddedNetworkHealth(places.network);
    std::vector<ServiceHealth> rows{{"gateway", chosen->gatewayUrl, 0, false}};
    for (const auto& node : chosen->nodes)
        rows.push_back({node.name, node.url, 0, false});
    std::vector<std::future<bool>> asked;
    for (const auto& row : rows)
        asked.push_back(
            std::async(std::launch::async, answers, row.url, chosen->authorityPem, asked.empty(), stop));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].running = asked[i].get();
    return rows;
}

}  // namespace keyreel::studio
