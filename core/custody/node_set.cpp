#include "core/custody/node_set.h"

#include <set>

#include "core/crypto/cbor.h"

namespace keyreel::custody {

std::vector<NodeKeys> keysOf(const NodeSet& nodeSet) {
    std::vector<NodeKeys> keys;
    for (const NodeDescriptor& node : nodeSet.nodes)
        keys.push_back({node.signingKey, node.hpkeKey});
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
    std::set<crypto::X25519PublicKey> hpkeKeys;
    for (const NodeKeys& node : nodes) {
        if (!signingKeys.insert(node.signingKey).second)
            return invalid("Two nodes have the same signing key.");
        if (!hpkeKeys.insert(node.hpkeKey).second) return invalid("Two nodes have the same HPKE key.");
    }
    return {};
}

Status checkNodeSet(const NodeSet& nodeSet) {
    return checkNodeSet(keysOf(nodeSet), nodeSet.threshold);
}

crypto::Digest nodeSetId(const std::vector<NodeKeys>& nodes, unsigned threshold) {
    cbor::Value list = cbor::Value::array();
    for (const NodeKeys& node : nodes)
        list.add(cbor::Value::array({cbor::Value::bytes(node.signingKey), cbor::Value::bytes(node.hpkeKey)}));
    return crypto::sha256(cbor::encode(cbor::Value::array(
        {cbor::Value::text("keyreel/node-set/v1"), cbor::Value::uint(threshold), std::move(list)})));
}

crypto::Digest nodeSetId(const NodeSet& nodeSet) {
    return nodeSetId(keysOf(nodeSet), nodeSet.threshold);
}

}  // namespace keyreel::custody
