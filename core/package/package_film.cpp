#include "core/package/package_film.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <system_error>

#include "core/cenc/iv_sequence.h"
#include "core/crypto/random.h"
#include "core/package/presentation.h"
#include "core/package/track_writer.h"

namespace keyreel::package {
namespace {

/// A group of pictures longer than this is cut where no decoder can start, so that memory stays bounded.
constexpr std::size_t kMaxFragmentBytes = 64U << 20;
/// Sound that runs ahead of the picture by more than this is cut without waiting for the picture.
constexpr std::size_t kMaxAheadBytes = 8U << 20;
constexpr std::size_t kUnknownLengthSegments = 4096;
constexpr std::size_t kMaxIndexEntries = 65535;

/// Removes the folder at the end if this made it and nothing is in it.
class FolderGuard {
public:
    explicit FolderGuard(std::filesystem::path folder)
        : m_folder(std::move(folder)), m_ours(!std::filesystem::exists(m_folder)) {}
    FolderGuard(const FolderGuard&) = delete;
    FolderGuard& operator=(const FolderGuard&) = delete;
    ~FolderGuard() {
        std::error_code ignored;
        if (m_ours) std::filesystem::remove(m_folder, ignored);
    }

private:
    std::filesystem::path m_folder;
    bool m_ours;
};

/// One IV allocator per content key: its tracks can never share an IV.
class IvSource {
public:
    Result<cenc::IvSequence> draw(const TrackKey& key) {
        auto found = m_keys.find(key.keyId);
        if (found == m_keys.end()) {
            KEYREEL_TRY(cenc::IvAllocator allocator, cenc::IvAllocator::create());
            found = m_keys.emplace(key.keyId, Known{key.key.clone(), std::move(allocator)}).first;
        } else if (!found->second.key.equals(key.key.view())) {
            return fail("request_invalid", "One key id was given with two different keys.",
                        "Give every key its own id.");
        }
        return found->second.ivs.draw();
    }

private:
    struct Known {
        SecretBytes key;
        cenc::IvAllocator ivs;
    };
    std::map<cenc::KeyId, Known> m_keys;
};

class Packager {
public:
    Packager(const PackageRequest& request, media::SampleReader reader)
        : m_request(request), m_reader(std::move(reader)), m_lanes(request.digests) {}

    Result<Package> run(const std::stop_token& stop, const ProgressSink& progress) {
        KEYREEL_CHECK(openTracks());
        const std::uint64_t total = m_reader.info().size;
        for (;;) {
            if (stop.stop_requested()) return cancelled("Packaging " + m_request.source.filename().string());
            KEYREEL_TRY(const std::optional<media::Sample> sample, m_reader.nextPlace(stop));
            if (!sample) break;
            KEYREEL_CHECK(take(*sample));
            if (progress) progress({std::min(m_reader.position(), total), total});
        }
        for (std::size_t i = 0; i < m_writers.size(); ++i) {
            if (i > 0) KEYREEL_CHECK(drain(i, true));
            KEYREEL_CHECK(m_writers[i].cut());
        }
        KEYREEL_CHECK(m_lanes.finish());
        return finish(stop);
    }

private:
    Status openTracks() {
        const std::vector<media::Track>& tracks = m_reader.tracks();
        std::set<std::string> labels;
        std::size_t audio = 0;
        for (const media::Track& track : tracks) {
            const std::string label = trackLabel(track, track.kind == media::TrackKind::Audio ? ++audio : 0);
            if (!labels.insert(label).second)
                return fail("request_invalid", "Two tracks have the label " + label + ".");
            KEYREEL_TRY(TrackKey key, m_request.keyFor(label));
            if (key.key.size() != 16)
                return fail("request_invalid", "The key of " + label + " does not have 16 bytes.");
            KEYREEL_TRY(cenc::IvSequence ivs, m_ivs.draw(key));

            TrackWriterSettings settings;
            // Each file has one track, which is number 1: shaka-packager 3.4 crashes while it decrypts a lone
            // track of any other number.
            settings.trackId = 1;
            settings.label = label;
            if (m_request.protectionHeader) {
                KEYREEL_TRY(isobmff::Pssh own, cenc::keyreelPssh(key.keyId, *m_request.protectionHeader));
                settings.pssh.push_back(std::move(own));
            }
            settings.pssh.push_back(cenc::commonPssh(key.keyId));
            settings.reservedSegments = segmentsFor(track);
            if (m_request.scheme == cenc::Scheme::Cbcs)
                settings.protection = cenc::Protection::cbcs(key.keyId, crypto::randomArray<16>(),
                                                             track.kind == media::TrackKind::Video);
            settings.key = std::move(key);
            m_pssh.push_back(settings.pssh);
            KEYREEL_TRY(TrackWriter writer, TrackWriter::create(m_request.folder, track, std::move(settings),
                                                                std::move(ivs), m_lanes));
            m_writers.push_back(std::move(writer));
        }
        m_nextBoundary.assign(m_writers.size(), 0);
        return {};
    }

    /// Fragments are never shorter than asked except the last, so the declared length bounds their number.
    [[nodiscard]] std::size_t segmentsFor(const media::Track& track) const {
        if (track.declaredDuration == 0) return kUnknownLengthSegments;
        const double seconds = std::max(static_cast<double>(track.declaredDuration) / track.timescale,
                                        m_reader.info().durationSeconds);
        const double count = std::ceil(seconds / m_request.fragmentSeconds) + 4;
        return static_cast<std::size_t>(std::min(count, static_cast<double>(kMaxIndexEntries)));
    }

    [[nodiscard]] double seconds(std::size_t track, std::int64_t ticks) const {
        return static_cast<double>(ticks) / m_reader.tracks()[track].timescale;
    }

    Status take(const media::Sample& sample) {
        const std::size_t track = sample.track;
        TrackWriter& writer = m_writers[track];
        if (track == 0 && !writer.empty()) {
            const double begin = std::max(seconds(0, writer.firstPresentation()), 0.0);
            const double here = seconds(0, sample.presentationTime());
            // A millisecond of grace: 96 frames of 41.708 ms are four seconds to everyone but a comparison.
            const bool due = sample.key && here - begin >= m_request.fragmentSeconds - 0.001;
            const bool full = writer.collectedBytes() + sample.size > kMaxFragmentBytes;
            if (due || full) {
                KEYREEL_CHECK(writer.cut());
                m_boundaries.push_back(here);
                for (std::size_t i = 1; i < m_writers.size(); ++i)
                    KEYREEL_CHECK(drain(i, false));
            }
        }
        KEYREEL_CHECK(m_reader.copy(writer.add(sample)));
        return track == 0 ? Status{} : drain(track, false);
    }

    /// Cuts an audio track at the boundaries of the picture that it has reached.
    Status drain(std::size_t track, bool ended) {
        TrackWriter& writer = m_writers[track];
        std::size_t& next = m_nextBoundary[track];
        while (next < m_boundaries.size() && !writer.empty()) {
            const auto boundary = static_cast<std::int64_t>(
                std::ceil(m_boundaries[next] * m_reader.tracks()[track].timescale - 1e-6));
            if (!ended && writer.lastPresentation() < boundary) return {};
            KEYREEL_CHECK(writer.cutBefore(boundary));
            ++next;
        }
        if (writer.collectedBytes() > kMaxAheadBytes) return writer.cut();
        return {};
    }

    Result<Package> finish(const std::stop_token& stop) {
        Package package;
        package.folder = m_request.folder;
        package.source = m_reader.info();
        package.digested = m_request.digests;
        std::vector<PresentedTrack> presented;
        for (TrackWriter& writer : m_writers) {
            if (stop.stop_requested()) return cancelled("Packaging " + m_request.source.filename().string());
            KEYREEL_TRY(PackagedFile file, writer.finish());
            package.files.push_back(std::move(file));
            package.tracks.push_back(writer.packaged());
            package.durationSeconds = std::max(package.durationSeconds, writer.packaged().durationSeconds);
        }
        for (std::size_t i = 0; i < m_writers.size(); ++i)
            presented.push_back(
                {&package.tracks[i], m_pssh[i], m_writers[i].everySegmentIndependent(), m_request.scheme});

        std::vector<TemporaryFile> documents;
        const auto document = [&](const std::string& name, const std::string& text) -> Status {
            KEYREEL_TRY(TemporaryFile file, TemporaryFile::create(m_request.folder, name));
            KEYREEL_CHECK(file.file().writeAt(0, asBytes(text)));
            package.files.push_back({name, text.size(), crypto::sha256(asBytes(text))});
            documents.push_back(std::move(file));
            return {};
        };
        KEYREEL_CHECK(document("stream.mpd", writeMpd(presented, package.durationSeconds)));
        KEYREEL_CHECK(document("master.m3u8", writeMasterPlaylist(presented)));
        for (const PresentedTrack& track : presented)
            KEYREEL_CHECK(document(track.track->label + ".m3u8", writeMediaPlaylist(track)));
        if (stop.stop_requested()) return cancelled("Packaging " + m_request.source.filename().string());
        for (TrackWriter& writer : m_writers)
            KEYREEL_CHECK(writer.keep());
        for (TemporaryFile& file : documents)
            KEYREEL_CHECK(file.keep());
        KEYREEL_CHECK(syncFolder(m_request.folder));
        return package;
    }

    const PackageRequest& m_request;
    media::SampleReader m_reader;
    IvSource m_ivs;
    OutputLanes m_lanes;
    std::vector<TrackWriter> m_writers;
    std::vector<std::vector<isobmff::Pssh>> m_pssh;
    std::vector<double> m_boundaries;
    std::vector<std::size_t> m_nextBoundary;
};

}  // namespace

std::string trackLabel(const media::Track& track, std::size_t audioNumber) {
    if (track.kind == media::TrackKind::Video) return "video-" + std::to_string(track.height) + "p";
    return "audio-" + track.language + "-" + std::to_string(audioNumber);
}

Result<Package> packageFilm(const PackageRequest& request, std::stop_token stop,
                            const ProgressSink& progress) {
    if (!request.keyFor || request.folder.empty() || !(request.fragmentSeconds >= 0.1) ||
        request.fragmentSeconds > 60)
        return fail("request_invalid",
                    "Packaging needs a folder, a source of keys and fragments of 0.1 to 60 seconds.");
    if (request.protectionHeader && request.protectionHeader->scheme != request.scheme)
        return fail("request_invalid", "The protection header names another scheme than the package has.");
    KEYREEL_TRY(media::SampleReader reader, media::SampleReader::open(request.source, request.reader));
    const FolderGuard guard(request.folder);
    KEYREEL_CHECK(makePrivateFolder(request.folder));
    Packager packager(request, std::move(reader));
    return packager.run(stop, progress);
}

}  // namespace keyreel::package
