#include "core/media/elementary_stream.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "core/media/codec_records.h"
#include "core/media/hevc_stream.h"
#include "core/media/sample_reader.h"
#include "core/media/transport_stream.h"

namespace keyreel::media {
namespace {

/// A decoder holds no more pictures back (ISO/IEC 14496-10 A.3.1, 23008-2 A.4.2).
constexpr std::uint32_t kMaxReorder = 16;
/// A day at 194 pictures a second.
constexpr std::uint64_t kMaxPictures = 1U << 24;

ByteView parameterSets(const AVStream& stream) {
    const AVCodecParameters& p = *stream.codecpar;
    return {p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0))};
}

}  // namespace

bool isElementaryPicture(const AVFormatContext& format) {
    const std::string_view name = format.iformat->name;
    return name == "h264" || name == "hevc";
}

bool isElementarySound(const AVFormatContext& format) {
    const std::string_view name = format.iformat->name;
    return name == "flac" || name == "mp3" || name == "aac" || name == "ac3" || name == "eac3" ||
           name == "ogg";
}

Rational statedFrameRate(const AVStream& stream, const AVPacket& first) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    const Handle<AVCodecContext> decoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    const Handle<AVPacket> packet(av_packet_clone(&first));
    if (!decoder || !packet || avcodec_parameters_to_context(decoder.get(), stream.codecpar) < 0) return {};
    decoder->thread_count = 1;
    // libav's own guess would not be known from the stream's word.
    decoder->framerate = {0, 1};
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0) return {};
    avcodec_send_packet(decoder.get(), packet.get());
    const AVRational rate = decoder->framerate;
    if (rate.num <= 0 || rate.den <= 0 || av_q2d(rate) > kMaxFrameRate) return {};
    return {rate.num, rate.den};
}

ElementaryStream::ElementaryStream(const AVStream& stream)
    : m_hevc(stream.codecpar->codec_id == AV_CODEC_ID_HEVC),
      m_parser(av_parser_init(stream.codecpar->codec_id)),
      m_context(avcodec_alloc_context3(nullptr)) {
    const auto record =
        m_hevc ? hevcRecordFromAnnexB(parameterSets(stream)) : avcRecordFromAnnexB(parameterSets(stream));
    if (record) m_record = *record;
    m_ordered = m_parser != nullptr && m_context &&
                avcodec_parameters_to_context(m_context.get(), stream.codecpar) >= 0;
    // The demuxer has found where pictures begin and end.
    if (m_parser != nullptr) m_parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
}

ElementaryStream::~ElementaryStream() {
    av_parser_close(m_parser);
}

void ElementaryStream::see(const AVPacket& packet) {
    const ByteView sample(packet.data, static_cast<std::size_t>(std::max(packet.size, 0)));
    const bool idr = m_hevc ? isHevcIdr(sample) : isAvcIdr(sample);
    if (m_fault.empty() && !idr && (m_pictures == 0 || (packet.flags & AV_PKT_FLAG_KEY) != 0))
        m_fault = "Its groups of pictures are open: decoding begins with pictures that need others.";
    if (m_fault.empty() && !m_record.empty()) {
        const Status sound = m_hevc ? hevcSampleFromAnnexB(sample, m_record, m_scratch)
                                    : avcSampleFromAnnexB(sample, m_record, m_scratch);
        if (!sound)
            m_fault = sound.error().code == "media_changes_coding" ? "It changes its coding on the way."
                                                                   : "A picture of it is damaged.";
    }
    ++m_pictures;
    m_ordered &= m_pictures <= kMaxPictures;
    if (!m_ordered) return;
    std::uint8_t* ignored = nullptr;
    int ignoredSize = 0;
    av_parser_parse2(m_parser, m_context.get(), &ignored, &ignoredSize, packet.data, packet.size,
                     AV_NOPTS_VALUE, AV_NOPTS_VALUE, packet.pos);
    if (m_parser->picture_structure == AV_PICTURE_STRUCTURE_TOP_FIELD ||
        m_parser->picture_structure == AV_PICTURE_STRUCTURE_BOTTOM_FIELD) {
        m_ordered = false;
        if (m_fault.empty()) m_fault = "Its pictures are stored in halves, field by field.";
        return;
    }
    if (idr) endSequence();
    m_counts.push_back(m_parser->output_picture_number);
}

void ElementaryStream::endSequence() {
    const std::size_t first = m_shown.size();
    std::vector<std::uint32_t> order(m_counts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t one, std::uint32_t other) { return m_counts[one] < m_counts[other]; });
    m_shown.resize(first + order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::uint32_t decoded = order[rank];
        m_shown[first + decoded] = static_cast<std::uint32_t>(first + rank);
        if (decoded > rank) m_delay = std::max(m_delay, decoded - static_cast<std::uint32_t>(rank));
        // A count that resets inside a sequence gives the same number twice, or an order that nothing
        // decodes.
        if (rank > 0 && m_counts[decoded] == m_counts[order[rank - 1]]) m_ordered = false;
    }
    m_ordered &= m_delay <= kMaxReorder;
    m_counts.clear();
}

void ElementaryStream::finish() {
    if (m_ordered) endSequence();
    if (!m_ordered && m_fault.empty()) m_fault = "The order of its pictures cannot be told.";
}

void ElementaryStream::stamp(AVPacket& packet, std::uint64_t number, Rational rate,
                             AVRational timeBase) const {
    const AVRational picture{rate.den, rate.num};
    packet.duration = av_rescale_q(1, picture, timeBase);
    packet.pts = AV_NOPTS_VALUE;
    packet.dts = AV_NOPTS_VALUE;
    if (!m_ordered || number >= m_shown.size()) return;
    packet.pts = av_rescale_q(m_shown[static_cast<std::size_t>(number)], picture, timeBase);
    packet.dts = av_rescale_q(static_cast<std::int64_t>(number) - m_delay, picture, timeBase);
}

}  // namespace keyreel::media
