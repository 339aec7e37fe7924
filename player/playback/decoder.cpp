#include "player/playback/decoder.h"

#include <algorithm>
#include <string>
#include <thread>

namespace keyreel::playback {

namespace {

constexpr int kMaxRefusedInARow = 10;
constexpr unsigned kMaxThreads = 8;

}  // namespace

Result<std::unique_ptr<Decoder>> Decoder::open(const Demuxer& demuxer) {
    const AVStream& stream = demuxer.stream();
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    const std::string codecName = avcodec_get_name(stream.codecpar->codec_id);
    if (codec == nullptr)
        return fail("media_unsupported_codec", "This system has no decoder for " + codecName + ".",
                    "Install the system's full libavcodec package.");
    ff::CodecPtr context(avcodec_alloc_context3(codec));
    if (!context || avcodec_parameters_to_context(context.get(), stream.codecpar) < 0)
        return fail("out_of_memory", "There is not enough memory for the " + codecName + " decoder.");
    context->pkt_timebase = stream.time_base;
    context->max_pixels = static_cast<std::int64_t>(kMaxWidth) * kMaxHeight;
    context->thread_count =
        demuxer.info().kind == TrackKind::Video
            ? static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads))
            : 1;
    if (const int opened = avcodec_open2(context.get(), codec, nullptr); opened < 0)
        return fail("media_unsupported_codec",
                    "The " + codecName + " decoder does not take this track: " + ff::describe(opened) + ".");
    TrackInfo info = demuxer.info();
    info.decoder = codec->name;
    return std::unique_ptr<Decoder>(
        new Decoder(std::move(context), std::move(info), stream.time_base, stream.sample_aspect_ratio));
}

Status Decoder::refused(int code) {
    ++m_corrupt;
    if (++m_refusedInARow < kMaxRefusedInARow) return {};
    return fail("media_decode_failed",
                std::string("The ") + m_info.codec + " decoder refused " + std::to_string(kMaxRefusedInARow) +
                    " frames in a row: " + ff::describe(code) + ".",
                "Download the film again.");
}

Status Decoder::send(const AVPacket* packet) {
    const int sent = avcodec_send_packet(m_context.get(), packet);
    if (sent == 0 || sent == AVERROR_EOF) return {};
    return refused(sent);
}

Result<ff::FramePtr> Decoder::receive() {
    for (;;) {
        ff::FramePtr frame(av_frame_alloc());
        if (!frame) return fail("out_of_memory", "There is not enough memory to decode.");
        const int got = avcodec_receive_frame(m_context.get(), frame.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return ff::FramePtr();
        if (got < 0) {
            KEYREEL_CHECK(refused(got));
            continue;
        }
        if (m_info.kind == TrackKind::Video && ff::isDamaged(*frame)) {
            KEYREEL_CHECK(refused(AVERROR_INVALIDDATA));
            continue;
        }
        m_refusedInARow = 0;
        if (m_info.kind == TrackKind::Video) {
            if (frame->width <= 0 || frame->height <= 0 || frame->width > kMaxWidth ||
                frame->height > kMaxHeight)
                return fail("media_limit", "A frame is larger than the limit.");
        } else if (frame->ch_layout.nb_channels > kMaxChannels || frame->sample_rate > kMaxSampleRate ||
                   frame->sample_rate <= 0 || frame->ch_layout.nb_channels <= 0) {
            return fail("media_limit", "A block of sound has more than 192 kHz or 8 channels.");
        }
        return frame;
    }
}

void Decoder::flush() {
    dropPending();
    m_refusedInARow = 0;
    m_following = Time(0);
}

void Decoder::dropPending() {
    avcodec_flush_buffers(m_context.get());
}

void Decoder::skipUnreferenced(bool skip) {
    m_context->skip_frame = skip ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
}

Time Decoder::timeOf(const AVFrame& frame) {
    const std::int64_t stamp = frame.best_effort_timestamp;
    const Time time = stamp == ff::kNoTime ? m_following : ff::toTime(stamp, m_base);
    m_following = time + durationOf(frame);
    return time;
}

Time Decoder::durationOf(const AVFrame& frame) const {
    if (const std::int64_t duration = ff::durationOf(frame); duration > 0)
        return ff::toTime(duration, m_base);
    if (m_info.kind == TrackKind::Audio)
        return Time(av_rescale(frame.nb_samples, 1'000'000, std::max(frame.sample_rate, 1)));
    if (m_info.frameRate > 0) return Time(static_cast<std::int64_t>(1e6 / m_info.frameRate));
    return Time(40'000);
}

const char* Decoder::name() const {
    return m_context->codec->name;
}

}  // namespace keyreel::playback
