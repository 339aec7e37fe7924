#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/x25519.h"

namespace keyreel::custody {

/// A node's id is its signing key.
using NodeId = crypto::PublicKey;

/// One key node as creators and clients know it.
struct NodeDescriptor {
    NodeId signingKey{};                ///< Ed25519; signs answers.
    crypto::X25519PublicKey hpkeKey{};  ///< Shares are sealed to it.
    std::string url;                    ///< Origin, https. May change; not part of the node set's id.
    std::string name;
    std::string operatorName;  ///< Who runs it; the app warns when two nodes share one.
    friend bool operator==(const NodeDescriptor&, const NodeDescriptor&) = default;
};

/// What a share is bound to of one node.
struct NodeKeys {
    NodeId signingKey{};
    crypto::X25519PublicKey hpkeKey{};
    friend bool operator==(const NodeKeys&, const NodeKeys&) = default;
};

/// As many key nodes as one film is sealed to; every room goes by this number.
inline constexpr std::size_t kMaxNodes = 16;

/// Nodes in the order of their shares (x = position + 1) and how many of them open.
struct NodeSet {
    std::vector<NodeDescriptor> nodes;
    unsigned threshold = 2;
    friend bool operator==(const NodeSet&, const NodeSet&) = default;
};

std::vector<NodeKeys> keysOf(const NodeSet& nodeSet);

/// 1 to kMaxNodes nodes, 1 <= threshold <= n, no signing or HPKE key twice. Code `node_set_invalid`.
Status checkNodeSet(const std::vector<NodeKeys>& nodes, unsigned threshold);
Status checkNodeSet(const NodeSet& nodeSet);

/// SHA-256 of the CBOR ["keyreel/node-set/v1", threshold, [[signing key, HPKE key], ...]].
crypto::Digest nodeSetId(const std::vector<NodeKeys>& nodes, unsigned threshold);
crypto::Digest nodeSetId(const NodeSet& nodeSet);

}  // namespace keyreel::custody
