#pragma once

#include <string>

#include "core/base/result.h"
#include "core/isobmff/track_description.h"

namespace keyreel::isobmff {

/// The `codecs` parameter (RFC 6381 and the codecs' own bindings): "avc1.64001f", "hvc1.1.6.L93.90",
/// "av01.0.04M.08", "vp09.00.31.08", "mp4a.40.2", "opus", "wvtt", "stpp.ttml.im1t", and "dvh1.05.06" of
/// pictures that only Dolby Vision shows right. Code `codec_configuration_invalid`.
Result<std::string> codecString(const TrackDescription& track);

/// Dolby Vision over pictures that other decoders show, too: "dvh1.08.07" and the brand that says how, "db1p"
/// (ETSI TS 103 572 is silent on it; Dolby's specification for ISO base media files, section 4, and HLS
/// Authoring Specification). Empty when there is none, or nothing below it.
struct SupplementalCodec {
    std::string codec;
    std::string brand;
};
SupplementalCodec supplementalCodec(const TrackDescription& track);

/// Whether the pictures' colours are right in Dolby Vision only, so that their sample entry is `dvh1` or
/// `dav1`.
bool isOnlyDolbyVision(const TrackDescription& track);

/// What the samples of a codec are: its track's handler.
Handler handlerOf(Codec codec);

/// The objectTypeIndication of an MPEG-4 audio entry (mp4ra.org): 0x40 for ISO/IEC 14496-3; MP3 as 0x6B
/// (ISO/IEC 11172-3) or, at the low rates of ISO/IEC 13818-3, 0x69.
std::uint8_t mpeg4ObjectType(const TrackDescription& track);

}  // namespace keyreel::isobmff
