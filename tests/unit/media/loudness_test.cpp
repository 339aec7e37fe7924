// Test signals of EBU Tech 3341 (2016), section 2.9, and what follows from a measurement.

#include "core/media/loudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace keyreel::media {
namespace {

struct Part {
    double seconds;
    double decibels;  ///< Of full scale, peak.
};

/// A sine of 1 kHz in both channels, in parts of different level.
Loudness measuredSine(const std::vector<Part>& parts, double frequency = 1000, double phase = 0) {
    constexpr std::uint32_t kRate = 48000;
    LoudnessMeter meter = LoudnessMeter::create(2, kRate).value();
    std::size_t at = 0;
    for (const Part& part : parts) {
        std::vector<float> row(static_cast<std::size_t>(part.seconds * kRate));
        for (float& sample : row)
            sample = static_cast<float>(
                std::pow(10, part.decibels / 20) *
                std::sin(2 * M_PI * frequency * static_cast<double>(at++) / kRate + phase));
        const float* const planes[] = {row.data(), row.data()};
        EXPECT_TRUE(meter.add(planes, row.size()));
    }
    return meter.measured();
}

TEST(Loudness, MeasuresTheTestSignalsOfTech3341) {
    EXPECT_NEAR(measuredSine({{20, -23}}).integrated, -23.0, 0.1);                        // 1
    EXPECT_NEAR(measuredSine({{20, -33}}).integrated, -33.0, 0.1);                        // 2
    EXPECT_NEAR(measuredSine({{10, -36}, {60, -23}, {10, -36}}).integrated, -23.0, 0.1);  // 3
    EXPECT_NEAR(measuredSine({{10, -72}, {10, -36}, {60, -23}, {10, -36}, {10, -72}}).integrated, -23.0,
                0.1);                                                                       // 4
    EXPECT_NEAR(measuredSine({{20, -26}, {20.1, -20}, {20, -26}}).integrated, -23.0, 0.1);  // 5
}

TEST(Loudness, FindsPeaksBetweenSamples) {
    // Signal 15 and 16: a quarter of the rate, at 0 and at 45 degrees, where all samples are at 0.707.
    for (const double phase : {0.0, M_PI / 4}) {
        const double peak = measuredSine({{5, -6.02}}, 12000, phase).truePeak;
        EXPECT_GE(peak, -6.4);
        EXPECT_LE(peak, -5.8);
    }
}

TEST(Loudness, GainKeepsPeaksBelowTheirLimit) {
    EXPECT_DOUBLE_EQ(gainTo(-23, {-18, -0.2}), -5);
    EXPECT_DOUBLE_EQ(gainTo(-16, {-23, -12}), 7);
    EXPECT_DOUBLE_EQ(gainTo(-16, {-23, -6}), 5);
    EXPECT_DOUBLE_EQ(gainTo(-16, {-23, 0}), -1);
    EXPECT_DOUBLE_EQ(gainTo(-16, {-std::numeric_limits<double>::infinity(), -90}), 0);
    EXPECT_EQ(
        loudnessRemark(2, -16, {-23, -6}),
        "Sound track 2 measured -23.0 LUFS with true peaks of -6.0 dBTP; it was made 5.0 dB louder, to -18.0 "
        "LUFS, because its peaks may not pass -1.0 dBTP.");
    EXPECT_EQ(measuredSine({{5, -200}}).integrated, -std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace keyreel::media
