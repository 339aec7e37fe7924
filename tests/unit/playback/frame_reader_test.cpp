#include "player/playback/frame_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <thread>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/playback/clips.h"
#include "tests/unit/playback/odd_sources.h"

namespace keyreel::playback {
namespace {

using test::Clip;

std::unique_ptr<FrameReader> openClip(const Clip& clip) {
    auto reader = FrameReader::open(test::sourcesOf(clip));
    if (!reader) throw std::runtime_error(reader.error().code + ": " + reader.error().what);
    return std::move(*reader);
}

void expectGoldenFrames(const Clip& clip) {
    const auto reader = openClip(clip);
    ASSERT_GT(clip.frameHashes.size(), 20U);
    for (std::size_t i = 0; i < clip.frameHashes.size(); ++i) {
        const auto frame = reader->nextFrame();
        ASSERT_TRUE(frame) << frame.error().what;
        ASSERT_TRUE(frame->has_value()) << "frame " << i;
        EXPECT_EQ(toHex((*frame)->planesHash), clip.frameHashes[i]) << "frame " << i;
        EXPECT_NEAR(static_cast<double>((*frame)->pts.count()), static_cast<double>(clip.frameTimes[i]), 1000)
            << i;
    }
    const auto end = reader->nextFrame();
    ASSERT_TRUE(end);
    EXPECT_FALSE(end->has_value());
}

TEST(FrameReader, GivesEveryFrameOfH264AsFfmpegDecodesIt) {
    expectGoldenFrames(test::h264Clip());
}
TEST(FrameReader, GivesEveryFrameOfTenBitHevcAsFfmpegDecodesIt) {
    expectGoldenFrames(test::hevcClip());
}
TEST(FrameReader, GivesEveryFrameOfAv1AsFfmpegDecodesIt) {
    expectGoldenFrames(test::av1Clip());
}
TEST(FrameReader, GivesEveryFrameOfVp9AsFfmpegDecodesIt) {
    expectGoldenFrames(test::vp9Clip());
}

void expectExactSeeks(const Clip& clip) {
    const auto reader = openClip(clip);
    std::mt19937 random(7);
    // Around key frames the decoding order and the presentation order differ most.
    std::vector<std::size_t> wanted{0, 1, 23, 24, 25, 47, clip.frameTimes.size() - 1};
    if (clip.frameTimes.size() > 102) wanted.insert(wanted.end(), {48, 49, 50, 51, 98, 99, 100, 101, 102});
    while (wanted.size() < 40)
        wanted.push_back(std::uniform_int_distribution<std::size_t>(0, clip.frameTimes.size() - 1)(random));
    std::shuffle(wanted.begin(), wanted.end(), random);
    for (const std::size_t index : wanted) {
        const long long target = clip.frameTimes[index];
        const auto after = std::upper_bound(clip.frameTimes.begin(), clip.frameTimes.end(), target + 500);
        const auto expected = static_cast<std::size_t>(after - clip.frameTimes.begin()) - 1;
        ASSERT_TRUE(reader->seek(Time(target + 500), SeekMode::Exact));
        const std::size_t following = std::min<std::size_t>(3, clip.frameHashes.size() - expected);
        for (std::size_t i = 0; i < following; ++i) {
            const auto frame = reader->nextFrame();
            ASSERT_TRUE(frame && frame->has_value());
            EXPECT_EQ(toHex((*frame)->planesHash), clip.frameHashes[expected + i]) << target << " +" << i;
        }
    }
}

TEST(FrameReader, SeeksExactlyInFragmentsWithSidx) {
    expectExactSeeks(test::h264Clip());
}
TEST(FrameReader, SeeksExactlyInFragmentsWithoutSidx) {
    expectExactSeeks(test::hevcClip());
}

TEST(FrameReader, KeyFrameSeekGivesTheKeyFrameBeforeTheTarget) {
    const Clip& clip = test::h264Clip();
    const auto reader = openClip(clip);
    const std::pair<long long, std::size_t> expected[] = {{clip.frameTimes[99], 50},
                                                          {clip.frameTimes[100], 100},
                                                          {clip.frameTimes[1], 0},
                                                          {clip.frameTimes[149], 100}};
    for (const auto& [target, index] : expected) {
        ASSERT_TRUE(reader->seek(Time(target), SeekMode::KeyFrame));
        const auto frame = reader->nextFrame();
        ASSERT_TRUE(frame && frame->has_value());
        EXPECT_TRUE((*frame)->keyFrame);
        EXPECT_EQ(toHex((*frame)->planesHash), clip.frameHashes[index]) << target;
    }
}

TEST(FrameReader, SeekPastTheEndKeepsTheLastFrame) {
    const Clip& clip = test::h264Clip();
    const auto reader = openClip(clip);
    ASSERT_TRUE(reader->seek(Time(60'000'000), SeekMode::Exact));
    const auto frame = reader->nextFrame();
    ASSERT_TRUE(frame && frame->has_value());
    EXPECT_EQ(toHex((*frame)->planesHash), clip.frameHashes.back());
    EXPECT_FALSE(reader->nextFrame()->has_value());
}

TEST(FrameReader, ReadsWithOneByteAtATimeAreEnough) {
    const Clip& clip = test::vp9Clip();
    auto reader = FrameReader::open(
        {{TrackKind::Video, std::make_shared<test::SlowSteps>(test::sourceOf(clip.video)), ""}});
    ASSERT_TRUE(reader);
    const auto frame = (*reader)->nextFrame();
    ASSERT_TRUE(frame && frame->has_value());
    EXPECT_EQ(toHex((*frame)->planesHash), clip.frameHashes.front());
}

TEST(FrameReader, DecodesTheWholeSoundTrack) {
    const auto reader = openClip(test::h264Clip());
    for (int round = 0; round < 2; ++round) {
        const auto sound = reader->decodeAudio();
        ASSERT_TRUE(sound && sound->has_value());
        EXPECT_EQ((*sound)->sampleRate, 44100);
        EXPECT_EQ((*sound)->channels, 2);
        // 6 s; an encoder pads its last frame of 1024 samples.
        EXPECT_NEAR(static_cast<double>((*sound)->frames), 6 * 44100, 2100);
        EXPECT_GT((*sound)->peak, 0.05F);
    }
    EXPECT_EQ(reader->info().tracks.size(), 2U);
    EXPECT_NEAR(static_cast<double>(reader->info().duration.count()), 6e6, 60e3);
    const auto opus = openClip(test::av1Clip())->decodeAudio();
    ASSERT_TRUE(opus && opus->has_value());
    EXPECT_NEAR(static_cast<double>((*opus)->frames), 2 * 48000, 1200);
}

/// Writes ISO/IEC 14496-12 8.3.2 by hand: the words for "turn" that tools take differ from version to
/// version. 90 degrees clockwise puts (x, y) at (height - y, x).
void turnClockwise(const std::filesystem::path& file, std::uint32_t height) {
    auto bytes = readFile(file, std::uint64_t{1} << 20);
    ASSERT_TRUE(bytes);
    constexpr std::array<std::uint8_t, 4> kTkhd{'t', 'k', 'h', 'd'};
    const auto box = std::search(bytes->begin(), bytes->end(), kTkhd.begin(), kTkhd.end());
    // Version 0: flags, five times, two reserved words, layer to reserved, then the matrix.
    constexpr std::ptrdiff_t kMatrix = 4 + 4 + 5 * 4 + 2 * 4 + 4 * 2;
    ASSERT_GT(bytes->end() - box, kMatrix + 9 * 4);
    ASSERT_EQ(box[4], 0);
    ByteWriter matrix;
    for (const std::uint32_t value :
         {0U, 0x0001'0000U, 0U, 0xffff'0000U, 0U, 0U, height << 16, 0U, 0x4000'0000U})
        matrix.u32(value);
    const Bytes words = matrix.take();
    std::copy(words.begin(), words.end(), box + kMatrix);
    ASSERT_TRUE(writeFileAtomically(file, *bytes));
}

TEST(FrameReader, RotationAndAspectAreApplied) {
    const Clip upright = test::makeClip(
        "upright",
        "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -vf setsar=4/3 -c:v libx264 -pix_fmt yuv420p",
        "");
    const auto before = openClip(upright);
    ASSERT_TRUE(before->nextFrame());
    const auto whole = before->picture();
    ASSERT_TRUE(whole);
    const Clip clip = test::makeClip("turned", "-i " + upright.video.string() + " -c copy", "");
    turnClockwise(clip.video, 180);
    const auto reader = openClip(clip);
    const TrackInfo& info = *reader->info().find(TrackKind::Video);
    EXPECT_EQ(info.rotation, 90);
    EXPECT_EQ(info.displayWidth, 180);
    EXPECT_EQ(info.displayHeight, 427);
    ASSERT_TRUE(reader->nextFrame());
    const auto natural = reader->picture();
    ASSERT_TRUE(natural);
    EXPECT_EQ(natural->width, 180);
    EXPECT_EQ(natural->height, 427);
    const auto green = [](const auto& picture, int x, int y) {
        return static_cast<int>(picture.pixels->data()[y * picture.stride + x * 4 + 1]);
    };
    for (int x = 20; x < 420; x += 40)
        for (int y = 10; y < 180; y += 40)
            EXPECT_NEAR(green(*natural, 180 - 1 - y, x), green(*whole, x, y), 3) << x << " " << y;
    const auto fitted = reader->picture(90, 90);
    ASSERT_TRUE(fitted);
    EXPECT_EQ(fitted->height, 90);
    EXPECT_EQ(fitted->width, 38);
}

/// One flat colour through encoder, container, decoder and matrix: the classic washed-out picture would show
/// here.
void expectColour(const std::string& name, const std::string& options) {
    const Clip clip =
        test::makeClip(name,
                       "-f lavfi -i color=c=0xC04020:size=320x180:rate=25:duration=1,format=gbrp -vf " +
                           options + " -c:v libx264 -qp 4 -f mp4",
                       "");
    const auto reader = openClip(clip);
    ASSERT_TRUE(reader->nextFrame());
    const auto picture = reader->picture();
    ASSERT_TRUE(picture);
    const std::uint8_t* pixel = picture->pixels->data() + 90 * picture->stride + 160 * 4;
    EXPECT_NEAR(pixel[2], 0xC0, 3) << name;
    EXPECT_NEAR(pixel[1], 0x40, 3) << name;
    EXPECT_NEAR(pixel[0], 0x20, 3) << name;
    EXPECT_EQ(pixel[3], 0xff) << name;
}

TEST(FrameReader, ColourMatrixAndRangeAreRight) {
    expectColour(
        "bt709",
        "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p -colorspace bt709 -color_range tv");
    expectColour(
        "bt601full",
        "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p -colorspace smpte170m -color_range pc");
    expectColour(
        "bt2020",
        "scale=out_color_matrix=bt2020:out_range=tv,format=yuv420p -colorspace bt2020nc -color_range tv");
    expectColour("undeclared", "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p");
}

TEST(FrameReader, TruncatedSourceGivesWhatIsThereAndThenTheError) {
    const Clip& clip = test::h264Clip();
    const auto whole = test::sourceOf(clip.video);
    auto cut = std::make_shared<test::Cut>(whole, whole->size() * 2 / 3);
    auto reader = FrameReader::open({{TrackKind::Video, cut, "video 180p"}});
    ASSERT_TRUE(reader) << reader.error().what;
    std::size_t frames = 0;
    for (;; ++frames) {
        const auto frame = (*reader)->nextFrame();
        if (!frame) {
            EXPECT_EQ(frame.error().code, "media_truncated");
            EXPECT_NE(frame.error().what.find("video 180p"), std::string::npos);
            break;
        }
        ASSERT_TRUE(frame->has_value()) << "a cut file must not look like a short film";
        // Frames between the last two references may be missing, so the time says which frame this is.
        const auto at =
            std::lower_bound(clip.frameTimes.begin(), clip.frameTimes.end(), (*frame)->pts.count() - 1000);
        ASSERT_NE(at, clip.frameTimes.end());
        EXPECT_EQ(toHex((*frame)->planesHash),
                  clip.frameHashes[static_cast<std::size_t>(at - clip.frameTimes.begin())]);
    }
    EXPECT_GT(frames, 50U);
    EXPECT_LT(frames, 150U);
}

TEST(FrameReader, ErrorsOfTheSourceKeepTheirCode) {
    const auto whole = test::sourceOf(test::h264Clip().video);
    auto reader = FrameReader::open(
        {{TrackKind::Video, std::make_shared<test::Refusing>(whole, whole->size() * 3 / 4, "part_changed"),
          ""}});
    ASSERT_TRUE(reader);
    for (;;) {
        const auto frame = (*reader)->nextFrame();
        if (frame) {
            ASSERT_TRUE(frame->has_value());
            continue;
        }
        EXPECT_EQ(frame.error().code, "part_changed");
        break;
    }
    const auto atOnce =
        FrameReader::open({{TrackKind::Video, std::make_shared<test::Refusing>(whole, 0, "key_wrong"), ""}});
    ASSERT_FALSE(atOnce);
    EXPECT_EQ(atOnce.error().code, "key_wrong");
}

TEST(FrameReader, WhatIsNoFilmIsRefusedWithAReason) {
    const auto codeOf = [](Bytes bytes) {
        const auto reader =
            FrameReader::open({{TrackKind::Video, std::make_shared<MemorySource>(std::move(bytes)), ""}});
        return reader ? std::string("opened") : reader.error().code;
    };
    EXPECT_EQ(codeOf({}), "media_open_failed");
    EXPECT_EQ(codeOf(toBytes(std::string(5000, 'x'))), "media_open_failed");
    const auto sound = FrameReader::open({{TrackKind::Video, test::sourceOf(test::h264Clip().audio), ""}});
    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().code, "media_no_video");
    const Clip old =
        test::makeClip("mpeg4", "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -c:v mpeg4 -f mp4", "");
    const auto foreign = FrameReader::open({{TrackKind::Video, test::sourceOf(old.video), ""}});
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "media_unsupported_codec");
}

TEST(FrameReader, StopEndsAReadThatHangs) {
    const auto hanging = std::make_shared<test::Hanging>(test::sourceOf(test::h264Clip().video), 0);
    std::stop_source stop;
    Result<std::unique_ptr<FrameReader>> reader;
    std::thread opener([&] {
        reader = FrameReader::open({{TrackKind::Video, hanging, ""}}, stop.get_token());
    });
    hanging->waitUntilBlocked();
    const auto begin = std::chrono::steady_clock::now();
    stop.request_stop();
    opener.join();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(250));
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, "cancelled");
    hanging->release();
}

TEST(FrameReader, WritesAPictureAsPng) {
    const auto reader = openClip(test::h264Clip());
    ASSERT_TRUE(reader->nextFrame());
    const auto picture = reader->picture(160, 160);
    ASSERT_TRUE(picture);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writePng(*picture, folder.path() / "frame.png"));
    std::ifstream in(folder.path() / "frame.png", std::ios::binary);
    std::string head(24, '\0');
    in.read(head.data(), 24);
    EXPECT_EQ(head.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(static_cast<std::uint8_t>(head[19]), 160);
    EXPECT_EQ(static_cast<std::uint8_t>(head[23]), 90);
}

}  // namespace
}  // namespace keyreel::playback
