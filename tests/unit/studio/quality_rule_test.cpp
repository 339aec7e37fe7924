// The rule on bandwidth that changes, in simulated time.
#include "core/studio/quality_rule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tests/support/simulated_way.h"

namespace keyreel::studio {
namespace {

using test::kLadder;
using test::kSegment;
using test::Outcome;
using test::sizeOf;
using test::Trace;

Outcome play(const Trace& trace, std::size_t segments = 75) {
    return test::Simulation(trace, QualityRule(kLadder)).play(segments);
}

struct Bound {
    double stalled;  ///< Seconds at most.
    double reached;  ///< At least.
    std::size_t changes;
};

/// In the order of test::ways().
constexpr std::array<Bound, 11> kBounds{{{0, 0.90, 5},
                                         {0, 0.60, 4},
                                         {0, 0.70, 1},
                                         {0, 0.90, 8},
                                         {0, 0.75, 8},
                                         {0, 0.75, 14},
                                         {0, 0.60, 16},
                                         {0, 0.55, 14},
                                         {0, 0.80, 14},
                                         {0, 0.50, 24},
                                         {0, 0.45, 24}}};

TEST(QualityRule, PlaysChangingWaysWithoutStallsNearWhatTheyCarryAndCalmly) {
    const std::vector<Trace> ways = test::ways();
    ASSERT_EQ(ways.size(), kBounds.size());
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Trace& way = ways[i];
        const Bound& bound = kBounds[i];
        SCOPED_TRACE(way.name);
        const Outcome outcome = play(way);
        std::string chosen;
        for (const std::size_t each : outcome.chosen)
            chosen += std::to_string(each);
        RecordProperty(way.name,
                       chosen + " " + std::to_string(outcome.reached) + " " + std::to_string(outcome.letGo));
        EXPECT_LE(outcome.stalled, bound.stalled) << chosen;
        EXPECT_GE(outcome.reached, bound.reached) << chosen;
        EXPECT_LE(outcome.reached, 1.1) << "more than there was: the simulation is wrong";
        EXPECT_LE(outcome.changes, bound.changes) << chosen;
        const Outcome again = play(way);
        EXPECT_EQ(outcome.chosen, again.chosen);
    }
}

TEST(QualityRule, SettlesOnASteadyWayAndStaysThere) {
    for (const double kbps : {450.0, 900.0, 2400.0, 3900.0, 20'000.0}) {
        const Outcome outcome = play({"steady", {kbps}});
        const std::vector<std::size_t> late(outcome.chosen.begin() + 30, outcome.chosen.end());
        EXPECT_EQ(std::count(late.begin(), late.end(), late.front()),
                  static_cast<std::ptrdiff_t>(late.size()))
            << kbps;
    }
}

TEST(QualityRule, AWayThatCarriesNotEvenTheLowestIsMetWithTheLowest) {
    const Outcome outcome = play({"too narrow", {200}}, 30);
    EXPECT_EQ(std::count(outcome.chosen.begin() + 1, outcome.chosen.end(), 0U), 29);
}

TEST(QualityRule, AHugeSegmentThatWouldComeTooLateIsTakenLower) {
    QualityRule rule(kLadder);
    QualityQuestion question{12, 8e6, kSegment, {}};
    for (const double rate : kLadder)
        question.bytes.push_back(sizeOf(0, rate));
    for (int i = 0; i < 8; ++i)
        (void)rule.next(question);
    ASSERT_EQ(rule.next(question), 4U);
    question.bytes.back() = 20'000'000;
    EXPECT_EQ(rule.next(question), 3U);
}

TEST(QualityRule, LetsGoOfWhatComesTooLateWhenSomethingElseComesSooner) {
    const QualityRule rule(kLadder);
    QualityQuestion question{12, 5e6, kSegment, {}};
    for (const double rate : kLadder)
        question.bytes.push_back(sizeOf(0, rate));
    EXPECT_FALSE(rule.letsGo(question, 4, 500'000, 5e6));
    EXPECT_TRUE(rule.letsGo(question, 4, 500'000, 5e5));
    EXPECT_FALSE(rule.letsGo(question, 4, 2'700'000, 5e5)) << "it is nearly there";
    EXPECT_FALSE(rule.letsGo(question, 0, 0, 1e3)) << "nothing is lower";
}

TEST(QualityRule, AJumpForgetsTheBufferAndKeepsTheEstimate) {
    QualityRule rule(kLadder);
    QualityQuestion question{28, 2.2e6, kSegment, {}};
    (void)rule.next(question);
    rule.moved();
    question.bufferSeconds = 0;
    EXPECT_EQ(rule.next(question), 2U);
}

TEST(QualityRule, OneCodingIsAlwaysThatOne) {
    QualityRule rule({0});
    EXPECT_EQ(rule.next({0, std::nullopt, 4, {1}}), 0U);
    EXPECT_EQ(rule.next({30, 1e9, 4, {1}}), 0U);
    EXPECT_EQ(rule.next({0, 0.0, 0, {}}), 0U);
}

TEST(Throughput, FallsFastRisesSlowlyAndLeavesOutWhatIsSmall) {
    using std::chrono::seconds;
    Throughput meter;
    EXPECT_FALSE(meter.estimate());
    meter.add(1000, seconds(1));
    EXPECT_FALSE(meter.estimate());
    for (int i = 0; i < 10; ++i)
        meter.add(1'000'000, seconds(2));
    EXPECT_NEAR(*meter.estimate(), 4e6, 1);
    Throughput down = meter;
    down.add(250'000, seconds(2));
    Throughput up = meter;
    up.add(4'000'000, seconds(2));
    EXPECT_LT(*down.estimate(), 4e6 * 0.75);
    EXPECT_LT(*up.estimate(), 4e6 * 2);
    up.add(1'000'000, std::chrono::nanoseconds(0));
    EXPECT_TRUE(std::isfinite(*up.estimate()));
}

}  // namespace
}  // namespace keyreel::studio
