#include "core/package/track_writer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/byte_io.h"
#include "core/cenc/signalling.h"
#include "core/isobmff/codec_string.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/segment_index.h"
#include "core/package/track_mapping.h"

namespace keyreel::package {
namespace {

/// Smallest box: its size and type.
constexpr std::size_t kBoxHeader = 8;
constexpr std::size_t kIndexHeader = 40;
constexpr std::size_t kIndexEntry = 12;
constexpr const char* kInitName = "init.mp4";

/// Samples that lie side by side become one piece, to be written and digested at once.
void addPiece(std::vector<Piece>& pieces, const BlockPool::Ref& block, ByteView bytes) {
    if (!pieces.empty()) {
        Piece& last = pieces.back();
        if (last.block == block && last.bytes.data() + last.bytes.size() == bytes.data()) {
            last.bytes = {last.bytes.data(), last.bytes.size() + bytes.size()};
            return;
        }
    }
    pieces.push_back({block, bytes});
}

/// Bits, rounded up: what is announced is never below what there is.
std::uint64_t perSecond(std::uint64_t bytes, std::int64_t ticks, std::uint32_t timescale) {
    if (ticks <= 0) return 0;
    return static_cast<std::uint64_t>(
        std::ceil(static_cast<double>(bytes) * 8.0 * timescale / static_cast<double>(ticks)));
}

}  // namespace

Result<TrackWriter> TrackWriter::create(const std::filesystem::path& folder, const media::Track& track,
                                        TrackWriterSettings settings, OutputLanes& lanes) {
    isobmff::TrackDescription description = describeTrack(track, settings.trackId);
    // The true values come at the end; something stands here now so that the boxes have their final size.
    description.duration = std::max<std::uint64_t>(description.duration, 1);
    description.averageBitrate = 1;
    description.peakBitrate = 1;
    PeriodProtection& first = settings.protection.periods.front();
    KEYREEL_TRY(cenc::SampleProtector protector,
                cenc::SampleProtector::create(description, first.protection, first.key,
                                              std::exchange(first.ivs, {})));
    KEYREEL_TRY(const std::string codecs, isobmff::codecString(description));
    const bool whole = settings.segmentFiles == SegmentFiles::None;
    KEYREEL_TRY(TemporaryOutput output, whole ? TemporaryOutput::createFile(folder, settings.label + ".mp4")
                                              : TemporaryOutput::createFolder(folder, settings.label));
    TrackWriter writer(std::move(output), track, std::move(description), std::move(settings),
                       std::move(protector), lanes);
    writer.m_packaged.codecs = codecs;
    const isobmff::SupplementalCodec supplemental = isobmff::supplementalCodec(writer.m_description);
    writer.m_packaged.supplementalCodecs = supplemental.codec;
    writer.m_packaged.supplementalBrand = supplemental.brand;
    return writer;
}

TrackWriter::TrackWriter(TemporaryOutput output, const media::Track& track,
                         isobmff::TrackDescription description, TrackWriterSettings settings,
                         cenc::SampleProtector protector, OutputLanes& lanes)
    : m_lanes(&lanes),
      m_output(std::move(output)),
      m_description(std::move(description)),
      m_settings(std::move(settings)),
      m_protector(std::move(protector)),
      m_digests(std::make_shared<std::vector<crypto::Digest>>()) {
    m_packaged.label = m_settings.label;
    const bool whole = m_settings.segmentFiles == SegmentFiles::None;
    m_packaged.fileName = m_settings.label + (whole ? ".mp4" : std::string("/") + kInitName);
    if (!whole) m_segmentType = isobmff::writeSegmentType();
    m_packaged.description = track;
    for (const PeriodProtection& period : m_settings.protection.periods)
        m_packaged.keyIds.push_back(period.protection.keyId);
    m_packaged.keyId = m_packaged.keyIds.front();
}

MutableBytes TrackWriter::add(const media::Sample& sample) {
    if (!m_block || m_block->size - m_blockUsed < sample.size) {
        m_block = m_lanes->pool().take(sample.size);
        m_blockUsed = 0;
    }
    std::uint8_t* const room = m_block->bytes.get() + m_blockUsed;
    m_blockUsed += sample.size;
    m_collected += sample.size;
    m_samples.push_back({sample.decodeTime, sample.presentationTime(), sample.duration, sample.size,
                         sample.key, m_block, room});
    return {room, sample.size};
}

void TrackWriter::stretchLast(std::int64_t decodeTime) {
    Collected& last = m_samples.back();
    last.duration =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(decodeTime - last.decode, 1, INT32_MAX));
}

Status TrackWriter::enter(std::size_t period, bool clear) {
    m_clear = clear && !m_leadOver;
    if (period == m_period) return {};
    if (period < m_period)
        return fail("iv_reused",
                    "The crypto periods of " + m_settings.label + " go back to one that is over.",
                    "Use one key for the whole film.");
    PeriodProtection& next = m_settings.protection.periods[period];
    KEYREEL_CHECK(m_protector.rekey(next.protection, next.key, std::exchange(next.ivs, {})));
    m_period = period;
    return {};
}

Status TrackWriter::cutBefore(std::int64_t presentationTime) {
    const auto end = std::find_if(m_samples.begin(), m_samples.end(), [&](const Collected& sample) {
        return sample.presentation >= presentationTime;
    });
    return writeFragment(static_cast<std::size_t>(end - m_samples.begin()));
}

Status TrackWriter::cut() {
    return writeFragment(m_samples.size());
}

/// The first fragment tells what comes before the film's beginning, so the header is written now.
Status TrackWriter::begin() {
    std::int64_t first = m_samples.front().presentation;
    for (const Collected& sample : m_samples)
        first = std::min(first, sample.presentation);
    // Decoding begins before the film with priming, with frames that an edit list hides, and with B-frames.
    // Decode times may not be negative, so all times move and an edit list moves the presentation back.
    // Negative composition offsets would do without it for B-frames, but libavformat shifts such fragments by
    // a frame against the sound.
    m_mediaTime = static_cast<std::uint64_t>(std::max<std::int64_t>({0, -first, -m_samples.front().decode}));
    if (m_mediaTime > 0)
        m_description.edits = isobmff::EditList{static_cast<std::int64_t>(m_mediaTime), 0, 0};

    KEYREEL_TRY(const Bytes init, initBytes());
    m_packaged.initSegment = {0, init.size()};
    m_begun = true;
    if (m_settings.segmentFiles != SegmentFiles::None) return {};
    const std::size_t reserved = kIndexHeader + kIndexEntry * m_settings.reservedSegments + kBoxHeader;
    m_packaged.init = {0, init.size() + reserved};
    KEYREEL_CHECK(m_output.file().writeAt(0, init));
    KEYREEL_CHECK(m_output.file().writeAt(init.size(), Bytes(reserved)));
    m_position = m_packaged.init.size;
    return {};
}

/// A new file for the next fragment; the track's own otherwise.
Result<std::shared_ptr<File>> TrackWriter::segmentFile(PackagedSegment& segment) {
    if (m_settings.segmentFiles == SegmentFiles::None) return m_output.shared();
    if (m_settings.segmentFiles == SegmentFiles::Time && !m_written.empty() &&
        segment.startTicks <= static_cast<std::uint64_t>(m_written.back().begin))
        return fail("media_damaged",
                    "Two segments of " + m_settings.label + " begin at the same time, which names them.",
                    "Name the segments by number.");
    const std::uint64_t name =
        m_settings.segmentFiles == SegmentFiles::Time ? segment.startTicks : m_written.size() + 1;
    const std::string file = std::to_string(name) + ".m4s";
    segment.file = m_settings.label + "/" + file;
    KEYREEL_TRY(File created, File::create(m_output.temporaryPath() / file));
    return std::make_shared<File>(std::move(created));
}

/// Decode times count too: they go up in every source, whatever a damaged one says about presentation.
bool TrackWriter::reachesBehindTheLead(std::size_t count) const {
    return std::any_of(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](const Collected& sample) {
                           return std::max(sample.presentation, sample.decode) >= m_settings.clearUntil;
                       });
}

Status TrackWriter::writeFragment(std::size_t count) {
    if (count == 0) return {};
    // Where a fragment ends is known only now: at a key frame that may be the first one of the film.
    m_clear = m_clear && !reachesBehindTheLead(count);
    m_leadOver |= !m_clear;
    if (!m_begun) KEYREEL_CHECK(begin());
    m_metas.clear();
    WrittenSegment segment;
    segment.key = m_samples.front().key;
    segment.begin = INT64_MAX;
    segment.end = INT64_MIN;
    std::size_t bytes = 0;
    FragmentBytes fragment;
    for (std::size_t i = 0; i < count; ++i) {
        const Collected& sample = m_samples[i];
        const MutableBytes data(sample.data, sample.size);
        if (const Status done = m_clear ? m_protector.pass(data) : m_protector.protect(data); !done)
            return failFrom(done.error(), m_settings.label + ", sample " +
                                              std::to_string(m_packaged.sampleCount + i) + " (at " +
                                              std::to_string(sample.presentation / m_description.timescale) +
                                              " s)");
        bytes += sample.size;
        addPiece(fragment.samples, sample.block, {sample.data, sample.size});
        m_metas.push_back({sample.duration, sample.size,
                           static_cast<std::int32_t>(sample.presentation - sample.decode), sample.key});
        segment.begin = std::min(segment.begin, sample.presentation);
        segment.end = std::max(segment.end, sample.presentation + sample.duration);
    }
    segment.leading = segment.begin < m_samples.front().presentation;
    segment.begin = std::max<std::int64_t>(segment.begin, 0);
    segment.end = std::max(segment.end, segment.begin);

    isobmff::FragmentHeader header;
    header.sequenceNumber = static_cast<std::uint32_t>(m_written.size() + 1);
    header.trackId = m_settings.trackId;
    header.baseDecodeTime =
        static_cast<std::uint64_t>(m_samples.front().decode + static_cast<std::int64_t>(m_mediaTime));
    const PeriodProtection& period = m_settings.protection.periods[m_period];
    isobmff::EncryptionParameters group = period.protection.parameters();
    if (m_clear) {
        group = {};
        group.keyId = {};
    }
    isobmff::FragmentProtection protection;
    if (m_clear || m_period > 0) protection.group = &group;
    if (m_settings.psshInFragments) protection.pssh = period.pssh;
    KEYREEL_TRY(const ByteView boxes, m_fragments.write(header, m_metas, m_protector.aux(), protection));
    m_protector.clearAux();

    PackagedSegment packaged;
    packaged.startTicks = static_cast<std::uint64_t>(segment.begin);
    packaged.endTicks = static_cast<std::uint64_t>(segment.end);
    KEYREEL_TRY(const std::shared_ptr<File> file, segmentFile(packaged));
    const std::uint64_t position = packaged.file.empty() ? m_position : 0;
    fragment.boxes = m_segmentType;
    append(fragment.boxes, boxes);
    packaged.range = {position, fragment.boxes.size() + bytes};
    if (segment.key && m_description.handler == isobmff::Handler::Video)
        packaged.keyFrameBytes = fragment.boxes.size() + m_metas.front().size;
    packaged.clear = m_clear;
    packaged.period = m_period;
    KEYREEL_CHECK(m_lanes->write(file, position, std::move(fragment), m_digests));
    m_position += packaged.range.size;
    m_packaged.segments.push_back(packaged);
    m_packaged.sampleCount += count;
    m_independent &= segment.key;
    m_written.push_back(segment);

    m_samples.erase(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(count));
    m_collected -= bytes;
    // An empty collection holds no block, so that all of them can come back.
    if (m_samples.empty()) m_block.reset();
    return {};
}

Result<Bytes> TrackWriter::initBytes() const {
    KEYREEL_TRY(const Bytes clear, isobmff::writeInitSegment(m_description));
    return cenc::signal(clear, m_settings.protection.periods.front().protection, m_settings.protection.pssh);
}

Result<Bytes> TrackWriter::indexBytes() const {
    isobmff::SegmentIndex index;
    index.referenceId = m_settings.trackId;
    index.timescale = m_description.timescale;
    index.earliestPresentationTime = static_cast<std::uint64_t>(m_written.front().begin);
    // A source that is longer than it said has more fragments than there is room for: one entry then stands
    // for several fragments.
    const std::size_t room = std::max<std::size_t>(m_settings.reservedSegments, 1);
    const std::size_t together = (m_written.size() + room - 1) / room;
    for (std::size_t i = 0; i < m_written.size(); i += together) {
        const std::size_t last = std::min(i + together, m_written.size());
        const std::int64_t end = last < m_written.size() ? m_written[last].begin : m_written[last - 1].end;
        std::uint64_t size = 0;
        for (std::size_t k = i; k < last; ++k)
            size += m_packaged.segments[k].range.size;
        isobmff::SegmentReference reference;
        reference.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, UINT32_MAX));
        reference.duration =
            static_cast<std::uint32_t>(std::clamp<std::int64_t>(end - m_written[i].begin, 0, UINT32_MAX));
        reference.startsWithSap = m_written[i].key;
        reference.sapType = !m_written[i].key ? 0 : m_written[i].leading ? 3 : 1;
        index.references.push_back(reference);
    }
    const std::size_t area = m_packaged.init.size - m_packaged.initSegment.size;
    index.firstOffset = area - kIndexHeader - kIndexEntry * index.references.size();
    return isobmff::writeSegmentIndex(index);
}

void TrackWriter::summarise() {
    std::int64_t end = 0;
    for (std::size_t i = 0; i < m_written.size(); ++i) {
        const WrittenSegment& written = m_written[i];
        end = std::max(end, written.end);
        const std::int64_t next = i + 1 < m_written.size() ? m_written[i + 1].begin : written.end;
        PackagedSegment& segment = m_packaged.segments[i];
        const double timescale = m_description.timescale;
        segment.durationTicks = static_cast<std::uint64_t>(std::max<std::int64_t>(next - written.begin, 0));
        segment.startSeconds = static_cast<double>(written.begin) / timescale;
        segment.durationSeconds = static_cast<double>(segment.durationTicks) / timescale;
        m_packaged.peakBitrate =
            std::max(m_packaged.peakBitrate,
                     perSecond(segment.range.size, next - written.begin, m_description.timescale));
    }
    m_packaged.durationSeconds = static_cast<double>(end) / m_description.timescale;
    m_packaged.averageBitrate =
        perSecond(m_position - m_packaged.init.size, end - m_written.front().begin, m_description.timescale);
    m_packaged.peakBitrate = std::max(m_packaged.peakBitrate, m_packaged.averageBitrate);
    m_description.duration = static_cast<std::uint64_t>(end);
    m_description.averageBitrate =
        static_cast<std::uint32_t>(std::clamp<std::uint64_t>(m_packaged.averageBitrate, 1, UINT32_MAX));
    m_description.peakBitrate =
        static_cast<std::uint32_t>(std::clamp<std::uint64_t>(m_packaged.peakBitrate, 1, UINT32_MAX));
}

Result<std::vector<PackagedFile>> TrackWriter::finishSegments() {
    KEYREEL_TRY(const Bytes init, initBytes());
    m_packaged.init = m_packaged.initSegment = {0, init.size()};
    KEYREEL_TRY(File file, File::create(m_output.temporaryPath() / kInitName));
    KEYREEL_CHECK(file.writeAt(0, init));
    std::optional<crypto::Digest> digest;
    if (m_lanes->digests()) digest = m_packaged.initDigest = crypto::sha256(init);
    std::vector<PackagedFile> files{{m_packaged.fileName, init.size(), digest}};
    for (std::size_t i = 0; i < m_packaged.segments.size(); ++i) {
        PackagedSegment& segment = m_packaged.segments[i];
        if (m_lanes->digests()) digest = segment.digest = m_digests->at(i);
        files.push_back({segment.file, segment.range.size, digest});
    }
    return files;
}

Result<std::vector<PackagedFile>> TrackWriter::finish() {
    if (m_written.empty())
        return fail("media_damaged", "The track " + m_settings.label + " has no samples.",
                    "Try another file.");
    summarise();
    if (m_settings.segmentFiles != SegmentFiles::None) return finishSegments();
    // The exact duration takes the place of the declared one, unless its boxes would need more room.
    KEYREEL_TRY(const Bytes init, initBytes());
    if (init.size() == m_packaged.initSegment.size) KEYREEL_CHECK(m_output.file().writeAt(0, init));

    KEYREEL_TRY(Bytes head, indexBytes());
    m_packaged.index = {m_packaged.initSegment.size, head.size()};
    const std::size_t area = m_packaged.init.size - m_packaged.initSegment.size;
    ByteWriter padding;
    padding.u32(static_cast<std::uint32_t>(area - head.size()));
    padding.text("free");
    append(head, padding.view());
    KEYREEL_CHECK(m_output.file().writeAt(m_packaged.initSegment.size, head));

    const std::vector<PackagedFile> files{{m_packaged.fileName, m_position, std::nullopt}};
    if (!m_lanes->digests()) return files;
    Bytes start(m_packaged.init.size);
    KEYREEL_CHECK(m_output.file().readAt(0, start));
    m_packaged.initDigest = crypto::sha256(start);
    for (std::size_t i = 0; i < m_packaged.segments.size(); ++i)
        m_packaged.segments[i].digest = m_digests->at(i);
    return files;
}

}  // namespace keyreel::package
