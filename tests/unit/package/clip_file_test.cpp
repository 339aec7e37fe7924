#include "core/package/clip_file.h"

#include <gtest/gtest.h>

#include "core/isobmff/box_tree.h"
#include "core/isobmff/init_segment.h"
#include "core/media/preview_clip.h"
#include "core/media/probe.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/package/small_package.h"

namespace keyreel::package {
namespace {

std::filesystem::path film() {
    return test::clip("clip-192x112-9s.mp4", test::film());
}

Result<ClipFile> clipOf(const std::filesystem::path& source, const media::PreviewClip& wanted) {
    KEYREEL_TRY(const media::MediaInfo info, media::probe(source));
    KEYREEL_TRY(media::SampleReader reader,
                media::SampleReader::open(source, media::previewOptions(wanted, info)));
    return writeClip(std::move(reader));
}

TEST(ClipFile, IsOneFilmOfThatLengthAndTheSameEveryTime) {
    const auto clip = clipOf(film(), {2, 6});
    ASSERT_TRUE(clip) << clip.error().what;
    EXPECT_NEAR(clip->seconds, 6, 0.05);
    EXPECT_EQ(clipOf(film(), {2, 6})->bytes, clip->bytes);
    EXPECT_NE(clipOf(film(), {1, 6})->bytes, clip->bytes);

    const test::TemporaryFolder folder;
    const auto path = folder.path() / "clip.mp4";
    ASSERT_TRUE(writeFileAtomically(path, clip->bytes));
    const auto info = media::probe(path);
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_NEAR(info->durationSeconds, 6, 0.1);
    ASSERT_EQ(info->tracks.size(), 2U);
    EXPECT_EQ(info->tracks[0].codec, media::Codec::H264);
    EXPECT_EQ(info->tracks[1].codec, media::Codec::Aac);
    EXPECT_EQ(info->tracks[0].width, 192U);
    // Read again to its end, every sample is there: 24 pictures a second.
    auto reader = media::SampleReader::open(path);
    ASSERT_TRUE(reader) << reader.error().what;
    std::array<int, 2> samples{};
    for (;;) {
        const auto sample = reader->next();
        ASSERT_TRUE(sample) << sample.error().what;
        if (!*sample) break;
        ++samples.at((*sample)->track);
    }
    EXPECT_EQ(samples[0], 6 * 24);
    EXPECT_GE(samples[1], 6 * 48000 / 1024);
}

TEST(ClipFile, BeginsWithWhatAPlayerNeedsFirst) {
    const auto clip = clipOf(film(), {0, 8});
    ASSERT_TRUE(clip);
    MemorySource source(clip->bytes);
    const isobmff::BoxTree tree = isobmff::readBoxTree(source);
    EXPECT_FALSE(tree.damage);
    ASSERT_GE(tree.boxes.size(), 5U);
    const isobmff::FourCc begins[] = {isobmff::fourCc("ftyp"), isobmff::fourCc("moov"),
                                      isobmff::fourCc("sidx"), isobmff::fourCc("moof")};
    for (std::size_t i = 0; i < std::size(begins); ++i)
        EXPECT_EQ(tree.boxes[i].type, begins[i]) << i;
}

TEST(ClipFile, KnowsWhetherItHasSound) {
    auto silent = test::film();
    silent.audioTracks = 0;
    const auto mute = clipOf(test::clip("clip-silent.mp4", silent), {0, 5});
    ASSERT_TRUE(mute) << mute.error().what;
    const auto loud = clipOf(film(), {0, 5});
    ASSERT_TRUE(loud);
    EXPECT_TRUE(*clipHasSound(loud->bytes));
    EXPECT_FALSE(*clipHasSound(mute->bytes));
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, std::size_t{24}, std::size_t{200}}) {
        const auto cut = clipHasSound(ByteView(loud->bytes).first(length));
        ASSERT_FALSE(cut) << length;
        EXPECT_EQ(cut.error().code, "box_malformed");
    }
}

TEST(ClipFile, StopsWhenItIsToldTo) {
    auto reader = media::SampleReader::open(film());
    ASSERT_TRUE(reader);
    std::stop_source stop;
    stop.request_stop();
    const auto clip = writeClip(std::move(*reader), stop.get_token());
    ASSERT_FALSE(clip);
    EXPECT_EQ(clip.error().code, "cancelled");
}

TEST(MovieInit, TakesNoTrackTwiceAndNotNone) {
    EXPECT_EQ(isobmff::writeMovieInit({}).error().code, "track_description_invalid");
    isobmff::TrackDescription track;
    track.handler = isobmff::Handler::Audio;
    track.codec = isobmff::Codec::Opus;
    track.configuration = Bytes(11, 1);
    track.channels = 2;
    track.sampleRate = track.timescale = 48000;
    const std::array twice{track, track};
    EXPECT_EQ(isobmff::writeMovieInit(twice).error().code, "track_description_invalid");
    std::array both = twice;
    both[1].trackId = 2;
    EXPECT_TRUE(isobmff::writeMovieInit(both));
}

}  // namespace
}  // namespace keyreel::package
