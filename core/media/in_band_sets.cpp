#include "core/media/in_band_sets.h"

#include <algorithm>
#include <array>

namespace keyreel::media {
namespace {

/// avcC: where the parameter sets are counted. hvcC: where their arrays are.
constexpr std::size_t kAvcCountAt = 5;
constexpr std::size_t kHevcCountAt = 22;
constexpr std::size_t kLengthSizeAt[]{4, 21};
/// Units in front of a picture's first slice; a key sample has a handful.
constexpr unsigned kMaxUnits = 64;

enum class Found { Set, Slice, Other };

Found lookAt(std::uint8_t header, bool hevc) {
    if (hevc) {
        const unsigned type = header >> 1U & 0x3fU;
        return type >= 32 && type <= 34 ? Found::Set : type < 32 ? Found::Slice : Found::Other;
    }
    const unsigned type = header & 0x1fU;
    return type == 7 || type == 8 ? Found::Set : type >= 1 && type <= 5 ? Found::Slice : Found::Other;
}

bool beginsWithSets(SourceFile& file, const AVIndexEntry& entry, std::size_t lengthSize, bool hevc) {
    if (entry.pos < 0 || entry.size <= 0) return false;
    auto at = static_cast<std::uint64_t>(entry.pos);
    const std::uint64_t end = std::min(at + static_cast<std::uint64_t>(entry.size), file.size());
    for (unsigned i = 0; i < kMaxUnits && at + lengthSize < end; ++i) {
        std::array<std::uint8_t, 5> head{};
        if (!file.read(at, MutableBytes(head.data(), lengthSize + 1))) return false;
        std::uint64_t length = 0;
        for (std::size_t k = 0; k < lengthSize; ++k)
            length = length << 8 | head[k];
        const Found found = lookAt(head[lengthSize], hevc);
        if (length > 0 && found != Found::Other) return found == Found::Set;
        at += lengthSize + length;
    }
    return false;
}

}  // namespace

bool hasInBandSets(const Demuxer& demuxer, const AVStream& stream) {
    const AVCodecParameters& p = *stream.codecpar;
    const bool hevc = p.codec_id == AV_CODEC_ID_HEVC;
    const std::uint32_t tag = p.codec_tag;
    const bool called = tag == MKTAG('a', 'v', 'c', '3') || tag == MKTAG('h', 'e', 'v', '1');
    const ByteView record(p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0)));
    const std::size_t countAt = hevc ? kHevcCountAt : kAvcCountAt;
    if (!called || !demuxer.isIso() || record.size() <= countAt) return false;
    if ((hevc ? record[countAt] : record[countAt] & 0x1fU) == 0) return true;
    const int count = avformat_index_get_entries_count(&stream);
    if (stream.nb_frames <= 0 || count < stream.nb_frames) return true;
    const std::size_t lengthSize = (record[kLengthSizeAt[hevc ? 1 : 0]] & 3U) + 1U;
    AVStream* indexed = const_cast<AVStream*>(&stream);
    for (int i = 0; i < count; ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(indexed, i);
        if ((entry->flags & AVINDEX_KEYFRAME) != 0 &&
            beginsWithSets(demuxer.file(), *entry, lengthSize, hevc))
            return true;
    }
    return false;
}

}  // namespace keyreel::media
