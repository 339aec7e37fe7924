#include "core/media/tone_map.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace keyreel::media {
namespace {

using Pixel = std::array<std::uint16_t, 3>;

Track hdr(std::uint16_t transfer, std::uint16_t brightest = 0) {
    Track track;
    track.colour = {9, transfer, 9, false, true};
    if (brightest > 0) track.contentLight = ContentLightLevel{brightest, 0};
    return track;
}

Pixel mapped(const ToneMap& map, Pixel pixel) {
    map.apply(pixel.data(), 1);
    return pixel;
}

Pixel mapped(const Track& track, Pixel pixel) {
    return mapped(ToneMap::of(track).value(), pixel);
}

/// What a display of BT.1886 with a white of 203 cd/m2 shows.
double light(std::uint16_t code) {
    return 203 * std::pow(code / 65535.0, 2.4);
}

Pixel grey(double code) {
    const auto value = static_cast<std::uint16_t>(std::lround(code * 65535));
    return {value, value, value};
}

TEST(ToneMap, IsForPqAndHlgOnly) {
    for (const std::uint16_t transfer : {std::uint16_t{1}, std::uint16_t{2}, std::uint16_t{13}})
        EXPECT_FALSE(ToneMap::of(hdr(transfer)));
    EXPECT_TRUE(ToneMap::of(hdr(16)));
    EXPECT_TRUE(ToneMap::of(hdr(18)));
}

TEST(ToneMap, LeavesLightBelowTheKneeAsItIs) {
    // PQ signals of 0.2997 and 0.4403 are 10 and 50 cd/m2, which lie
    // below the knee of a film of 1000 cd/m2 (about 80).
    EXPECT_NEAR(light(mapped(hdr(16), grey(0.4403))[0]), 50, 0.3);
    EXPECT_NEAR(light(mapped(hdr(16), grey(0.2997))[0]), 10, 0.1);
    // A film that is never brighter than an SDR display stays as it is up to its white (PQ 0.5807: 203
    // cd/m2).
    EXPECT_NEAR(light(mapped(hdr(16, 203), grey(0.5081))[0]), 100, 0.6);
    EXPECT_NEAR(light(mapped(hdr(16, 203), grey(0.5807))[0]), 203, 1);
}

TEST(ToneMap, RollsHighlightsOffUpToWhite) {
    // PQ 0.7518: 1000 cd/m2, the film's brightest; HLG 1: the same, 0.75: reference white.
    EXPECT_GE(mapped(hdr(16), grey(0.7518))[0], 65500);
    EXPECT_EQ(mapped(hdr(16), grey(1))[0], 65535);
    EXPECT_EQ(mapped(hdr(18), grey(1))[0], 65535);
    EXPECT_LT(mapped(hdr(16, 4000), grey(0.7518))[0], 65000);
    const double white = light(mapped(hdr(18), grey(0.75))[0]);
    EXPECT_GT(white, 120);
    EXPECT_LT(white, 160);
    for (const std::uint16_t transfer : {std::uint16_t{16}, std::uint16_t{18}}) {
        const ToneMap map = ToneMap::of(hdr(transfer)).value();
        std::uint16_t last = 0;
        for (int i = 0; i <= 1000; ++i) {
            // Within what the tables round, a thirtieth of a step of 8 bits.
            const std::uint16_t here = mapped(map, grey(i / 1000.0))[0];
            EXPECT_GE(here + 8, last) << transfer << " " << i;
            last = here;
        }
        EXPECT_EQ(mapped(hdr(transfer), {0, 0, 0}), (Pixel{0, 0, 0}));
    }
}

TEST(ToneMap, TakesColoursToBt709AndKeepsGreysGrey) {
    // The red of BT.709 at 50 cd/m2 in light of BT.2020 (BT.2087): 0.6274, 0.0691, 0.0164 of it, in PQ.
    const auto pq = [](double nits) {
        const double power = std::pow(nits / 10000, 0.1593017578125);
        return std::pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
    };
    const auto code = [&](double nits) { return static_cast<std::uint16_t>(std::lround(pq(nits) * 65535)); };
    const Pixel red = mapped(hdr(16), {code(50 * 0.6274), code(50 * 0.0691), code(50 * 0.0164)});
    EXPECT_NEAR(light(red[0]), 50, 0.5);
    EXPECT_LT(light(red[1]), 0.1);
    EXPECT_LT(light(red[2]), 0.1);
    for (const double value : {0.2, 0.4, 0.6, 0.8}) {
        for (const std::uint16_t transfer : {std::uint16_t{16}, std::uint16_t{18}}) {
            const Pixel out = mapped(hdr(transfer), grey(value));
            EXPECT_NEAR(out[0], out[1], 40);
            EXPECT_NEAR(out[0], out[2], 40);
        }
    }
    // Of a colour that BT.709 does not have, what is nearest in each component; nothing wraps.
    const Pixel green = mapped(hdr(16), {0, code(100), 0});
    EXPECT_EQ(green[0], 0);
    EXPECT_EQ(green[2], 0);
    EXPECT_GT(green[1], 30000);
}

}  // namespace
}  // namespace keyreel::media
