#include "app/cli/node_warnings.h"

#include "core/studio/node_choice.h"

namespace keyreel::cli {

nlohmann::json warnOfNodes(const Console& console, const custody::NodeSet& nodes) {
    nlohmann::json warnings = nlohmann::json::array();
    for (const auto& warning : studio::warningsOf(nodes, studio::machineAddresses)) {
        console.event("Note: " + warning.text, {{"warning", warning.code}, {"text", warning.text}});
        warnings.push_back({{"code", warning.code}, {"text", warning.text}});
    }
    console.line("Any " + std::to_string(nodes.threshold) + " of " + std::to_string(nodes.nodes.size()) +
                 " key nodes will open it.");
    return warnings;
}

}  // namespace keyreel::cli
