#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/hash.h"

namespace keyreel::rights {

/// SHA-256(0x00 || entry), RFC 9162 section 2.1.1.
crypto::Digest leafHash(ByteView entry);
/// SHA-256(0x01 || left || right).
crypto::Digest nodeHash(const crypto::Digest& left, const crypto::Digest& right);

/// An append-only Merkle tree (RFC 9162 section 2.1) that keeps the hashes of its complete subtrees, not its
/// entries: 64 bytes per entry. Appending costs O(log n), a root or proof O(log^2 n) at most. A value;
/// thread: as a vector.
class MerkleTree {
public:
    void append(ByteView entry) { appendLeaf(leafHash(entry)); }
    void appendLeaf(const crypto::Digest& leaf);

    /// Forgets all entries from `size` on; no effect when there are not that many.
    void truncate(std::uint64_t size);

    [[nodiscard]] std::uint64_t size() const { return m_levels.empty() ? 0 : m_levels[0].size(); }
    /// The hash of the whole tree; of the empty one it is SHA-256 of nothing.
    [[nodiscard]] crypto::Digest root() const;
    /// The root when the tree had `size` entries; code `merkle_range` for more than it has.
    [[nodiscard]] Result<crypto::Digest> rootAt(std::uint64_t size) const;
    /// PATH(index, D[treeSize]), leaf upwards (section 2.1.3.1). Code `merkle_range`.
    [[nodiscard]] Result<std::vector<crypto::Digest>> inclusionProof(std::uint64_t index,
                                                                     std::uint64_t treeSize) const;
    /// PROOF(first, D[second]) (section 2.1.4.1), empty when both are equal or `first` is 0. Code
    /// `merkle_range`.
    [[nodiscard]] Result<std::vector<crypto::Digest>> consistencyProof(std::uint64_t first,
                                                                       std::uint64_t second) const;

private:
    /// The hash over the entries [begin, end).
    [[nodiscard]] crypto::Digest rangeHash(std::uint64_t begin, std::uint64_t end) const;

    std::vector<std::vector<crypto::Digest>> m_levels;  // m_levels[k][i]: entries [i * 2^k, (i + 1) * 2^k)
};

/// RFC 9162 section 2.1.3.2.
bool verifyInclusion(const crypto::Digest& leaf, std::uint64_t index, std::uint64_t treeSize,
                     std::span<const crypto::Digest> proof, const crypto::Digest& root);

/// RFC 9162 section 2.1.4.2. The empty tree is consistent with every tree, by an empty proof.
bool verifyConsistency(std::uint64_t first, const crypto::Digest& firstRoot, std::uint64_t second,
                       const crypto::Digest& secondRoot, std::span<const crypto::Digest> proof);

}  // namespace keyreel::rights
