#pragma once

#include <optional>
#include <vector>

#include "core/base/text.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/node_set.h"
#include "core/studio/json_fields.h"

namespace keyreel::studio {

// How the files of a profile name key nodes. Include in .cpp files only.

inline nlohmann::json nodesJson(const std::vector<custody::NodeDescriptor>& nodes) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& node : nodes) {
        list.push_back({{"signingKey", toHex(node.signingKey)},
                        {"hpkeKey", toHex(node.hpkeKey)},
                        {"url", node.url},
                        {"name", node.name},
                        {"operator", node.operatorName}});
        if (!node.xwingKey.empty()) list.back()["xwingKey"] = toHex(node.xwingKey);
    }
    return list;
}

/// Nothing when it is no such list, or too long a one.
inline std::optional<std::vector<custody::NodeDescriptor>> nodesFrom(const nlohmann::json& object) {
    const auto list = object.find("nodes");
    if (list == object.end() || !list->is_array() || list->size() > custody::kMaxNodes) return std::nullopt;
    std::vector<custody::NodeDescriptor> nodes;
    for (const nlohmann::json& row : *list) {
        if (!row.is_object()) return std::nullopt;
        const auto signingKey = fromHexExact<32>(fieldOr(row, "signingKey", std::string()));
        const auto hpkeKey = fromHexExact<32>(fieldOr(row, "hpkeKey", std::string()));
        auto xwingKey = fromHex(fieldOr(row, "xwingKey", std::string()));
        if (!signingKey || !hpkeKey || !xwingKey ||
            (!xwingKey->empty() && xwingKey->size() != crypto::kXWingPublicKeySize))
            return std::nullopt;
        nodes.push_back(custody::withXWingKey(
            {*signingKey, *hpkeKey, fieldOr(row, "url", std::string()), fieldOr(row, "name", std::string()),
             fieldOr(row, "operator", std::string())},
            std::move(*xwingKey)));
    }
    return nodes;
}

}  // namespace keyreel::studio
