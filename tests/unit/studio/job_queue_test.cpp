#include "core/studio/job_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/studio/job_brake.h"
#include "core/studio/rate_meter.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

JobQueue fiveOf(std::size_t atOnce) {
    JobQueue queue(atOnce);
    for (const char* id : {"a", "b", "c", "d", "e"})
        queue.put(id, Standing::Waiting);
    return queue;
}

TEST(JobQueue, StartsWhatWaitsInOrderAndNoMoreAtATime) {
    JobQueue queue = fiveOf(2);
    EXPECT_THAT(queue.due(), ElementsAre("a", "b"));
    queue.put("a", Standing::Running);
    EXPECT_THAT(queue.due(), ElementsAre("b"));
    queue.put("b", Standing::Running);
    EXPECT_THAT(queue.due(), IsEmpty());
    // What is paused makes room, what is paused before its turn is passed over.
    queue.put("c", Standing::Paused);
    queue.put("a", Standing::Paused);
    EXPECT_THAT(queue.due(), ElementsAre("d"));
    queue.setAtOnce(1);
    EXPECT_THAT(queue.due(), IsEmpty());
    queue.remove("b");
    queue.put("c", Standing::Waiting);
    EXPECT_THAT(queue.due(), ElementsAre("c"));
}

TEST(JobQueue, MovesWhatWaitsPastEachOtherAndNothingElse) {
    JobQueue queue = fiveOf(1);
    queue.put("b", Standing::Running);
    queue.put("c", Standing::Resting);
    EXPECT_FALSE(queue.step("b", 1));
    EXPECT_FALSE(queue.step("c", -1));
    EXPECT_FALSE(queue.step("a", -1)) << "the first";
    EXPECT_TRUE(queue.step("a", 1)) << "past the next that waits";
    EXPECT_THAT(queue.order(), ElementsAre("b", "c", "d", "a", "e"));
    EXPECT_TRUE(queue.step("a", 7));
    EXPECT_THAT(queue.order(), ElementsAre("b", "c", "d", "e", "a"));
    EXPECT_TRUE(queue.step("a", -100'000));
    EXPECT_THAT(queue.order(), ElementsAre("b", "c", "a", "d", "e"));
    queue.put("e", Standing::Paused);
    EXPECT_TRUE(queue.moveBefore("e", "b"));
    EXPECT_FALSE(queue.moveBefore("e", "b")) << "it is there";
    EXPECT_FALSE(queue.moveBefore("e", "nobody"));
    EXPECT_TRUE(queue.moveBefore("a", ""));
    EXPECT_THAT(queue.order(), ElementsAre("e", "b", "c", "d", "a"));
}

TEST(JobQueue, KeepsItsOrderInAFileAndTakesNothingFromADamagedOne) {
    const test::TemporaryFolder folder;
    Places places;
    places.profile = folder.path() / "profile";
    EXPECT_THAT(readQueueOrder(places), IsEmpty());
    ASSERT_TRUE(writeQueueOrder(places, {"d", "a", "gone"}));
    JobQueue queue = fiveOf(1);
    queue.arrange(readQueueOrder(places));
    EXPECT_THAT(queue.order(), ElementsAre("d", "a", "b", "c", "e")) << "new ones after them";
    ASSERT_TRUE(writeFileAtomically(places.profile / "queue.json", asBytes(R"({"order":[1,{}]})")));
    EXPECT_THAT(readQueueOrder(places), IsEmpty());
    ASSERT_TRUE(writeFileAtomically(places.profile / "queue.json", asBytes("{")));
    EXPECT_THAT(readQueueOrder(places), IsEmpty());
}

TEST(JobBrake, HoldsWhereWorkWouldBeLostAndEndsTheRunElsewhere) {
    JobBrake brake;
    brake.enter(true);
    brake.pause();
    EXPECT_FALSE(brake.token().stop_requested());
    std::chrono::nanoseconds held{0};
    std::thread work([&] { held = brake.wait(); });
    EXPECT_TRUE(brake.resume());
    work.join();
    EXPECT_EQ(brake.wait(), 0ns);
    // Paused while the secret is in use: the run ends where it is on the disk.
    brake.pause();
    brake.enter(false);
    EXPECT_TRUE(brake.token().stop_requested());
    EXPECT_FALSE(brake.resume()) << "it has to be run anew";

    JobBrake other;
    other.enter(true);
    other.pause();
    std::thread ends([&] { other.wait(); });
    other.stop();
    ends.join();
    EXPECT_TRUE(other.token().stop_requested());
}

class Meter : public ::testing::Test {
protected:
    /// Ten reports a second for so long, at this rate.
    void run(std::chrono::milliseconds time, double bytesPerSecond) {
        for (auto passed = 0ms; passed < time; passed += 100ms) {
            now += 100ms;
            done += bytesPerSecond / 10;
            meter.take({static_cast<std::uint64_t>(done), kTotal}, now);
        }
    }
    static constexpr std::uint64_t kTotal = 2'000'000;
    RateMeter meter;
    std::chrono::nanoseconds now = 5s;
    double done = 0;
};

TEST_F(Meter, TellsATimeLeftOnlyAfterThreeSecondsAndThreePercent) {
    run(900ms, 20'000);
    EXPECT_FALSE(meter.rate());
    run(1s, 20'000);
    EXPECT_NEAR(meter.rate().value_or(0), 20'000, 500);
    EXPECT_FALSE(meter.secondsLeft());
    run(2s, 20'000);
    EXPECT_NEAR(meter.secondsLeft().value_or(0), (kTotal - done) / 20'000, 1);
    meter.restart();
    EXPECT_FALSE(meter.rate());

    RateMeter slow;
    for (auto t = 0ms; t < 9s; t += 100ms)
        slow.take({static_cast<std::uint64_t>(t.count()), 1'000'000}, t);
    EXPECT_TRUE(slow.rate());
    EXPECT_FALSE(slow.secondsLeft()) << "not 3 % yet";
}

TEST_F(Meter, HidesItWhenTheRateJumpsAndWhenNothingMoves) {
    run(6s, 20'000);
    ASSERT_TRUE(meter.secondsLeft());
    run(3s, 100'000);
    EXPECT_FALSE(meter.secondsLeft()) << "the past says nothing about this";
    run(12s, 30'000);
    ASSERT_TRUE(meter.secondsLeft());
    const double before = *meter.rate();
    run(2600ms, 0);
    EXPECT_FALSE(meter.secondsLeft()) << "the line is dead";
    EXPECT_LT(*meter.rate(), before);
    run(12s, 30'000);
    EXPECT_NEAR(meter.secondsLeft().value_or(0), (kTotal - done) / 30'000, 1) << "it recovered";
}

}  // namespace
}  // namespace keyreel::studio
