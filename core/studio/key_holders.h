#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/studio/network.h"

namespace keyreel::studio {

/// Who a person wants to hold the key of one film: the key nodes with the keys that they showed when they
/// were chosen, and how many of them open it. A value of drafts and jobs.
struct KeyHolders {
    std::string gatewayUrl;  ///< Whose rights log these nodes follow.
    custody::NodeSet set;    ///< No nodes: those of the network in use, as many as it says.
    [[nodiscard]] bool chosen() const { return !set.nodes.empty(); }
    friend bool operator==(const KeyHolders&, const KeyHolders&) = default;
};

/// What a film that is published on `network` is sealed to. Codes: `nodes_elsewhere` (chosen for another
/// gateway), `node_set_invalid`.
Result<custody::NodeSet> nodeSetFor(const KeyHolders& holders, const Network& network,
                                    crypto::Suite suite = crypto::kSuiteClassic);

/// As JSON, for files of this profile alone; empty when nothing was chosen.
std::string toText(const KeyHolders& holders);
/// Code `node_set_invalid`. Empty text is no choice.
Result<KeyHolders> keyHoldersFrom(std::string_view text);

}  // namespace keyreel::studio
