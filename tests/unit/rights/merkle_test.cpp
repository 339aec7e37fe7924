#include "core/rights/merkle.h"

#include <gtest/gtest.h>

#include <bit>

#include "core/base/text.h"

namespace keyreel::rights {
namespace {

// The tree of the Certificate Transparency reference tests (RFC 6962 and RFC 9162 hash alike).
const std::vector<std::string> kInputs{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRoots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

MerkleTree referenceTree() {
    MerkleTree tree;
    for (const std::string& input : kInputs)
        tree.append(*fromHex(input));
    return tree;
}

std::vector<std::string> hexOf(const std::vector<crypto::Digest>& digests) {
    std::vector<std::string> out;
    for (const crypto::Digest& digest : digests)
        out.push_back(toHex(digest));
    return out;
}

/// MTH of RFC 9162 section 2.1.1, straight from its definition.
crypto::Digest definition(std::span<const Bytes> entries) {
    if (entries.empty()) return crypto::sha256({});
    if (entries.size() == 1) return leafHash(entries[0]);
    const std::size_t k = std::bit_floor(entries.size() - 1);
    return nodeHash(definition(entries.first(k)), definition(entries.subspan(k)));
}

TEST(Merkle, GivesTheRootsOfTheCtReferenceTree) {
    MerkleTree tree;
    EXPECT_EQ(toHex(tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < kInputs.size(); ++i) {
        tree.append(*fromHex(kInputs[i]));
        EXPECT_EQ(toHex(tree.root()), kRoots[i]) << i;
    }
    for (std::size_t i = 0; i < kRoots.size(); ++i)
        EXPECT_EQ(toHex(*tree.rootAt(i + 1)), kRoots[i]);
}

TEST(Merkle, GivesTheInclusionProofsOfTheCtReferenceTree) {
    const MerkleTree tree = referenceTree();
    EXPECT_EQ(hexOf(*tree.inclusionProof(0, 1)), std::vector<std::string>{});
    EXPECT_EQ(hexOf(*tree.inclusionProof(0, 8)),
              (std::vector<std::string>{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    EXPECT_EQ(hexOf(*tree.inclusionProof(5, 8)),
              (std::vector<std::string>{"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(hexOf(*tree.inclusionProof(2, 3)),
              (std::vector<std::string>{"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}));
}

TEST(Merkle, GivesTheConsistencyProofsOfTheCtReferenceTree) {
    const MerkleTree tree = referenceTree();
    EXPECT_EQ(hexOf(*tree.consistencyProof(1, 1)), std::vector<std::string>{});
    EXPECT_EQ(hexOf(*tree.consistencyProof(1, 8)),
              (std::vector<std::string>{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    EXPECT_EQ(hexOf(*tree.consistencyProof(6, 8)),
              (std::vector<std::string>{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(hexOf(*tree.consistencyProof(2, 5)),
              (std::vector<std::string>{"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

class MerkleOfManySizes : public ::testing::Test {
protected:
    static constexpr std::uint64_t kLargest = 35;
    void SetUp() override {
        for (std::uint64_t i = 0; i < kLargest; ++i) {
            m_entries.push_back({static_cast<std::uint8_t>(i)});
            m_tree.append(m_entries.back());
        }
    }
    std::vector<Bytes> m_entries;
    MerkleTree m_tree;
};

TEST_F(MerkleOfManySizes, EveryRootFollowsTheDefinition) {
    for (std::uint64_t size = 0; size <= kLargest; ++size)
        EXPECT_EQ(*m_tree.rootAt(size), definition(std::span(m_entries).first(size))) << size;
    EXPECT_EQ(m_tree.rootAt(kLargest + 1).error().code, "merkle_range");
}

TEST_F(MerkleOfManySizes, EveryInclusionProofHoldsForItsEntryAndForNothingElse) {
    for (std::uint64_t size = 1; size <= kLargest; ++size) {
        const crypto::Digest root = *m_tree.rootAt(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            auto proof = *m_tree.inclusionProof(index, size);
            const crypto::Digest leaf = leafHash(m_entries[index]);
            ASSERT_TRUE(verifyInclusion(leaf, index, size, proof, root)) << index << " of " << size;
            EXPECT_FALSE(
                verifyInclusion(leafHash(m_entries[(index + 1) % kLargest]), index, size, proof, root));
            if (size > 1) {
                EXPECT_FALSE(verifyInclusion(leaf, (index + 1) % size, size, proof, root));
            }
            proof.push_back(root);
            EXPECT_FALSE(verifyInclusion(leaf, index, size, proof, root));
            proof.pop_back();
            for (crypto::Digest& hash : proof) {
                hash[0] ^= 1;
                EXPECT_FALSE(verifyInclusion(leaf, index, size, proof, root));
                hash[0] ^= 1;
            }
        }
        EXPECT_EQ(m_tree.inclusionProof(size, size).error().code, "merkle_range");
    }
}

TEST_F(MerkleOfManySizes, EveryConsistencyProofHoldsForItsTreesAndForNothingElse) {
    for (std::uint64_t second = 0; second <= kLargest; ++second) {
        const crypto::Digest secondRoot = *m_tree.rootAt(second);
        for (std::uint64_t first = 0; first <= second; ++first) {
            const crypto::Digest firstRoot = *m_tree.rootAt(first);
            auto proof = *m_tree.consistencyProof(first, second);
            ASSERT_TRUE(verifyConsistency(first, firstRoot, second, secondRoot, proof))
                << first << " " << second;
            crypto::Digest other = firstRoot;
            other[31] ^= 1;
            EXPECT_FALSE(verifyConsistency(first, other, second, secondRoot, proof))
                << first << " " << second;
            if (first > 0) {
                crypto::Digest forged = secondRoot;
                forged[31] ^= 1;
                EXPECT_FALSE(verifyConsistency(first, firstRoot, second, forged, proof));
            }
            proof.push_back(firstRoot);
            EXPECT_FALSE(verifyConsistency(first, firstRoot, second, secondRoot, proof));
        }
    }
}

TEST_F(MerkleOfManySizes, TruncatingForgetsExactlyTheTail) {
    for (std::uint64_t size = 0; size <= kLargest; ++size) {
        MerkleTree tree = m_tree;
        tree.truncate(size);
        ASSERT_EQ(tree.size(), size);
        ASSERT_EQ(tree.root(), *m_tree.rootAt(size));
        for (std::uint64_t i = size; i < kLargest; ++i)
            tree.append(m_entries[i]);
        ASSERT_EQ(tree.root(), m_tree.root()) << size;
    }
}

}  // namespace
}  // namespace keyreel::rights
