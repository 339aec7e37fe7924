#include "core/studio/network.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/studio/node_json.h"

namespace keyreel::studio {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxNetworkFile = 1U << 20;

tl::unexpected<Error> damaged(const std::filesystem::path& path) {
    return fail("network_damaged", path.string() + " does not describe a network.",
                "Stop the network and start it again.");
}

}  // namespace

Result<Network> readNetwork(const std::filesystem::path& path) {
    KEYREEL_TRY(const Bytes bytes, readFile(path, kMaxNetworkFile));
    const json state = json::parse(asText(bytes), nullptr, false);
    if (!state.is_object()) return damaged(path);
    Network network;
    network.gatewayUrl = fieldOr(state, "gatewayUrl", std::string());
    network.authorityPem = fieldOr(state, "authorityPem", std::string());
    network.threshold = fieldOr(state, "threshold", 0U);
    const auto logKey = fromHexExact<32>(fieldOr(state, "logKey", std::string()));
    const auto capabilityKey = fromHexExact<32>(fieldOr(state, "capabilityKey", std::string()));
    auto nodes = nodesFrom(state);
    if (!logKey || !capabilityKey || !nodes) return damaged(path);
    network.logKey = *logKey;
    network.capabilityKey = *capabilityKey;
    network.nodes = std::move(*nodes);
    if (network.threshold == 0 || network.threshold > network.nodes.size()) return damaged(path);
    return network;
}

Result<Network> loadNetwork(const std::filesystem::path& folder) {
    auto network = readNetwork(folder / "network.json");
    if (!network && network.error().code == "file_missing")
        return fail("network_missing", "No network is set up on this computer yet.",
                    "Start one with: keyreel-cli network up");
    return network;
}

Status writeNetwork(const std::filesystem::path& path, const Network& network) {
    const json state = {{"gatewayUrl", network.gatewayUrl},
                        {"logKey", toHex(network.logKey)},
                        {"capabilityKey", toHex(network.capabilityKey)},
                        {"authorityPem", network.authorityPem},
                        {"threshold", network.threshold},
                        {"nodes", nodesJson(network.nodes)}};
    return writeFileAtomically(path, asBytes(state.dump(2, ' ', false, json::error_handler_t::replace)));
}

Status saveNetwork(const std::filesystem::path& folder, const Network& network) {
    KEYREEL_CHECK(makePrivateFolder(folder));
    return writeNetwork(folder / "network.json", network);
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
