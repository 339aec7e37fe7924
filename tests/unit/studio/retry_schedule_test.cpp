#include "core/studio/retry_schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace keyreel::studio {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(RetrySchedule, TriesSoonThenLessOftenAndNeverLaterThanTheLatest) {
    RetrySchedule retries;
    std::chrono::nanoseconds now = 5min;
    for (const auto full : {4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
        retries.put("a", 3.5, now);
        ASSERT_TRUE(retries.at("a"));
        EXPECT_GE(*retries.at("a") - now, full / 2);
        EXPECT_LE(*retries.at("a") - now, full);
        EXPECT_EQ(retries.next(), retries.at("a"));
        EXPECT_THAT(retries.take(*retries.at("a") - 1ns), IsEmpty());
        now = *retries.at("a");
        EXPECT_THAT(retries.take(now), ElementsAre("a"));
        EXPECT_EQ(retries.at("a"), std::nullopt) << "it runs";
        EXPECT_THAT(retries.take(now), IsEmpty());
    }
}

TEST(RetrySchedule, BeginsAnewForAJobThatHasGotOnOrThatAPersonTookInHand) {
    RetrySchedule retries;
    for (int i = 0; i < 5; ++i)
        retries.put("a", 3.5, 0ns);
    EXPECT_GE(*retries.at("a"), 30s);
    retries.put("a", 3.6, 0ns);
    EXPECT_LE(*retries.at("a"), 4s);
    for (int i = 0; i < 5; ++i)
        retries.put("a", 3.6, 0ns);
    retries.remove("a");
    EXPECT_EQ(retries.next(), std::nullopt);
    retries.put("a", 3.6, 0ns);
    EXPECT_LE(*retries.at("a"), 4s);
}

TEST(RetrySchedule, BringsForwardAllThatWaitWhenSomebodyWasAnswered) {
    RetrySchedule retries;
    retries.put("a", 1, 0s);
    retries.put("b", 1, 1s);
    retries.put("running", 1, 0s);
    (void)retries.take(*retries.at("running"));
    for (const char* id : {"a", "b"})
        retries.put(id, 1, 10s);
    EXPECT_EQ(retries.next(), std::min(retries.at("a"), retries.at("b")));
    retries.hasten(11s);
    EXPECT_THAT(retries.take(11s), ElementsAre("a", "b"));
    retries.hasten(12s);
    EXPECT_EQ(retries.next(), std::nullopt) << "what runs is not begun twice";
}

}  // namespace
}  // namespace keyreel::studio
