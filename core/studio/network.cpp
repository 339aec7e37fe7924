#include "core/studio/network.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/studio/json_fields.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxNetworkFile = 1U << 20;
constexpr std::size_t kMaxNodes = 16;

tl::unexpected<Error> damaged(const std::filesystem::path& path) {
    return fail("network_damaged", path.string() + " does not describe a network.",
                "Stop the network and start it again.");
}

}  // namespace

Result<Network> loadNetwork(const std::filesystem::path& folder) {
    const auto path = folder / "network.json";
    auto bytes = readFile(path, kMaxNetworkFile);
    if (!bytes) {
        if (bytes.error().code == "file_missing")
            return fail("network_missing", "No network is set up on this computer yet.",
                        "Start one with: keyreel-cli network up");
        return tl::unexpected<Error>(std::move(bytes).error());
    }
    const json state = json::parse(asText(*bytes), nullptr, false);
    if (!state.is_object() || !state.contains("nodes") || !state["nodes"].is_array()) return damaged(path);
    Network network;
    network.gatewayUrl = fieldOr(state, "gatewayUrl", std::string());
    network.authorityPem = fieldOr(state, "authorityPem", std::string());
    network.threshold = fieldOr(state, "threshold", 0U);
    const auto logKey = fromHexExact<32>(fieldOr(state, "logKey", std::string()));
    const auto capabilityKey = fromHexExact<32>(fieldOr(state, "capabilityKey", std::string()));
    if (!logKey || !capabilityKey || state["nodes"].size() > kMaxNodes) return damaged(path);
    network.logKey = *logKey;
    network.capabilityKey = *capabilityKey;
    for (const json& object : state["nodes"]) {
        if (!object.is_object()) return damaged(path);
        const auto signingKey = fromHexExact<32>(fieldOr(object, "signingKey", std::string()));
        const auto hpkeKey = fromHexExact<32>(fieldOr(object, "hpkeKey", std::string()));
        if (!signingKey || !hpkeKey) return damaged(path);
        custody::NodeDescriptor node;
        node.signingKey = *signingKey;
        node.hpkeKey = *hpkeKey;
        node.url = fieldOr(object, "url", std::string());
        node.name = fieldOr(object, "name", std::string());
        node.operatorName = fieldOr(object, "operator", std::string());
        network.nodes.push_back(std::move(node));
    }
    if (network.threshold == 0 || network.threshold > network.nodes.size()) return damaged(path);
    return network;
}

Status saveNetwork(const std::filesystem::path& folder, const Network& network) {
    json nodes = json::array();
    for (const auto& node : network.nodes)
        nodes.push_back({{"signingKey", toHex(node.signingKey)},
                         {"hpkeKey", toHex(node.hpkeKey)},
                         {"url", node.url},
                         {"name", node.name},
                         {"operator", node.operatorName}});
    const json state = {{"gatewayUrl", network.gatewayUrl},
                        {"logKey", toHex(network.logKey)},
                        {"capabilityKey", toHex(network.capabilityKey)},
                        {"authorityPem", network.authorityPem},
                        {"threshold", network.threshold},
                        {"nodes", std::move(nodes)}};
    KEYREEL_CHECK(makePrivateFolder(folder));
    return writeFileAtomically(folder / "network.json", asBytes(state.dump(2)));
}

Status removeNetwork(const std::filesystem::path& folder) {
    const auto path = folder / "network.json";
    std::error_code error;
    std::filesystem::remove(path, error);
    if (!error) return {};
    return fail("file_unwritable", path.string() + " cannot be removed: " + error.message() + ".",
                "Remove it by hand.");
}

}  // namespace keyreel::studio
