#include "core/package/trick_track.h"

#include <algorithm>
#include <cmath>

namespace keyreel::package {

void TrickTrack::take(const media::Sample& sample, ByteView data) {
    if (!m_writer.empty()) m_writer.stretchLast(sample.decodeTime);
    const MutableBytes room = m_writer.add(sample);
    std::copy(data.begin(), data.end(), room.begin());
}

Status TrickTrack::cutBefore(double boundary, const Enter& enter) {
    KEYREEL_CHECK(enter(m_writer, m_next));
    ++m_next;
    return m_writer.cutBefore(static_cast<std::int64_t>(std::ceil(boundary * m_timescale - 1e-6)));
}

Status TrickTrack::drain(const std::vector<double>& boundaries, const Enter& enter) {
    // A fragment's last key frame lasts until the first one behind it, so that one must be there.
    while (m_next < boundaries.size() && !m_writer.empty() &&
           static_cast<double>(m_writer.lastPresentation()) / m_timescale >= boundaries[m_next] - 1e-6)
        KEYREEL_CHECK(cutBefore(boundaries[m_next], enter));
    return {};
}

Status TrickTrack::end(const PackagedTrack& pictures, const std::vector<double>& boundaries,
                       const Enter& enter) {
    if (m_writer.empty()) return {};
    std::uint64_t last = 0;
    for (const PackagedSegment& segment : pictures.segments)
        last = std::max(last, segment.endTicks);
    // In decode time, which is ahead of presentation by as much as the last key frame is.
    m_writer.stretchLast(static_cast<std::int64_t>(last) - m_writer.lastOffset());
    while (m_next < boundaries.size() && !m_writer.empty())
        KEYREEL_CHECK(cutBefore(boundaries[m_next], enter));
    if (m_writer.empty()) return {};
    KEYREEL_CHECK(enter(m_writer, boundaries.size()));
    return m_writer.cut();
}

PackagedTrack TrickTrack::packaged(const PackagedTrack& pictures) const {
    PackagedTrack track = m_writer.packaged();
    track.trickOf = pictures.label;
    // As many pictures in a second as the decoder of the film shows anyway.
    track.maxPlayoutRate =
        std::max<std::uint64_t>(pictures.sampleCount / std::max<std::uint64_t>(track.sampleCount, 1), 1);
    track.description.frameRate = {0, 1};
    return track;
}

}  // namespace keyreel::package
