#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Something about a choice of nodes that its maker should know before trusting it.
struct NodeWarning {
    /// "same_operator", "same_address", "same_machine", "below_two" (one node alone opens the film),
    /// "all_needed" (the film is lost with any one of them).
    std::string code;
    std::vector<std::string> nodes;  ///< Names of those that share something.
    std::string shared;              ///< The operator, or the address; empty where there is none to name.
    bool suffices = false;           ///< Together they open the film.
    std::string text;                ///< All of it in one sentence.
};

/// What to say of a choice, by what the nodes' own descriptions and addresses tell: one warning for each
/// operator, address and machine that several of them share, however its name is capitalised or spaced.
/// `addressOf` gives the network addresses of a host name, for example machineAddresses(); two names of one
/// address are one machine. What nobody says is not shared.
std::vector<NodeWarning> warningsOf(
    const custody::NodeSet& nodes,
    const std::function<std::vector<std::string>(const std::string& host)>& addressOf);

/// The addresses that the system's resolver knows for a host; every loopback address is the same one. Empty
/// when it knows none. Waits for the resolver.
std::vector<std::string> machineAddresses(const std::string& host);

/// The node at `url` in its own words, as its certificate lets it say them there, after it was found to
/// follow the network's gateway. Codes: `node_changed` (it shows other keys than `network` knows it by),
/// those of checkFollowsLog(); transport.
Result<custody::NodeDescriptor> askKeyNode(const Network& network, const std::string& url,
                                           std::stop_token stop);

/// The nodes of the session's network, or those at `urls`, each asked for its keys, and how many of them
/// shall open; none: two, or one of one. Codes: `node_set_invalid`, those of askKeyNode().
Result<custody::NodeSet> chooseNodes(const Session& session, const std::vector<std::string>& urls,
                                     std::optional<unsigned> threshold, std::stop_token stop);

}  // namespace keyreel::studio
