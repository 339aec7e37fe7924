// The pipe of a picture that must be encoded anew: decoder -> scaler -> libx264.

#include <algorithm>
#include <cmath>

#include "core/media/codec_records.h"
#include "core/media/codec_steps.h"
#include "core/media/picture_scaler.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {
namespace {

constexpr double kGroupSeconds = 4.0;

class VideoTranscodePipe final : public TrackPipe {
public:
    VideoTranscodePipe(const Demuxer& demuxer, const TrackInfo& info, std::uint32_t number, PacketPool& pool)
        : TrackPipe(number, pool),
          m_stream(demuxer.stream(info.index)),
          m_origin(av_rescale_q(demuxer.origin(), AVRational{1, AV_TIME_BASE}, m_stream->time_base)),
          m_name(demuxer.file().name()) {}

    Status prepare(const Demuxer& demuxer, const TrackInfo& info, const ReaderOptions& options) {
        KEYREEL_TRY(m_decoder, openDecoder(m_stream, m_name));
        m_track = commonTrack(demuxer, info);
        m_track.codec = Codec::H264;
        m_track.transcoded = true;
        m_track.bitRate = 0;
        m_track.masteringDisplay.reset();
        m_track.contentLight.reset();
        chooseSize(options.transcodeHeight);
        chooseTime();
        m_track.declaredDuration = static_cast<std::uint64_t>(info.durationSeconds * m_track.timescale + 0.5);
        KEYREEL_CHECK(openEncoder(options));
        KEYREEL_TRY(
            m_track.configuration,
            avcRecordFromAnnexB({m_encoder->extradata, static_cast<std::size_t>(m_encoder->extradata_size)}));
        m_decoded = makeFrame();
        m_scaled = makeFrame();
        return {};
    }

    Status push(AVPacket* packet, ReadyQueue& ready) override {
        ++m_pushed;
        return decode(packet, ready);
    }

    Status finish(ReadyQueue& ready) override {
        KEYREEL_CHECK(decode(nullptr, ready));
        if (!m_any)
            return fail("media_damaged", "No picture of " + m_name + " could be decoded.",
                        "Copy or download the film again.");
        KEYREEL_CHECK(encode(nullptr, ready));
        queueLast(ready);
        return {};
    }

    [[nodiscard]] Result<ByteView> isoForm(const AVPacket& packet, Bytes& scratch) const override {
        KEYREEL_CHECK(lengthsFromStartCodes({packet.data, static_cast<std::size_t>(packet.size)}, scratch));
        return ByteView(scratch);
    }

private:
    void chooseSize(std::uint32_t height) {
        if (height != 0 && height < m_track.height) {
            m_track.width = static_cast<std::uint32_t>(
                std::max(std::lround(static_cast<double>(m_track.width) * height / m_track.height), 2L));
            m_track.height = height;
        }
        // 4:2:0 has one chroma sample for two by two pixels.
        m_track.width = std::max(m_track.width & ~1U, 2U);
        m_track.height = std::max(m_track.height & ~1U, 2U);
    }

    void chooseTime() {
        const Rational rate = m_track.frameRate;
        const double perSecond = rate.num > 0 ? static_cast<double>(rate.num) / rate.den : 0.0;
        m_track.timescale = 90000;
        // Whole frame durations where the rate has a plain form (24000/1001, 25), so that no rounding
        // jitters.
        if (perSecond > 1.0 && perSecond <= 240.0 && rate.num <= 1000000 && rate.den <= 1001)
            m_track.timescale = static_cast<std::uint32_t>(rate.num) * (rate.num < 1000 ? 512U : 1U);
        m_frameTicks =
            perSecond > 0
                ? std::max<std::int64_t>(std::llround(static_cast<double>(m_track.timescale) / perSecond), 1)
                : m_track.timescale / 25;
    }

    Status openEncoder(const ReaderOptions& options) {
        const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
        if (codec == nullptr)
            return fail("media_no_encoder", "The H.264 encoder (libx264) is missing from FFmpeg.",
                        "Install the full FFmpeg libraries of the distribution.");
        m_encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext& c = *m_encoder;
        c.width = static_cast<int>(m_track.width);
        c.height = static_cast<int>(m_track.height);
        c.pix_fmt = AV_PIX_FMT_YUV420P;
        c.time_base = {1, static_cast<int>(m_track.timescale)};
        if (m_track.frameRate.num > 0) c.framerate = {m_track.frameRate.num, m_track.frameRate.den};
        c.sample_aspect_ratio = {m_track.sampleAspectRatio.num, m_track.sampleAspectRatio.den};
        c.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP;
        // Key frames are asked for by time; this is only the longest that a group may get.
        c.gop_size = static_cast<int>(std::clamp<std::int64_t>(
            m_track.timescale * static_cast<std::int64_t>(2 * kGroupSeconds) / m_frameTicks, 2, 2000));
        c.max_b_frames = 2;

        if (m_track.colour.matrix == 0) m_track.colour = {1, m_track.colour.transfer, 1, false, true};
        m_track.colour.fullRange = false;
        m_track.colour.described =
            m_track.colour.primaries != 2 || m_track.colour.transfer != 2 || m_track.colour.matrix != 2;
        c.color_primaries = static_cast<AVColorPrimaries>(m_track.colour.primaries);
        c.color_trc = static_cast<AVColorTransferCharacteristic>(m_track.colour.transfer);
        c.colorspace = static_cast<AVColorSpace>(m_track.colour.matrix);
        c.color_range = AVCOL_RANGE_MPEG;

        Options settings;
        settings.set("crf", std::to_string(std::clamp(options.crf, 0, 51)));
        settings.set("preset", options.preset);
        settings.set("forced-idr", "1");
        settings.set("sc_threshold", "0");
        const int error = avcodec_open2(&c, codec, settings.get());
        if (error < 0)
            return fail("media_no_encoder",
                        "The H.264 encoder refuses this picture: " + libavError(error) + ".",
                        "Convert the film with another program.");
        return {};
    }

    Status decode(const AVPacket* packet, ReadyQueue& ready) {
        return decodePacket(*m_decoder, packet, *m_decoded, "A picture of " + m_name,
                            [&] { return takePicture(ready); });
    }

    Status takePicture(ReadyQueue& ready) {
        const std::int64_t stamp = m_decoded->best_effort_timestamp;
        std::int64_t time = stamp != AV_NOPTS_VALUE
                                ? av_rescale_q(stamp - m_origin, m_stream->time_base,
                                               AVRational{1, static_cast<int>(m_track.timescale)})
                            : m_any ? m_last + m_frameTicks
                                    : 0;
        // Before the beginning of the film, or the same instant twice.
        if (time < 0 || (m_any && time <= m_last)) return {};
        KEYREEL_CHECK(m_scaler.scale(*m_decoded, *m_scaled, static_cast<int>(m_track.width),
                                     static_cast<int>(m_track.height), AV_PIX_FMT_YUV420P));
        m_scaled->pts = time;
        m_scaled->sample_aspect_ratio = m_encoder->sample_aspect_ratio;
        m_scaled->color_range = AVCOL_RANGE_MPEG;
        m_scaled->colorspace = m_encoder->colorspace;
        m_scaled->color_primaries = m_encoder->color_primaries;
        m_scaled->color_trc = m_encoder->color_trc;
        const auto group =
            static_cast<std::int64_t>(static_cast<double>(time) / (kGroupSeconds * m_track.timescale));
        m_scaled->pict_type = !m_any || group != m_group ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        m_group = group;
        m_any = true;
        m_last = time;
        return encode(m_scaled.get(), ready);
    }

    Status encode(const AVFrame* frame, ReadyQueue& ready) {
        return encodeFrame(*m_encoder, frame, m_pool, "A picture of " + m_name, [&](Handle<AVPacket> packet) {
            const bool key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
            const std::int64_t decodeTime = packet->dts;
            const std::int64_t presentation = packet->pts;
            queue(std::move(packet), decodeTime, presentation, m_frameTicks, key, ready);
        });
    }

    AVStream* m_stream;
    std::int64_t m_origin;
    std::string m_name;
    Handle<AVCodecContext> m_decoder;
    Handle<AVCodecContext> m_encoder;
    PictureScaler m_scaler;
    Handle<AVFrame> m_decoded;
    Handle<AVFrame> m_scaled;
    std::int64_t m_frameTicks = 1;
    std::int64_t m_last = 0;
    std::int64_t m_group = -1;
    bool m_any = false;
};

}  // namespace

Result<std::unique_ptr<TrackPipe>> makeVideoTranscodePipe(const Demuxer& demuxer, const TrackInfo& info,
                                                          std::uint32_t number, PacketPool& pool,
                                                          const ReaderOptions& options) {
    auto pipe = std::make_unique<VideoTranscodePipe>(demuxer, info, number, pool);
    KEYREEL_CHECK(pipe->prepare(demuxer, info, options));
    return pipe;
}

}  // namespace keyreel::media
