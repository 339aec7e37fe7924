#include "core/media/describe.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/base/utf8.h"
#include "core/media/text_track.h"

extern "C" {
#include <libavutil/dovi_meta.h>
}

namespace keyreel::media {
namespace {

const char* primariesName(std::uint16_t primaries) {
    switch (primaries) {
        case AVCOL_PRI_BT709:
            return "Rec. 709";
        case AVCOL_PRI_BT470BG:
        case AVCOL_PRI_SMPTE170M:
        case AVCOL_PRI_SMPTE240M:
            return "Rec. 601";
        case AVCOL_PRI_BT2020:
            return "Rec. 2020";
        case AVCOL_PRI_SMPTE431:
            return "DCI-P3";
        case AVCOL_PRI_SMPTE432:
            return "Display P3";
        default:
            return nullptr;
    }
}

std::uint16_t codePoint(int value) {
    return value > 0 && value < 256 ? static_cast<std::uint16_t>(value) : std::uint16_t{2};
}

}  // namespace

const char* codecLabel(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return "H.264";
        case Codec::Hevc:
            return "HEVC";
        case Codec::Av1:
            return "AV1";
        case Codec::Vp9:
            return "VP9";
        case Codec::Aac:
            return "AAC";
        case Codec::Opus:
            return "Opus";
        case Codec::Flac:
            return "FLAC";
        case Codec::Ac3:
            return "AC-3";
        case Codec::Eac3:
            return "E-AC-3";
        case Codec::Mp3:
            return "MP3";
        case Codec::Other:
            break;
    }
    return "other";
}

Codec codecOf(const AVCodecParameters& parameters) {
    switch (parameters.codec_id) {
        case AV_CODEC_ID_H264:
            return Codec::H264;
        case AV_CODEC_ID_HEVC:
            return Codec::Hevc;
        case AV_CODEC_ID_AV1:
            return Codec::Av1;
        case AV_CODEC_ID_VP9:
            return Codec::Vp9;
        case AV_CODEC_ID_AAC:
            return Codec::Aac;
        case AV_CODEC_ID_OPUS:
            return Codec::Opus;
        case AV_CODEC_ID_FLAC:
            return Codec::Flac;
        case AV_CODEC_ID_AC3:
            return Codec::Ac3;
        case AV_CODEC_ID_EAC3:
            return Codec::Eac3;
        case AV_CODEC_ID_MP3:
            return Codec::Mp3;
        default:
            return Codec::Other;
    }
}

/// By the four letters that the container calls it, which say more to who looks for help than nothing.
std::string unknownCodec(std::uint32_t tag) {
    std::string letters;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const char letter = static_cast<char>(tag >> shift & 0xffU);
        if (letter < 0x21 || letter > 0x7e) return "unknown coding";
        letters += letter;
    }
    return (letters == "vvc1" || letters == "vvi1" ? "VVC (" : "unknown coding (") + letters + ")";
}

std::string codecName(const AVCodecParameters& parameters) {
    std::string name = codecLabel(codecOf(parameters));
    if (codecOf(parameters) == Codec::Other) {
        const AVCodecDescriptor* descriptor = avcodec_descriptor_get(parameters.codec_id);
        if (descriptor == nullptr) return unknownCodec(parameters.codec_tag);
        name = descriptor->long_name != nullptr ? descriptor->long_name : descriptor->name;
    }
    const char* profile = avcodec_profile_name(parameters.codec_id, parameters.profile);
    if (profile != nullptr) name += std::string(" ") + profile;
    return name;
}

ColourDescription colourOf(const AVCodecParameters& parameters) {
    ColourDescription colour;
    colour.primaries = codePoint(parameters.color_primaries);
    colour.transfer = codePoint(parameters.color_trc);
    // 0 is a code point of its own here (RGB, "identity").
    colour.matrix =
        parameters.color_space == AVCOL_SPC_RGB ? std::uint16_t{0} : codePoint(parameters.color_space);
    colour.fullRange = parameters.color_range == AVCOL_RANGE_JPEG;
    colour.described =
        colour.primaries != 2 || colour.transfer != 2 || colour.matrix != 2 || colour.fullRange;
    return colour;
}

unsigned bitDepthOf(const AVCodecParameters& parameters) {
    const AVPixFmtDescriptor* descriptor = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(parameters.format));
    if (descriptor != nullptr && descriptor->comp[0].depth > 0)
        return static_cast<unsigned>(descriptor->comp[0].depth);
    return 8;
}

std::string colourName(const ColourDescription& colour, unsigned bitDepth) {
    std::string name = "colour not described";
    if (const char* primaries = primariesName(colour.primaries))
        name = primaries;
    else if (colour.described && colour.matrix == AVCOL_SPC_BT709)
        name = "Rec. 709";
    if (colour.transfer == AVCOL_TRC_SMPTE2084) name += " PQ (HDR10)";
    if (colour.transfer == AVCOL_TRC_ARIB_STD_B67) name += " HLG";
    name += ", " + std::to_string(bitDepth) + "-bit";
    if (colour.fullRange) name += ", full range";
    return name;
}

std::string containerName(const AVFormatContext& format) {
    const std::string_view name = format.iformat->name;
    if (name.starts_with("mov,")) {
        const AVDictionaryEntry* brand = av_dict_get(format.metadata, "major_brand", nullptr, 0);
        return brand != nullptr && std::string_view(brand->value).starts_with("qt") ? "QuickTime" : "MP4";
    }
    if (name.starts_with("matroska")) {
        // libav names both alike; what WebM allows is a fact of the tracks.
        for (unsigned i = 0; i < format.nb_streams; ++i) {
            const AVCodecParameters& p = *format.streams[i]->codecpar;
            const bool web = p.codec_id == AV_CODEC_ID_VP8 || p.codec_id == AV_CODEC_ID_VP9 ||
                             p.codec_id == AV_CODEC_ID_AV1 || p.codec_id == AV_CODEC_ID_OPUS ||
                             p.codec_id == AV_CODEC_ID_VORBIS || p.codec_id == AV_CODEC_ID_WEBVTT;
            if (!web) return "Matroska";
        }
        return "WebM";
    }
    if (name == "avi") return "AVI";
    if (name == "mpegts") return "MPEG-TS";
    if (name == "asf") return "Windows Media";
    return format.iformat->long_name != nullptr ? format.iformat->long_name : format.iformat->name;
}

std::array<std::int32_t, 9> matrixOf(const AVStream* stream) {
    std::array<std::int32_t, 9> matrix = kIdentityMatrix;
    std::size_t size = 0;
    const std::uint8_t* data = streamSideData(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data != nullptr && size >= sizeof(std::int32_t) * 9)
        std::copy_n(reinterpret_cast<const std::int32_t*>(data), 9, matrix.begin());
    return matrix;
}

int rotationOf(const std::array<std::int32_t, 9>& matrix) {
    // libav counts anticlockwise; people and players turn pictures clockwise.
    const double anticlockwise = av_display_rotation_get(matrix.data());
    if (std::isnan(anticlockwise)) return 0;
    const int quarter = static_cast<int>(std::lround(-anticlockwise / 90.0)) % 4;
    return ((quarter + 4) % 4) * 90;
}

Rational sampleAspectRatioOf(AVFormatContext* format, AVStream* stream) {
    const AVRational ratio = av_guess_sample_aspect_ratio(format, stream, nullptr);
    if (ratio.num <= 0 || ratio.den <= 0) return {1, 1};
    return {ratio.num, ratio.den};
}

std::string languageOf(const AVStream* stream) {
    const AVDictionaryEntry* entry = av_dict_get(stream->metadata, "language", nullptr, 0);
    if (entry == nullptr) return "und";
    const std::string_view text = entry->value;
    const bool plain = text.size() == 3 &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return plain ? std::string(text) : "und";
}

std::string titleOf(const AVStream* stream) {
    constexpr std::size_t kMaxTitle = 200;
    for (const char* key : {"title", "handler_name"}) {
        const AVDictionaryEntry* entry = av_dict_get(stream->metadata, key, nullptr, 0);
        const std::string_view text = entry == nullptr ? std::string_view() : entry->value;
        const bool generic =
            text.find("Handler") != std::string_view::npos || text.find("handler") != std::string_view::npos;
        const bool plain =
            std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
        if (!text.empty() && !generic && plain && isUtf8(asBytes(text)) && text.size() <= kMaxTitle)
            return std::string(text);
    }
    return {};
}

AudioRole audioRoleOf(const AVStream* stream) {
    const int is = stream->disposition;
    if ((is & (AV_DISPOSITION_VISUAL_IMPAIRED | AV_DISPOSITION_DESCRIPTIONS)) != 0)
        return AudioRole::Description;
    if ((is & AV_DISPOSITION_COMMENT) != 0) return AudioRole::Commentary;
    if ((is & AV_DISPOSITION_HEARING_IMPAIRED) != 0) return AudioRole::Intelligible;
    return (is & AV_DISPOSITION_DUB) != 0 ? AudioRole::Dub : AudioRole::Programme;
}

std::vector<Chapter> chaptersOf(const AVFormatContext& format, std::int64_t origin, double seconds) {
    std::vector<Chapter> chapters;
    // One more than are kept would do; a hostile file may hold millions.
    const std::size_t count = std::min<std::size_t>(format.nb_chapters, 4 * kMaxChapters);
    for (std::size_t i = 0; i < count; ++i) {
        const AVChapter& chapter = *format.chapters[i];
        if (chapter.time_base.num <= 0 || chapter.time_base.den <= 0) continue;
        const std::int64_t start = av_rescale_q(chapter.start, chapter.time_base, AVRational{1, 1000}) -
                                   av_rescale(origin, 1000, AV_TIME_BASE);
        const AVDictionaryEntry* title = av_dict_get(chapter.metadata, "title", nullptr, 0);
        chapters.push_back({static_cast<std::uint64_t>(std::max<std::int64_t>(start, 0)),
                            title != nullptr ? title->value : ""});
    }
    return usableChapters(std::move(chapters), static_cast<std::uint64_t>(std::llround(seconds * 1000)));
}

bool needsDolbyVision(const AVStream* stream) {
    const std::optional<DolbyVision> dolby = dolbyVisionOf(stream);
    return dolby && needsDolbyVision(*dolby);
}

std::optional<DolbyVision> dolbyVisionOf(const AVStream* stream) {
    std::size_t size = 0;
    const std::uint8_t* data = streamSideData(stream, AV_PKT_DATA_DOVI_CONF, &size);
    if (data == nullptr || size < sizeof(AVDOVIDecoderConfigurationRecord)) return std::nullopt;
    const auto& record = *reinterpret_cast<const AVDOVIDecoderConfigurationRecord*>(data);
    return DolbyVision{record.dv_profile, record.dv_level, record.rpu_present_flag != 0,
                       record.dv_bl_signal_compatibility_id};
}

std::optional<DolbyVision> carriedDolbyVision(const AVStream* stream, Codec codec) {
    const std::optional<DolbyVision> dolby = dolbyVisionOf(stream);
    if (!dolby || !dolby->metadata) return std::nullopt;
    const bool known = dolby->profile == 5 || dolby->profile == 8 ? codec == Codec::Hevc
                       : dolby->profile == 9                      ? codec == Codec::H264
                                             : dolby->profile == 10 && codec == Codec::Av1;
    return known ? dolby : std::nullopt;
}

std::optional<MasteringDisplay> masteringDisplayOf(const AVStream* stream) {
    std::size_t size = 0;
    const std::uint8_t* data = streamSideData(stream, AV_PKT_DATA_MASTERING_DISPLAY_METADATA, &size);
    if (data == nullptr || size < sizeof(AVMasteringDisplayMetadata)) return std::nullopt;
    const auto& source = *reinterpret_cast<const AVMasteringDisplayMetadata*>(data);
    if (source.has_primaries == 0 || source.has_luminance == 0) return std::nullopt;
    const auto scaled = [](AVRational value, double unit, double limit) {
        return std::clamp(std::round(av_q2d(value) * unit), 0.0, limit);
    };
    MasteringDisplay out;
    constexpr std::array<std::size_t, 3> kBoxOrder{1, 2, 0};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t axis = 0; axis < 2; ++axis)
            out.primaries[2 * i + axis] = static_cast<std::uint16_t>(
                scaled(source.display_primaries[kBoxOrder[i]][axis], 50000, 65535));
    for (std::size_t axis = 0; axis < 2; ++axis)
        out.whitePoint[axis] = static_cast<std::uint16_t>(scaled(source.white_point[axis], 50000, 65535));
    out.maxLuminance = static_cast<std::uint32_t>(scaled(source.max_luminance, 10000, 4294967295.0));
    out.minLuminance = static_cast<std::uint32_t>(scaled(source.min_luminance, 10000, 4294967295.0));
    return out;
}

std::optional<ContentLightLevel> contentLightOf(const AVStream* stream) {
    std::size_t size = 0;
    const std::uint8_t* data = streamSideData(stream, AV_PKT_DATA_CONTENT_LIGHT_LEVEL, &size);
    if (data == nullptr || size < sizeof(AVContentLightMetadata)) return std::nullopt;
    const auto& source = *reinterpret_cast<const AVContentLightMetadata*>(data);
    return ContentLightLevel{static_cast<std::uint16_t>(std::min(source.MaxCLL, 65535U)),
                             static_cast<std::uint16_t>(std::min(source.MaxFALL, 65535U))};
}

}  // namespace keyreel::media
