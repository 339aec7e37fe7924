#include "core/media/carriage.h"

#include <algorithm>

#include "core/media/codec_records.h"
#include "core/media/describe.h"
#include "core/media/dolby_records.h"
#include "core/media/hevc_stream.h"

namespace keyreel::media {
namespace {

/// Whether an edit list asks for more than skipping the beginning or the end: several parts joined, or frames
/// inside that are decoded but not shown. libavformat has already applied the list to its index: times are
/// decode times of the presentation, hidden frames are marked.
bool hasInnerEdits(const AVStream* stream, bool video) {
    AVStream* indexed = const_cast<AVStream*>(stream);
    const std::int64_t start = stream->start_time != AV_NOPTS_VALUE ? stream->start_time : 0;
    bool shown = false;
    bool hiddenBehindShown = false;
    std::int64_t last = INT64_MIN;
    const int count = avformat_index_get_entries_count(stream);
    for (int i = 0; i < count; ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(indexed, i);
        const bool hidden = (entry->flags & AVINDEX_DISCARD_FRAME) != 0;
        if (entry->timestamp < last) return true;
        last = entry->timestamp;
        // Hidden frames in front of a film that itself begins late would come into view.
        if (hidden && video && start > 0) return true;
        if (!hidden && hiddenBehindShown) return true;
        shown |= !hidden;
        // Before the beginning they also stand between shown frames, because B-frames decode out of order.
        hiddenBehindShown |= hidden && shown && entry->timestamp >= start;
    }
    return false;
}

/// In a transport stream parameter sets and headers come with the samples.
bool hasTransportRecord(const Demuxer& demuxer, const AVStream* stream) {
    const AVCodecParameters& p = *stream->codecpar;
    switch (codecOf(p)) {
        case Codec::H264: {
            const bool plain = p.format == AV_PIX_FMT_YUV420P || p.format == AV_PIX_FMT_YUVJ420P;
            return plain &&
                   avcRecordFromAnnexB({p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0))})
                       .has_value();
        }
        case Codec::Aac: {
            // Another rate than the header's is that of spectral band replication, which only the decoder
            // knows of.
            const auto header = adtsHeader(demuxer.firstPacket(stream));
            return header && header->sampleRate == static_cast<std::uint32_t>(p.sample_rate);
        }
        case Codec::Ac3:
            return dac3FromFrame(demuxer.firstPacket(stream)).has_value();
        case Codec::Eac3:
            return dec3FromAccessUnit(demuxer.firstPacket(stream), 0).has_value();
        case Codec::Mp3:
            return true;
        case Codec::Hevc:
            return hevcRecordFromAnnexB(
                       {p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0))})
                .has_value();
        case Codec::Av1:
        case Codec::Vp9:
        case Codec::Opus:
        case Codec::Flac:
        case Codec::Other:
            break;
    }
    return false;
}

bool hasRecord(const Demuxer& demuxer, const AVStream* stream) {
    const bool adts = demuxer.isElementarySound() && stream->codecpar->codec_id == AV_CODEC_ID_AAC;
    if (demuxer.isTransport() || demuxer.isElementaryPicture() || adts)
        return hasTransportRecord(demuxer, stream);
    const AVCodecParameters& p = *stream->codecpar;
    const auto size = static_cast<std::size_t>(std::max(p.extradata_size, 0));
    switch (codecOf(p)) {
        case Codec::H264:
            return size >= 7 && p.extradata[0] == 1;
        case Codec::Hevc:
            return size >= 23 && p.extradata[0] == 1;
        case Codec::Av1:
            return size >= 4 && p.extradata[0] == 0x81;
        case Codec::Vp9:
            return true;
        case Codec::Aac:
            return size >= 2;
        case Codec::Opus:
            return size >= 19;
        case Codec::Flac:
            return size >= kFlacStreamInfo;
        case Codec::Ac3:
            return dac3FromFrame(demuxer.firstPacket(stream)).has_value();
        case Codec::Eac3:
            return dec3FromAccessUnit(demuxer.firstPacket(stream), 0).has_value();
        case Codec::Mp3:
            return true;
        case Codec::Other:
            break;
    }
    return false;
}

}  // namespace

std::string whyNotCarried(const Demuxer& demuxer, AVStream* stream) {
    const AVCodecParameters& p = *stream->codecpar;
    if (!isCarried(codecOf(p)))
        return codecName(p) + " is not played by browsers and players of protected video.";
    const bool sound = demuxer.isElementarySound() && p.codec_type == AVMEDIA_TYPE_AUDIO;
    if (!demuxer.isIso() && !demuxer.isMatroska() && !demuxer.isTransport() &&
        !demuxer.isElementaryPicture() && !sound)
        return "Its container does not store samples with their times.";
    if (const std::string& fault = demuxer.streamFault(stream); !fault.empty()) return fault;
    if (!hasRecord(demuxer, stream)) return "The track has no codec configuration that players know.";
    if (p.ch_layout.nb_channels > kMaxSoundChannels || p.sample_rate > kMaxSoundRate)
        return "It has more channels or a higher sample rate than players take.";
    if (hasInnerEdits(stream, p.codec_type == AVMEDIA_TYPE_VIDEO))
        return "An edit list joins several parts of the track.";
    if (p.codec_id == AV_CODEC_ID_OPUS && p.extradata[18] != 0 && p.extradata[18] != 1)
        return "Its channel mapping is unusual.";
    return {};
}

bool describedByFrames(const Demuxer& demuxer, const AVStream* stream) {
    if ((demuxer.isTransport() || demuxer.isElementarySound()) &&
        stream->codecpar->codec_id == AV_CODEC_ID_AAC)
        return true;
    return stream->codecpar->codec_id == AV_CODEC_ID_AC3 || stream->codecpar->codec_id == AV_CODEC_ID_EAC3;
}

}  // namespace keyreel::media
