#include "player/media_clock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "tests/unit/player/scripted_audio.h"

namespace keyreel::player {
namespace {

using std::chrono::milliseconds;
using Time = MediaClock::Time;

struct Fixture {
    std::shared_ptr<test::ManualClock> wall = std::make_shared<test::ManualClock>();
    MediaClock clock{wall};
};

TEST(MediaClock, RunsAtItsRateAndStandsWhenStopped) {
    Fixture f;
    f.clock.set(Time(5'000'000));
    f.wall->advance(milliseconds(100));
    EXPECT_EQ(f.clock.position(), Time(5'000'000));
    f.clock.setRunning(true);
    f.wall->advance(milliseconds(100));
    EXPECT_EQ(f.clock.position(), Time(5'100'000));
    f.clock.setRate(2);
    f.wall->advance(milliseconds(100));
    EXPECT_EQ(f.clock.position(), Time(5'300'000));
    f.clock.setRunning(false);
    f.wall->advance(milliseconds(100));
    EXPECT_EQ(f.clock.position(), Time(5'300'000));
}

TEST(MediaClock, FollowsSmallDriftWithoutAJump) {
    Fixture f;
    f.clock.setRunning(true);
    // A device that is 0.5 % slow and reports in steps of 10 ms.
    double heard = 0;
    Time before(0);
    for (int i = 0; i < 6000; ++i) {
        f.wall->advance(milliseconds(10));
        heard += 10'000 * 0.995;
        f.clock.correct(Time(static_cast<long long>(heard) / 10'000 * 10'000));
        const Time step = f.clock.position() - before;
        before = f.clock.position();
        EXPECT_GE(step, Time(9'800));
        EXPECT_LE(step, Time(10'200));
    }
    EXPECT_LT(std::abs(static_cast<double>(f.clock.position().count()) - heard), 20'000);
}

TEST(MediaClock, JumpsWhenFarApart) {
    Fixture f;
    f.clock.setRunning(true);
    f.wall->advance(milliseconds(100));
    f.clock.correct(Time(-50'000));
    EXPECT_EQ(f.clock.position(), Time(-50'000));
}

TEST(MediaClock, OneOddReportIsNotBelieved) {
    Fixture f;
    f.clock.setRunning(true);
    for (int i = 1; i <= 20; ++i) {
        f.wall->advance(milliseconds(10));
        f.clock.correct(Time(i * 10'000));
    }
    f.wall->advance(milliseconds(10));
    f.clock.correct(Time(710'000));
    EXPECT_LT(f.clock.position(), Time(212'000));
}

}  // namespace
}  // namespace keyreel::player
