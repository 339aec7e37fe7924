#include "core/media/image.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/base/file.h"
#include "core/media/probe.h"
#include "core/media/thumbnails.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::media {
namespace {

Image gradient(std::uint32_t width, std::uint32_t height, std::uint32_t channels) {
    Image image{width, height, channels, {}};
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x)
            for (std::uint32_t c = 0; c < channels; ++c)
                image.pixels.push_back(static_cast<std::uint8_t>(c == 3 ? 255 - y : x * (c + 1) + y));
    return image;
}

TEST(Image, PngKeepsEveryPixelWithAndWithoutAlpha) {
    for (const std::uint32_t channels : {3U, 4U}) {
        const Image image = gradient(61, 37, channels);
        const Result<Bytes> png = encodePng(image);
        ASSERT_TRUE(png) << png.error().what;
        const Result<Image> back = decodeImage(*png);
        ASSERT_TRUE(back) << back.error().what;
        EXPECT_EQ(back->channels, channels);
        EXPECT_EQ(back->pixels, image.pixels);
    }
}

TEST(Image, JpegIsCloseAndItsQualityCounts) {
    const Image image = gradient(64, 48, 3);
    const Result<Bytes> good = encodeJpeg(image, 95);
    const Result<Bytes> small = encodeJpeg(image, 10);
    ASSERT_TRUE(good && small);
    EXPECT_GT(good->size(), small->size());
    const Result<Image> back = decodeImage(*good);
    ASSERT_TRUE(back) << back.error().what;
    ASSERT_EQ(back->pixels.size(), image.pixels.size());
    EXPECT_NEAR(back->pixels[3 * (20 * 64 + 30)], image.pixels[3 * (20 * 64 + 30)], 12);
}

TEST(Image, ScalingFitsKeepsProportionsAndNeverEnlarges) {
    const Image image = gradient(200, 100, 3);
    const Result<Image> fitted = scaledToFit(image, 50, 50);
    ASSERT_TRUE(fitted);
    EXPECT_EQ(fitted->width, 50U);
    EXPECT_EQ(fitted->height, 25U);
    const Result<Image> same = scaledToFit(image, 500, 500);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->width, 200U);
}

TEST(Image, RefusesWhatIsNoPicture) {
    const test::TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "cover.png";
    ASSERT_TRUE(writeFileAtomically(path, asBytes("\x89PNG\r\n\x1a\n and then nothing")));
    const Result<Image> image = readImage(path);
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, "image_not_recognised");
    const Result<Image> text = decodeImage(asBytes("<svg onload='x'/>"));
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, "image_not_recognised");
}

TEST(Poster, StandsUprightWithSquarePixels) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 3;
    options.rotation = 90;
    const Result<Image> turned = posterFrame(test::clip("rotated90.mp4", options));
    ASSERT_TRUE(turned) << turned.error().what;
    EXPECT_EQ(turned->width, 112U);
    EXPECT_EQ(turned->height, 192U);
    // The counter is burned in at the lower right of the stored picture: after a quarter turn clockwise,
    // lower left.
    const auto brightness = [&](std::uint32_t left, std::uint32_t top) {
        std::uint64_t extreme = 0;
        for (std::uint32_t y = top; y < top + 40; ++y)
            for (std::uint32_t x = left; x < left + 12; ++x)
                extreme +=
                    turned->pixels[(static_cast<std::size_t>(y) * turned->width + x) * 3] > 200 ? 1 : 0;
        return extreme;
    };
    EXPECT_GT(brightness(0, 150), brightness(100, 150));
}

TEST(FrameAt, IsThePictureThatIsShownThen) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 4;
    const auto film = test::clip("frames4s.mp4", options);
    const auto at = [&](double seconds) {
        const Result<Image> frame = frameAt(film, seconds);
        EXPECT_TRUE(frame) << frame.error().what;
        return frame ? frame->pixels : Bytes();
    };
    const auto info = probe(film);
    ASSERT_TRUE(info);
    const double one = 1 / info->video().frameRate;
    // Far from any key frame, and each one by itself.
    const double middle = 61 * one;
    EXPECT_EQ(at(middle + one * 0.1), at(middle + one * 0.9));
    EXPECT_NE(at(middle + one * 0.5), at(middle + one * 1.5));
    EXPECT_NE(at(middle + one * 0.5), at(middle - one * 0.5));
    EXPECT_EQ(at(1000), at(info->durationSeconds - one * 0.5)) << "behind the end it is the last one";
    EXPECT_EQ(at(0), at(one * 0.5));
    EXPECT_EQ(frameAt(film, 1, 96).value().width, 96U);
}

TEST(SharpestPictures, AreFarFromEachOtherInTheFirstThird) {
    ThumbnailPlan plan;
    plan.count = 30;
    plan.columns = 10;
    plan.rows = 3;
    plan.tileWidth = 16;
    plan.tileHeight = 10;
    Image sheet;
    sheet.width = 160;
    sheet.height = 30;
    sheet.pixels.assign(std::size_t{160} * 30 * 3, 90);
    const auto sharpen = [&](std::uint32_t number, std::uint8_t light) {
        for (std::uint32_t y = 0; y < 10; ++y)
            for (std::uint32_t x = y % 2; x < 16; x += 2)
                for (std::uint32_t channel = 0; channel < 3; ++channel)
                    sheet.pixels[((number / 10 * 10 + y) * 160 + number % 10 * 16 + x) * 3 + channel] = light;
    };
    sharpen(3, 200);
    sharpen(4, 120);
    sharpen(8, 250);
    sharpen(25, 255);
    // Two parts of the first third, and the sharper one of neighbours; the sharpest of all comes too late.
    EXPECT_EQ(sharpestPictures(sheet, plan, 2), (std::vector<std::uint32_t>{3, 8}));
    // Where every picture is the same there is one choice.
    sheet.pixels.assign(sheet.pixels.size(), 90);
    EXPECT_EQ(sharpestPictures(sheet, plan, 4), (std::vector<std::uint32_t>{0}));
    plan.rows = 4;
    EXPECT_TRUE(sharpestPictures(sheet, plan, 4).empty()) << "a sheet of another plan";
}

TEST(Poster, CoverArtComesOutAsItWentIn) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 1;
    options.coverArt = true;
    const Result<Image> cover = coverArt(test::clip("cover.mp4", options));
    ASSERT_TRUE(cover) << cover.error().what;
    EXPECT_EQ(cover->width, 320U);
    EXPECT_EQ(cover->height, 180U);
    options.coverArt = false;
    const Result<Image> none = coverArt(test::clip("no-cover.mp4", options));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "media_no_cover");
}

}  // namespace
}  // namespace keyreel::media
