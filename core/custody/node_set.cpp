#include "core/custody/node_set.h"

#include <set>

#include "core/crypto/cbor.h"

namespace keyreel::custody {

crypto::Digest xwingKeyId(ByteView key) {
    Bytes input = toBytes("keyreel/xwing-key/v1");
    append(input, key);
    return crypto::sha256(input);
}

NodeDescriptor withXWingKey(NodeDescriptor node, Bytes key) {
    node.xwingKeyId.reset();
    if (!key.empty()) node.xwingKeyId = xwingKeyId(key);
    node.xwingKey = std::move(key);
    return node;
}

std::vector<NodeKeys> keysOf(const NodeSet& nodeSet) {
    std::vector<NodeKeys> keys;
    const bool hybrid = nodeSet.suite == crypto::kSuiteHybrid;
    for (const NodeDescriptor& node : nodeSet.nodes)
        keys.push_back({node.signingKey, hybrid ? node.xwingKeyId.value_or(crypto::Digest{}) : node.hpkeKey});
    return keys;
}

Status checkNodeSet(const std::vector<NodeKeys>& nodes, unsigned threshold) {
    const auto invalid = [](const std::string& what) {
        return fail("node_set_invalid", what, "Choose another set of key nodes.");
    };
    if (nodes.empty() || nodes.size() > kMaxNodes)
        return invalid("A node set has 1 to " + std::to_string(kMaxNodes) + " nodes, this one has " +
                       std::to_string(nodes.size()) + ".");
    if (threshold < 1 || threshold > nodes.size())
        return invalid("The threshold " + std::to_string(threshold) + " does not fit " +
                       std::to_string(nodes.size()) + " nodes.");
    // One key twice would let one node hold two shares. The two kinds of keys share no set.
    std::set<NodeId> signingKeys;
    std::set<std::array<std::uint8_t, 32>> hpkeKeys;
    for (const NodeKeys& node : nodes) {
        if (!signingKeys.insert(node.signingKey).second)
            return invalid("Two nodes have the same signing key.");
        if (!hpkeKeys.insert(node.hpkeKey).second) return invalid("Two nodes have the same HPKE key.");
    }
    return {};
}

Status checkNodeSet(const NodeSet& nodeSet) {
    if (!crypto::isSuite(nodeSet.suite))
        return fail("suite_unknown", "This program knows no suite " + std::to_string(nodeSet.suite) + ".",
                    "Update Keyreel.");
    for (const NodeDescriptor& node : nodeSet.nodes)
        if (nodeSet.suite == crypto::kSuiteHybrid && !node.xwingKeyId)
            return fail("node_without_suite", "Key node " + node.name + " has no suite 2.",
                        "Choose nodes that run with OpenSSL 3.5 or later, or publish with suite 1.");
    return checkNodeSet(keysOf(nodeSet), nodeSet.threshold);
}

crypto::Digest nodeSetId(const std::vector<NodeKeys>& nodes, unsigned threshold, crypto::Suite suite) {
    cbor::Value list = cbor::Value::array();
    for (const NodeKeys& node : nodes)
        list.add(cbor::Value::array({cbor::Value::bytes(node.signingKey), cbor::Value::bytes(node.hpkeKey)}));
    if (suite == crypto::kSuiteClassic)
        return crypto::sha256(cbor::encode(cbor::Value::array(
            {cbor::Value::text("keyreel/node-set/v1"), cbor::Value::uint(threshold), std::move(list)})));
    return crypto::sha256(
        cbor::encode(cbor::Value::array({cbor::Value::text("keyreel/node-set/v2"), cbor::Value::uint(suite),
                                         cbor::Value::uint(threshold), std::move(list)})));
}

crypto::Digest nodeSetId(const NodeSet& nodeSet) {
    return nodeSetId(keysOf(nodeSet), nodeSet.threshold, nodeSet.suite);
}

}  // namespace keyreel::custody
