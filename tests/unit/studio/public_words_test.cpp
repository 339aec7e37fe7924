#include "core/studio/public_words.h"

#include <gtest/gtest.h>

#include "tests/support/test_log.h"

namespace keyreel::studio {
namespace {

using Tags = std::vector<std::string>;

TEST(PublicTags, AreSimplifiedAndEachStandsOnce) {
    EXPECT_EQ(test::must(publicTags({"  Night \t ferry ", "", "sea", "SEA", " ", "Österreich"})),
              (Tags{"Night ferry", "sea", "Österreich"}));
    EXPECT_TRUE(test::must(publicTags({})).empty());
}

TEST(PublicTags, RefuseWhatNoManifestTakes) {
    EXPECT_EQ(test::codeOf(publicTags({std::string(kMaxTagBytes + 1, 'a')})), "tags_invalid");
    EXPECT_EQ(test::must(publicTags({std::string(kMaxTagBytes, 'a')})).size(), 1U);
    EXPECT_EQ(test::codeOf(publicTags({"a\x01z"})), "tags_invalid");
    EXPECT_EQ(test::codeOf(publicTags({"\xff"})), "tags_invalid");
    Tags many;
    for (std::size_t i = 0; i <= kMostTags; ++i)
        many.push_back(std::to_string(i));
    EXPECT_EQ(test::codeOf(publicTags(many)), "tags_invalid");
    many.back() = "0";
    EXPECT_EQ(test::must(publicTags(many)).size(), kMostTags);
}

}  // namespace
}  // namespace keyreel::studio
