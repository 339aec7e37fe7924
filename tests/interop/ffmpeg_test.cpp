// What Debian's ffmpeg and ffprobe make of our packages: every packet and every decoded picture must be the
// source's.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/package/decrypt_file.h"
#include "core/package/package_film.h"
#include "tests/interop/command.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::package {
namespace {

using media::FilmAudio;
using media::FilmVideo;
using media::SampleFilmOptions;
using test::clip;
using test::run;

constexpr const char* kVideoKey = "000102030405060708090a0b0c0d0e0f";
constexpr const char* kAudioKey = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
constexpr const char* kWrongKey = "000102030405060708090a0b0c0d0e0e";

Result<TrackKey> keyOf(const std::string& hex, std::uint8_t id) {
    KEYREEL_TRY(const auto bytes, fromHexExact<16>(hex));
    TrackKey key;
    key.keyId.fill(id);
    key.key = SecretBytes::copyOf(bytes);
    return key;
}

Result<Package> packageTo(const std::filesystem::path& source, const std::filesystem::path& folder,
                          bool oneKey = false, cenc::Scheme scheme = cenc::Scheme::Cenc) {
    PackageRequest request;
    request.source = source;
    request.folder = folder;
    request.scheme = scheme;
    request.keyFor = [oneKey](const std::string& label) -> Result<TrackKey> {
        return oneKey || label.starts_with("video") ? keyOf(kVideoKey, 0x11) : keyOf(kAudioKey, 0x22);
    };
    return packageFilm(request);
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line.front() != '#') out.push_back(line);
    return out;
}

/// Input arguments: the file, and its key when it is protected.
std::vector<std::string> input(const std::filesystem::path& file, const std::string& key) {
    std::vector<std::string> out;
    if (!key.empty()) out = {"-decryption_key", key};
    out.insert(out.end(), {"-i", file.string()});
    return out;
}

/// The size and SHA-256 of each packet (`copy`) or decoded frame of one stream.
std::vector<std::string> hashes(const std::filesystem::path& file, const std::string& key,
                                const std::string& stream, bool copy, std::string* errors = nullptr) {
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-nostdin"};
    const std::vector<std::string> in = input(file, key);
    command.insert(command.end(), in.begin(), in.end());
    command.insert(command.end(), {"-map", "0:" + stream});
    if (copy) command.insert(command.end(), {"-c", "copy"});
    command.insert(command.end(), {"-f", "framehash", "-"});
    const test::CommandResult result = run(command);
    if (errors != nullptr)
        *errors = result.errors;
    else
        EXPECT_EQ(result.exitCode, 0) << result.errors;
    std::vector<std::string> out;
    for (const std::string& line : lines(result.output)) {
        // stream, dts, pts, duration, size, hash, [side data]
        std::vector<std::string> fields;
        std::istringstream parts(line);
        for (std::string field; std::getline(parts, field, ',');)
            fields.push_back(field.substr(std::min(field.find_first_not_of(' '), field.size())));
        if (fields.size() >= 6) out.push_back(fields[4] + " " + fields[5]);
    }
    return out;
}

std::string probeText(const std::filesystem::path& file, const std::string& key, const std::string& stream,
                      const std::string& entries) {
    std::vector<std::string> command{"ffprobe",       "-v",    "error", "-select_streams", stream,
                                     "-show_entries", entries, "-of",   "compact=p=0"};
    const std::vector<std::string> in = input(file, key);
    command.insert(command.end(), in.begin(), in.end());
    const test::CommandResult result = run(command);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    // One field per line, sorted: the protected file has side data of its own (its encryption), which breaks
    // lines.
    std::string text = result.output;
    std::replace(text.begin(), text.end(), '|', '\n');
    std::vector<std::string> fields = lines(text);
    std::sort(fields.begin(), fields.end());
    std::string out;
    for (std::string& field : fields) {
        // Square pixels may be said or left unsaid.
        if (field == "sample_aspect_ratio=N/A") field = "sample_aspect_ratio=1:1";
        out += field + "\n";
    }
    return out;
}

struct Case {
    const char* name;
    SampleFilmOptions options;
    bool exactTimes = true;  ///< The source counts in the ticks that we write.
    cenc::Scheme scheme = cenc::Scheme::Cenc;
};

std::string nameOf(const testing::TestParamInfo<Case>& info) {
    std::string out = cenc::schemeName(info.param.scheme);
    for (const char c : std::string(info.param.name))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
    return out;
}

SampleFilmOptions film(FilmVideo video, FilmAudio audio, double seconds = 9) {
    SampleFilmOptions options;
    options.width = 320;
    options.height = 176;
    options.seconds = seconds;
    options.video = video;
    options.audio = audio;
    return options;
}

std::vector<Case> cases() {
    std::vector<Case> out;
    out.push_back({"interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac)});
    out.push_back({"interop-h264-aac.mkv", film(FilmVideo::H264, FilmAudio::Aac, 5), false});
    SampleFilmOptions turned = film(FilmVideo::H264, FilmAudio::Aac, 3);
    turned.rotation = 90;
    turned.sarNum = 4;
    turned.sarDen = 3;
    turned.bFrames = 3;
    out.push_back({"interop-turned.mov", turned});
    SampleFilmOptions fragmented = film(FilmVideo::H264, FilmAudio::Aac, 5);
    fragmented.fragmented = true;
    out.push_back({"interop-fragmented.mp4", fragmented});
    out.push_back({"interop-hevc-aac.mp4", film(FilmVideo::Hevc, FilmAudio::Aac, 5)});
    SampleFilmOptions ten = film(FilmVideo::Hevc, FilmAudio::Aac, 3);
    ten.tenBit = true;
    out.push_back({"interop-hevc10-aac.mp4", ten});
    out.push_back({"interop-av1-opus.webm", film(FilmVideo::Av1, FilmAudio::Opus, 5), false});
    out.push_back({"interop-av1-opus.mp4", film(FilmVideo::Av1, FilmAudio::Opus, 5)});
    out.push_back({"interop-vp9-opus.webm", film(FilmVideo::Vp9, FilmAudio::Opus, 5), false});
    SampleFilmOptions covered = film(FilmVideo::H264, FilmAudio::Aac, 3);
    covered.coverArt = true;
    covered.audioTracks = 2;
    out.push_back({"interop-cover-two-languages.mp4", covered});
    out.push_back({"interop-h264-flac.mkv", film(FilmVideo::H264, FilmAudio::Flac, 3), false});
    out.push_back({"interop-h264-ac3.mp4", film(FilmVideo::H264, FilmAudio::Ac3, 3)});
    out.push_back({"interop-h264-eac3.mp4", film(FilmVideo::H264, FilmAudio::Eac3, 3)});
    out.push_back({"interop-h264-mp3.mp4", film(FilmVideo::H264, FilmAudio::Mp3, 3)});
    for (const FilmVideo video : {FilmVideo::H264, FilmVideo::Hevc}) {
        const bool hevc = video == FilmVideo::Hevc;
        out.push_back({hevc ? "interop-hevc-aac.mp4" : "interop-h264-aac.mp4",
                       film(video, FilmAudio::Aac, hevc ? 5 : 9), true, cenc::Scheme::Cbcs});
    }
    out.push_back(
        {"interop-av1-opus.mp4", film(FilmVideo::Av1, FilmAudio::Opus, 5), true, cenc::Scheme::Cbcs});
    for (const cenc::Scheme scheme : {cenc::Scheme::Cens, cenc::Scheme::Cbc1}) {
        out.push_back({"interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac), true, scheme});
        out.push_back({"interop-av1-opus.mp4", film(FilmVideo::Av1, FilmAudio::Opus, 5), true, scheme});
    }
    return out;
}

/// Presentation time, decode time and key flag of every packet, in order.
std::vector<std::string> times(const std::filesystem::path& file, const std::string& key,
                               const std::string& stream, const std::string& entries) {
    std::vector<std::string> command{"ffprobe",       "-v",    "error", "-select_streams", stream,
                                     "-show_entries", entries, "-of",   "compact=p=0"};
    const std::vector<std::string> in = input(file, key);
    command.insert(command.end(), in.begin(), in.end());
    const test::CommandResult result = run(command);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    std::vector<std::string> out;
    for (std::string line : lines(result.output)) {
        if (line.find("pts_time=") == std::string::npos) continue;
        while (line.back() == '|')
            line.pop_back();
        // "KD" on priming that the source's edit list hides and "K_" here: the same packet at the same time.
        if (line.back() == 'D') line.back() = '_';
        out.push_back(line);
    }
    EXPECT_FALSE(out.empty());
    return out;
}

void expectSameTimes(const std::filesystem::path& source, const std::string& stream,
                     const std::filesystem::path& file, const std::string& key, bool video) {
    const std::string entries = video ? "packet=pts_time,dts_time,flags" : "packet=pts_time";
    EXPECT_EQ(times(source, "", stream, entries), times(file, key, video ? "v:0" : "a:0", entries)) << stream;
}

class Interop : public testing::TestWithParam<Case> {};

TEST_P(Interop, FfmpegDecryptsEveryPacketAndPictureOfTheSource) {
    const std::filesystem::path source = clip(GetParam().name, GetParam().options);
    const test::TemporaryFolder folder;
    const Result<Package> package = packageTo(source, folder.path() / "out", false, GetParam().scheme);
    ASSERT_TRUE(package) << package.error().code << ": " << package.error().what;
    ASSERT_EQ(package->tracks.size(), 1U + GetParam().options.audioTracks);
    std::size_t audio = 0;
    for (const PackagedTrack& track : package->tracks) {
        const bool video = track.description.kind == media::TrackKind::Video;
        EXPECT_FALSE(track.description.transcoded);
        const std::string stream = video ? "v:0" : "a:" + std::to_string(audio++);
        std::string key = video ? kVideoKey : kAudioKey;
        std::filesystem::path file = package->folder / track.fileName;
        if (!video && GetParam().scheme == cenc::Scheme::Cens) {
            // ffmpeg 5.1 takes whole samples of cens as counted to the last byte; ISO/IEC 23001-7 section 9.7
            // leaves the 1 to 15 bytes behind the last block clear, so what ffmpeg gets is our clear form.
            std::vector<TrackKey> keys;
            keys.push_back(keyOf(kAudioKey, 0x22).value());
            const std::filesystem::path clear = folder.path() / "clear.mp4";
            ASSERT_TRUE(decryptFile(file, std::move(keys), clear));
            file = clear;
            key.clear();
        }

        const std::vector<std::string> packets = hashes(source, "", stream, true);
        EXPECT_FALSE(packets.empty());
        EXPECT_EQ(packets, hashes(file, key, video ? "v:0" : "a:0", true)) << track.label;

        std::vector<std::string> frames = hashes(source, "", stream, false);
        std::vector<std::string> decrypted = hashes(file, key, video ? "v:0" : "a:0", false);
        if (!video) {
            // ffmpeg hides the priming of progressive files only; behind it the sound is the same to the bit.
            ASSERT_GT(frames.size(), 6U);
            ASSERT_GE(decrypted.size() + 1, frames.size());
            frames = {frames.end() - static_cast<std::ptrdiff_t>(frames.size() - 3), frames.end() - 2};
            decrypted = {decrypted.end() - static_cast<std::ptrdiff_t>(frames.size() + 2),
                         decrypted.end() - 2};
        }
        EXPECT_EQ(frames, decrypted) << track.label;

        const std::string fields =
            video ? "stream=codec_name,profile,width,height,sample_aspect_ratio,pix_fmt,"
                    "color_range,color_space,color_transfer,color_primaries,has_b_frames:"
                    "stream_side_data=rotation"
                  : "stream=codec_name,profile,sample_rate,channels,channel_layout";
        EXPECT_EQ(probeText(source, "", stream, fields), probeText(file, key, video ? "v:0" : "a:0", fields));
        if (GetParam().exactTimes) expectSameTimes(source, stream, file, key, video);
    }
}

INSTANTIATE_TEST_SUITE_P(Clips, Interop, testing::ValuesIn(cases()), nameOf);

TEST(InteropPackage, AWrongKeyShowsNothingOfThePicture) {
    const std::filesystem::path source = clip("interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac));
    const test::TemporaryFolder folder;
    const Result<Package> package = packageTo(source, folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    const std::vector<std::string> right = hashes(source, "", "v:0", false);
    std::string errors;
    const std::vector<std::string> wrong =
        hashes(package->folder / package->tracks[0].fileName, kWrongKey, "v:0", false, &errors);
    EXPECT_FALSE(errors.empty());
    for (const std::string& frame : wrong)
        EXPECT_EQ(std::count(right.begin(), right.end(), frame), 0);
    // Without a key, the packets are not the source's either.
    const std::vector<std::string> plain = hashes(source, "", "v:0", true);
    for (const std::string& packet :
         hashes(package->folder / package->tracks[0].fileName, "", "v:0", true, &errors))
        ASSERT_EQ(std::count(plain.begin(), plain.end(), packet), 0);
}

TEST(InteropPackage, FfmpegPlaysTheMpdWithOneKeyForAllTracks) {
    const std::filesystem::path source = clip("interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac));
    const test::TemporaryFolder folder;
    const Result<Package> package = packageTo(source, folder.path() / "out", true);
    ASSERT_TRUE(package) << package.error().what;
    const std::string mpd = package->folder / "stream.mpd";
    const test::CommandResult played =
        run({"ffmpeg", "-v", "error", "-nostdin", "-cenc_decryption_key", kVideoKey, "-i", mpd, "-map",
             "0:v:0", "-c", "copy", "-f", "framehash", "-"});
    ASSERT_EQ(played.exitCode, 0) << played.errors;
    std::vector<std::string> packets;
    for (const std::string& line : lines(played.output)) {
        std::istringstream parts(line);
        std::vector<std::string> fields;
        for (std::string field; std::getline(parts, field, ',');)
            fields.push_back(field.substr(std::min(field.find_first_not_of(' '), field.size())));
        if (fields.size() >= 6) packets.push_back(fields[4] + " " + fields[5]);
    }
    EXPECT_EQ(packets, hashes(source, "", "v:0", true));
}

TEST(InteropPackage, FfprobeFindsAllTracksThroughTheMpdAndThePlaylists) {
    SampleFilmOptions options = film(FilmVideo::H264, FilmAudio::Aac, 3);
    options.coverArt = true;
    options.audioTracks = 2;
    const test::TemporaryFolder folder;
    const Result<Package> package =
        packageTo(clip("interop-cover-two-languages.mp4", options), folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    for (const char* name : {"stream.mpd", "master.m3u8"}) {
        const test::CommandResult seen =
            run({"ffprobe", "-v", "quiet", "-show_entries", "stream=index,codec_name", "-of", "csv=p=0",
                 (package->folder / name).string()});
        EXPECT_EQ(seen.exitCode, 0) << name << seen.errors;
        const auto count = [&](const std::string& codec) {
            unsigned found = 0;
            for (std::size_t at = seen.output.find(codec); at != std::string::npos;
                 at = seen.output.find(codec, at + 1))
                ++found;
            return found;
        };
        // Each stream stands in a program and on its own.
        EXPECT_GE(count("aac"), 2U) << name << "\n" << seen.output;
        EXPECT_GE(count("h264"), 1U) << name;
    }
}

/// The content of the first box of this type, wherever it stands.
Bytes boxContent(ByteView file, const std::string& type) {
    const auto found = std::search(file.begin(), file.end(), type.begin(), type.end());
    if (found == file.end() || found - file.begin() < 4) return {};
    const auto at = static_cast<std::size_t>(found - file.begin());
    ByteReader size(file.subspan(at - 4, 4));
    return toBytes(file.subspan(at + 4, std::min<std::size_t>(size.u32() - 8, file.size() - at - 4)));
}

TEST(InteropPackage, DolbyRecordsDerivedFromFramesAreThoseThatFfmpegWrites) {
    for (const auto& [audio, box] : {std::pair{FilmAudio::Ac3, "dac3"}, std::pair{FilmAudio::Eac3, "dec3"}}) {
        const bool plain = audio == FilmAudio::Ac3;
        const std::filesystem::path source =
            clip(plain ? "interop-h264-ac3.mp4" : "interop-h264-eac3.mp4", film(FilmVideo::H264, audio, 3));
        const test::TemporaryFolder folder;
        const Result<Package> package = packageTo(source, folder.path() / "out");
        ASSERT_TRUE(package) << package.error().what;
        const Bytes theirs = boxContent(readFile(source, 64U << 20).value(), box);
        const Bytes ours =
            boxContent(readFile(package->folder / package->tracks[1].fileName, 64U << 20).value(), box);
        EXPECT_FALSE(theirs.empty());
        EXPECT_EQ(toHex(ours), toHex(theirs)) << box;
    }
}

TEST(InteropPackage, SurroundSoundIsCarriedWithAllItsChannels) {
    const test::TemporaryFolder folder;
    const std::filesystem::path source = folder.path() / "surround.mkv";
    const test::CommandResult made = run({"ffmpeg",   "-v",      "error",        "-nostdin",
                                          "-f",       "lavfi",   "-i",           "testsrc2=s=160x96:r=25:d=2",
                                          "-f",       "lavfi",   "-i",           "sine=f=440:r=48000:d=2",
                                          "-ac",      "6",       "-c:v",         "libx264",
                                          "-pix_fmt", "yuv420p", "-c:a",         "ac3",
                                          "-b:a",     "448k",    source.string()});
    ASSERT_EQ(made.exitCode, 0) << made.errors;
    const Result<Package> package = packageTo(source, folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    const std::filesystem::path track = package->folder / package->tracks[1].fileName;
    EXPECT_EQ(package->tracks[1].description.channels, 6U);
    EXPECT_EQ(hashes(track, kAudioKey, "a:0", true), hashes(source, "", "a:0", true));
    EXPECT_EQ(hashes(track, kAudioKey, "a:0", false), hashes(source, "", "a:0", false));
}

TEST(InteropPackage, ATranscodedFilmDecodesInFullAndKeepsItsLength) {
    const std::filesystem::path source =
        clip("interop-mpeg4-mp3.avi", film(FilmVideo::Mpeg4, FilmAudio::Mp3, 6));
    const test::TemporaryFolder folder;
    const Result<Package> package = packageTo(source, folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_NEAR(package->durationSeconds, 6.0, 0.1);
    ASSERT_EQ(package->tracks.size(), 2U);
    EXPECT_EQ(package->tracks[0].segments.size(), 2U);
    const std::vector<std::string> frames =
        hashes(package->folder / package->tracks[0].fileName, kVideoKey, "v:0", false);
    EXPECT_NEAR(static_cast<double>(frames.size()), 144, 2);
    const std::vector<std::string> sound =
        hashes(package->folder / package->tracks[1].fileName, kAudioKey, "a:0", false);
    EXPECT_NEAR(static_cast<double>(sound.size()), 6.0 * 48000 / 1024, 4);
}

/// Hashes of the decoded pictures that present at or behind 0, with their times.
std::vector<std::string> shownPictures(const std::filesystem::path& file, const std::string& key) {
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-nostdin", "-copyts"};
    const std::vector<std::string> in = input(file, key);
    command.insert(command.end(), in.begin(), in.end());
    command.insert(command.end(), {"-map", "0:v:0", "-vsync", "passthrough", "-f", "framehash", "-"});
    const test::CommandResult result = run(command);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    std::vector<std::string> out;
    for (const std::string& line : lines(result.output)) {
        std::istringstream parts(line);
        std::vector<std::string> fields;
        for (std::string field; std::getline(parts, field, ',');)
            fields.push_back(field.substr(std::min(field.find_first_not_of(' '), field.size())));
        if (fields.size() >= 6 && fields[2].front() != '-') out.push_back(fields[2] + " " + fields[5]);
    }
    return out;
}

TEST(InteropPackage, AnEditListThatCutsTheBeginningSurvivesWithoutReencoding) {
    const std::filesystem::path source = clip("interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac));
    const test::TemporaryFolder folder;
    const std::filesystem::path trimmed = folder.path() / "trimmed.mp4";
    ASSERT_EQ(run({"ffmpeg", "-v", "error", "-nostdin", "-ss", "1.3", "-i", source, "-c", "copy", trimmed})
                  .exitCode,
              0);
    const Result<Package> package = packageTo(trimmed, folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_FALSE(package->tracks[0].description.transcoded);
    const std::filesystem::path file = package->folder / package->tracks[0].fileName;
    EXPECT_EQ(hashes(trimmed, "", "v:0", true), hashes(file, kVideoKey, "v:0", true));
    expectSameTimes(trimmed, "v:0", file, kVideoKey, true);
    expectSameTimes(trimmed, "a:0", package->folder / package->tracks[1].fileName, kAudioKey, false);
    const std::vector<std::string> shown = shownPictures(trimmed, "");
    EXPECT_NEAR(static_cast<double>(shown.size()), 7.7 * 24, 1);
    EXPECT_EQ(shown, shownPictures(file, kVideoKey));
    EXPECT_NEAR(package->durationSeconds, 7.7, 0.05);
}

TEST(InteropPackage, ALateStartSurvivesAndJoinedPartsAreEncodedAnew) {
    const std::filesystem::path source = clip("interop-h264-aac.mp4", film(FilmVideo::H264, FilmAudio::Aac));
    const test::TemporaryFolder folder;
    const std::filesystem::path late = folder.path() / "late.mp4";
    ASSERT_EQ(run({"ffmpeg", "-v", "error", "-nostdin", "-itsoffset", "2", "-i", source, "-i", source, "-map",
                   "0:v", "-map", "1:a", "-c", "copy", late})
                  .exitCode,
              0);
    const Result<Package> package = packageTo(late, folder.path() / "out");
    ASSERT_TRUE(package) << package.error().what;
    EXPECT_FALSE(package->tracks[0].description.transcoded);
    expectSameTimes(late, "v:0", package->folder / package->tracks[0].fileName, kVideoKey, true);
    EXPECT_DOUBLE_EQ(package->tracks[0].segments.front().startSeconds, 2.0);

    // The empty edit of 2 s becomes a part of the film: seconds 3 to 5, and then the whole film.
    Result<Bytes> bytes = readFile(late, 1U << 30);
    ASSERT_TRUE(bytes);
    const std::string_view empty("\xff\xff\xff\xff\x00\x01\x00\x00", 8);
    const std::size_t list = asText(*bytes).find("elst");
    const std::size_t at = asText(*bytes).find(empty, list);
    ASSERT_LT(at, list + 32);
    const std::uint32_t part = 3 * 12288 + 1024;
    for (std::size_t i = 0; i < 4; ++i)
        (*bytes)[at + i] = static_cast<std::uint8_t>(part >> (24 - 8 * i));
    const std::filesystem::path joined = folder.path() / "joined.mp4";
    ASSERT_TRUE(writeFileAtomically(joined, *bytes));
    const Result<Package> anew = packageTo(joined, folder.path() / "anew");
    ASSERT_TRUE(anew) << anew.error().what;
    EXPECT_TRUE(anew->tracks[0].description.transcoded);
    EXPECT_FALSE(anew->tracks[1].description.transcoded);
    EXPECT_NEAR(static_cast<double>(anew->tracks[0].sampleCount), 11 * 24, 2);
    EXPECT_NEAR(anew->tracks[0].durationSeconds, 11.0, 0.1);
}

TEST(InteropPackage, SharedFootageSurvives) {
    const std::filesystem::path footage = test::sharedMedia();
    if (footage.empty()) GTEST_SKIP() << "shared footage is not there";
    unsigned films = 0;
    for (const auto& entry : std::filesystem::directory_iterator(footage)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".mp4" && extension != ".webm") continue;
        if (entry.path().filename().string().find("audio") != std::string::npos) continue;
        SCOPED_TRACE(entry.path().filename().string());
        const test::TemporaryFolder folder;
        const Result<Package> package = packageTo(entry.path(), folder.path() / "out");
        ASSERT_TRUE(package) << package.error().code << ": " << package.error().what;
        std::size_t audio = 0;
        for (const PackagedTrack& track : package->tracks) {
            const bool video = track.description.kind == media::TrackKind::Video;
            EXPECT_FALSE(track.description.transcoded);
            const std::string stream = video ? "v:0" : "a:" + std::to_string(audio++);
            const std::filesystem::path file = package->folder / track.fileName;
            const std::string key = video ? kVideoKey : kAudioKey;
            EXPECT_EQ(hashes(entry.path(), "", stream, true), hashes(file, key, video ? "v:0" : "a:0", true));
            if (!video) continue;
            const std::string fields =
                "stream=width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,start_"
                "time:"
                "stream_side_data=rotation";
            EXPECT_EQ(probeText(entry.path(), "", stream, fields), probeText(file, key, "v:0", fields));
        }
        ++films;
    }
    EXPECT_GE(films, 1U);
}

}  // namespace
}  // namespace keyreel::package
