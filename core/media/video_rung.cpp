#include "core/media/video_rung.h"

#include <algorithm>
#include <cmath>
#include <thread>

#include "core/media/codec_records.h"
#include "core/media/codec_steps.h"

namespace keyreel::media {
namespace {

/// Each thread of the encoder holds pictures; several encoders run at once.
constexpr unsigned kMaxEncoderThreads = 12;

int encoderThreads() {
    const unsigned processors = std::max(std::thread::hardware_concurrency(), 1U);
    return static_cast<int>(std::min(processors + processors / 2, kMaxEncoderThreads));
}

}  // namespace

std::int64_t frameTicksOf(const Track& track) {
    const Rational rate = track.frameRate;
    if (rate.num <= 0) return std::max<std::int64_t>(track.timescale / 25, 1);
    const double perSecond = static_cast<double>(rate.num) / rate.den;
    return std::max<std::int64_t>(std::llround(static_cast<double>(track.timescale) / perSecond), 1);
}

Status VideoRung::prepare(const Track& source, const Rung& rung, const ReaderOptions& options) {
    m_track = source;
    m_track.codec = Codec::H264;
    m_track.transcoded = true;
    m_track.bitRate = 0;
    m_track.masteringDisplay.reset();
    m_track.contentLight.reset();
    m_track.width = rung.width;
    m_track.height = rung.height;
    m_track.sampleAspectRatio = rung.sampleAspectRatio;
    m_frameTicks = frameTicksOf(m_track);
    m_toneMap = ToneMap::of(source);
    if (m_toneMap) m_track.colour = {1, 1, 1, false, true};
    KEYREEL_CHECK(openEncoder(rung, options));
    KEYREEL_TRY(
        m_track.configuration,
        avcRecordFromAnnexB({m_encoder->extradata, static_cast<std::size_t>(m_encoder->extradata_size)}));
    m_scaled = makeFrame();
    m_mapped = makeFrame();
    return {};
}

Status VideoRung::openEncoder(const Rung& rung, const ReaderOptions& options) {
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
    c.thread_count = encoderThreads();
    // Key frames are asked for by time; this is only the longest that a group may get.
    c.gop_size = static_cast<int>(std::clamp(
        m_track.timescale * 2 * options.groupSeconds / static_cast<double>(m_frameTicks), 2.0, 2000.0));
    c.max_b_frames = 2;
    if (rung.maxBitRate > 0) {
        c.rc_max_rate = static_cast<std::int64_t>(rung.maxBitRate);
        c.rc_buffer_size = static_cast<int>(std::min<std::uint64_t>(2 * rung.maxBitRate, INT32_MAX));
    }

    if (m_track.colour.matrix == 0) m_track.colour = {1, m_track.colour.transfer, 1, false, true};
    m_track.colour.fullRange = false;
    m_track.colour.described =
        m_track.colour.primaries != 2 || m_track.colour.transfer != 2 || m_track.colour.matrix != 2;
    c.color_primaries = static_cast<AVColorPrimaries>(m_track.colour.primaries);
    c.color_trc = static_cast<AVColorTransferCharacteristic>(m_track.colour.transfer);
    c.colorspace = static_cast<AVColorSpace>(m_track.colour.matrix);
    c.color_range = AVCOL_RANGE_MPEG;

    Options settings;
    settings.set("crf", std::to_string(std::clamp(rung.crf, 0, 51)));
    settings.set("preset", options.preset);
    settings.set("forced-idr", "1");
    settings.set("sc_threshold", "0");
    const int error = avcodec_open2(&c, codec, settings.get());
    if (error < 0)
        return fail("media_no_encoder", "The H.264 encoder refuses this picture: " + libavError(error) + ".",
                    "Convert the film with another program.");
    return {};
}

Status VideoRung::take(const AVFrame& picture, std::int64_t time, bool beginsGroup, ReadyQueue& ready) {
    ++m_pushed;
    KEYREEL_CHECK(scale(picture));
    m_scaled->pts = time;
    m_scaled->sample_aspect_ratio = m_encoder->sample_aspect_ratio;
    m_scaled->color_range = AVCOL_RANGE_MPEG;
    m_scaled->colorspace = m_encoder->colorspace;
    m_scaled->color_primaries = m_encoder->color_primaries;
    m_scaled->color_trc = m_encoder->color_trc;
    m_scaled->pict_type = beginsGroup ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
    return encode(m_scaled.get(), ready);
}

Status VideoRung::scale(const AVFrame& picture) {
    const int width = static_cast<int>(m_track.width);
    const int height = static_cast<int>(m_track.height);
    if (!m_toneMap) return m_scaler.scale(picture, *m_scaled, width, height, AV_PIX_FMT_YUV420P);
    KEYREEL_CHECK(m_scaler.scale(picture, *m_mapped, width, height, AV_PIX_FMT_RGB48));
    for (int row = 0; row < height; ++row)
        m_toneMap->apply(reinterpret_cast<std::uint16_t*>(
                             m_mapped->data[0] + static_cast<std::ptrdiff_t>(row) * m_mapped->linesize[0]),
                         static_cast<std::size_t>(width));
    m_mapped->colorspace = AVCOL_SPC_BT709;
    return m_mappedScaler.scale(*m_mapped, *m_scaled, width, height, AV_PIX_FMT_YUV420P);
}

Status VideoRung::finish(ReadyQueue& ready) {
    KEYREEL_CHECK(encode(nullptr, ready));
    queueLast(ready);
    return {};
}

Result<ByteView> VideoRung::isoForm(const AVPacket& packet, Bytes& scratch) const {
    KEYREEL_CHECK(lengthsFromStartCodes({packet.data, static_cast<std::size_t>(packet.size)}, scratch));
    return ByteView(scratch);
}

Status VideoRung::encode(const AVFrame* frame, ReadyQueue& ready) {
    return encodeFrame(*m_encoder, frame, m_pool, "A picture of " + m_name, [&](Handle<AVPacket> packet) {
        const bool key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        const std::int64_t decodeTime = packet->dts;
        const std::int64_t presentation = packet->pts;
        queue(std::move(packet), decodeTime, presentation, m_frameTicks, key, ready);
    });
}

}  // namespace keyreel::media
