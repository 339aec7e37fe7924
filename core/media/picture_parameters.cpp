#include "core/media/picture_parameters.h"

#include <algorithm>
#include <cstring>

namespace keyreel::media {
namespace {

/// Of the first sample: parameter sets and messages in front of the first slice are far smaller.
constexpr std::size_t kMaxBeginning = 64U << 10;
/// Of the first slice: more than the longest header.
constexpr std::size_t kMaxSlice = 512;
constexpr std::uint8_t kSlice = 1;
constexpr std::uint8_t kIdrSlice = 5;
/// avcC: version, profile, compatibility, level, then the size of a NAL unit's length.
constexpr int kLengthSizeAt = 4;

/// The NAL units up to and with the beginning of the first slice, as a sample of its own; empty if there is
/// no slice.
Bytes untilFirstSlice(ByteView sample, std::size_t lengthSize) {
    Bytes out;
    std::size_t at = 0;
    while (sample.size() - at > lengthSize) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < lengthSize; ++i)
            length = length << 8 | sample[at + i];
        at += lengthSize;
        if (length == 0) continue;
        const std::size_t here = std::min(length, sample.size() - at);
        const std::uint8_t type = sample[at] & 0x1f;
        const bool slice = type == kSlice || type == kIdrSlice;
        if (!slice && here < length) return {};
        const std::size_t kept = slice ? std::min(here, kMaxSlice) : length;
        for (std::size_t i = lengthSize; i-- > 0;)
            out.push_back(static_cast<std::uint8_t>(kept >> (8 * i)));
        append(out, sample.subspan(at, kept));
        if (slice) return out;
        at += length;
    }
    return {};
}

Bytes firstSample(AVStream& stream, SourceFile& file) {
    const AVIndexEntry* entry = avformat_index_get_entry(&stream, 0);
    if (entry == nullptr || entry->pos < 0 || entry->size <= 0) return {};
    const auto offset = static_cast<std::uint64_t>(entry->pos);
    if (offset >= file.size()) return {};
    const std::uint64_t size = std::min<std::uint64_t>(
        {static_cast<std::uint64_t>(entry->size), file.size() - offset, kMaxBeginning});
    Bytes bytes(static_cast<std::size_t>(size));
    if (!file.read(offset, bytes)) return {};
    return bytes;
}

}  // namespace

ProbeOptions::ProbeOptions(const AVFormatContext& format) : m_streams(format.nb_streams, nullptr) {
    for (unsigned i = 0; i < format.nb_streams; ++i)
        if (format.streams[i]->codecpar->codec_id == AV_CODEC_ID_H264)
            av_dict_set(&m_streams[i], "skip_frame", "all", 0);
}

ProbeOptions::~ProbeOptions() {
    for (AVDictionary*& options : m_streams)
        av_dict_free(&options);
}

bool completePictureParameters(AVStream& stream, SourceFile& file) {
    AVCodecParameters& known = *stream.codecpar;
    const ByteView record(known.extradata, known.extradata != nullptr
                                               ? static_cast<std::size_t>(std::max(known.extradata_size, 0))
                                               : 0);
    if (record.size() <= kLengthSizeAt || record.front() != 1) return false;
    const Bytes beginning =
        untilFirstSlice(firstSample(stream, file), static_cast<std::size_t>(record[kLengthSizeAt] & 3) + 1);
    const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_H264);
    const Handle<AVCodecContext> decoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    const Handle<AVPacket> packet = makePacket();
    if (beginning.empty() || !decoder || !packet ||
        av_new_packet(packet.get(), static_cast<int>(beginning.size())) < 0)
        return false;
    std::memcpy(packet->data, beginning.data(), beginning.size());
    if (avcodec_parameters_to_context(decoder.get(), &known) < 0) return false;
    decoder->thread_count = 1;
    decoder->error_concealment = 0;
    decoder->skip_loop_filter = AVDISCARD_ALL;
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0) return false;
    // It fails or not, as a slice does that ends early; what counts is what its header made known.
    avcodec_send_packet(decoder.get(), packet.get());
    if (decoder->pix_fmt == AV_PIX_FMT_NONE || decoder->width <= 0 || decoder->height <= 0) return false;
    known.format = decoder->pix_fmt;
    known.width = decoder->width;
    known.height = decoder->height;
    known.sample_aspect_ratio = decoder->sample_aspect_ratio;
    known.color_range = decoder->color_range;
    known.color_space = decoder->colorspace;
    known.color_primaries = decoder->color_primaries;
    known.color_trc = decoder->color_trc;
    known.chroma_location = decoder->chroma_sample_location;
    known.bits_per_raw_sample = decoder->bits_per_raw_sample;
    known.video_delay = decoder->has_b_frames;
    return true;
}

}  // namespace keyreel::media
