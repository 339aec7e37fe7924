#include "core/rights/merkle.h"

#include <algorithm>
#include <bit>

namespace keyreel::rights {

crypto::Digest leafHash(ByteView entry) {
    crypto::Sha256 hash;
    const std::uint8_t prefix = 0x00;
    hash.update({&prefix, 1});
    hash.update(entry);
    return hash.finish();
}

crypto::Digest nodeHash(const crypto::Digest& left, const crypto::Digest& right) {
    std::array<std::uint8_t, 65> bytes{};
    bytes[0] = 0x01;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return crypto::sha256(bytes);
}

namespace {

/// The largest power of two smaller than n, for n > 1.
std::uint64_t splitPoint(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

Error outOfRange(std::uint64_t asked, std::uint64_t size) {
    return {"merkle_range",
            "The tree has " + std::to_string(size) + " entries, " + std::to_string(asked) + " was asked for.",
            ""};
}

}  // namespace

void MerkleTree::appendLeaf(const crypto::Digest& leaf) {
    if (m_levels.empty()) m_levels.emplace_back();
    m_levels[0].push_back(leaf);
    for (std::size_t level = 0; m_levels[level].size() % 2 == 0; ++level) {
        const auto& row = m_levels[level];
        const crypto::Digest parent = nodeHash(row[row.size() - 2], row.back());
        if (m_levels.size() == level + 1) m_levels.emplace_back();
        m_levels[level + 1].push_back(parent);
    }
}

void MerkleTree::truncate(std::uint64_t size) {
    for (std::size_t level = 0; level < m_levels.size(); ++level)
        if (m_levels[level].size() > size >> level) m_levels[level].resize(size >> level);
    while (!m_levels.empty() && m_levels.back().empty())
        m_levels.pop_back();
}

crypto::Digest MerkleTree::rangeHash(std::uint64_t begin, std::uint64_t end) const {
    const std::uint64_t size = end - begin;
    if (size == 0) return crypto::sha256({});
    if (std::has_single_bit(size) && begin % size == 0)
        return m_levels[static_cast<std::size_t>(std::countr_zero(size))][begin / size];
    const std::uint64_t middle = begin + splitPoint(size);
    return nodeHash(rangeHash(begin, middle), rangeHash(middle, end));
}

crypto::Digest MerkleTree::root() const {
    return rangeHash(0, size());
}

Result<crypto::Digest> MerkleTree::rootAt(std::uint64_t size) const {
    if (size > this->size()) return tl::unexpected(outOfRange(size, this->size()));
    return rangeHash(0, size);
}

Result<std::vector<crypto::Digest>> MerkleTree::inclusionProof(std::uint64_t index,
                                                               std::uint64_t treeSize) const {
    if (treeSize > size()) return tl::unexpected(outOfRange(treeSize, size()));
    if (index >= treeSize) return tl::unexpected(outOfRange(index, treeSize));
    std::vector<crypto::Digest> path;
    std::uint64_t begin = 0;
    std::uint64_t end = treeSize;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + splitPoint(end - begin);
        if (index < middle) {
            path.push_back(rangeHash(middle, end));
            end = middle;
        } else {
            path.push_back(rangeHash(begin, middle));
            begin = middle;
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

Result<std::vector<crypto::Digest>> MerkleTree::consistencyProof(std::uint64_t first,
                                                                 std::uint64_t second) const {
    if (second > size()) return tl::unexpected(outOfRange(second, size()));
    if (first > second) return tl::unexpected(outOfRange(first, second));
    std::vector<crypto::Digest> path;
    if (first == 0 || first == second) return path;
    std::uint64_t begin = 0;
    std::uint64_t end = second;
    // SUBPROOF of section 2.1.4.1, from the root downwards; `complete` is its b.
    bool complete = true;
    while (end > first) {
        const std::uint64_t middle = begin + splitPoint(end - begin);
        if (first <= middle) {
            path.push_back(rangeHash(middle, end));
            end = middle;
        } else {
            path.push_back(rangeHash(begin, middle));
            begin = middle;
            complete = false;
        }
    }
    if (!complete) path.push_back(rangeHash(begin, end));
    std::reverse(path.begin(), path.end());
    return path;
}

bool verifyInclusion(const crypto::Digest& leaf, std::uint64_t index, std::uint64_t treeSize,
                     std::span<const crypto::Digest> proof, const crypto::Digest& root) {
    if (index >= treeSize) return false;
    std::uint64_t fn = index;
    std::uint64_t sn = treeSize - 1;
    crypto::Digest hash = leaf;
    for (const crypto::Digest& sibling : proof) {
        if (sn == 0) return false;
        if (fn % 2 == 1 || fn == sn) {
            hash = nodeHash(sibling, hash);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && hash == root;
}

bool verifyConsistency(std::uint64_t first, const crypto::Digest& firstRoot, std::uint64_t second,
                       const crypto::Digest& secondRoot, std::span<const crypto::Digest> proof) {
    if (first > second) return false;
    if (first == second) return proof.empty() && firstRoot == secondRoot;
    if (first == 0) return proof.empty() && firstRoot == crypto::sha256({});
    // When the first tree is a complete subtree of the second, the proof leaves its root out.
    std::size_t next = 0;
    crypto::Digest fr = firstRoot;
    if (!std::has_single_bit(first)) {
        if (proof.empty()) return false;
        fr = proof[next++];
    }
    crypto::Digest sr = fr;
    std::uint64_t fn = first - 1;
    std::uint64_t sn = second - 1;
    while (fn % 2 == 1) {
        fn >>= 1;
        sn >>= 1;
    }
    for (; next < proof.size(); ++next) {
        if (sn == 0) return false;
        const crypto::Digest& sibling = proof[next];
        if (fn % 2 == 1 || fn == sn) {
            fr = nodeHash(sibling, fr);
            sr = nodeHash(sibling, sr);
            while (fn % 2 == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = nodeHash(sr, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && fr == firstRoot && sr == secondRoot;
}

}  // namespace keyreel::rights
