#include "core/studio/chosen_network.h"

#include <algorithm>
#include <future>

#include "core/base/clock.h"
#include "core/gateway/gateway_client.h"
#include "core/gateway/node_client.h"
#include "core/studio/gateway_pin.h"
#include "core/studio/node_choice.h"

namespace keyreel::studio {
namespace {

constexpr std::chrono::seconds kPatience{5};

gateway::HttpClientOptions trustIn(const std::string& authorityPem) {
    gateway::HttpClientOptions options;
    options.caPem = authorityPem;
    options.connectTimeout = kPatience;
    options.idleTimeout = kPatience;
    return options;
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

/// The gateway's keys against those of its first contact, and those that were expected.
Status checkKeys(const Places& places, const Network& network, const std::optional<Network>& expected) {
    const auto differs = [&](const auto& known) {
        return known.logKey != network.logKey || known.capabilityKey != network.capabilityKey;
    };
    if (const auto met = rememberedGateway(places, network.gatewayUrl); met && differs(*met))
        return fail("gateway_changed", network.gatewayUrl + " shows other keys than when it was first met.",
                    "Do not publish there before you have asked who runs it.");
    if (expected && differs(*expected))
        return fail("gateway_changed", network.gatewayUrl + " shows other keys than the network file names.",
                    "Do not publish there before you have asked who gave you the file.");
    return {};
}

bool answers(const std::string& url, const std::string& authorityPem, bool isGateway, std::stop_token stop) {
    if (!isGateway) {
        const auto node = gateway::NodeClient::create(url, trustIn(authorityPem));
        return node && node->descriptor(std::move(stop));
    }
    const SystemClock clock;
    const auto client = gateway::GatewayClient::create(url, clock, trustIn(authorityPem));
    return client && client->info(std::move(stop));
}

}  // namespace

Result<Network> askNetwork(const Places& places, const NetworkWish& wish, std::stop_token stop) {
    const SystemClock clock;
    KEYREEL_TRY(const auto client,
                gateway::GatewayClient::create(wish.gatewayUrl, clock, trustIn(wish.authorityPem)));
    KEYREEL_TRY(const auto info, client.info(stop));
    Network network;
    network.gatewayUrl = client.origin().origin();
    network.logKey = info.logKey;
    network.capabilityKey = info.capabilityKey;
    network.authorityPem = wish.authorityPem;
    KEYREEL_CHECK(checkKeys(places, network, wish.expected));
    std::vector<std::string> urls = wish.nodeUrls;
    if (urls.empty()) {
        KEYREEL_TRY(const auto listed, client.nodes(stop));
        for (const auto& node : listed)
            urls.push_back(node.url);
    }
    if (urls.empty() || urls.size() > custody::kMaxNodes)
        return fail("nodes_missing",
                    urls.empty() ? network.gatewayUrl + " shows no key nodes."
                                 : "There are " + std::to_string(urls.size()) + " key nodes, more than " +
                                       std::to_string(custody::kMaxNodes) + ".",
                    "Name those that you trust.");
    Network trust = wish.expected.value_or(Network{});
    trust.authorityPem = wish.authorityPem;
    trust.gatewayUrl = network.gatewayUrl;
    trust.logKey = network.logKey;
    // All at once: nodes that do not answer are waited for together.
    std::vector<std::future<Result<custody::NodeDescriptor>>> asked;
    for (const std::string& url : urls)
        asked.push_back(std::async(std::launch::async, askKeyNode, std::cref(trust), std::cref(url), stop));
    Status failed;
    for (auto& each : asked) {
        auto node = each.get();
        if (node)
            network.nodes.push_back(std::move(*node));
        else if (failed)
            failed = tl::unexpected<Error>(std::move(node).error());
    }
    KEYREEL_CHECK(failed);
    network.threshold =
        wish.threshold != 0 ? wish.threshold : static_cast<unsigned>(network.nodes.size() / 2 + 1);
    KEYREEL_CHECK(checkNodes(network));
    return network;
}

Status keepNetwork(const Places& places, const Network& network) {
    KEYREEL_CHECK(checkNodes(network));
    gateway::GatewayInfo shown;
    shown.logKey = network.logKey;
    shown.capabilityKey = network.capabilityKey;
    KEYREEL_CHECK(pinGateway(places, network.gatewayUrl, shown));
    return saveNetwork(places.profile, network);
}

Result<Network> chooseNetwork(const Places& places, const NetworkWish& wish, std::stop_token stop) {
    KEYREEL_TRY(Network network, askNetwork(places, wish, std::move(stop)));
    KEYREEL_CHECK(keepNetwork(places, network));
    return network;
}

Result<NetworkWish> readNetworkFile(const std::filesystem::path& file) {
    auto network = readNetwork(file);
    if (!network && network.error().code == "network_damaged")
        return fail("network_file_invalid", file.filename().string() + " describes no network.",
                    "Ask whoever runs the network for its file, or type the gateway's address.");
    if (!network) return tl::unexpected<Error>(std::move(network).error());
    NetworkWish wish;
    wish.gatewayUrl = network->gatewayUrl;
    for (const auto& node : network->nodes)
        wish.nodeUrls.push_back(node.url);
    wish.threshold = network->threshold;
    wish.authorityPem = network->authorityPem;
    wish.expected = std::move(*network);
    return wish;
}

Status writeNetworkFile(const std::filesystem::path& file, const Network& network) {
    return writeNetwork(file, network);
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
