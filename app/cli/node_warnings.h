#pragma once

#include "app/cli/console.h"
#include "core/custody/node_set.h"

namespace keyreel::cli {

/// Says what a person should know of the nodes that are about to hold a key, and how many of them open it.
/// [{code, text}]. Waits for the resolver.
nlohmann::json warnOfNodes(const Console& console, const custody::NodeSet& nodes);

}  // namespace keyreel::cli
