#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace keyreel::isobmff {

enum class Handler { Video = 1, Audio, Text };

enum class Codec { Avc = 1, Hevc, Av1, Vp9, Aac, Opus, Flac, Ac3, Eac3, Mp3, Wvtt, Stpp };

/// Colour as ISO/IEC 23091-2 code points (the `nclx` form of `colr`).
struct Colour {
    std::uint16_t primaries = 2;
    std::uint16_t transfer = 2;
    std::uint16_t matrix = 2;
    bool fullRange = false;
};

/// One edit: what to present of the media, in order (ISO/IEC 14496-12 section 8.6.6).
struct EditList {
    std::int64_t mediaTime = 0;  ///< First presented time, in the track's timescale (priming, B-frame delay).
    std::uint64_t duration = 0;  ///< In the track's timescale; 0: everything that follows (fragments).
    std::uint64_t emptyDuration = 0;  ///< Presentation delay before it, in the track's timescale; 0: none.
};

/// Dolby Vision of one layer with its metadata in the samples: what `dvcC` and `dvvC` say.
struct DolbyVision {
    std::uint8_t profile = 0;  ///< 5, 8, 9 or 10.
    std::uint8_t level = 0;
    std::uint8_t compatibility = 0;  ///< What other decoders show: 1 HDR10, 2 SDR, 4 HLG; 0: nothing right.
};

/// Everything an initialization segment says about its one track. Plain values; no libav types.
struct TrackDescription {
    Handler handler = Handler::Video;
    Codec codec = Codec::Avc;
    /// Content of avcC, hvcC, av1C, vpcC or dfLa (both with version and flags), dOps, dac3 or dec3 (without
    /// box headers throughout), or the bare AudioSpecificConfig; empty for MP3, which describes itself in
    /// each frame. Of Wvtt the header of the WebVTT file ("WEBVTT", styles, regions), of Stpp the XML
    /// namespaces, separated by spaces.
    Bytes configuration;
    /// Avc and Hevc: parameter sets also stand in the samples, so that the entry is avc3 or hev1 (ISO/IEC
    /// 14496-15 sections 5.4.2.1 and 8.4.1).
    bool inBandSets = false;
    std::uint32_t trackId = 1;
    std::uint32_t timescale = 0;  ///< Units per second; must not be 0.
    std::uint64_t duration = 0;   ///< In the timescale; 0 when unknown.

    std::uint16_t width = 0;  ///< Coded picture, before rotation and pixel aspect.
    std::uint16_t height = 0;
    std::uint32_t pixelAspectX = 1;  ///< `pasp` hSpacing; 1:1 writes no box.
    std::uint32_t pixelAspectY = 1;
    /// `tkhd` matrix: {a, b, u, c, d, v, x, y, w}, 16.16 fixed point, u v w 2.30. Identity at start.
    std::array<std::int32_t, 9> matrix{0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    std::optional<Colour> colour;
    Bytes masteringDisplay;   ///< Content of `mdcv` (24 bytes) or empty.
    Bytes contentLightLevel;  ///< Content of `clli` (4 bytes) or empty.

    std::optional<DolbyVision> dolbyVision;

    std::uint16_t channels = 0;
    std::uint32_t sampleRate = 0;

    /// BCP 47 ("de", "pt-BR") or ISO 639-2/T ("deu"); empty means undetermined. A tag that three letters
    /// cannot carry is written as `elng` beside `und`.
    std::string language;
    std::optional<EditList> edits;
    std::uint32_t averageBitrate = 0;  ///< Bits per second; `btrt` is written when either is known.
    std::uint32_t peakBitrate = 0;
};

}  // namespace keyreel::isobmff
