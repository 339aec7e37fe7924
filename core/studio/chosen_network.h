#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/studio/embedded_network.h"
#include "core/studio/network.h"
#include "core/studio/places.h"

namespace keyreel::studio {

/// What a person says of the gateway and key nodes that they want to publish with.
struct NetworkWish {
    std::string gatewayUrl;             ///< Origin, `https://HOST[:PORT]`.
    std::vector<std::string> nodeUrls;  ///< Empty: those that the gateway shows.
    unsigned threshold = 0;             ///< 0: more than half of the nodes.
    std::string authorityPem;           ///< As Network::authorityPem.
    /// What somebody said of them before: other keys than these are refused.
    std::optional<Network> expected;
};

/// Asks the gateway and each node who they are; nothing is kept, and a person may look at the answer first.
/// Codes: `nodes_missing`, `threshold_invalid`, `node_duplicate`, `gateway_changed` (other keys than when it
/// was first met, or than expected), those of askKeyNode(), transport.
Result<Network> askNetwork(const Places& places, const NetworkWish& wish, std::stop_token stop);
/// Keeps what was answered, with the gateway's keys as those of its first contact: from now on this profile
/// publishes there and seals its shares to exactly these keys. Codes: `threshold_invalid`, `node_duplicate`,
/// `gateway_changed`, files.
Status keepNetwork(const Places& places, const Network& network);
/// Both, unseen.
Result<Network> chooseNetwork(const Places& places, const NetworkWish& wish, std::stop_token stop);

/// A network file is what somebody who runs a network hands out: gateway, nodes, their keys, certificates to
/// trust, threshold. It is checked against what they answer before it is kept. Codes: `network_file_invalid`,
/// files.
Result<NetworkWish> readNetworkFile(const std::filesystem::path& file);
Status writeNetworkFile(const std::filesystem::path& file, const Network& network);

/// Back to this computer's own network; what was published elsewhere stays there.
Status chooseThisComputer(const Places& places);
/// What was chosen; nothing for this computer's own network. Code `network_damaged`.
Result<std::optional<Network>> chosenNetwork(const Places& places);

/// The network that a profile works on, in use as long as the value lives: the chosen one as it is, or this
/// computer's own, started where it does not run. Codes: those of NetworkUse::begin().
Result<NetworkUse> useNetwork(const Places& places, const std::filesystem::path& binaries,
                              const std::stop_token& stop);
/// One row per server of that network: the chosen ones are asked, all at once, for at most 5 s.
Result<std::vector<ServiceHealth>> networkHealth(const Places& places, std::stop_token stop);

}  // namespace keyreel::studio
