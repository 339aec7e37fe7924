#include "core/media/probe.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/file.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::media {
namespace {

using test::clip;
using test::TemporaryFolder;

SampleFilmOptions small(double seconds = 2) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = seconds;
    return options;
}

std::string codeOf(const std::filesystem::path& path) {
    const Result<MediaInfo> info = probe(path);
    if (info) return "no error";
    EXPECT_FALSE(info.error().what.empty());
    EXPECT_FALSE(info.error().next.empty()) << info.error().code;
    return info.error().code;
}

void write(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

TEST(Probe, DescribesAnOrdinaryFilm) {
    const Result<MediaInfo> info = probe(clip("h264-aac.mp4", small()));
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_EQ(info->container, "MP4");
    EXPECT_EQ(info->title, "Keyreel sample");
    EXPECT_NEAR(info->durationSeconds, 2.0, 0.1);
    EXPECT_FALSE(info->hasCoverArt);
    EXPECT_FALSE(info->mustTranscode());
    ASSERT_EQ(info->tracks.size(), 2U);
    const TrackInfo& video = info->video();
    EXPECT_EQ(video.codecName, "H.264 High");
    EXPECT_EQ(video.width, 192U);
    EXPECT_EQ(video.height, 112U);
    EXPECT_DOUBLE_EQ(video.frameRate, 24.0);
    EXPECT_EQ(video.colourName, "Rec. 709, 8-bit");
    EXPECT_TRUE(video.carried);
    const TrackInfo& audio = info->tracks[1];
    EXPECT_EQ(audio.codecName, "AAC LC");
    EXPECT_EQ(audio.channelLayout, "stereo");
    EXPECT_EQ(audio.sampleRate, 48000U);
    EXPECT_EQ(audio.language, "eng");
}

TEST(Probe, TenBitHevcIsNamedAndCarried) {
    SampleFilmOptions options = small(1);
    options.video = FilmVideo::Hevc;
    options.tenBit = true;
    const Result<MediaInfo> info = probe(clip("hevc10.mp4", options));
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_EQ(info->video().codecName, "HEVC Main 10");
    EXPECT_EQ(info->video().colourName, "Rec. 709, 10-bit");
    EXPECT_TRUE(info->video().carried);
}

TEST(Probe, RotationAndPixelAspectGiveTheDisplaySize) {
    SampleFilmOptions options = small(1);
    options.rotation = 90;
    options.sarNum = 4;
    options.sarDen = 3;
    const Result<MediaInfo> info = probe(clip("rotated-sar.mp4", options));
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_EQ(info->video().rotation, 90);
    EXPECT_EQ(info->video().sampleAspectRatio, (Rational{4, 3}));
    EXPECT_EQ(info->video().displayWidth, 112U);
    EXPECT_EQ(info->video().displayHeight, 256U);
}

TEST(Probe, CoverArtIsNotAVideoTrack) {
    SampleFilmOptions options = small(1);
    options.coverArt = true;
    const Result<MediaInfo> info = probe(clip("cover.mp4", options));
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_TRUE(info->hasCoverArt);
    EXPECT_EQ(info->tracks.size(), 2U);
    EXPECT_EQ(info->video().codec, Codec::H264);
}

TEST(Probe, SoundWithACoverIsNoFilm) {
    // The cover would be taken for a one-frame film by anyone who trusts the stream type alone.
    const std::filesystem::path media = test::sharedMedia() / "w3c-bbb_audio_aac_frag.mp4";
    if (!std::filesystem::exists(media)) GTEST_SKIP() << "shared footage is not there";
    EXPECT_EQ(codeOf(media), "media_no_video");
}

TEST(Probe, OldCodingsMustBeTranscodedAndSayWhy) {
    SampleFilmOptions options = small();
    options.video = FilmVideo::Mpeg4;
    options.audio = FilmAudio::Mp3;
    const Result<MediaInfo> info = probe(clip("mpeg4-mp3.avi", options));
    ASSERT_TRUE(info) << info.error().what;
    EXPECT_EQ(info->container, "AVI");
    EXPECT_TRUE(info->mustTranscode());
    for (const TrackInfo& track : info->tracks) {
        EXPECT_FALSE(track.carried);
        EXPECT_FALSE(track.reason.empty());
    }
}

TEST(Probe, RefusesWhatIsNoFilmWithACodeAndANextStep) {
    const TemporaryFolder folder;
    const std::filesystem::path empty = folder.path() / "empty.mp4";
    write(empty, "");
    EXPECT_EQ(codeOf(empty), "media_empty");

    const std::filesystem::path text = folder.path() / "notes.mp4";
    write(text, "Dear diary,\ntoday I filmed nothing at all.\n\n#EXTM3U\nhttp://example.org/a.ts\n");
    EXPECT_EQ(codeOf(text), "media_not_recognised");

    const std::filesystem::path playlist = folder.path() / "list.m3u8";
    write(playlist, "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nh264.ts\n#EXT-X-ENDLIST\n");
    EXPECT_EQ(codeOf(playlist), "media_not_recognised");

    const std::filesystem::path aFolder = folder.path() / "folder.mp4";
    std::filesystem::create_directory(aFolder);
    EXPECT_EQ(codeOf(aFolder), "file_not_regular");
    EXPECT_EQ(codeOf(folder.path() / "missing.mp4"), "file_missing");
}

TEST(Probe, SeesATruncatedFileInEveryContainer) {
    const TemporaryFolder folder;
    SampleFilmOptions vp9 = small();
    vp9.video = FilmVideo::Vp9;
    vp9.audio = FilmAudio::Opus;
    SampleFilmOptions old = small();
    old.video = FilmVideo::Mpeg4;
    old.audio = FilmAudio::Mp3;
    SampleFilmOptions fragmented = small();
    fragmented.fragmented = true;
    for (const std::filesystem::path& source :
         {clip("h264-aac.mp4", small()), clip("vp9-opus.webm", vp9), clip("mpeg4-mp3.avi", old),
          clip("h264-aac-fragmented.mp4", fragmented), clip("h264-aac.mov", small())}) {
        const std::filesystem::path copy = folder.path() / source.filename();
        for (const double part : {0.95, 0.5}) {
            std::filesystem::copy_file(source, copy, std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(
                copy,
                static_cast<std::uintmax_t>(static_cast<double>(std::filesystem::file_size(source)) * part));
            EXPECT_EQ(codeOf(copy), "media_truncated") << source.filename() << " cut to " << part;
        }
    }
}

}  // namespace
}  // namespace keyreel::media
