#include "core/media/sample_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>

#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::media {
namespace {

using test::clip;

SampleFilmOptions small(double seconds = 3) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = seconds;
    return options;
}

/// The same coded pictures in another container: two encodings of one film are not always the same bytes.
std::filesystem::path remuxed(const std::filesystem::path& film, const test::TemporaryFolder& folder,
                              const std::string& name, const std::string& options) {
    const auto path = folder.path() / name;
    const std::string command =
        "ffmpeg -v error -y -i " + film.string() + ' ' + options + ' ' + path.string();
    if (std::system(command.c_str()) != 0) ADD_FAILURE() << command;
    return path;
}

struct Kept {
    std::int64_t decode = 0;
    std::int64_t presentation = 0;
    std::uint32_t duration = 0;
    bool key = false;
    Bytes data;
};

struct Film {
    std::vector<Track> tracks;
    std::vector<std::vector<Kept>> samples;
    MediaInfo info;
};

Result<Film> readAll(const std::filesystem::path& path, const ReaderOptions& options = {}) {
    KEYREEL_TRY(SampleReader reader, SampleReader::open(path, options));
    Film film;
    film.tracks = reader.tracks();
    film.info = reader.info();
    film.samples.resize(film.tracks.size());
    for (;;) {
        KEYREEL_TRY(const std::optional<Sample> sample, reader.next());
        if (!sample) break;
        film.samples.at(sample->track)
            .push_back({sample->decodeTime, sample->presentationTime(), sample->duration, sample->key,
                        toBytes(sample->data)});
    }
    return film;
}

/// What every film must be: decode times that durations add up to, and a picture that starts at its
/// beginning.
void expectConsistent(const Film& film) {
    for (std::size_t t = 0; t < film.tracks.size(); ++t) {
        const auto& samples = film.samples[t];
        ASSERT_FALSE(samples.empty()) << "track " << t;
        EXPECT_GT(film.tracks[t].timescale, 0U);
        EXPECT_FALSE(film.tracks[t].configuration.empty());
        EXPECT_TRUE(samples.front().key);
        for (std::size_t i = 0; i + 1 < samples.size(); ++i)
            ASSERT_EQ(samples[i].decode + samples[i].duration, samples[i + 1].decode)
                << "track " << t << " sample " << i;
    }
}

double seconds(const Film& film, std::size_t track) {
    std::int64_t end = 0;
    std::int64_t begin = INT64_MAX;
    for (const Kept& sample : film.samples[track]) {
        begin = std::min(begin, std::max<std::int64_t>(sample.presentation, 0));
        end = std::max(end, sample.presentation + sample.duration);
    }
    return static_cast<double>(end - begin) / film.tracks[track].timescale;
}

void expectLengthPrefixed(const Bytes& sample) {
    std::size_t at = 0;
    while (at + 4 <= sample.size()) {
        const std::size_t length = (static_cast<std::size_t>(sample[at]) << 24) | (sample[at + 1] << 16) |
                                   (sample[at + 2] << 8) | sample[at + 3];
        at += 4 + length;
    }
    EXPECT_EQ(at, sample.size());
}

TEST(SampleReader, KeepsBFramesPrimingAndLengthPrefixesOfAnMp4) {
    const Result<Film> film = readAll(clip("h264-aac-3s.mp4", small()));
    ASSERT_TRUE(film) << film.error().what;
    expectConsistent(*film);
    ASSERT_EQ(film->tracks.size(), 2U);
    const auto& video = film->samples[0];
    EXPECT_EQ(video.size(), 72U);
    EXPECT_TRUE(
        std::any_of(video.begin(), video.end(), [](const Kept& s) { return s.presentation > s.decode; }));
    EXPECT_EQ(std::min_element(video.begin(), video.end(),
                               [](const Kept& a, const Kept& b) { return a.presentation < b.presentation; })
                  ->presentation,
              0);
    EXPECT_EQ(std::count_if(video.begin(), video.end(), [](const Kept& s) { return s.key; }), 2);
    for (const Kept& sample : video)
        expectLengthPrefixed(sample.data);
    // The AAC encoder's 1024 samples of priming come before the film begins.
    EXPECT_EQ(film->samples[1].front().presentation, -1024);
    EXPECT_NEAR(seconds(*film, 0), 3.0, 0.05);
    EXPECT_NEAR(seconds(*film, 1), 3.0, 0.05);
}

TEST(SampleReader, GivesTheSameSamplesFromMatroskaAndMp4) {
    const test::TemporaryFolder folder;
    const auto source = clip("h264-aac-3s.mp4", small());
    const Result<Film> mp4 = readAll(source);
    const Result<Film> mkv = readAll(remuxed(source, folder, "film.mkv", "-map 0 -c copy"));
    ASSERT_TRUE(mp4) << mp4.error().what;
    ASSERT_TRUE(mkv) << mkv.error().what;
    expectConsistent(*mkv);
    // Matroska has no time before 0. Muxers that name the sound's priming (CodecDelay; FFmpeg from 7) let its
    // reader take it off again; the others moved both tracks by it, and picture and sound stay together.
    const double moved = static_cast<double>(mkv->samples[0].front().presentation) / mkv->tracks[0].timescale;
    EXPECT_TRUE(moved == 0 || std::abs(moved - 1024.0 / 48000.0) < 0.0011) << moved;
    for (std::size_t t = 0; t < 2; ++t) {
        ASSERT_EQ(mp4->samples[t].size(), mkv->samples[t].size());
        EXPECT_EQ(mp4->tracks[t].configuration, mkv->tracks[t].configuration);
        for (std::size_t i = 0; i < mp4->samples[t].size(); ++i) {
            ASSERT_EQ(mp4->samples[t][i].data, mkv->samples[t][i].data);
            const double inMp4 =
                static_cast<double>(mp4->samples[t][i].presentation) / mp4->tracks[t].timescale;
            const double inMkv =
                static_cast<double>(mkv->samples[t][i].presentation) / mkv->tracks[t].timescale;
            ASSERT_NEAR(inMp4 + moved, inMkv, 0.0011) << t << " " << i;
        }
    }
}

TEST(SampleReader, PutsOpusFramesOfAWebmEndToEndBehindTheirPreSkip) {
    SampleFilmOptions options = small();
    options.video = FilmVideo::Vp9;
    options.audio = FilmAudio::Opus;
    const Result<Film> film = readAll(clip("vp9-opus-3s.webm", options));
    ASSERT_TRUE(film) << film.error().what;
    expectConsistent(*film);
    EXPECT_EQ(film->info.container, "WebM");
    ASSERT_EQ(film->tracks[1].timescale, 48000U);
    ASSERT_EQ(film->tracks[1].configuration.size(), 11U);
    const auto preSkip =
        static_cast<std::int64_t>((film->tracks[1].configuration[2] << 8) | film->tracks[1].configuration[3]);
    EXPECT_EQ(film->samples[1].front().presentation, -preSkip);
    const auto& audio = film->samples[1];
    for (std::size_t i = 0; i + 1 < audio.size(); ++i)
        ASSERT_EQ(audio[i].duration, 960U);
    EXPECT_EQ(film->tracks[0].configuration.size(), 12U);
}

TEST(SampleReader, Av1SamplesHaveNoTemporalDelimiter) {
    SampleFilmOptions options = small(1);
    options.video = FilmVideo::Av1;
    options.audio = FilmAudio::Opus;
    for (const char* name : {"av1-opus.webm", "av1-opus.mp4"}) {
        const Result<Film> film = readAll(clip(name, options));
        ASSERT_TRUE(film) << film.error().what;
        expectConsistent(*film);
        EXPECT_EQ(film->tracks[0].configuration.front(), 0x81);
        for (const Kept& sample : film->samples[0])
            EXPECT_NE((sample.data.front() >> 3) & 0x0f, 2) << name;
    }
}

TEST(SampleReader, CarriesEveryAudioTrackWithItsLanguage) {
    SampleFilmOptions options = small(1);
    options.audioTracks = 3;
    const Result<Film> film = readAll(clip("three-languages.mkv", options));
    ASSERT_TRUE(film) << film.error().what;
    expectConsistent(*film);
    ASSERT_EQ(film->tracks.size(), 4U);
    EXPECT_EQ(film->tracks[1].language, "eng");
    EXPECT_EQ(film->tracks[2].language, "deu");
    EXPECT_EQ(film->tracks[3].language, "fra");
    EXPECT_TRUE(film->tracks[1].isDefault);
    EXPECT_FALSE(film->tracks[2].isDefault);
    ReaderOptions one;
    one.audioTracks = 1;
    const Result<Film> less = readAll(clip("three-languages.mkv", options), one);
    ASSERT_TRUE(less);
    EXPECT_EQ(less->tracks.size(), 2U);
}

TEST(SampleReader, TranscodesWhatCannotBeCarriedWithClosedGroupsOfFourSeconds) {
    SampleFilmOptions options = small(9);
    options.video = FilmVideo::Mpeg4;
    options.audio = FilmAudio::Mp3;
    const Result<Film> film = readAll(clip("mpeg4-mp3-9s.avi", options));
    ASSERT_TRUE(film) << film.error().what;
    expectConsistent(*film);
    ASSERT_EQ(film->tracks.size(), 2U);
    EXPECT_EQ(film->tracks[0].codec, Codec::H264);
    EXPECT_EQ(film->tracks[1].codec, Codec::Aac);
    EXPECT_TRUE(film->tracks[0].transcoded);
    EXPECT_NEAR(static_cast<double>(film->samples[0].size()), 216, 2);
    EXPECT_NEAR(seconds(*film, 0), 9.0, 0.1);
    EXPECT_NEAR(seconds(*film, 1), 9.0, 0.1);
    std::vector<double> keys;
    for (const Kept& sample : film->samples[0]) {
        expectLengthPrefixed(sample.data);
        if (sample.key) keys.push_back(static_cast<double>(sample.presentation) / film->tracks[0].timescale);
    }
    ASSERT_EQ(keys.size(), 3U);
    EXPECT_NEAR(keys[1], 4.0, 0.05);
    EXPECT_NEAR(keys[2], 8.0, 0.05);
    EXPECT_LT(film->samples[1].front().presentation, 0);
}

TEST(SampleReader, TranscodesOnlyTheSoundWhenOnlyTheSoundNeedsIt) {
    const test::TemporaryFolder folder;
    const auto source = clip("h264-aac-3s.mp4", small());
    const Result<Film> carried = readAll(source);
    const Result<Film> film = readAll(remuxed(source, folder, "film.mkv", "-map 0 -c:v copy -c:a libvorbis"));
    ASSERT_TRUE(carried && film);
    expectConsistent(*film);
    EXPECT_FALSE(film->tracks[0].transcoded);
    EXPECT_TRUE(film->tracks[1].transcoded);
    ASSERT_EQ(film->samples[0].size(), carried->samples[0].size());
    EXPECT_EQ(film->samples[0][5].data, carried->samples[0][5].data);
    EXPECT_NEAR(seconds(*film, 1), 3.0, 0.1);
}

TEST(SampleReader, ATranscodeKeepsColourRotationAndPixelAspect) {
    SampleFilmOptions options = small(1);
    options.rotation = 270;
    options.sarNum = 4;
    options.sarDen = 3;
    ReaderOptions force;
    force.transcodeVideo = true;
    force.transcodeHeight = 56;
    const Result<Film> film = readAll(clip("rotated270.mp4", options), force);
    ASSERT_TRUE(film) << film.error().what;
    const Track& track = film->tracks[0];
    EXPECT_TRUE(track.transcoded);
    EXPECT_EQ(track.height, 56U);
    EXPECT_EQ(track.width, 96U);
    EXPECT_EQ(track.colour, (ColourDescription{1, 1, 1, false, true}));
    EXPECT_EQ(track.sampleAspectRatio, (Rational{4, 3}));
    EXPECT_NE(track.matrix, kIdentityMatrix);
    expectConsistent(*film);
}

TEST(SampleReader, AFileThatShrinksWhileReadIsAnError) {
    const test::TemporaryFolder folder;
    SampleFilmOptions options = small(12);
    options.width = 640;
    options.height = 360;
    const std::filesystem::path path = folder.path() / "film.mp4";
    std::filesystem::copy_file(clip("h264-12s.mp4", options), path);
    Result<SampleReader> reader = SampleReader::open(path);
    ASSERT_TRUE(reader) << reader.error().what;
    ASSERT_TRUE(reader->next());
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 3);
    for (;;) {
        const Result<std::optional<Sample>> sample = reader->next();
        if (!sample) {
            EXPECT_EQ(sample.error().code, "media_changed");
            break;
        }
        ASSERT_TRUE(*sample) << "the reader took the shorter file for the whole film";
    }
}

TEST(SampleReader, AFragmentedFileThatEndsBetweenFragmentsIsCutOff) {
    const test::TemporaryFolder folder;
    SampleFilmOptions options = small(12);
    const std::filesystem::path source = clip("live-12s.mkv", options);
    // A recording with sizes left open, as a stream is written: only its declared duration tells the loss.
    std::ifstream in(source, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::size_t segment = bytes.find("\x18\x53\x80\x67");
    ASSERT_NE(segment, std::string::npos);
    bytes.replace(segment + 4, 8, std::string("\x01\xff\xff\xff\xff\xff\xff\xff"));
    const std::size_t cluster = bytes.rfind("\x1f\x43\xb6\x75", bytes.size() / 2 + bytes.size() / 8);
    ASSERT_NE(cluster, std::string::npos);
    const std::filesystem::path cut = folder.path() / "cut.mkv";
    std::ofstream(cut, std::ios::binary) << bytes.substr(0, cluster);
    const Result<Film> film = readAll(cut);
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, "media_truncated");
}

TEST(SampleReader, StopsWhenAsked) {
    std::stop_source stop;
    Result<SampleReader> reader = SampleReader::open(clip("h264-aac-3s.mp4", small()));
    ASSERT_TRUE(reader);
    stop.request_stop();
    const auto sample = reader->next(stop.get_token());
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, "cancelled");
}

TEST(SampleReader, ReadsAllSharedFootage) {
    const std::filesystem::path folder = test::sharedMedia();
    if (folder.empty()) GTEST_SKIP() << "shared footage is not there";
    unsigned films = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".mp4" && extension != ".webm") continue;
        if (entry.path().filename().string().find("audio") != std::string::npos) continue;
        const Result<Film> film = readAll(entry.path());
        ASSERT_TRUE(film) << entry.path() << ": " << film.error().what;
        expectConsistent(*film);
        ++films;
    }
    EXPECT_GT(films, 0U);
}

TEST(SampleReader, CarriesATransportStreamAsTheMp4OfTheSameSamples) {
    const test::TemporaryFolder folder;
    for (const FilmAudio sound : {FilmAudio::Aac, FilmAudio::Ac3, FilmAudio::Mp3}) {
        SampleFilmOptions options = small(6);
        options.audio = sound;
        const std::string name = "transport-" + std::to_string(static_cast<int>(sound));
        SCOPED_TRACE(name);
        const auto source = clip(name + ".mp4", options);
        // Times of a transport stream begin anywhere; here just below the clock's turn at 2^33.
        const Result<Film> ts =
            readAll(remuxed(source, folder, name + ".ts", "-c copy -output_ts_offset 95441"));
        const Result<Film> mp4 = readAll(source);
        ASSERT_TRUE(ts) << ts.error().what;
        ASSERT_TRUE(mp4) << mp4.error().what;
        ASSERT_EQ(ts->tracks.size(), 2U);
        const auto at = [](const Film& film, std::size_t track, std::size_t sample) {
            return static_cast<double>(film.samples[track][sample].presentation) /
                   film.tracks[track].timescale;
        };
        for (std::size_t t = 0; t < 2; ++t) {
            SCOPED_TRACE("track " + std::to_string(t));
            EXPECT_FALSE(ts->tracks[t].transcoded) << ts->info.tracks[t].reason;
            EXPECT_EQ(ts->tracks[t].codec, mp4->tracks[t].codec);
            ASSERT_EQ(ts->samples[t].size(), mp4->samples[t].size());
            for (std::size_t i = 0; i < ts->samples[t].size(); ++i) {
                const Kept& got = ts->samples[t][i];
                const Kept& wanted = mp4->samples[t][i];
                ASSERT_EQ(got.key, wanted.key) << i;
                ASSERT_EQ(got.data, wanted.data) << "sample " << i;
                // Picture and sound stand as they did; the beginning may differ by the sound's priming.
                ASSERT_NEAR(at(*ts, t, i) - at(*ts, 0, 0), at(*mp4, t, i) - at(*mp4, 0, 0), 0.0015) << i;
                if (i > 0) {
                    ASSERT_EQ(got.decode, ts->samples[t][i - 1].decode + ts->samples[t][i - 1].duration);
                }
            }
        }
        EXPECT_GE(at(*ts, 0, 0), 0.0);
    }
}

TEST(SampleReader, SaysWhyATransportStreamCannotBeCarried) {
    const test::TemporaryFolder folder;
    const auto source = clip("h264-aac-3s.mp4", small());
    const auto carried = remuxed(source, folder, "whole.ts", "-c copy");
    ASSERT_TRUE(probe(carried)) << probe(carried).error().what;
    EXPECT_TRUE(probe(carried)->video().carried) << probe(carried)->video().reason;
    const auto reasonOf = [](const std::filesystem::path& path) {
        const auto info = probe(path);
        return info ? info->video().reason : info.error().code;
    };
    EXPECT_NE(reasonOf(remuxed(source, folder, "open.ts",
                               "-c:v libx264 -x264-params open-gop=1:keyint=12:min-keyint=12:bframes=2 -an"))
                  .find("open"),
              std::string::npos);

    // The clock jumps behind what is looked at beforehand.
    const SampleFilmOptions options = small(40);
    const Result<Film> film =
        readAll(remuxed(clip("h264-aac-40s.mp4", options), folder, "jumps.ts",
                        "-c copy -bsf:v 'setts=pts=PTS+gt(N\\,700)*4500000:dts=DTS+gt(N\\,700)*4500000'"));
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, "media_discontinuous") << film.error().what;
}

TEST(SampleReader, ARawH264StreamIsCarriedAtTheRateThatIsSaid) {
    const std::filesystem::path path = test::sharedMedia() / "openh264-VID_1280x720.264";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "shared footage is not there";
    ReaderOptions options;
    const Result<Film> unsaid = readAll(path, options);
    ASSERT_TRUE(unsaid) << unsaid.error().what;
    EXPECT_EQ(unsaid->tracks[0].frameRate, (Rational{30, 1})) << "what the stream says itself";
    options.frameRate = {30000, 1001};
    for (const bool transcoded : {false, true}) {
        SCOPED_TRACE(transcoded);
        options.transcodeVideo = transcoded;
        options.preset = "ultrafast";
        options.transcodeHeight = transcoded ? 180 : 0;
        const Result<Film> film = readAll(path, options);
        ASSERT_TRUE(film) << film.error().what;
        expectConsistent(*film);
        const Track& track = film->tracks[0];
        EXPECT_EQ(track.transcoded, transcoded);
        EXPECT_EQ(track.frameRate, (Rational{30000, 1001}));
        ASSERT_EQ(film->samples[0].size(), 300U);
        EXPECT_EQ(film->samples[0].back().duration * 30000ULL, track.timescale * 1001ULL);
    }
}

}  // namespace
}  // namespace keyreel::media
