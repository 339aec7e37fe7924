#include "core/media/video_transcoder.h"

#include "core/media/codec_steps.h"

namespace keyreel::media {
namespace {

/// 96 frames of 41.708 ms are four seconds to everyone but a comparison; the packager allows as much.
constexpr double kGrace = 0.001;

}  // namespace

VideoTranscoder::VideoTranscoder(const Demuxer& demuxer, const TrackInfo& info, double groupSeconds,
                                 bool followKeys)
    : m_stream(demuxer.stream(info.index)),
      m_origin(av_rescale_q(demuxer.origin(), AVRational{1, AV_TIME_BASE}, m_stream->time_base)),
      m_name(demuxer.file().name()),
      m_groupSeconds(groupSeconds),
      m_followKeys(followKeys),
      m_source(commonTrack(demuxer, info)) {}

Result<std::unique_ptr<VideoTranscoder>> VideoTranscoder::open(const Demuxer& demuxer, const TrackInfo& info,
                                                               const ReaderOptions& options,
                                                               std::uint32_t timescale, bool followKeys) {
    std::unique_ptr<VideoTranscoder> made(
        new VideoTranscoder(demuxer, info, options.groupSeconds, followKeys));
    KEYREEL_TRY(made->m_decoder, openDecoder(made->m_stream, made->m_name));
    if (timescale == 0)
        made->chooseTime();
    else
        made->m_source.timescale = timescale;
    made->m_frameTicks = frameTicksOf(made->m_source);
    made->m_source.declaredDuration =
        static_cast<std::uint64_t>(info.durationSeconds * made->m_source.timescale + 0.5);
    if (demuxer.partLength() != INT64_MAX)
        made->m_end = av_rescale(demuxer.partLength(), made->m_source.timescale, AV_TIME_BASE);
    made->m_decoded = makeFrame();
    return made;
}

void VideoTranscoder::chooseTime() {
    const Rational rate = m_source.frameRate;
    const double perSecond = rate.num > 0 ? static_cast<double>(rate.num) / rate.den : 0.0;
    m_source.timescale = 90000;
    // Whole frame durations where the rate has a plain form (24000/1001, 25), so that no rounding jitters.
    if (perSecond > 1.0 && perSecond <= 240.0 && rate.num <= 1000000 && rate.den <= 1001)
        m_source.timescale = static_cast<std::uint32_t>(rate.num) * (rate.num < 1000 ? 512U : 1U);
}

Status VideoTranscoder::push(const AVPacket& packet, ReadyQueue& ready) {
    ++m_pushed;
    if (m_followKeys && (packet.flags & AV_PKT_FLAG_KEY) != 0 && packet.pts != AV_NOPTS_VALUE)
        m_keys.insert(packet.pts);
    return decode(&packet, ready);
}

Status VideoTranscoder::finish(ReadyQueue& ready) {
    KEYREEL_CHECK(decode(nullptr, ready));
    if (m_any) return {};
    return fail("media_damaged", "No picture of " + m_name + " could be decoded.",
                "Copy or download the film again.");
}

Status VideoTranscoder::decode(const AVPacket* packet, ReadyQueue& ready) {
    return decodePacket(*m_decoder, packet, *m_decoded, "A picture of " + m_name,
                        [&] { return takePicture(ready); });
}

Status VideoTranscoder::takePicture(ReadyQueue& ready) {
    const std::int64_t stamp = m_decoded->best_effort_timestamp;
    const std::int64_t time = stamp != AV_NOPTS_VALUE
                                  ? av_rescale_q(stamp - m_origin, m_stream->time_base,
                                                 AVRational{1, static_cast<int>(m_source.timescale)})
                              : m_any ? m_last + m_frameTicks
                                      : 0;
    // Before the beginning of the film, behind its end, or the same instant twice.
    if (time < 0 || time >= m_end || (m_any && time <= m_last)) return {};
    const bool begins = beginsGroup(time);
    m_any = true;
    m_last = time;
    for (VideoRung* rung : m_rungs)
        KEYREEL_CHECK(rung->take(*m_decoded, time, begins, ready));
    return {};
}

bool VideoTranscoder::beginsGroup(std::int64_t time) {
    bool key = !m_followKeys;
    if (m_followKeys) {
        const std::int64_t stamp = m_decoded->best_effort_timestamp;
        key = m_keys.count(stamp) != 0;
        m_keys.erase(m_keys.begin(), m_keys.upper_bound(stamp));
    }
    const double since = static_cast<double>(time - m_groupStart) / m_source.timescale;
    if (m_any && (!key || since < m_groupSeconds - kGrace)) return false;
    m_groupStart = time;
    return true;
}

}  // namespace keyreel::media
