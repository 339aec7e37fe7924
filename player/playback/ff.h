#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "player/playback/track_source.h"

/// Owners of libav's handles, and the places where FFmpeg 5.1 and 7.1 differ. Private to the engine.
namespace keyreel::playback::ff {

struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreeCodec {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct FreeScaler {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};
struct FreeResampler {
    void operator()(SwrContext* context) const { swr_free(&context); }
};

using PacketPtr = std::unique_ptr<AVPacket, FreePacket>;
using FramePtr = std::unique_ptr<AVFrame, FreeFrame>;
using CodecPtr = std::unique_ptr<AVCodecContext, FreeCodec>;
using ScalerPtr = std::unique_ptr<SwsContext, FreeScaler>;
using ResamplerPtr = std::unique_ptr<SwrContext, FreeResampler>;

inline constexpr std::int64_t kNoTime = INT64_MIN;
static_assert(kNoTime == AV_NOPTS_VALUE);

inline std::string describe(int error) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(error, text, sizeof text);
    return text;
}

inline Time toTime(std::int64_t value, AVRational base) {
    return Time(av_rescale_q(value, base, AVRational{1, 1'000'000}));
}

inline std::int64_t fromTime(Time time, AVRational base) {
    return av_rescale_q_rnd(time.count(), AVRational{1, 1'000'000}, base, AV_ROUND_DOWN);
}

inline std::int64_t durationOf(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_MAJOR >= 58
    return frame.duration;
#else
    return frame.pkt_duration;
#endif
}

inline bool isKeyFrame(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_MAJOR >= 58
    return (frame.flags & AV_FRAME_FLAG_KEY) != 0;
#else
    return frame.key_frame != 0;
#endif
}

/// The decoder had to guess parts of it.
inline bool isDamaged(const AVFrame& frame) {
    return (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags != 0;
}

/// Clockwise degrees from the stream's display matrix: 0, 90, 180 or 270.
int rotationOf(const AVStream& stream);

}  // namespace keyreel::playback::ff
