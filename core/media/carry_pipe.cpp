// The pipe of a track that is packaged as it is.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/media/codec_records.h"
#include "core/media/describe.h"
#include "core/media/dolby_records.h"
#include "core/media/hevc_stream.h"
#include "core/media/in_band_sets.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {
namespace {

/// Samples at 48 kHz in an Opus packet (RFC 6716 3.1 and 3.2); 0 when the packet is malformed.
std::int64_t opusSamples(ByteView packet) {
    if (packet.empty()) return 0;
    const unsigned configuration = packet[0] >> 3;
    constexpr std::array<int, 4> kSilk{480, 960, 1920, 2880};
    constexpr std::array<int, 2> kHybrid{480, 960};
    constexpr std::array<int, 4> kCelt{120, 240, 480, 960};
    const int frame = configuration < 12   ? kSilk[configuration % 4]
                      : configuration < 16 ? kHybrid[configuration % 2]
                                           : kCelt[configuration % 4];
    switch (packet[0] & 3U) {
        case 0:
            return frame;
        case 1:
        case 2:
            return 2 * frame;
        default:
            return packet.size() < 2 ? 0 : static_cast<std::int64_t>(packet[1] & 0x3fU) * frame;
    }
}

class CarryPipe final : public TrackPipe {
public:
    CarryPipe(const Demuxer& demuxer, const TrackInfo& info, std::uint32_t number, PacketPool& pool)
        : TrackPipe(number, pool),
          m_stream(demuxer.stream(info.index)),
          m_matroska(demuxer.isMatroska()),
          m_transport(demuxer.isTransport()),
          m_startCodes(demuxer.isTransport() || demuxer.isElementaryPicture()),
          m_soundFile(demuxer.isElementarySound()) {}

    Status prepare(const Demuxer& demuxer, const TrackInfo& info) {
        const AVCodecParameters& p = *m_stream->codecpar;
        const ByteView extra(p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0)));
        m_track = commonTrack(demuxer, info);
        m_track.codec = info.codec;
        m_track.dolbyVision = carriedDolbyVision(m_stream, info.codec);
        switch (info.codec) {
            case Codec::H264:
            case Codec::Hevc: {
                if (m_startCodes) {
                    KEYREEL_TRY(m_track.configuration, info.codec == Codec::Hevc
                                                           ? hevcRecordFromAnnexB(extra)
                                                           : avcRecordFromAnnexB(extra));
                    break;
                }
                KEYREEL_TRY(m_track.configuration,
                            withFourByteLengths(extra, info.codec == Codec::Hevc, m_lengthSize));
                m_track.inBandSets = hasInBandSets(demuxer, *m_stream);
                break;
            }
            case Codec::Vp9:
                m_track.configuration = vp9Record(p, info);
                break;
            case Codec::Opus: {
                KEYREEL_TRY(m_track.configuration, dOpsFromOpusHead(extra));
                m_track.seekPreRoll = 3840;
                break;
            }
            case Codec::Flac: {
                KEYREEL_TRY(m_track.configuration, dfLaFromStreamInfo(extra));
                break;
            }
            case Codec::Ac3: {
                KEYREEL_TRY(m_track.configuration, dac3FromFrame(demuxer.firstPacket(m_stream)));
                break;
            }
            case Codec::Eac3: {
                KEYREEL_TRY(m_track.configuration,
                            dec3FromAccessUnit(demuxer.firstPacket(m_stream), m_track.bitRate));
                break;
            }
            case Codec::Mp3:
                break;
            case Codec::Aac:
                m_adts =
                    m_transport || m_soundFile ? adtsHeader(demuxer.firstPacket(m_stream)) : std::nullopt;
                m_track.configuration = m_adts ? m_adts->configuration : toBytes(extra);
                break;
            case Codec::Av1:
            case Codec::Other:
                m_track.configuration = toBytes(extra);
                break;
        }
        chooseTimescale(info);
        m_origin = ticksOf(demuxer.origin(), AVRational{1, AV_TIME_BASE});
        m_track.priming = static_cast<std::uint32_t>(std::max(p.initial_padding, 0));
        m_partBegin = ticksOf(demuxer.partBegin(), AVRational{1, AV_TIME_BASE});
        if (m_stream->duration > 0 && !demuxer.isPart())
            m_track.declaredDuration =
                static_cast<std::uint64_t>(std::max<std::int64_t>(ticks(m_stream->duration), 0));
        else
            m_track.declaredDuration =
                static_cast<std::uint64_t>(demuxer.info().durationSeconds * m_track.timescale + 0.5);
        return {};
    }

    Status push(AVPacket* packet, ReadyQueue& ready) override {
        ++m_pushed;
        std::size_t size = 0;
        if (m_pushed > 1 && av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, &size) != nullptr)
            return fail("media_changes_coding", "A track changes its coding in the middle of the film.",
                        "Convert the film with another program, so that it has one coding throughout.");
        // Frames that an edit list hides are kept at the beginning, where others need them to decode; the
        // reader's caller sees them as priming. Behind the end nobody needs them.
        const std::int64_t start = m_stream->start_time != AV_NOPTS_VALUE ? m_stream->start_time : 0;
        const bool hidden = (packet->flags & AV_PKT_FLAG_DISCARD) != 0;
        if (hidden && m_shown && (packet->pts == AV_NOPTS_VALUE || packet->pts >= start)) return {};
        m_shown |= !hidden;
        if (packet->size <= 0) return {};
        if (m_transport) KEYREEL_CHECK(checkTransport(*packet));

        const ByteView data(packet->data, static_cast<std::size_t>(packet->size));
        const std::int64_t nominal = nominalDuration(*packet, data);
        std::int64_t presentation =
            packet->pts != AV_NOPTS_VALUE ? ticks(packet->pts) - m_origin : AV_NOPTS_VALUE;
        std::int64_t decode = packet->dts != AV_NOPTS_VALUE ? ticks(packet->dts) - m_origin : AV_NOPTS_VALUE;
        if (presentation == AV_NOPTS_VALUE) presentation = decode != AV_NOPTS_VALUE ? decode : m_next;
        if (m_track.kind == TrackKind::Audio) {
            presentation = steady(presentation);
            decode = presentation;
        } else if (decode == AV_NOPTS_VALUE) {
            decode = m_any ? m_next : presentation - reorderDelay();
        }
        KEYREEL_CHECK(checkPause(decode));
        m_any = true;
        m_next = decode + std::max<std::int64_t>(nominal, 1);
        std::int64_t heard = nominal;
        if (m_track.kind == TrackKind::Audio)
            heard = std::max<std::int64_t>(nominal - endPadding(*packet), 1);

        Handle<AVPacket> kept = m_pool.take();
        av_packet_move_ref(kept.get(), packet);
        const bool key = m_track.kind == TrackKind::Audio || (kept->flags & AV_PKT_FLAG_KEY) != 0;
        queue(std::move(kept), decode, presentation, heard, key, ready);
        return {};
    }

    Status finish(ReadyQueue& ready) override {
        queueLast(ready);
        return {};
    }

    [[nodiscard]] Result<ByteView> isoForm(const AVPacket& packet, Bytes& scratch) const override {
        const ByteView data(packet.data, static_cast<std::size_t>(packet.size));
        if (m_startCodes && m_track.codec == Codec::H264) {
            KEYREEL_CHECK(avcSampleFromAnnexB(data, m_track.configuration, scratch));
            return ByteView(scratch);
        }
        if (m_startCodes && m_track.codec == Codec::Hevc) {
            KEYREEL_CHECK(hevcSampleFromAnnexB(data, m_track.configuration, scratch));
            return ByteView(scratch);
        }
        if (m_adts) {
            const auto header = adtsHeader(data);
            if (!header || header->frameSize != data.size())
                return fail("media_damaged", "A frame of the sound is not whole.",
                            "Record or copy the film again.");
            if (header->configuration != m_adts->configuration)
                return fail("media_changes_coding", "The sound changes its coding in the middle of the film.",
                            "Convert the film with another program, so that it has one coding throughout.");
            return data.subspan(header->size);
        }
        if (m_lengthSize != 4 && (m_track.codec == Codec::H264 || m_track.codec == Codec::Hevc)) {
            KEYREEL_CHECK(widenNalLengths(data, m_lengthSize, scratch));
            return ByteView(scratch);
        }
        if (m_track.codec == Codec::Av1) {
            KEYREEL_TRY(const bool rewritten, withoutTemporalDelimiters(data, scratch));
            if (rewritten) return ByteView(scratch);
        }
        return data;
    }

    void useStream(AVStream* stream) override { m_stream = stream; }

    [[nodiscard]] bool deliversFileBytes() const override {
        switch (m_track.codec) {
            case Codec::H264:
            case Codec::Hevc:
                return m_lengthSize == 4;
            case Codec::Aac:
            case Codec::Opus:
                return !m_matroska;
            // Parsers of their own cut these out of what the container stores.
            case Codec::Flac:
            case Codec::Ac3:
            case Codec::Eac3:
            case Codec::Mp3:
            case Codec::Av1:
            case Codec::Vp9:
            case Codec::Other:
                break;
        }
        return false;
    }

private:
    static Bytes vp9Record(const AVCodecParameters& p, const TrackInfo& info) {
        Vp9Properties properties;
        properties.profile = p.profile >= 0 && p.profile <= 3 ? static_cast<unsigned>(p.profile) : 0U;
        properties.bitDepth = info.bitDepth;
        const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(p.format));
        if (format != nullptr) {
            const bool halfWidth = format->log2_chroma_w == 1;
            const bool halfHeight = format->log2_chroma_h == 1;
            properties.chroma = halfWidth && halfHeight ? 1U : halfWidth ? 2U : 3U;
        }
        properties.fullRange = info.colour.fullRange;
        properties.primaries = static_cast<std::uint8_t>(info.colour.primaries);
        properties.transfer = static_cast<std::uint8_t>(info.colour.transfer);
        properties.matrix = static_cast<std::uint8_t>(info.colour.matrix);
        properties.width = info.width;
        properties.height = info.height;
        properties.frameRate = info.frameRate;
        return vpcRecord(properties);
    }

    void chooseTimescale(const TrackInfo& info) {
        const AVRational base = m_stream->time_base;
        if (roundsTimes() && info.kind == TrackKind::Audio)
            m_track.timescale = info.codec == Codec::Opus ? 48000U : info.sampleRate;
        else if (m_startCodes && !m_transport)
            m_track.timescale = wholeFrames(m_track.frameRate);
        else if (base.num == 1 && base.den > 0 && base.den <= 1000000)
            m_track.timescale = static_cast<std::uint32_t>(base.den);
        else
            m_track.timescale = 90000;
    }

    /// In which every picture lasts a whole number of ticks.
    static std::uint32_t wholeFrames(Rational rate) {
        constexpr std::int32_t kFine = 1000;
        if (rate.num <= 0 || rate.num > kMaxFrameRateTerm) return 90000;
        return static_cast<std::uint32_t>(rate.num) * (rate.num < kFine ? 1000U : 1U);
    }

    [[nodiscard]] std::int64_t ticksOf(std::int64_t time, AVRational base) const {
        return av_rescale_q(time, base, AVRational{1, static_cast<int>(m_track.timescale)});
    }
    [[nodiscard]] std::int64_t ticks(std::int64_t time) const { return ticksOf(time, m_stream->time_base); }

    [[nodiscard]] Status checkTransport(const AVPacket& packet) const {
        const std::string place = " at " + std::to_string(m_next / m_track.timescale) + " s";
        if ((packet.flags & AV_PKT_FLAG_CORRUPT) != 0)
            return fail("media_damaged", "Parts of the transport stream are missing" + place + ".",
                        "Record or copy the film again, or convert it with another program.");
        // A guess would show pictures in the wrong order.
        if (m_track.kind == TrackKind::Video &&
            (packet.pts == AV_NOPTS_VALUE || packet.dts == AV_NOPTS_VALUE))
            return fail("media_times_missing", "A picture of the transport stream has no time" + place + ".",
                        "Convert the film with another program.");
        return {};
    }

    /// Another clock in the middle of a transport stream would tear picture and sound apart.
    [[nodiscard]] Status checkPause(std::int64_t decode) const {
        if (!m_transport || !m_any) return {};
        const double step = static_cast<double>(decode - m_next) / m_track.timescale;
        if (step > -0.5 && step < kLongestPause) return {};
        return fail("media_discontinuous",
                    "The times of the transport stream jump by " + std::to_string(std::lround(step)) +
                        " s at " + std::to_string(m_next / m_track.timescale) + " s.",
                    "Convert the film with another program, or cut it there.");
    }

    [[nodiscard]] std::int64_t nominalDuration(const AVPacket& packet, ByteView data) const {
        if (roundsTimes() && m_track.kind == TrackKind::Audio) {
            if (m_track.codec == Codec::Opus) return opusSamples(data);
            // Its last frame is shorter.
            if (m_soundFile && m_track.codec == Codec::Flac && packet.duration > 0)
                return ticks(packet.duration);
            if (m_stream->codecpar->frame_size > 0) return m_stream->codecpar->frame_size;
        }
        return packet.duration > 0 ? ticks(packet.duration) : 0;
    }

    /// Matroska rounds to milliseconds, a transport stream to its clock of 90 kHz; files of sound alone count
    /// frames.
    [[nodiscard]] bool roundsTimes() const { return m_matroska || m_transport || m_soundFile; }

    /// Audio frames that follow each other are put back end to end.
    [[nodiscard]] std::int64_t steady(std::int64_t time) const {
        if (!roundsTimes()) return time;
        const std::int64_t slack = m_track.timescale / 400;
        if (m_transport && !m_any) return time;
        const std::int64_t expected =
            m_any ? m_next : -static_cast<std::int64_t>(m_track.priming) - m_partBegin;
        return std::llabs(time - expected) <= slack ? expected : time;
    }

    [[nodiscard]] std::int64_t reorderDelay() const {
        const Rational rate = m_track.frameRate;
        if (rate.num <= 0) return 0;
        return av_rescale(static_cast<std::int64_t>(m_track.timescale) * m_stream->codecpar->video_delay,
                          rate.den, rate.num);
    }

    /// Samples at the end of the packet that are not part of the film (Matroska DiscardPadding), in ticks.
    [[nodiscard]] std::int64_t endPadding(const AVPacket& packet) const {
        std::size_t size = 0;
        const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
        if (data == nullptr || size < 10) return 0;
        const std::uint32_t samples =
            static_cast<std::uint32_t>(data[4]) | (static_cast<std::uint32_t>(data[5]) << 8) |
            (static_cast<std::uint32_t>(data[6]) << 16) | (static_cast<std::uint32_t>(data[7]) << 24);
        return av_rescale(samples, m_track.timescale, std::max(m_track.sampleRate, 1U));
    }

    AVStream* m_stream;
    bool m_matroska;
    bool m_transport;
    bool m_startCodes;  ///< H.264 and HEVC are byte streams.
    bool m_soundFile;
    std::optional<AdtsHeader> m_adts;  ///< Of every frame of AAC that has such headers.
    std::int64_t m_origin = 0;
    std::int64_t m_partBegin = 0;
    unsigned m_lengthSize = 4;
    bool m_any = false;
    bool m_shown = false;
    std::int64_t m_next = 0;
};

}  // namespace

Result<std::unique_ptr<TrackPipe>> makeCarryPipe(const Demuxer& demuxer, const TrackInfo& info,
                                                 std::uint32_t number, PacketPool& pool) {
    auto pipe = std::make_unique<CarryPipe>(demuxer, info, number, pool);
    KEYREEL_CHECK(pipe->prepare(demuxer, info));
    return pipe;
}

}  // namespace keyreel::media
