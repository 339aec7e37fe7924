#include <algorithm>

#include "core/gateway/upload_limit.h"

#include <gtest/gtest.h>

#include "tests/support/fake_clock.h"

namespace keyreel::gateway {
namespace {

using namespace std::chrono_literals;

TEST(UploadLimit, SendsNoMoreThanTheRateOverAnyTime) {
    test::FakeClock clock;
    UploadLimit limit(clock, 100'000);
    // Two uploads share it: 60 pieces of 50 kB at 100 kB/s take 30 s, less the half second that was saved up.
    auto waited = 0ns;
    for (int i = 0; i < 60; ++i) {
        EXPECT_EQ(limit.pieceOf(1'000'000), 50'000U);
        waited = std::max(waited, limit.take(50'000));
    }
    EXPECT_NEAR(std::chrono::duration<double>(waited).count(), 29.0, 0.01);
    // What was promised holds over time, and silence saves up half a second only.
    clock.advance(20);
    EXPECT_NEAR(std::chrono::duration<double>(limit.take(50'000)).count(), 9.5, 0.01);
    clock.advance(3600);
    EXPECT_EQ(limit.take(50'000), 0ns);
    EXPECT_EQ(limit.take(50'000), 0ns);
    EXPECT_EQ(limit.take(50'000), 500ms);
}

TEST(UploadLimit, NoneIsNoWaitingAndASlowOneStillSendsWholePieces) {
    test::FakeClock clock;
    UploadLimit limit(clock);
    EXPECT_EQ(limit.pieceOf(4 << 20), 4U << 20);
    EXPECT_EQ(limit.take(4 << 20), 0ns);
    limit.set(1000);
    EXPECT_EQ(limit.bytesPerSecond(), 1000U);
    EXPECT_EQ(limit.pieceOf(4 << 20), 16U * 1024);
    EXPECT_EQ(limit.pieceOf(7), 7U);
    limit.set(0);
    EXPECT_EQ(limit.take(1 << 30), 0ns);
}

}  // namespace
}  // namespace keyreel::gateway
