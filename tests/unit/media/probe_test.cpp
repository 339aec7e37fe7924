#include "core/media/probe.h"

#include <gtest/gtest.h>

#include <bit>
#include <fstream>

#include "core/base/file.h"
#include "core/media/image.h"
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
    SampleFilmOptions options = small();
    options.video = FilmVideo::None;
    options.coverArt = true;
    const std::filesystem::path song = clip("song-with-cover.mp4", options);
    const Result<Image> cover = coverArt(song);
    ASSERT_TRUE(cover) << "the clip has no picture: " << cover.error().what;
    const Result<MediaInfo> info = probe(song);
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, "media_no_video");
    EXPECT_NE(info.error().what.find("only sound"), std::string::npos) << info.error().what;
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
         {clip("h264-aac.mp4", small()), clip("vp9-opus.webm", vp9), clip("h264-aac.mkv", small()),
          clip("mpeg4-mp3.avi", old), clip("h264-aac-fragmented.mp4", fragmented),
          clip("h264-aac.mov", small())}) {
        const std::filesystem::path copy = folder.path() / source.filename();
        for (const double part : {0.95, 0.5}) {
            std::filesystem::copy_file(source, copy, std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(
                copy,
                static_cast<std::uintmax_t>(static_cast<double>(std::filesystem::file_size(source)) * part));
            EXPECT_EQ(codeOf(copy), "media_truncated") << source.filename() << " cut to " << part;
        }
        std::filesystem::copy_file(source, copy, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(copy, std::filesystem::file_size(source) - 1);
        EXPECT_EQ(codeOf(copy), "media_truncated") << source.filename() << " without its last byte";
    }
}

/// A Matroska file as a browser or a stream records it: the sizes of the Segment and of every Cluster are
/// left open. Returns the places where blocks and other children begin, too.
struct Recording {
    std::string bytes;
    std::vector<std::size_t> elements;
};

Recording recordingOf(const std::filesystem::path& source) {
    std::ifstream in(source, std::ios::binary);
    Recording recording{std::string((std::istreambuf_iterator<char>(in)), {}), {}};
    std::string& bytes = recording.bytes;
    const auto vint = [&](std::size_t at, std::size_t& length, bool keepMark) {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        length = static_cast<std::size_t>(std::countl_zero(first)) + 1;
        std::uint64_t value = keepMark ? first : first & (0xffU >> length);
        for (std::size_t i = 1; i < length; ++i)
            value = (value << 8) | static_cast<std::uint8_t>(bytes[at + i]);
        return value;
    };
    for (std::size_t at = 0; at < bytes.size();) {
        recording.elements.push_back(at);
        std::size_t idLength = 0;
        std::size_t sizeLength = 0;
        const std::uint64_t id = vint(at, idLength, true);
        const std::uint64_t size = vint(at + idLength, sizeLength, false);
        const std::size_t content = at + idLength + sizeLength;
        const bool opened = id == 0x18538067 || id == 0x1F43B675;
        if (opened) {
            bytes[at + idLength] = static_cast<char>(0xffU >> (sizeLength - 1));
            for (std::size_t i = 1; i < sizeLength; ++i)
                bytes[at + idLength + i] = '\xff';
        }
        at = opened ? content : content + static_cast<std::size_t>(size);
    }
    return recording;
}

TEST(Probe, SeesARecordingWithOpenSizesEndInsideAnElement) {
    const TemporaryFolder folder;
    SampleFilmOptions vp9 = small();
    vp9.video = FilmVideo::Vp9;
    vp9.audio = FilmAudio::Opus;
    for (const std::filesystem::path& source : {clip("vp9-opus.webm", vp9), clip("h264-aac.mkv", small())}) {
        const Recording recording = recordingOf(source);
        const std::filesystem::path copy = folder.path() / source.filename();
        write(copy, recording.bytes);
        EXPECT_EQ(codeOf(copy), "no error") << source.filename() << " as a whole recording";
        ASSERT_GT(recording.elements.size(), 40U);
        for (std::size_t i = recording.elements.size() - 20; i < recording.elements.size(); ++i)
            for (const std::size_t into : {1, 2, 5}) {
                write(copy, std::string_view(recording.bytes).substr(0, recording.elements[i] + into));
                EXPECT_EQ(codeOf(copy), "media_truncated")
                    << source.filename() << " cut " << into << " bytes into element " << i;
            }
    }
}

}  // namespace
}  // namespace keyreel::media
