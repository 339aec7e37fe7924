// The pipe of sound that must be encoded anew: decoder -> resampler -> AAC, stereo or mono.

#include <algorithm>
#include <array>
#include <cmath>

#include "core/media/codec_steps.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {
namespace {

/// Timestamps that stray less than this from the count of samples are taken for rounding.
constexpr int kToleranceDivisor = 10;
/// A gap longer than this is damage, not silence.
constexpr std::int64_t kMaxSilenceSeconds = 3600;

int encoderRate(int source) {
    for (const int rate : {48000, 44100, 32000, 24000, 22050, 16000})
        if (source == rate) return rate;
    return 48000;
}

class AudioTranscodePipe final : public TrackPipe {
public:
    AudioTranscodePipe(const Demuxer& demuxer, const TrackInfo& info, std::uint32_t number, PacketPool& pool,
                       SoundLevel level)
        : TrackPipe(number, pool),
          m_stream(demuxer.stream(info.index)),
          m_origin(av_rescale_q(demuxer.origin(), AVRational{1, AV_TIME_BASE}, m_stream->time_base)),
          m_name(demuxer.file().name()),
          m_level(level) {}

    Status prepare(const Demuxer& demuxer, const TrackInfo& info) {
        KEYREEL_TRY(m_decoder, openDecoder(m_stream, m_name));
        m_track = commonTrack(demuxer, info);
        m_track.codec = Codec::Aac;
        m_track.transcoded = true;
        m_track.channels = soundOf(info).channels;
        m_track.sampleRate = soundOf(info).sampleRate;
        m_track.timescale = m_track.sampleRate;
        m_track.bitRate = m_track.channels == 1 ? 96000 : 128000;
        m_track.declaredDuration = static_cast<std::uint64_t>(info.durationSeconds * m_track.timescale + 0.5);
        if (demuxer.partLength() != INT64_MAX)
            m_end = av_rescale(demuxer.partLength(), m_track.timescale, AV_TIME_BASE);

        const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        m_encoder.reset(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
        int error = AVERROR_ENCODER_NOT_FOUND;
        if (m_encoder) {
            AVCodecContext& c = *m_encoder;
            c.sample_fmt = AV_SAMPLE_FMT_FLTP;
            c.sample_rate = static_cast<int>(m_track.sampleRate);
            c.bit_rate = static_cast<std::int64_t>(m_track.bitRate);
            c.time_base = {1, c.sample_rate};
            c.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
            av_channel_layout_default(&c.ch_layout, static_cast<int>(m_track.channels));
            error = avcodec_open2(&c, codec, nullptr);
        }
        if (error < 0)
            return fail("media_no_encoder", "The AAC encoder cannot be used: " + libavError(error) + ".",
                        "Install the full FFmpeg libraries of the distribution.");
        m_track.configuration = toBytes(
            ByteView(m_encoder->extradata, static_cast<std::size_t>(std::max(m_encoder->extradata_size, 0))));
        m_track.priming = static_cast<std::uint32_t>(std::max(m_encoder->initial_padding, 0));
        m_fifo.reset(av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, static_cast<int>(m_track.channels), 8192));
        m_decoded = makeFrame();
        m_block = makeFrame();
        if (!m_fifo || !m_decoded || !m_block) return outOfMemory();
        return {};
    }

    Status push(AVPacket* packet, ReadyQueue& ready) override {
        ++m_pushed;
        return decode(packet, ready);
    }

    Status finish(ReadyQueue& ready) override {
        KEYREEL_CHECK(decode(nullptr, ready));
        if (m_resampler) {
            KEYREEL_CHECK(resample(nullptr, 0));
            KEYREEL_CHECK(encodeWhole(ready, true));
        }
        KEYREEL_CHECK(encode(nullptr, ready));
        queueLast(ready);
        return {};
    }

    [[nodiscard]] Result<ByteView> isoForm(const AVPacket& packet, Bytes& /*scratch*/) const override {
        return ByteView(packet.data, static_cast<std::size_t>(packet.size));
    }

private:
    static tl::unexpected<Error> outOfMemory() {
        return fail("out_of_memory", "There is not enough memory for the sound.");
    }

    Status decode(const AVPacket* packet, ReadyQueue& ready) {
        return decodePacket(*m_decoder, packet, *m_decoded, "The sound of " + m_name,
                            [&] { return takeSound(ready); });
    }

    Status takeSound(ReadyQueue& ready) {
        KEYREEL_CHECK(adaptResampler());
        const std::int64_t stamp = m_decoded->best_effort_timestamp;
        std::int64_t skip = 0;
        if (stamp != AV_NOPTS_VALUE) {
            const std::int64_t time = av_rescale_q(stamp - m_origin, m_stream->time_base,
                                                   AVRational{1, static_cast<int>(m_track.timescale)});
            if (!m_any) {
                m_written = std::max<std::int64_t>(time, 0);
                m_encoded = m_written;
                skip = std::max<std::int64_t>(-time, 0);
                m_any = true;
            } else {
                const std::int64_t gap =
                    time - (m_written + swr_get_delay(m_resampler.get(), m_track.timescale));
                const std::int64_t tolerance = m_track.timescale / kToleranceDivisor;
                if (gap > kMaxSilenceSeconds * m_track.timescale)
                    return fail("media_damaged",
                                "The sound of " + m_name + " has a gap of more than an hour.",
                                "Convert the film with another program.");
                if (gap > tolerance) KEYREEL_CHECK(silence(gap, ready));
                // A part of a film begins at its very sample.
                if (gap < -tolerance || (m_written == 0 && gap < 0)) skip = -gap;
            }
        }
        m_any = true;
        KEYREEL_CHECK(resample(m_decoded.get(), skip));
        return encodeWhole(ready, false);
    }

    Status adaptResampler() {
        AVChannelLayout from{};
        if (av_channel_layout_copy(&from, &m_decoded->ch_layout) < 0) return outOfMemory();
        if (from.order == AV_CHANNEL_ORDER_UNSPEC) {
            const int count = from.nb_channels;
            av_channel_layout_uninit(&from);
            av_channel_layout_default(&from, count);
        }
        const bool same = m_resampler && m_rate == m_decoded->sample_rate && m_format == m_decoded->format &&
                          m_channels == from.nb_channels;
        int error = 0;
        if (!same) {
            if (m_resampler) KEYREEL_CHECK(resample(nullptr, 0));
            SwrContext* raw = nullptr;
            error = swr_alloc_set_opts2(
                &raw, &m_encoder->ch_layout, AV_SAMPLE_FMT_FLTP, m_encoder->sample_rate, &from,
                static_cast<AVSampleFormat>(m_decoded->format), m_decoded->sample_rate, 0, nullptr);
            m_resampler.reset(raw);
            if (error >= 0) error = swr_init(raw);
            m_rate = m_decoded->sample_rate;
            m_format = m_decoded->format;
            m_channels = from.nb_channels;
        }
        av_channel_layout_uninit(&from);
        if (error < 0)
            return fail("transcode_failed",
                        "The sound of " + m_name + " cannot be converted: " + libavError(error) + ".",
                        "Convert the film with another program.");
        return {};
    }

    /// Converts a frame (or what the resampler still holds) into the FIFO, without the first `skip` samples.
    Status resample(const AVFrame* frame, std::int64_t skip) {
        const int in = frame != nullptr ? frame->nb_samples : 0;
        const int room = swr_get_out_samples(m_resampler.get(), in);
        if (room <= 0) return {};
        KEYREEL_CHECK(prepareBlock(room));
        const auto** data =
            frame != nullptr ? const_cast<const std::uint8_t**>(frame->extended_data) : nullptr;
        int made = swr_convert(m_resampler.get(), m_block->extended_data, room, data, in);
        if (made < 0)
            return fail("transcode_failed",
                        "The sound of " + m_name + " cannot be converted: " + libavError(made) + ".");
        const int drop = static_cast<int>(std::min<std::int64_t>(skip, made));
        std::array<void*, 2> planes{};
        for (std::size_t i = 0; i < m_track.channels; ++i)
            planes[i] = m_block->extended_data[i] + static_cast<std::size_t>(drop) * sizeof(float);
        made -= drop;
        made = static_cast<int>(std::clamp<std::int64_t>(m_end - m_written, 0, made));
        if (made > 0 && av_audio_fifo_write(m_fifo.get(), planes.data(), made) < made) return outOfMemory();
        m_written += made;
        return {};
    }

    Status silence(std::int64_t samples, ReadyQueue& ready) {
        while (samples > 0) {
            const int part = static_cast<int>(std::min<std::int64_t>(samples, 8192));
            KEYREEL_CHECK(prepareBlock(part));
            av_samples_set_silence(m_block->extended_data, 0, part, static_cast<int>(m_track.channels),
                                   AV_SAMPLE_FMT_FLTP);
            if (av_audio_fifo_write(m_fifo.get(), reinterpret_cast<void**>(m_block->extended_data), part) <
                part)
                return outOfMemory();
            m_written += part;
            samples -= part;
            KEYREEL_CHECK(encodeWhole(ready, false));
        }
        return {};
    }

    Status prepareBlock(int samples) {
        av_frame_unref(m_block.get());
        m_block->format = AV_SAMPLE_FMT_FLTP;
        m_block->sample_rate = m_encoder->sample_rate;
        m_block->nb_samples = samples;
        if (av_channel_layout_copy(&m_block->ch_layout, &m_encoder->ch_layout) < 0 ||
            av_frame_get_buffer(m_block.get(), 0) < 0)
            return outOfMemory();
        return {};
    }

    Status encodeWhole(ReadyQueue& ready, bool last) {
        for (;;) {
            const int held = av_audio_fifo_size(m_fifo.get());
            const int part = std::min(held, m_encoder->frame_size);
            if (part == 0 || (part < m_encoder->frame_size && !last)) return {};
            KEYREEL_CHECK(prepareBlock(part));
            if (av_audio_fifo_read(m_fifo.get(), reinterpret_cast<void**>(m_block->extended_data), part) <
                part)
                return outOfMemory();
            KEYREEL_CHECK(level(part));
            if (m_level.meter != nullptr) continue;
            m_block->pts = m_encoded;
            m_encoded += part;
            KEYREEL_CHECK(encode(m_block.get(), ready));
        }
    }

    Status level(int samples) {
        if (m_level.meter != nullptr)
            return m_level.meter->add(reinterpret_cast<const float* const*>(m_block->extended_data),
                                      static_cast<std::size_t>(samples));
        if (m_level.gain == 1.0F) return {};
        for (std::size_t channel = 0; channel < m_track.channels; ++channel) {
            auto* const row = reinterpret_cast<float*>(m_block->extended_data[channel]);
            std::for_each(row, row + samples, [&](float& sample) { sample *= m_level.gain; });
        }
        return {};
    }

    Status encode(const AVFrame* frame, ReadyQueue& ready) {
        return encodeFrame(*m_encoder, frame, m_pool, "The sound of " + m_name, [&](Handle<AVPacket> packet) {
            const std::int64_t time = packet->pts;
            const std::int64_t duration = packet->duration;
            queue(std::move(packet), time, time, duration, true, ready);
        });
    }

    AVStream* m_stream;
    std::int64_t m_origin;
    std::string m_name;
    SoundLevel m_level;
    Handle<AVCodecContext> m_decoder;
    Handle<AVCodecContext> m_encoder;
    Handle<SwrContext> m_resampler;
    Handle<AVAudioFifo> m_fifo;
    Handle<AVFrame> m_decoded;
    Handle<AVFrame> m_block;
    int m_rate = 0;
    int m_format = -1;
    int m_channels = 0;
    bool m_any = false;
    std::int64_t m_end = INT64_MAX;  ///< Of a part of the film.
    std::int64_t m_written = 0;      ///< Presentation time behind the last sample in the FIFO.
    std::int64_t m_encoded = 0;      ///< Presentation time of the next sample that the encoder gets.
};

}  // namespace

SoundForm soundOf(const TrackInfo& info) {
    return {info.channels == 1 ? 1U : 2U,
            static_cast<std::uint32_t>(encoderRate(static_cast<int>(info.sampleRate)))};
}

Result<std::unique_ptr<TrackPipe>> makeAudioTranscodePipe(const Demuxer& demuxer, const TrackInfo& info,
                                                          std::uint32_t number, PacketPool& pool,
                                                          SoundLevel level) {
    auto pipe = std::make_unique<AudioTranscodePipe>(demuxer, info, number, pool, level);
    KEYREEL_CHECK(pipe->prepare(demuxer, info));
    return pipe;
}

}  // namespace keyreel::media
