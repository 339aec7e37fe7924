#include "core/studio/node_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace keyreel::studio {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

custody::NodeDescriptor node(std::uint8_t key, const std::string& url, const std::string& by) {
    custody::NodeDescriptor made;
    made.signingKey[0] = made.hpkeKey[0] = key;
    made.url = url;
    made.name = "node " + std::to_string(key);
    made.operatorName = by;
    return made;
}

std::vector<std::string> codes(const custody::NodeSet& set) {
    static const std::map<std::string, std::vector<std::string>> kNames{
        {"a.example", {"192.0.2.1"}},
        {"b.example", {"192.0.2.2", "2001:db8::2"}},
        {"c.example", {"2001:db8::2"}}};
    std::vector<std::string> out;
    for (const auto& warning : warningsOf(set, [](const std::string& host) {
             const auto found = kNames.find(host);
             return found == kNames.end() ? std::vector<std::string>{} : found->second;
         }))
        out.push_back(warning.code);
    return out;
}

TEST(NodeChoices, WarnOfWhatTwoNodesShare) {
    const auto a = node(1, "https://a.example", "Ada");
    const auto b = node(2, "https://b.example:8443", "Bob");
    EXPECT_THAT(codes({{a, b, node(3, "https://d.example", "Cy")}, 2}), IsEmpty());
    EXPECT_THAT(codes({{a, b, node(3, "https://d.example", "Ada")}, 2}), ElementsAre("same_operator"));
    EXPECT_THAT(codes({{a, b, node(3, "https://a.example:9", "Cy")}, 2}), ElementsAre("same_address"));
    EXPECT_THAT(codes({{a, b, node(3, "https://c.example", "Cy")}, 2}), ElementsAre("same_machine"));
    EXPECT_THAT(codes({{a, b, node(3, "https://x.example", ""), node(4, "https://y.example", "")}, 2}),
                IsEmpty())
        << "what nobody says is not shared";
}

TEST(NodeChoices, SayWhoTogetherOpensTheFilm) {
    const auto resolve = [](const std::string& host) -> std::vector<std::string> {
        // b stands on a machine with a, and on another one with c.
        if (host == "a.example") return {"192.0.2.1"};
        if (host == "b.example") return {"192.0.2.1", "192.0.2.2"};
        if (host == "c.example") return {"192.0.2.2"};
        return {};
    };
    const custody::NodeSet set{
        {node(1, "https://a.example", "Film  Club"), node(2, "https://c.example", "Bob"),
         node(3, "https://b.example", "film club "), node(4, "https://d.example", "Di"),
         node(5, "https://d.example:9", "Eve")},
        3};
    const auto warnings = warningsOf(set, resolve);
    ASSERT_EQ(warnings.size(), 3U);
    EXPECT_EQ(warnings[0].code, "same_operator");
    EXPECT_THAT(warnings[0].nodes, ElementsAre("node 1", "node 3"));
    EXPECT_EQ(warnings[0].text, "node 1 and node 3 are run by Film  Club.");
    EXPECT_FALSE(warnings[0].suffices) << "two are fewer than three";
    EXPECT_EQ(warnings[1].code, "same_address");
    EXPECT_EQ(warnings[1].shared, "d.example");
    EXPECT_EQ(warnings[2].code, "same_machine");
    EXPECT_TRUE(warnings[2].suffices);
    EXPECT_EQ(warnings[2].text,
              "node 1, node 2 and node 3 are on the same machine; together they open the film.");
}

TEST(NodeChoices, WarnOfThresholdsThatProtectNobody) {
    const auto a = node(1, "https://a.example", "Ada");
    const auto b = node(2, "https://b.example", "Bob");
    EXPECT_THAT(codes({{a, b}, 1}), ElementsAre("below_two"));
    EXPECT_THAT(codes({{a, b}, 2}), ElementsAre("all_needed"));
}

TEST(NodeChoices, KnowTheirOwnComputerByEveryName) {
    EXPECT_THAT(machineAddresses("127.0.0.1"), ElementsAre("this computer"));
    EXPECT_EQ(machineAddresses("127.0.0.5"), machineAddresses("127.0.0.1"));
}

}  // namespace
}  // namespace keyreel::studio
