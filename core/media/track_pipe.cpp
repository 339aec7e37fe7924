#include "core/media/track_pipe.h"

#include <algorithm>
#include <limits>

#include "core/media/describe.h"

namespace keyreel::media {

void TrackPipe::queue(Handle<AVPacket> packet, std::int64_t decodeTime, std::int64_t presentationTime,
                      std::int64_t nominal, bool key, ReadyQueue& ready) {
    if (m_pending) {
        decodeTime = std::max(decodeTime, m_pending->decodeTime + 1);
        const std::int64_t duration = decodeTime - m_pending->decodeTime;
        m_pending->duration = static_cast<std::uint32_t>(
            std::min<std::int64_t>(duration, std::numeric_limits<std::int32_t>::max()));
        m_lastDuration = duration;
        ready.push_back(std::move(*m_pending));
    }
    m_pending.emplace(ReadyPacket{std::move(packet), decodeTime, presentationTime, 0, key, m_number});
    m_pendingNominal = nominal;
    const std::int64_t length = nominal > 0 ? nominal : m_lastDuration;
    m_end = std::max(m_end, presentationTime + length);
}

void TrackPipe::queueLast(ReadyQueue& ready) {
    if (!m_pending) return;
    const std::int64_t duration = m_pendingNominal > 0 ? m_pendingNominal : m_lastDuration;
    m_pending->duration = static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(duration, 1, std::numeric_limits<std::int32_t>::max()));
    ready.push_back(std::move(*m_pending));
    m_pending.reset();
}

Track commonTrack(const Demuxer& demuxer, const TrackInfo& info) {
    const AVStream* stream = demuxer.stream(info.index);
    Track track;
    track.kind = info.kind;
    track.language = info.language;
    track.bitRate = info.bitRate;
    track.title = titleOf(stream);
    if (info.kind == TrackKind::Video) {
        track.width = info.width;
        track.height = info.height;
        track.sampleAspectRatio = info.sampleAspectRatio;
        const AVRational rate = av_guess_frame_rate(demuxer.format(), demuxer.stream(info.index), nullptr);
        if (rate.num > 0 && rate.den > 0) track.frameRate = {rate.num, rate.den};
        track.matrix = matrixOf(stream);
        track.colour = info.colour;
        track.masteringDisplay = masteringDisplayOf(stream);
        track.contentLight = contentLightOf(stream);
    } else {
        track.sampleRate = info.sampleRate;
        track.channels = info.channels;
        track.role = audioRoleOf(stream);
    }
    return track;
}

}  // namespace keyreel::media
