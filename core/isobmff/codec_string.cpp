#include "core/isobmff/codec_string.h"

#include <cstdio>

#include "core/base/byte_io.h"

namespace keyreel::isobmff {

namespace {

tl::unexpected<Error> invalid(const std::string& what) {
    return fail("codec_configuration_invalid", "The decoder configuration (" + what + ") cannot be read.");
}

template <class... Args>
std::string print(const char* format, Args... args) {
    char text[96];
    std::snprintf(text, sizeof text, format, args...);
    return text;
}

Result<std::string> avc(ByteView configuration, bool inBandSets) {
    if (configuration.size() < 7 || configuration[0] != 1) return invalid("avcC");
    return print("%s.%02x%02x%02x", inBandSets ? "avc3" : "avc1", configuration[1], configuration[2],
                 configuration[3]);
}

/// ISO/IEC 14496-15 annex E.3.
Result<std::string> hevc(ByteView configuration, bool inBandSets) {
    if (configuration.size() < 23 || configuration[0] != 1) return invalid("hvcC");
    static constexpr const char* kSpaces[] = {"", "A", "B", "C"};
    const unsigned profile = configuration[1];
    ByteReader in(configuration.subspan(2));
    const std::uint32_t compatibility = in.u32();
    std::uint32_t reversed = 0;
    for (unsigned bit = 0; bit < 32; ++bit)
        reversed |= ((compatibility >> bit) & 1U) << (31 - bit);
    const ByteView constraints = in.bytes(6);
    const unsigned level = in.u8();
    std::string text = print("%s.%s%u.%X.%c%u", inBandSets ? "hev1" : "hvc1", kSpaces[profile >> 6],
                             profile & 31U, reversed, (profile & 0x20U) != 0 ? 'H' : 'L', level);
    std::size_t used = 6;
    while (used > 0 && constraints[used - 1] == 0)
        --used;
    for (std::size_t i = 0; i < used; ++i)
        text += print(".%X", static_cast<unsigned>(constraints[i]));
    return text;
}

/// AV1-ISOBMFF section 5.
Result<std::string> av1(ByteView configuration) {
    if (configuration.size() < 4 || configuration[0] != 0x81) return invalid("av1C");
    const unsigned profile = configuration[1] >> 5U;
    const unsigned level = configuration[1] & 31U;
    const bool high = (configuration[2] & 0x80U) != 0;
    const bool highBitDepth = (configuration[2] & 0x40U) != 0;
    const bool twelve = (configuration[2] & 0x20U) != 0;
    const unsigned depth = !highBitDepth ? 8 : (profile == 2 && twelve) ? 12 : 10;
    return print("av01.%u.%02u%c.%02u", profile, level, high ? 'H' : 'M', depth);
}

/// "VP Codec ISO Media File Format Binding", Codecs Parameter String.
Result<std::string> vp9(ByteView configuration) {
    if (configuration.size() < 12 || configuration[0] != 1) return invalid("vpcC");
    return print("vp09.%02u.%02u.%02u", static_cast<unsigned>(configuration[4]),
                 static_cast<unsigned>(configuration[5]), static_cast<unsigned>(configuration[6] >> 4U));
}

Result<std::string> aac(ByteView configuration) {
    if (configuration.size() < 2) return invalid("AudioSpecificConfig");
    unsigned objectType = configuration[0] >> 3U;
    if (objectType == 31) objectType = 32 + ((configuration[0] & 7U) << 3U | configuration[1] >> 5U);
    return print("mp4a.40.%u", objectType);
}

/// Dolby Vision profiles and levels specification, section 3.
std::string dolbyVisionCodec(const TrackDescription& track) {
    const char* const entry = track.codec == Codec::Avc    ? "dva1"
                              : track.codec == Codec::Hevc ? "dvh1"
                                                           : "dav1";
    return entry + print(".%02u.%02u", static_cast<unsigned>(track.dolbyVision->profile),
                         static_cast<unsigned>(track.dolbyVision->level));
}

}  // namespace

Handler handlerOf(Codec codec) {
    switch (codec) {
        case Codec::Aac:
        case Codec::Opus:
        case Codec::Flac:
        case Codec::Ac3:
        case Codec::Eac3:
        case Codec::Mp3:
            return Handler::Audio;
        case Codec::Wvtt:
        case Codec::Stpp:
            return Handler::Text;
        case Codec::Avc:
        case Codec::Hevc:
        case Codec::Av1:
        case Codec::Vp9:
            break;
    }
    return Handler::Video;
}

std::uint8_t mpeg4ObjectType(const TrackDescription& track) {
    constexpr std::uint32_t kLowestMpeg1Rate = 32000;
    if (track.codec != Codec::Mp3) return 0x40;
    return track.sampleRate >= kLowestMpeg1Rate ? 0x6b : 0x69;
}

bool isOnlyDolbyVision(const TrackDescription& track) {
    return track.dolbyVision && track.dolbyVision->compatibility == 0 &&
           (track.codec == Codec::Hevc || track.codec == Codec::Av1);
}

SupplementalCodec supplementalCodec(const TrackDescription& track) {
    if (!track.dolbyVision) return {};
    const char* brand = nullptr;
    switch (track.dolbyVision->compatibility) {
        case 1:
            brand = "db1p";
            break;
        case 2:
            brand = "db2g";
            break;
        case 4:
            brand = "db4h";
            break;
        default:
            return {};
    }
    return {dolbyVisionCodec(track), brand};
}

Result<std::string> codecString(const TrackDescription& track) {
    if (isOnlyDolbyVision(track)) return dolbyVisionCodec(track);
    switch (track.codec) {
        case Codec::Avc:
            return avc(track.configuration, track.inBandSets);
        case Codec::Hevc:
            return hevc(track.configuration, track.inBandSets);
        case Codec::Av1:
            return av1(track.configuration);
        case Codec::Vp9:
            return vp9(track.configuration);
        case Codec::Aac:
            return aac(track.configuration);
        case Codec::Opus:
            return std::string("opus");
        case Codec::Flac:
            return std::string("fLaC");
        case Codec::Ac3:
            return std::string("ac-3");
        case Codec::Eac3:
            return std::string("ec-3");
        case Codec::Mp3:
            return print("mp4a.%02X", static_cast<unsigned>(mpeg4ObjectType(track)));
        case Codec::Wvtt:
            return std::string("wvtt");
        case Codec::Stpp:
            // The text profile of IMSC 1 (W3C TTML Profile Registry), which RFC 8216bis asks for.
            return std::string("stpp.ttml.im1t");
    }
    return invalid("unknown codec");
}

}  // namespace keyreel::isobmff
