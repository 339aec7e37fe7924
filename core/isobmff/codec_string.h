#pragma once

#include <string>

#include "core/base/result.h"
#include "core/isobmff/track_description.h"

namespace keyreel::isobmff {

/// The `codecs` parameter (RFC 6381 and the codecs' own bindings): "avc1.64001f", "hvc1.1.6.L93.90",
/// "av01.0.04M.08", "vp09.00.31.08", "mp4a.40.2", "opus", "wvtt", "stpp.ttml.im1t". Code
/// `codec_configuration_invalid`.
Result<std::string> codecString(const TrackDescription& track);

/// What the samples of a codec are: its track's handler.
Handler handlerOf(Codec codec);

/// The objectTypeIndication of an MPEG-4 audio entry (mp4ra.org): 0x40 for ISO/IEC 14496-3; MP3 as 0x6B
/// (ISO/IEC 11172-3) or, at the low rates of ISO/IEC 13818-3, 0x69.
std::uint8_t mpeg4ObjectType(const TrackDescription& track);

}  // namespace keyreel::isobmff
