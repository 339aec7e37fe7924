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

/// As many key nodes as one film is sealed to.
inline constexpr std::size_t kMostChosenNodes = 16;

/// Something about a choice of nodes that its maker should know before trusting it.
struct NodeWarning {
    /// "same_operator", "same_address", "same_machine", "below_two" (one node alone opens the film),
    /// "all_needed" (the film is lost with any one of them).
    std::string code;
    std::string text;
};

/// What to say of a choice. `addressOf` gives the network addresses of a host name, for example
/// machineAddresses(); two names of one address are one machine.
std::vector<NodeWarning> warningsOf(
    const custody::NodeSet& nodes,
    const std::function<std::vector<std::string>(const std::string& host)>& addressOf);

/// The addresses that the system's resolver knows for a host; every loopback address is the same one. Empty
/// when it knows none. Waits for the resolver.
std::vector<std::string> machineAddresses(const std::string& host);

/// The nodes of the session's network, or those at `urls`, each asked for its keys, and how many of them
/// shall open; none: two, or one of one. What a node says of itself is checked against what the network says
/// of it. Codes: `node_set_invalid`, `node_changed` (another key than the network names), transport.
Result<custody::NodeSet> chooseNodes(const Session& session, const std::vector<std::string>& urls,
                                     std::optional<unsigned> threshold, std::stop_token stop);

}  // namespace keyreel::studio
