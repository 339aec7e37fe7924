#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/cenc/sample_protector.h"
#include "core/crypto/hash.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/track_description.h"
#include "core/media/track.h"
#include "core/package/output_lanes.h"
#include "core/package/package_film.h"
#include "core/package/temporary_output.h"
#include "core/package/track_keys.h"

namespace keyreel::package {

/// What a track is written with.
struct TrackWriterSettings {
    std::uint32_t trackId = 1;
    std::string label;
    TrackProtection protection;
    bool psshInFragments = false;
    /// In ticks: a fragment with a sample behind this is protected even when it was entered as clear.
    std::int64_t clearUntil = INT64_MAX;
    std::size_t reservedSegments = 0;  ///< Entries of sidx to leave room for.
    SegmentFiles segmentFiles = SegmentFiles::None;
};

/// Writes one protected CMAF track, as a file or as segment files: collects samples, and at each cut encrypts
/// a fragment and hands it to the lanes. Holds one fragment. Private to this room. Thread: one.
class TrackWriter {
public:
    static Result<TrackWriter> create(const std::filesystem::path& folder, const media::Track& track,
                                      TrackWriterSettings settings, OutputLanes& lanes);

    /// Adds a sample to the fragment being collected. The caller fills the room that comes back, of
    /// sample.size bytes, with its data before anything else is asked of this object.
    MutableBytes add(const media::Sample& sample);
    /// How the fragments from the next cut on are protected. A period that was left is not entered again, its
    /// counters would begin anew, and protection once begun does not end. Codes: `iv_reused`, those of
    /// SampleProtector::rekey.
    Status enter(std::size_t period, bool clear);
    /// Writes the samples that present before `presentationTime` (in ticks) and come before the first that
    /// does not. Nothing happens when there are none.
    Status cutBefore(std::int64_t presentationTime);
    /// Writes everything collected.
    Status cut();
    /// Puts the index and the final durations in place, or writes the initialization segment beside the
    /// others. Gives the track's files. The lanes must have finished. No cut afterwards.
    Result<std::vector<PackagedFile>> finish();
    TemporaryOutput& output() { return m_output; }

    [[nodiscard]] bool empty() const { return m_samples.empty(); }
    /// Nothing of the track was cut off yet.
    [[nodiscard]] bool hasWritten() const { return !m_written.empty(); }
    [[nodiscard]] std::size_t collectedBytes() const { return m_collected; }
    [[nodiscard]] std::int64_t firstPresentation() const { return m_samples.front().presentation; }
    [[nodiscard]] bool startsWithKey() const { return m_samples.front().key; }
    [[nodiscard]] std::int64_t lastPresentation() const { return m_samples.back().presentation; }
    /// Of the last sample collected: presentation less decode time.
    [[nodiscard]] std::int64_t lastOffset() const {
        return m_samples.back().presentation - m_samples.back().decode;
    }
    /// The last sample collected lasts until this decode time, which is behind its own.
    void stretchLast(std::int64_t decodeTime);
    [[nodiscard]] const PackagedTrack& packaged() const { return m_packaged; }
    /// Whether every fragment starts where a decoder can start.
    [[nodiscard]] bool everySegmentIndependent() const { return m_independent; }

private:
    struct Collected {
        std::int64_t decode = 0;
        std::int64_t presentation = 0;
        std::uint32_t duration = 0;
        std::uint32_t size = 0;
        bool key = false;
        BlockPool::Ref block;
        std::uint8_t* data = nullptr;
    };
    struct WrittenSegment {
        std::int64_t begin = 0;
        std::int64_t end = 0;
        bool key = false;
        bool leading = false;
    };

    TrackWriter(TemporaryOutput output, const media::Track& track, isobmff::TrackDescription description,
                TrackWriterSettings settings, cenc::SampleProtector protector, OutputLanes& lanes);
    Status writeFragment(std::size_t count);
    [[nodiscard]] bool reachesBehindTheLead(std::size_t count) const;
    Status begin();
    Result<std::shared_ptr<File>> segmentFile(PackagedSegment& segment);
    Result<std::vector<PackagedFile>> finishSegments();
    [[nodiscard]] Result<Bytes> initBytes() const;
    [[nodiscard]] Result<Bytes> indexBytes() const;
    void summarise();

    OutputLanes* m_lanes;
    TemporaryOutput m_output;
    isobmff::TrackDescription m_description;
    TrackWriterSettings m_settings;
    cenc::SampleProtector m_protector;
    isobmff::FragmentWriter m_fragments;
    PackagedTrack m_packaged;

    std::vector<Collected> m_samples;
    BlockPool::Ref m_block;  ///< Being filled, up to m_blockUsed.
    std::size_t m_blockUsed = 0;
    std::size_t m_collected = 0;
    std::shared_ptr<std::vector<crypto::Digest>> m_digests;
    std::vector<isobmff::SampleMeta> m_metas;
    std::vector<WrittenSegment> m_written;
    std::uint64_t m_position = 0;
    std::uint64_t m_mediaTime = 0;  ///< Ticks before the film begins: the edit list's media_time.
    std::size_t m_period = 0;
    bool m_clear = false;
    bool m_leadOver = false;
    bool m_begun = false;
    Bytes m_segmentType;  ///< In front of each segment file.
    bool m_independent = true;
};

}  // namespace keyreel::package
