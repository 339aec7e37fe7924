#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/suites.h"
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
    /// xwingKeyId() of its X-Wing key, to which shares of suite 2 are sealed; nothing: it has no suite 2.
    std::optional<crypto::Digest> xwingKeyId{};
    Bytes xwingKey{};  ///< That key, where the node itself was asked; a film's manifest names its id alone.
    friend bool operator==(const NodeDescriptor&, const NodeDescriptor&) = default;
};

/// What a share is bound to of one node.
struct NodeKeys {
    NodeId signingKey{};
    /// Suite 1: the X25519 key. Suite 2: xwingKeyId() of the X-Wing key, so that a request that names 16
    /// nodes stays small.
    std::array<std::uint8_t, 32> hpkeKey{};
    friend bool operator==(const NodeKeys&, const NodeKeys&) = default;
};

/// As many key nodes as one film is sealed to; every room goes by this number.
inline constexpr std::size_t kMaxNodes = 16;

/// Nodes in the order of their shares (x = position + 1) and how many of them open.
struct NodeSet {
    std::vector<NodeDescriptor> nodes;
    unsigned threshold = 2;
    crypto::Suite suite = crypto::kSuiteClassic;  ///< By which shares are sealed to these nodes.
    friend bool operator==(const NodeSet&, const NodeSet&) = default;
};

/// SHA-256("keyreel/xwing-key/v1" || key).
crypto::Digest xwingKeyId(ByteView key);

/// `node` as one that was asked and showed this X-Wing key; none: it has no suite 2.
NodeDescriptor withXWingKey(NodeDescriptor node, Bytes key);

/// What shares of the set's suite are bound to.
std::vector<NodeKeys> keysOf(const NodeSet& nodeSet);

/// 1 to kMaxNodes nodes, 1 <= threshold <= n, no signing or HPKE key twice. Code `node_set_invalid`.
Status checkNodeSet(const std::vector<NodeKeys>& nodes, unsigned threshold);
/// Also `suite_unknown`, and `node_without_suite` when a node has no key of the set's suite.
Status checkNodeSet(const NodeSet& nodeSet);

/// SHA-256 of the CBOR ["keyreel/node-set/v1", threshold, [[signing key, HPKE key], ...]]; of another suite
/// than 1
/// ["keyreel/node-set/v2", suite, threshold, [[signing key, X-Wing key id], ...]].
crypto::Digest nodeSetId(const std::vector<NodeKeys>& nodes, unsigned threshold,
                         crypto::Suite suite = crypto::kSuiteClassic);
crypto::Digest nodeSetId(const NodeSet& nodeSet);

}  // namespace keyreel::custody
