#include "core/custody/asset_secret.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/base/text.h"
#include "core/crypto/hpke.h"
#include "core/crypto/shamir.h"
#include "core/custody/recover_message.h"
#include "tests/support/custody_world.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::hpkeKeyOf;
using test::must;

constexpr ContentId kContent{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

template <std::size_t N>
std::array<std::uint8_t, N> filled(std::uint8_t value) {
    std::array<std::uint8_t, N> out{};
    out.fill(value);
    return out;
}

AssetSecret countingSecret() {
    SecretBytes bytes(32);
    std::iota(bytes.mutableView().begin(), bytes.mutableView().end(), std::uint8_t{0});
    return must(AssetSecret::restore(std::move(bytes)));
}

NodeSet threeNodes() {
    NodeSet set;
    for (std::uint8_t i = 0; i < 3; ++i)
        set.nodes.push_back({filled<32>(static_cast<std::uint8_t>(0x10 + i)),
                             hpkeKeyOf(static_cast<std::uint8_t>(0x20 + i)).publicKey(), "https://x", "node",
                             ""});
    return set;
}

// Values from an independent implementation in Python (hashlib, hmac).
TEST(AssetSecretTest, DerivationsArePinned) {
    const KeyId kid = keyIdOf(kContent, "video-1080", 7);
    EXPECT_EQ(toHex(kid), "e43ade2063a578a001b9bf7e02483404");
    const AssetSecret secret = countingSecret();
    EXPECT_EQ(toHex(secret.contentKey(kContent, kid).view()), "c4618fffb351770cfd4243d56611e9e7");
    EXPECT_EQ(toHex(secret.commitment(kContent, "hd")),
              "9e27965c71c6bcd5b4043996014285f02aa85bec2d92729de856dc5317be0be3");
    EXPECT_EQ(toHex(shareCommitment(kContent, "hd", 2, secret.bytes().view())),
              "b6eda49a2f5fffb8a401d3a506fbf7360f59b792cb0df0a08563172760d2542b");
}

TEST(AssetSecretTest, NodeSetIdAndShareContextArePinned) {
    std::vector<NodeKeys> keys;
    for (std::uint8_t i = 0; i < 3; ++i)
        keys.push_back({filled<32>(static_cast<std::uint8_t>(0x10 + i)),
                        filled<32>(static_cast<std::uint8_t>(0x20 + i))});
    const crypto::Digest id = nodeSetId(keys, 2);
    EXPECT_EQ(toHex(id), "ae66a57dbab9ad5f09626afd3bb1494b26a1e9ea1b365cb738b74fd21e28a964");
    EXPECT_NE(nodeSetId(keys, 3), id);
    std::swap(keys[0], keys[1]);
    EXPECT_NE(nodeSetId(keys, 2), id);
    const ShareContext context{kContent, "hd", 2, 2, 3, id, filled<32>(9), crypto::kSuiteClassic};
    EXPECT_EQ(
        toHex(encodeShareContext(context)),
        "89746b65797265656c2f73686172652d6161642f763150000102030405060708090a0b0c0d0e0f6268640202035820ae66"
        "a57dbab9ad5f09626afd3bb1494b26a1e9ea1b365cb738b74fd21e28a96458200909090909090909090909090909090909"
        "09090909090909090909090909090901");
}

TEST(AssetSecretTest, TwoSecretsAreNeverTheSame) {
    EXPECT_FALSE(AssetSecret::generate().bytes().equals(AssetSecret::generate().bytes().view()));
    EXPECT_EQ(codeOf(AssetSecret::restore(SecretBytes(31))), "bad_secret_size");
}

TEST(SealTier, AnyTwoOfThreeNodesGiveTheSecretAndEachShareMatchesItsCommitment) {
    const AssetSecret secret = AssetSecret::generate();
    const SealedTier tier = must(sealTier(secret, kContent, "hd", threeNodes(), filled<32>(9)));
    ASSERT_EQ(codeOf(checkTier(tier)), "ok");
    EXPECT_EQ(tier.secretCommitment, secret.commitment(kContent, "hd"));
    std::vector<crypto::Share> shares;
    for (std::uint8_t i = 0; i < 3; ++i) {
        crypto::Sealed sealed;
        std::copy_n(tier.shares[i].sealed.begin(), 32, sealed.enc.begin());
        sealed.ciphertext.assign(tier.shares[i].sealed.begin() + 32, tier.shares[i].sealed.end());
        const ShareContext context{kContent,
                                   "hd",
                                   static_cast<std::uint8_t>(i + 1),
                                   2,
                                   3,
                                   nodeSetId(tier.nodeSet),
                                   filled<32>(9),
                                   crypto::kSuiteClassic};
        const crypto::X25519Key node = hpkeKeyOf(static_cast<std::uint8_t>(0x20 + i));
        auto share = crypto::hpkeOpen(node, sealed, asBytes(kShareSealInfo), encodeShareContext(context));
        ASSERT_TRUE(share);
        EXPECT_EQ(shareCommitment(kContent, "hd", context.x, share->view()), tier.shares[i].commitment);
        // Every part of the context is bound.
        const std::vector<void (*)(ShareContext&)> changes{[](ShareContext& c) { c.contentId[0] ^= 1; },
                                                           [](ShareContext& c) { c.tier = "sd"; },
                                                           [](ShareContext& c) { c.x ^= 4; },
                                                           [](ShareContext& c) { c.threshold = 1; },
                                                           [](ShareContext& c) { c.count = 4; },
                                                           [](ShareContext& c) { c.nodeSetId[0] ^= 1; },
                                                           [](ShareContext& c) { c.policyDigest[0] ^= 1; },
                                                           [](ShareContext& c) { c.suite = 2; }};
        for (const auto& change : changes) {
            ShareContext other = context;
            change(other);
            EXPECT_FALSE(crypto::hpkeOpen(node, sealed, asBytes(kShareSealInfo), encodeShareContext(other)));
        }
        shares.push_back({context.x, std::move(*share)});
    }
    for (std::size_t left = 0; left < 3; ++left) {
        std::vector<crypto::Share> pair;
        for (std::size_t i = 0; i < 3; ++i)
            if (i != left) pair.push_back({shares[i].x, shares[i].bytes.clone()});
        EXPECT_TRUE(must(crypto::combine(pair)).equals(secret.bytes().view()));
    }
}

TEST(SealTier, RefusesSetsThatWouldWeakenTheThreshold) {
    const AssetSecret secret = AssetSecret::generate();
    const auto seal = [&](const NodeSet& set, std::string_view tier = "hd") {
        return codeOf(sealTier(secret, kContent, tier, set, {}));
    };
    NodeSet set = threeNodes();
    set.nodes[2].signingKey = set.nodes[0].signingKey;
    EXPECT_EQ(seal(set), "node_set_invalid");
    set = threeNodes();
    set.nodes[2].hpkeKey = set.nodes[0].hpkeKey;
    EXPECT_EQ(seal(set), "node_set_invalid");
    set = threeNodes();
    set.threshold = 4;
    EXPECT_EQ(seal(set), "node_set_invalid");
    set.threshold = 0;
    EXPECT_EQ(seal(set), "node_set_invalid");
    EXPECT_EQ(seal(NodeSet{}), "node_set_invalid");
    set = threeNodes();
    EXPECT_EQ(seal(set, "HD"), "tier_invalid");
    EXPECT_EQ(seal(set, ""), "tier_invalid");
    set.nodes[1].hpkeKey = {};  // a point of small order
    EXPECT_EQ(seal(set), "bad_public_key");
}

TEST(SealTier, TakesOneToSixteenNodesAndEveryThresholdAmongThem) {
    for (const std::size_t n : {1U, 5U, 16U}) {
        NodeSet set;
        for (std::size_t i = 0; i < n; ++i) {
            NodeDescriptor node;
            node.signingKey = filled<32>(static_cast<std::uint8_t>(0x10 + i));
            node.hpkeKey = hpkeKeyOf(static_cast<std::uint8_t>(0x40 + i)).publicKey();
            set.nodes.push_back(node);
        }
        for (unsigned t = 0; t <= n + 1; ++t) {
            set.threshold = t;
            const auto tier = sealTier(AssetSecret::generate(), kContent, "hd", set, filled<32>(9));
            EXPECT_EQ(tier.has_value(), t >= 1 && t <= n) << t << " of " << n;
            EXPECT_EQ(tier ? tier->shares.size() : 0, tier ? n : 0);
        }
    }
    NodeSet set;
    for (std::size_t i = 0; i < kMaxNodes + 1; ++i)
        set.nodes.push_back({filled<32>(static_cast<std::uint8_t>(i)),
                             hpkeKeyOf(static_cast<std::uint8_t>(0x40 + i)).publicKey(),
                             {},
                             {},
                             {}});
    EXPECT_EQ(codeOf(checkNodeSet(set)), "node_set_invalid");
}

}  // namespace
}  // namespace keyreel::custody
