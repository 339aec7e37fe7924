#include "player/playback/demuxer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "tests/unit/playback/clips.h"

namespace keyreel::playback {
namespace {

std::unique_ptr<Demuxer> openVideo(const test::Clip& clip) {
    auto demuxer =
        Demuxer::open(TrackKind::Video, "", std::make_shared<SourceReader>(test::sourceOf(clip.video)));
    if (!demuxer) throw std::runtime_error(demuxer.error().what);
    return std::move(*demuxer);
}

/// Presentation times of all key frames.
std::vector<Time> keyFramesOf(const test::Clip& clip) {
    const auto demuxer = openVideo(clip);
    std::vector<Time> times;
    for (;;) {
        const auto sample = demuxer->read();
        if (!sample || !*sample) return times;
        if (((*sample)->packet->flags & AV_PKT_FLAG_KEY) != 0) times.push_back((*sample)->pts);
    }
}

/// Where read() goes on after seek().
Time arrivalAt(Demuxer& demuxer, Time target) {
    if (!demuxer.seek(target)) return Time::min();
    const auto sample = demuxer.read();
    return sample && *sample ? (*sample)->pts : Time::max();
}

const test::Clip& clipOfTenFragments() {
    static const test::Clip kClip = test::makeClip(
        "ten-fragments",
        "-f lavfi -i testsrc2=size=160x90:rate=25:duration=10 -c:v libx264 -preset ultrafast -bf 2 -g 25 "
        "-keyint_min 25 -sc_threshold 0 -pix_fmt yuv420p -movflags "
        "empty_moov+frag_keyframe+default_base_moof+dash+global_sidx",
        "");
    return kClip;
}

/// Three fragments: the last one is known, then the first one is read, then the last one is wanted again.
TEST(Demuxer, FindsTheLastFragmentAgainAfterAnEarlierOne) {
    const auto demuxer = openVideo(test::h264Clip());
    const std::vector<Time> keys = keyFramesOf(test::h264Clip());
    ASSERT_EQ(keys.size(), 3U);
    EXPECT_EQ(arrivalAt(*demuxer, Time(5'840'000)), keys[2]);
    EXPECT_EQ(arrivalAt(*demuxer, Time(600'000)), keys[0]);
    EXPECT_EQ(arrivalAt(*demuxer, Time(4'480'000)), keys[2]);
}

TEST(Demuxer, ArrivesAtTheKeyFrameBeforeAnyPlaceInAnyOrder) {
    for (const test::Clip* clip : {&test::h264Clip(), &clipOfTenFragments()}) {
        const std::vector<Time> keys = keyFramesOf(*clip);
        ASSERT_GE(keys.size(), 3U);
        const auto demuxer = openVideo(*clip);
        std::mt19937 random(11);
        std::uniform_int_distribution<Time::rep> anywhere(keys.front().count(),
                                                          keys.back().count() + 900'000);
        for (int i = 0; i < 300; ++i) {
            const Time target(anywhere(random));
            const Time expected = *(std::upper_bound(keys.begin(), keys.end(), target) - 1);
            ASSERT_EQ(arrivalAt(*demuxer, target), expected) << "jump " << i << " to " << target.count();
        }
    }
}

}  // namespace
}  // namespace keyreel::playback
