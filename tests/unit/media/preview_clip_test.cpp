#include "core/media/preview_clip.h"

#include <gtest/gtest.h>

#include <limits>

namespace keyreel::media {
namespace {

MediaInfo film(std::uint32_t width, std::uint32_t height, std::uint32_t shownWidth,
               std::uint32_t shownHeight) {
    MediaInfo info;
    TrackInfo video;
    video.selected = true;
    video.width = width;
    video.height = height;
    video.displayWidth = shownWidth;
    video.displayHeight = shownHeight;
    info.tracks.push_back(video);
    return info;
}

std::uint32_t heightOf(const MediaInfo& info) {
    const ReaderOptions options = previewOptions({}, info);
    return options.ladder.empty() ? options.transcodeHeight : options.ladder.front();
}

TEST(PreviewClip, LastsFiveToSixtySecondsInsideOfWhatIsPublished) {
    const FilmPart whole;
    EXPECT_TRUE(checkPreview({0, 5}, whole, 5));
    EXPECT_TRUE(checkPreview({0, 60}, whole, 60));
    EXPECT_TRUE(checkPreview({30, 15}, {30, 45}, 100));
    // How long a film is may not be known.
    EXPECT_TRUE(checkPreview({3600, 15}, whole, 0));
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const std::pair<PreviewClip, FilmPart> wrong[] = {
        {{0, 4}, whole},        {{0, 61}, whole},    {{86, 15}, whole},    {{-1, 15}, whole},
        {{nothing, 15}, whole}, {{29, 15}, {30, 0}}, {{31, 15}, {30, 45}}, {{0, 0}, whole}};
    for (const auto& [clip, part] : wrong) {
        const Status checked = checkPreview(clip, part, 100);
        ASSERT_FALSE(checked) << clip.from << ", " << clip.seconds;
        EXPECT_EQ(checked.error().code, "preview_invalid");
        EXPECT_FALSE(checked.error().next.empty());
    }
}

TEST(PreviewClip, GoesToTheNearestPlaceThatThereIs) {
    EXPECT_EQ(previewWithin({95, 15}, {}, 100), (PreviewClip{85, 15}));
    EXPECT_EQ(previewWithin({2, 15}, {10, 60}, 100), (PreviewClip{10, 15}));
    EXPECT_EQ(previewWithin({58, 15}, {10, 60}, 100), (PreviewClip{45, 15}));
    EXPECT_EQ(previewWithin({20, 30}, {10, 22}, 100), (PreviewClip{10, 12}));
    EXPECT_EQ(previewWithin({20, 90}, {}, 100), (PreviewClip{20, 60}));
    // Whoever asks sees that there is no room.
    EXPECT_LT(previewWithin({}, {}, 4.5).seconds, kMinPreviewSeconds);
    EXPECT_LT(previewWithin({}, {90, 10}, 100).seconds, kMinPreviewSeconds);
}

TEST(PreviewClip, IsAtMostSixHundredAndFortyOnItsLongerSide) {
    EXPECT_EQ(heightOf(film(1920, 1080, 1920, 1080)), 360U);
    EXPECT_EQ(heightOf(film(3840, 1600, 3840, 1600)), 266U);
    EXPECT_EQ(heightOf(film(320, 180, 320, 180)), 180U);
    // Turned, and of pixels that are wider or higher than they look.
    EXPECT_EQ(heightOf(film(1920, 1080, 1080, 1920)), 360U);
    EXPECT_EQ(heightOf(film(720, 576, 1024, 576)), 360U);
    EXPECT_EQ(heightOf(film(1440, 1080, 1080, 1080)), 480U);
    EXPECT_EQ(heightOf(film(8192, 200, 8192, 200)), 14U);
    const ReaderOptions options = previewOptions({6.5, 7}, film(1920, 1080, 1920, 1080));
    EXPECT_EQ(options.part, (FilmPart{6.5, 13.5}));
    EXPECT_TRUE(options.transcodeVideo && options.transcodeAudio && !options.keepSource);
    EXPECT_EQ(options.audioTracks, 1U);
}

}  // namespace
}  // namespace keyreel::media
