#pragma once

#include "core/base/result.h"
#include "core/media/libav_handles.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {

/// Gives the decoder one packet (null: the end) and calls `take()` for every frame that comes out, each in
/// `frame`. A damaged packet costs its frame, not the film. `subject` begins the error's sentence ("A picture
/// of a.mp4"). Code: `transcode_failed`. Private to this room.
template <class Take>
Status decodePacket(AVCodecContext& decoder, const AVPacket* packet, AVFrame& frame,
                    const std::string& subject, Take take) {
    const auto refuse = [&](int error) {
        return fail("transcode_failed", subject + " cannot be decoded: " + libavError(error) + ".",
                    "Copy or download the film again.");
    };
    // EAGAIN cannot be, because every frame is taken below.
    const int sent = avcodec_send_packet(&decoder, packet);
    if (sent < 0 && sent != AVERROR_EOF && sent != AVERROR_INVALIDDATA) return refuse(sent);
    for (;;) {
        const int got = avcodec_receive_frame(&decoder, &frame);
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return {};
        if (got == AVERROR_INVALIDDATA) continue;
        if (got < 0) return refuse(got);
        KEYREEL_CHECK(take());
    }
}

/// Gives the encoder one frame (null: the end) and calls `take(Handle<AVPacket>)` for every packet that comes
/// out. Code: `transcode_failed`. Private to this room.
template <class Take>
Status encodeFrame(AVCodecContext& encoder, const AVFrame* frame, PacketPool& pool,
                   const std::string& subject, Take take) {
    int error = avcodec_send_frame(&encoder, frame);
    while (error >= 0) {
        Handle<AVPacket> packet = pool.take();
        error = avcodec_receive_packet(&encoder, packet.get());
        if (error >= 0)
            take(std::move(packet));
        else
            pool.give(std::move(packet));
    }
    if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) return {};
    return fail("transcode_failed", subject + " cannot be encoded: " + libavError(error) + ".");
}

}  // namespace keyreel::media
