#include "core/studio/key_holders.h"

#include "core/studio/node_json.h"

namespace keyreel::studio {

using nlohmann::json;

Result<custody::NodeSet> nodeSetFor(const KeyHolders& holders, const Network& network, crypto::Suite suite) {
    custody::NodeSet set{network.nodes, network.threshold};
    if (holders.chosen()) {
        if (holders.gatewayUrl != network.gatewayUrl)
            return fail("nodes_elsewhere",
                        "The film's key nodes were chosen for " + holders.gatewayUrl +
                            ", and the network in use is " + network.gatewayUrl + ".",
                        "Choose its key nodes again, or switch back to that network.");
        set = holders.set;
    }
    set.suite = suite;
    KEYREEL_CHECK(custody::checkNodeSet(set));
    return set;
}

std::string toText(const KeyHolders& holders) {
    if (!holders.chosen()) return {};
    const json state = {{"gateway", holders.gatewayUrl},
                        {"threshold", holders.set.threshold},
                        {"nodes", nodesJson(holders.set.nodes)}};
    return state.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<KeyHolders> keyHoldersFrom(std::string_view text) {
    if (text.empty()) return KeyHolders{};
    const json state = json::parse(text, nullptr, false);
    auto nodes = state.is_object() ? nodesFrom(state) : std::nullopt;
    if (!nodes)
        return fail("node_set_invalid", "The choice of key nodes cannot be read.", "Choose them again.");
    KeyHolders holders{fieldOr(state, "gateway", std::string()),
                       {std::move(*nodes), fieldOr(state, "threshold", 0U)}};
    KEYREEL_CHECK(custody::checkNodeSet(holders.set));
    return holders;
}

}  // namespace keyreel::studio
