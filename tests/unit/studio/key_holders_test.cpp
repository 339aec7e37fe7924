#include "core/studio/key_holders.h"

#include <gtest/gtest.h>

#include "tests/support/test_log.h"

namespace keyreel::studio {
namespace {

custody::NodeSet nodes(std::uint8_t count, unsigned threshold) {
    custody::NodeSet set;
    for (std::uint8_t i = 1; i <= count; ++i) {
        custody::NodeDescriptor node;
        node.signingKey[0] = node.hpkeKey[0] = i;
        node.url = "https://" + std::to_string(i) + ".example";
        node.name = "Übersee " + std::to_string(i);
        node.operatorName = "A \"film\" club";
        set.nodes.push_back(node);
    }
    set.threshold = threshold;
    return set;
}

TEST(KeyHolderChoice, IsTheSameAfterItWasKept) {
    const KeyHolders holders{"https://films.example", nodes(5, 3)};
    EXPECT_EQ(test::must(keyHoldersFrom(toText(holders))), holders);
    EXPECT_EQ(toText({}), "");
    EXPECT_EQ(test::must(keyHoldersFrom("")), KeyHolders{});
}

TEST(KeyHolderChoice, IsNeverHalfRead) {
    for (KeyHolders wrong :
         {KeyHolders{"", nodes(3, 0)}, KeyHolders{"", nodes(3, 4)}, KeyHolders{"", nodes(17, 2)}})
        EXPECT_FALSE(keyHoldersFrom(toText(wrong)));
    KeyHolders twice{"", nodes(3, 2)};
    twice.set.nodes[2].hpkeKey = twice.set.nodes[0].hpkeKey;
    EXPECT_FALSE(keyHoldersFrom(toText(twice)));
    EXPECT_FALSE(keyHoldersFrom("{}"));
    EXPECT_FALSE(keyHoldersFrom("[1]"));
    EXPECT_FALSE(keyHoldersFrom(R"({"nodes":[{"signingKey":"00"}],"threshold":1})"));
}

TEST(KeyHolderChoice, StandsForOneGatewayAndElseGivesTheNetworksOwn) {
    Network network;
    network.gatewayUrl = "https://films.example";
    network.nodes = nodes(3, 2).nodes;
    network.threshold = 2;
    EXPECT_EQ(test::must(nodeSetFor({}, network)), nodes(3, 2));
    EXPECT_EQ(test::must(nodeSetFor({network.gatewayUrl, nodes(5, 4)}, network)), nodes(5, 4));
    const auto elsewhere = nodeSetFor({"https://other.example", nodes(5, 4)}, network);
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().code, "nodes_elsewhere");
    network.threshold = 4;
    EXPECT_FALSE(nodeSetFor({}, network));
}

}  // namespace
}  // namespace keyreel::studio
