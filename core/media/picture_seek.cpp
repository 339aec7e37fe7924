#include "core/media/picture_seek.h"

namespace keyreel::media {
namespace {

/// Packets after a seek until a frame must have come out.
constexpr int kMaxPacketsPerSeek = 400;
/// Packets of all streams until a key frame must have come: a minute of pictures with their sound.
constexpr int kMaxPacketsToKey = 6000;

}  // namespace

Result<Handle<AVFrame>> nextPicture(Demuxer& demuxer, AVCodecContext* decoder, int stream) {
    Handle<AVFrame> frame = makeFrame();
    Handle<AVPacket> packet = makePacket();
    bool ended = false;
    for (int i = 0; i < kMaxPacketsPerSeek; ++i) {
        const int got = avcodec_receive_frame(decoder, frame.get());
        if (got >= 0) return frame;
        if (got == AVERROR_EOF || (got != AVERROR(EAGAIN) && got != AVERROR_INVALIDDATA)) break;
        if (ended) break;
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) {
            ended = true;
            (void)avcodec_send_packet(decoder, nullptr);
            continue;
        }
        if (packet->stream_index == stream) (void)avcodec_send_packet(decoder, packet.get());
        av_packet_unref(packet.get());
    }
    return Handle<AVFrame>();
}

bool seekToKey(Demuxer& demuxer, int stream, std::int64_t time) {
    return av_seek_frame(demuxer.format(), stream, time, AVSEEK_FLAG_BACKWARD) >= 0;
}

namespace {

/// The next key frame of the stream into `packet`; false at the end, or when none comes soon.
Result<bool> nextKeyPacket(Demuxer& demuxer, int stream, AVPacket& packet) {
    for (int i = 0; i < kMaxPacketsToKey; ++i) {
        av_packet_unref(&packet);
        KEYREEL_TRY(const bool more, demuxer.read(&packet));
        if (!more) return false;
        if (packet.stream_index == stream && (packet.flags & AV_PKT_FLAG_KEY) != 0 && packet.size > 0)
            return true;
    }
    return false;
}

}  // namespace

Result<bool> keyPacketAt(Demuxer& demuxer, int stream, std::int64_t time, AVPacket& packet) {
    // Containers without an index go to any packet, behind which the next key frame may be too late.
    const AVRational base = demuxer.stream(static_cast<std::size_t>(stream))->time_base;
    const Handle<AVPacket> next = makePacket();
    for (const int back : {0, 3, 12}) {
        // One that cannot be searched is read on: its pictures are the next ones.
        (void)seekToKey(demuxer, stream, time - av_rescale_q(back, AVRational{1, 1}, base));
        KEYREEL_TRY(bool more, nextKeyPacket(demuxer, stream, *next));
        if (!more) continue;
        const bool early = next->pts <= time;
        while (more && (early ? next->pts <= time : packet.size == 0)) {
            av_packet_unref(&packet);
            av_packet_move_ref(&packet, next.get());
            if (back == 0) break;
            KEYREEL_TRY(more, nextKeyPacket(demuxer, stream, *next));
        }
        if (early) break;
    }
    return packet.size > 0;
}

Handle<AVFrame> decodeAlone(AVCodecContext* decoder, const AVPacket& packet) {
    avcodec_flush_buffers(decoder);
    Handle<AVFrame> frame = makeFrame();
    // Its end behind the only packet makes the decoder give the picture that it would hold back.
    const bool made = frame && avcodec_send_packet(decoder, &packet) >= 0 &&
                      avcodec_send_packet(decoder, nullptr) >= 0 &&
                      avcodec_receive_frame(decoder, frame.get()) >= 0;
    avcodec_flush_buffers(decoder);
    return made ? std::move(frame) : Handle<AVFrame>();
}

}  // namespace keyreel::media
