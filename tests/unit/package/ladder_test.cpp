// The pictures of a ladder: cut at the same times, refused when that cannot be.

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/media/sample_engine.h"
#include "core/package/manifest.h"
#include "core/package/package_samples.h"
#include "core/package/presentation.h"
#include "tests/support/clip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/package/small_package.h"

namespace keyreel::package {
namespace {

using test::clip;
using test::film;
using test::keyWith;
using test::requestFor;
using test::TemporaryFolder;

PackageRequest ladderRequest(const std::filesystem::path& folder) {
    PackageRequest request = requestFor(clip("package-9s.mp4", film()), folder);
    request.reader.ladder = {112, 90, 64};
    request.reader.preset = "ultrafast";
    request.fragmentSeconds = 2;
    return request;
}

std::string document(const Package& package, const std::string& name) {
    const auto bytes = readFile(package.folder / name, 1U << 20);
    return bytes ? std::string(asText(*bytes)) : std::string();
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

TEST(PackageLadder, EveryRungIsCutAtTheSameTimesAtKeyFramesAndTheSoundBesideThem) {
    for (const SegmentFiles files : {SegmentFiles::None, SegmentFiles::Time}) {
        const TemporaryFolder folder;
        PackageRequest request = ladderRequest(folder.path() / "out");
        request.segmentFiles = files;
        const Result<Package> package = packageFilm(request);
        ASSERT_TRUE(package) << package.error().what;
        ASSERT_EQ(package->tracks.size(), 4U);
        const PackagedTrack& first = package->tracks[0];
        EXPECT_EQ(first.segments.size(), 5U);
        for (std::size_t i = 0; i < 3; ++i) {
            const PackagedTrack& rung = package->tracks[i];
            EXPECT_EQ(rung.description.height, request.reader.ladder[i]);
            EXPECT_EQ(rung.sampleCount, first.sampleCount);
            EXPECT_EQ(rung.keyId, first.keyId);
            ASSERT_EQ(rung.segments.size(), first.segments.size());
            for (std::size_t k = 0; k < rung.segments.size(); ++k) {
                EXPECT_EQ(rung.segments[k].startTicks, first.segments[k].startTicks);
                EXPECT_EQ(rung.segments[k].durationTicks, first.segments[k].durationTicks);
                EXPECT_GT(rung.segments[k].keyFrameBytes, 0U);
            }
        }
        const std::string mpd = document(*package, "stream.mpd");
        EXPECT_EQ(count(mpd, "<AdaptationSet"), 2U);
        EXPECT_EQ(count(mpd, "contentType=\"video\""), 1U);
        EXPECT_EQ(count(mpd, "<Representation"), 4U);
        EXPECT_EQ(count(mpd, "adaptation-set-switching"), 0U);
        const std::string master = document(*package, "master.m3u8");
        EXPECT_EQ(count(master, "#EXT-X-STREAM-INF"), 3U);
        EXPECT_EQ(count(master, "#EXT-X-I-FRAME-STREAM-INF"), 3U);
    }
}

TEST(PackageLadder, RungsWithKeysOfTheirOwnAreSetsThatNameEachOther) {
    const TemporaryFolder folder;
    PackageRequest request = ladderRequest(folder.path() / "out");
    request.keyFor = [](const KeyQuery& query) -> Result<TrackKey> {
        return keyWith(static_cast<std::uint8_t>(query.height + 1),
                       static_cast<std::uint8_t>(query.height + 3));
    };
    const Result<Package> package = packageFilm(request);
    ASSERT_TRUE(package) << package.error().what;
    const std::string mpd = document(*package, "stream.mpd");
    EXPECT_EQ(count(mpd, "contentType=\"video\""), 3U);
    for (const char* others : {"\"2,3\"", "\"1,3\"", "\"1,2\""})
        EXPECT_EQ(count(mpd, std::string("adaptation-set-switching:2016\" value=") + others), 1U);
    const auto manifest = describePackage(*package, "main");
    ASSERT_TRUE(manifest);
    EXPECT_EQ(manifest->tracks.size(), 4U);
    EXPECT_EQ(manifest->tracks[2].height, 64U);
}

PackagedTrack sound(const std::string& language, const std::string& codecs, std::uint32_t channels) {
    PackagedTrack track;
    track.label = "audio-" + language + "-" + codecs.substr(0, 4);
    track.codecs = codecs;
    track.description.kind = media::TrackKind::Audio;
    track.description.language = language;
    track.description.channels = channels;
    track.peakBitrate = 1000 * channels;
    return track;
}

TEST(PackageLadder, SoundIsGroupedByCodingWhenEachHasEverything) {
    std::vector<PackagedTrack> tracks(2);
    for (PackagedTrack& rung : tracks)
        rung.codecs = "avc1.64001f";
    tracks[0].label = "video-720p";
    tracks[1].label = "video-360p";
    tracks.push_back(sound("eng", "mp4a.40.2", 2));
    tracks.back().description.isDefault = true;
    tracks.push_back(sound("deu", "mp4a.40.2", 2));
    tracks.push_back(sound("eng", "ac-3", 6));
    const auto master = [&] {
        std::vector<PresentedTrack> presented;
        for (const PackagedTrack& track : tracks)
            presented.push_back({&track, {}, false});
        return writeMasterPlaylist(presented, {}, {});
    };
    // Who hears German would lose it with the other coding.
    EXPECT_EQ(count(master(), "#EXT-X-STREAM-INF"), 2U);
    EXPECT_EQ(count(master(), "GROUP-ID=\"audio\""), 3U);
    EXPECT_EQ(count(master(), ",AUDIO=\"audio\""), 2U);

    tracks.push_back(sound("deu", "ac-3", 6));
    const std::string text = master();
    EXPECT_EQ(count(text, "#EXT-X-STREAM-INF"), 4U);
    for (const char* group : {"\"audio-1\"", "\"audio-2\""}) {
        EXPECT_EQ(count(text, std::string("GROUP-ID=") + group), 2U);
        EXPECT_EQ(count(text, std::string(",AUDIO=") + group), 2U);
    }
    EXPECT_EQ(count(text, "DEFAULT=YES"), 2U);
    EXPECT_EQ(count(text, "CODECS=\"avc1.64001f,mp4a.40.2\""), 2U);
    EXPECT_EQ(count(text, "CODECS=\"avc1.64001f,ac-3\""), 2U);
}

/// Passes a reader's samples on, except that one rung is not what it should be from four seconds on.
class Crooked final : public media::SampleReader::Engine {
public:
    enum class Fault { None, NoKey, Late, Ended };
    Crooked(media::SampleReader reader, Fault fault) : m_reader(std::move(reader)), m_fault(fault) {}

    [[nodiscard]] const std::vector<media::Track>& tracks() const override { return m_reader.tracks(); }
    [[nodiscard]] const media::MediaInfo& info() const override { return m_reader.info(); }
    [[nodiscard]] const std::vector<std::string>& remarks() const override { return m_reader.remarks(); }
    Result<std::optional<media::Sample>> nextPlace(const std::stop_token& stop) override {
        for (;;) {
            KEYREEL_TRY(auto sample, m_reader.nextPlace(stop));
            if (!sample || sample->track != 1) return sample;
            const std::int64_t scale = tracks()[1].timescale;
            if (sample->presentationTime() < 4 * scale) return sample;
            if (m_fault == Fault::Ended) continue;
            if (m_fault == Fault::NoKey) sample->key = false;
            if (m_fault == Fault::Late) sample->decodeTime += scale / 100;
            return sample;
        }
    }
    Status copy(MutableBytes out) override { return m_reader.copy(out); }
    [[nodiscard]] std::uint64_t position() const override { return m_reader.position(); }
    [[nodiscard]] bool leavesBytesInFile() const override { return m_reader.leavesBytesInFile(); }
    [[nodiscard]] std::uint64_t placeInFile() const override { return m_reader.placeInFile(); }

private:
    media::SampleReader m_reader;
    Fault m_fault;
};

TEST(PackageLadder, RungsThatDoNotMeetAreRefusedAndNothingStays) {
    using Fault = Crooked::Fault;
    for (const Fault fault : {Fault::None, Fault::NoKey, Fault::Late, Fault::Ended}) {
        const TemporaryFolder folder;
        const PackageRequest request = ladderRequest(folder.path() / "out");
        media::ReaderOptions options = request.reader;
        options.groupSeconds = request.fragmentSeconds;
        auto reader = media::SampleReader::open(request.source, options);
        ASSERT_TRUE(reader);
        const auto package = packageSamples(
            request, media::SampleReader(std::make_unique<Crooked>(std::move(*reader), fault)), {}, {});
        ASSERT_EQ(package.has_value(), fault == Fault::None);
        EXPECT_EQ(std::filesystem::exists(folder.path() / "out"), fault == Fault::None);
        if (fault != Fault::None) {
            EXPECT_EQ(package.error().code, "ladder_misaligned");
        }
    }
}

}  // namespace
}  // namespace keyreel::package
