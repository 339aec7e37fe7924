#include "core/package/package_film.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

#include "core/package/audio_notes.h"
#include "core/package/cut_plan.h"
#include "core/package/output_names.h"
#include "core/package/package_samples.h"
#include "core/package/presentation.h"
#include "core/package/request_rules.h"
#include "core/package/sources.h"
#include "core/package/text_writer.h"
#include "core/package/thumbnails.h"
#include "core/package/track_writer.h"
#include "core/package/trick_track.h"

namespace keyreel::package {
namespace {

/// A group of pictures longer than this is cut where no decoder can start, so that memory stays bounded.
constexpr std::size_t kMaxFragmentBytes = 64U << 20;
/// Sound that runs ahead of the picture by more than this is cut without waiting for the picture.
constexpr std::size_t kMaxAheadBytes = 8U << 20;
/// Seconds by which the times of two rungs may differ: less than any picture lasts, more than rounding.
constexpr double kSameInstant = 0.0005;
constexpr std::size_t kUnknownLengthSegments = 4096;
constexpr std::size_t kMaxIndexEntries = 65535;
/// Longer than any film; a number of ticks that does not overflow.
constexpr double kMaxClearSeconds = 1e9;

/// Removes the folder at the end if this made it and nothing is in it.
class FolderGuard {
public:
    explicit FolderGuard(std::filesystem::path folder) : m_folder(std::move(folder)) {
        std::error_code unreadable;
        m_ours = !std::filesystem::exists(m_folder, unreadable) && !unreadable;
    }
    FolderGuard(const FolderGuard&) = delete;
    FolderGuard& operator=(const FolderGuard&) = delete;
    ~FolderGuard() {
        std::error_code ignored;
        if (m_ours) std::filesystem::remove(m_folder, ignored);
    }

private:
    std::filesystem::path m_folder;
    bool m_ours = false;
};

class Packager {
public:
    Packager(const PackageRequest& request, media::SampleReader reader)
        : m_request(request), m_reader(std::move(reader)), m_lanes(request.digests) {}

    Result<Package> run(const std::stop_token& stop, const ProgressSink& progress) {
        KEYREEL_CHECK(openTracks());
        KEYREEL_TRY(m_texts, collectTexts(m_request, m_reader.info(), stop, m_leftOut));
        KEYREEL_CHECK(checkNames());
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
            KEYREEL_CHECK(enter(i));
            if (i > 0 && i >= m_rungs) KEYREEL_CHECK(cutByTime(i));
            KEYREEL_CHECK(m_writers[i].cut());
        }
        for (std::size_t i = 1; i < m_rungs; ++i)
            if (m_writers[i].packaged().segments.size() != m_writers[0].packaged().segments.size())
                return misaligned(i, m_cuts->boundaries().empty() ? 0 : m_cuts->boundaries().back(),
                                  "nothing follows");
        if (m_trick)
            KEYREEL_CHECK(
                m_trick->end(m_writers[m_rungs - 1].packaged(), m_cuts->boundaries(), m_enterTrick));
        KEYREEL_CHECK(m_lanes.finish());
        return finish(stop);
    }

private:
    [[nodiscard]] std::string textLabel(std::size_t i) const {
        return "text-" + m_texts[i].language + "-" + std::to_string(i + 1);
    }

    /// Nothing but an older package may be in the way of what is about to be written.
    [[nodiscard]] Status checkNames() const {
        std::vector<std::string> names{"stream.mpd", "master.m3u8"};
        const auto add = [&](const std::string& label) {
            names.push_back(m_request.segmentFiles == SegmentFiles::None ? label + ".mp4" : label);
            for (const char* ending : {".m3u8", "-iframes.m3u8"})
                names.push_back(label + ending);
        };
        for (const std::string& label : m_labels)
            add(label);
        if (m_trick) add(TrickTrack::labelOf(m_labels[m_rungs - 1]));
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            add(textLabel(i));
            names.push_back(textLabel(i) + ".vtt");
        }
        if (m_request.thumbnailSeconds != 0) {
            KEYREEL_CHECK(mayHaveThumbnails(m_reader.tracks().front()));
            KEYREEL_TRY(const media::ThumbnailPlan plan,
                        media::planThumbnails(m_reader.info().video(), m_reader.info().durationSeconds,
                                              m_request.thumbnailSeconds));
            names.push_back(std::string(kThumbnailsLabel) + ".m3u8");
            for (std::uint32_t i = 1; i <= plan.sheets(); ++i)
                names.push_back(sheetName(i));
        }
        std::vector<std::filesystem::path> sources = filmsOf(m_request);
        for (const TextInput& text : m_request.texts)
            sources.push_back(text.file);
        return mayWrite(m_request.folder, names, sources);
    }

    Status openTracks() {
        std::vector<media::Track> tracks = m_reader.tracks();
        KEYREEL_CHECK(noteSound(m_request, tracks));
        std::set<std::string> labels;
        std::size_t audio = 0;
        KEYREEL_TRY(m_cuts, CutPlan::create(m_request, declaredSeconds()));
        for (const media::Track& track : tracks) {
            const std::string label = trackLabel(track, track.kind == media::TrackKind::Audio ? ++audio : 0);
            if (!labels.insert(label).second)
                return fail("request_invalid", "Two tracks have the label " + label + ".");
            m_labels.push_back(label);
            m_rungs += track.kind == media::TrackKind::Video ? 1 : 0;
            KEYREEL_TRY(TrackWriter writer, openWriter(track, label, label, m_presented.emplace_back()));
            m_writers.push_back(std::move(writer));
        }
        if (m_request.trickPlay && m_rungs > 0) {
            const media::Track& pictures = tracks[m_rungs - 1];
            const std::string& label = m_labels[m_rungs - 1];
            KEYREEL_TRY(TrackWriter writer,
                        openWriter(pictures, label, TrickTrack::labelOf(label), m_trickPresented));
            m_trick.emplace(std::move(writer), pictures.timescale);
        }
        if (m_request.whenKeysAreKnown) KEYREEL_CHECK(m_request.whenKeysAreKnown());
        m_nextBoundary.assign(m_writers.size(), 0);
        return {};
    }

    /// `label` names the key, `ownLabel` the track.
    Result<TrackWriter> openWriter(const media::Track& track, const std::string& label,
                                   const std::string& ownLabel, PresentedProtection& presented) {
        const bool video = track.kind == media::TrackKind::Video;
        KEYREEL_TRY(TrackProtection protection,
                    m_keys.open({label, video, track.width, track.height, 0}, m_cuts->periods()));

        TrackWriterSettings settings;
        // Each file has one track, which is number 1: shaka-packager 3.4 crashes while it decrypts a lone
        // track of any other number.
        settings.trackId = 1;
        settings.label = ownLabel;
        settings.reservedSegments = segmentsFor(track);
        presented.scheme = m_request.scheme;
        presented.pssh = protection.pssh;
        for (const PeriodProtection& period : protection.periods)
            presented.keys.push_back({period.protection.keyId, period.pssh, period.protection.constantIv});
        settings.protection = std::move(protection);
        settings.segmentFiles = m_request.segmentFiles;
        settings.psshInFragments = m_request.psshInFragments;
        settings.clearUntil = static_cast<std::int64_t>(
            std::min(m_request.clearLeadSeconds + 2 * m_request.fragmentSeconds, kMaxClearSeconds) *
            track.timescale);
        return TrackWriter::create(m_request.folder, track, std::move(settings), m_lanes);
    }

    /// How long the film says it is; 0 when it does not.
    [[nodiscard]] double declaredSeconds() const {
        const media::Track& first = m_reader.tracks().front();
        return first.declaredDuration > 0 ? static_cast<double>(first.declaredDuration) / first.timescale
                                          : m_reader.info().durationSeconds;
    }

    Status enterPart(TrackWriter& writer, std::size_t part) {
        const PartProtection& protection = m_cuts->part(part);
        return writer.enter(protection.period, protection.clear);
    }

    /// Before a cut: the protection of that part of the film.
    Status enter(std::size_t track) {
        return enterPart(m_writers[track], track == 0 ? m_cuts->boundaries().size() : m_nextBoundary[track]);
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
        if (track == 0)
            m_shownUntil = std::max(m_shownUntil, seconds(0, sample.presentationTime() + sample.duration));
        if (track == 0 && !writer.empty()) {
            const double begin = std::max(seconds(0, writer.firstPresentation()), 0.0);
            const double here = seconds(0, sample.presentationTime());
            // A millisecond of grace: 96 frames of 41.708 ms are four seconds to everyone but a comparison.
            const bool due = sample.key && here - begin >= m_request.fragmentSeconds - 0.001;
            const bool full = writer.collectedBytes() + sample.size > kMaxFragmentBytes;
            if (full && !due && m_rungs > 1)
                return misaligned(0, here, "more than 64 MiB lie between its key frames");
            if (due || full) {
                KEYREEL_CHECK(enter(0));
                KEYREEL_CHECK(writer.cut());
                m_cuts->cutAt(here);
                for (std::size_t i = 1; i < m_writers.size(); ++i)
                    KEYREEL_CHECK(drain(i, false));
            }
        }
        const MutableBytes data = writer.add(sample);
        KEYREEL_CHECK(m_reader.copy(data));
        if (m_trick && sample.key && track + 1 == m_rungs) {
            m_trick->take(sample, data);
            KEYREEL_CHECK(m_trick->drain(m_cuts->boundaries(), m_enterTrick));
        }
        return track == 0 ? Status{} : drain(track, false);
    }

    [[nodiscard]] tl::unexpected<Error> misaligned(std::size_t track, double at,
                                                   const std::string& why) const {
        return fail("ladder_misaligned",
                    "The pictures of the ladder cannot be cut at the same times: of " + m_labels[track] +
                        ", at " + std::to_string(at) + " s, " + why + ".",
                    "Package the film without keeping its own pictures, or without a ladder.");
    }

    /// Cuts a rung where the first picture was cut, which must be at a key frame shown at that very time.
    Status drainRung(std::size_t track, bool ended) {
        TrackWriter& writer = m_writers[track];
        std::size_t& next = m_nextBoundary[track];
        for (; next < m_cuts->boundaries().size(); ++next) {
            const double boundary = m_cuts->boundaries()[next];
            if (!ended &&
                (writer.empty() || seconds(track, writer.lastPresentation()) < boundary - kSameInstant))
                break;
            KEYREEL_CHECK(enter(track));
            KEYREEL_CHECK(writer.cutBefore(static_cast<std::int64_t>(
                std::ceil((boundary - kSameInstant) * m_reader.tracks()[track].timescale))));
            if (writer.packaged().segments.size() != next + 1)
                return misaligned(track, boundary, "there is no picture before it");
            if (writer.empty() ||
                std::abs(seconds(track, writer.firstPresentation()) - boundary) > kSameInstant)
                return misaligned(track, boundary, "no picture is shown at that time");
            if (!writer.startsWithKey()) return misaligned(track, boundary, "there is no key frame");
        }
        if (writer.collectedBytes() <= kMaxFragmentBytes) return {};
        return misaligned(track, seconds(track, writer.firstPresentation()), "it runs too far ahead");
    }

    /// Cuts an audio track at the boundaries of the picture that it has reached.
    Status drain(std::size_t track, bool ended) {
        if (track < m_rungs) return drainRung(track, ended);
        TrackWriter& writer = m_writers[track];
        std::size_t& next = m_nextBoundary[track];
        while (next < m_cuts->boundaries().size() && !writer.empty()) {
            const auto boundary = static_cast<std::int64_t>(
                std::ceil(m_cuts->boundaries()[next] * m_reader.tracks()[track].timescale - 1e-6));
            if (!ended && writer.lastPresentation() < boundary) return {};
            KEYREEL_CHECK(enter(track));
            KEYREEL_CHECK(writer.cutBefore(boundary));
            ++next;
        }
        if (writer.collectedBytes() <= kMaxAheadBytes) return {};
        KEYREEL_CHECK(enter(track));
        KEYREEL_CHECK(cutByTime(track));
        return writer.collectedBytes() <= kMaxAheadBytes ? Status{} : writer.cut();
    }

    /// Sound that goes on far behind the last picture so far, where no picture says where to cut. Keeps the
    /// last part, with its protection entered.
    Status cutByTime(std::size_t track) {
        TrackWriter& writer = m_writers[track];
        const auto ticks = [&](double time) {
            return static_cast<std::int64_t>(std::ceil(time * m_reader.tracks()[track].timescale));
        };
        const std::int64_t length = ticks(m_request.fragmentSeconds);
        if (writer.empty() || writer.lastPresentation() - ticks(m_shownUntil) <= length + length / 2)
            return {};
        KEYREEL_CHECK(writer.cutBefore(ticks(m_shownUntil)));
        while (!writer.empty()) {
            const PartProtection& plan = m_cuts->part(m_nextBoundary[track]);
            const bool lead = seconds(track, writer.firstPresentation()) < m_request.clearLeadSeconds - 0.001;
            KEYREEL_CHECK(writer.enter(plan.period, plan.clear && lead));
            const std::size_t before = writer.collectedBytes();
            if (writer.lastPresentation() - writer.firstPresentation() <= length + length / 2) break;
            KEYREEL_CHECK(writer.cutBefore(writer.firstPresentation() + length));
            if (writer.collectedBytes() == before) break;
        }
        return {};
    }

    /// Sound may end before the part of a film begins, or begin behind it: the part has none of it.
    void leaveOutWhatIsNotInThePart() {
        std::vector<TrackWriter> writers;
        std::vector<PresentedProtection> presented;
        for (std::size_t i = 0; i < m_writers.size(); ++i) {
            if (i < m_rungs || m_writers[i].hasWritten()) {
                writers.push_back(std::move(m_writers[i]));
                presented.push_back(std::move(m_presented[i]));
            } else {
                m_defaultIsGone = m_defaultIsGone || m_writers[i].packaged().description.isDefault;
                m_leftOut.push_back("the sound " + m_labels[i] +
                                    ", of which nothing is in this part of the film.");
            }
        }
        m_writers = std::move(writers);
        m_presented = std::move(presented);
    }

    Result<Package> finish(const std::stop_token& stop) {
        if (!m_request.reader.part.isWhole()) leaveOutWhatIsNotInThePart();
        Package package;
        package.folder = m_request.folder;
        package.source = m_reader.info();
        package.remarks = m_reader.remarks();
        package.digested = m_request.digests;
        std::vector<PresentedTrack> presented;
        for (TrackWriter& writer : m_writers) {
            if (stop.stop_requested()) return cancelled("Packaging " + m_request.source.filename().string());
            KEYREEL_TRY(std::vector<PackagedFile> files, writer.finish());
            std::move(files.begin(), files.end(), std::back_inserter(package.files));
            package.tracks.push_back(writer.packaged());
            package.durationSeconds = std::max(package.durationSeconds, writer.packaged().durationSeconds);
        }
        if (m_defaultIsGone && package.tracks.size() > m_rungs)
            package.tracks[m_rungs].description.isDefault = true;
        PresentedTrack trick{nullptr, m_trickPresented, true};
        if (m_trick) {
            KEYREEL_TRY(std::vector<PackagedFile> files, m_trick->writer().finish());
            std::move(files.begin(), files.end(), std::back_inserter(package.files));
            package.trickTracks.push_back(m_trick->packaged(package.tracks[m_rungs - 1]));
            trick.track = &package.trickTracks.front();
            trick.independent = m_trick->writer().everySegmentIndependent();
        }
        for (std::size_t i = 0; i < m_writers.size(); ++i)
            presented.push_back({&package.tracks[i], m_presented[i], m_writers[i].everySegmentIndependent()});

        std::vector<TemporaryOutput> documents;
        KEYREEL_CHECK(writeTexts(package, documents, stop));
        KEYREEL_CHECK(addThumbnails(package, documents, stop));
        const PackagedThumbnails* const thumbnails = package.thumbnails ? &*package.thumbnails : nullptr;
        const PlaylistOptions options{m_request.hlsSessionKeys, m_request.hlsKeyUri, thumbnails};
        const auto document = [&](const std::string& name, const std::string& text) -> Status {
            KEYREEL_TRY(TemporaryOutput file, TemporaryOutput::createFile(m_request.folder, name));
            KEYREEL_CHECK(file.file().writeAt(0, asBytes(text)));
            package.files.push_back({name, text.size(), crypto::sha256(asBytes(text))});
            documents.push_back(std::move(file));
            return {};
        };
        const std::size_t presentation = documents.size();
        KEYREEL_CHECK(
            document("stream.mpd", writeMpd(presented, package.texts,
                                            {package.durationSeconds, m_request.segmentFiles, thumbnails,
                                             trick.track != nullptr ? &trick : nullptr})));
        // The methods of HLS mean cbcs and cenc; it has none for cbc1 and cens.
        if (m_request.scheme == cenc::Scheme::Cenc || m_request.scheme == cenc::Scheme::Cbcs) {
            KEYREEL_CHECK(document("master.m3u8", writeMasterPlaylist(presented, package.texts, options)));
            for (const PresentedTrack& track : presented) {
                const std::string& label = track.track->label;
                KEYREEL_CHECK(document(label + ".m3u8", writeMediaPlaylist(track, options)));
                if (hasIFrames(track))
                    KEYREEL_CHECK(document(label + "-iframes.m3u8", writeIFramePlaylist(track, options)));
            }
            for (const PackagedText& text : package.texts)
                KEYREEL_CHECK(document(text.label + ".m3u8", writeTextPlaylist(text)));
            if (thumbnails != nullptr)
                KEYREEL_CHECK(
                    document(std::string(kThumbnailsLabel) + ".m3u8", writeImagePlaylist(*thumbnails)));
        }
        if (stop.stop_requested()) return cancelled("Packaging " + m_request.source.filename().string());
        // It says whose the other files are, should this process end before all have their names.
        std::vector<TemporaryOutput*> outputs{&documents[presentation]};
        for (TrackWriter& writer : m_writers)
            outputs.push_back(&writer.output());
        if (m_trick) outputs.push_back(&m_trick->writer().output());
        for (std::size_t i = 0; i < documents.size(); ++i)
            if (i != presentation) outputs.push_back(&documents[i]);
        KEYREEL_CHECK(keepAll(outputs));
        KEYREEL_CHECK(syncFolder(m_request.folder));
        return package;
    }

    Status addThumbnails(Package& package, std::vector<TemporaryOutput>& outputs,
                         const std::stop_token& stop) {
        if (m_request.thumbnailSeconds == 0) return {};
        KEYREEL_TRY(WrittenThumbnails written,
                    writeThumbnails(m_request, m_reader.info(), package.durationSeconds, stop));
        package.thumbnails = std::move(written.thumbnails);
        std::move(written.files.begin(), written.files.end(), std::back_inserter(package.files));
        std::move(written.outputs.begin(), written.outputs.end(), std::back_inserter(outputs));
        return {};
    }

    /// Text is cut where the picture is.
    Status writeTexts(Package& package, std::vector<TemporaryOutput>& outputs, const std::stop_token& stop) {
        std::vector<std::int64_t> boundaries;
        for (const double boundary : m_cuts->boundaries())
            boundaries.push_back(std::llround(boundary * 1000));
        package.leftOut = m_leftOut;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            const std::string label = textLabel(i);
            KEYREEL_TRY(WrittenText written,
                        writeText({m_request.folder, label, m_request.segmentFiles}, m_texts[i], boundaries,
                                  std::llround(package.durationSeconds * 1000), stop));
            package.texts.push_back(std::move(written.text));
            std::move(written.files.begin(), written.files.end(), std::back_inserter(package.files));
            std::move(written.outputs.begin(), written.outputs.end(), std::back_inserter(outputs));
        }
        return {};
    }

    const PackageRequest& m_request;
    media::SampleReader m_reader;
    OutputLanes m_lanes;
    TrackKeys m_keys{m_request};
    std::vector<TrackWriter> m_writers;
    std::vector<PresentedProtection> m_presented;
    std::optional<TrickTrack> m_trick;
    PresentedProtection m_trickPresented;
    const TrickTrack::Enter m_enterTrick = [this](TrackWriter& writer, std::size_t part) {
        return enterPart(writer, part);
    };
    std::size_t m_rungs = 0;        ///< Tracks of pictures, which come first.
    std::optional<CutPlan> m_cuts;  ///< Once the tracks are open.
    double m_shownUntil = 0;        ///< The end of the first track so far.
    std::vector<std::string> m_labels;
    std::vector<media::TextTrack> m_texts;
    std::vector<std::string> m_leftOut;
    bool m_defaultIsGone = false;  ///< Of the sound, with what was left out.
    std::vector<std::size_t> m_nextBoundary;
};

}  // namespace

Result<Package> packageSamples(const PackageRequest& request, media::SampleReader reader,
                               const std::stop_token& stop, const ProgressSink& progress) {
    const FolderGuard guard(request.folder);
    KEYREEL_CHECK(makePrivateFolder(request.folder));
    Packager packager(request, std::move(reader));
    return packager.run(stop, progress);
}

std::string trackLabel(const media::Track& track, std::size_t audioNumber) {
    if (track.kind == media::TrackKind::Video) return "video-" + std::to_string(track.height) + "p";
    return "audio-" + track.language + "-" + std::to_string(audioNumber);
}

Result<Package> packageFilm(const PackageRequest& request, std::stop_token stop,
                            const ProgressSink& progress) {
    KEYREEL_CHECK(checkRequest(request));
    KEYREEL_TRY(media::SampleReader reader, openSources(request, stop));
    return packageSamples(request, std::move(reader), stop, progress);
}

}  // namespace keyreel::package
