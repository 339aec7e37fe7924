#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace keyreel::media {

enum class TrackKind { Video, Audio };

/// The codings that are carried as they are; `Other` must be transcoded.
enum class Codec { H264, Hevc, Av1, Vp9, Aac, Opus, Flac, Ac3, Eac3, Mp3, Other };

/// The one list of what is carried. Packaging asks it what need not be transcoded and the player asks it what
/// it plays, so that nothing is published that cannot be opened.
inline constexpr std::array kCarriedCodecs{Codec::H264, Codec::Hevc, Codec::Av1, Codec::Vp9,  Codec::Aac,
                                           Codec::Opus, Codec::Flac, Codec::Ac3, Codec::Eac3, Codec::Mp3};
[[nodiscard]] constexpr bool isCarried(Codec codec) {
    for (const Codec carried : kCarriedCodecs)
        if (carried == codec) return true;
    return false;
}

/// Sound beyond this is transcoded; the player refuses it.
inline constexpr int kMaxSoundChannels = 8;
inline constexpr int kMaxSoundRate = 192'000;

/// What a sound track is there for.
enum class AudioRole { Programme = 1, Commentary, Description, Dub, Intelligible };

struct Rational {
    std::int32_t num = 0;
    std::int32_t den = 1;
    friend bool operator==(const Rational&, const Rational&) = default;
};

/// Code points of ISO/IEC 23091-2 (2 = unspecified), as the `nclx` colr box carries them.
struct ColourDescription {
    std::uint16_t primaries = 2;
    std::uint16_t transfer = 2;
    std::uint16_t matrix = 2;
    bool fullRange = false;
    /// False when the source says nothing about colour; then no colr box is written.
    bool described = false;
    friend bool operator==(const ColourDescription&, const ColourDescription&) = default;
};

/// SMPTE ST 2086, in the units of the `mdcv` box (ISO/IEC 14496-12 12.1.7): chromaticity in 0.00002 steps
/// (order green, blue, red as in the box), luminance in 0.0001 cd/m2.
struct MasteringDisplay {
    std::array<std::uint16_t, 6> primaries{};
    std::array<std::uint16_t, 2> whitePoint{};
    std::uint32_t maxLuminance = 0;
    std::uint32_t minLuminance = 0;
    friend bool operator==(const MasteringDisplay&, const MasteringDisplay&) = default;
};

/// CTA-861.3 content light level, in cd/m2, as the `clli` box carries it (ISO/IEC 14496-12 12.1.8).
struct ContentLightLevel {
    std::uint16_t maxContent = 0;
    std::uint16_t maxFrameAverage = 0;
    friend bool operator==(const ContentLightLevel&, const ContentLightLevel&) = default;
};

/// Dolby Vision beside or instead of plain pictures ("Dolby Vision Streams Within the ISO Base Media File
/// Format", section 3.2).
struct DolbyVision {
    std::uint8_t profile = 0;
    std::uint8_t level = 0;
    bool metadata = false;           ///< RPUs are in the samples.
    std::uint8_t compatibility = 0;  ///< What others show: 1 HDR10, 2 SDR, 4 HLG; 0: nothing right.
    friend bool operator==(const DolbyVision&, const DolbyVision&) = default;
};

/// Whether only Dolby Vision shows the right colours.
[[nodiscard]] constexpr bool needsDolbyVision(const DolbyVision& dolby) {
    return dolby.compatibility == 0 && dolby.metadata;
}

/// The tkhd matrix without rotation (ISO/IEC 14496-12 8.3.2).
inline constexpr std::array<std::int32_t, 9> kIdentityMatrix{0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

/// What a packager must know about a track before its first sample. A plain value.
struct Track {
    TrackKind kind = TrackKind::Video;
    Codec codec = Codec::Other;
    /// The payload (without box header) of avcC, hvcC, av1C, vpcC and dfLa (both with their FullBox version
    /// and flags), dOps, dac3 or dec3; for AAC the AudioSpecificConfig; nothing for MP3. NAL lengths are
    /// always 4 bytes.
    Bytes configuration;
    /// H.264 and HEVC: parameter sets also stand in the samples, or only there (avc3, hev1).
    bool inBandSets = false;
    /// Ticks per second of every time of this track's samples.
    std::uint32_t timescale = 0;
    /// Length of the presentation in ticks as the source declares it, 0 when unknown.
    std::uint64_t declaredDuration = 0;
    /// ISO 639-2/T code, "und" when unknown.
    std::string language = "und";
    /// Bits per second, declared or estimated; 0 when unknown.
    std::uint64_t bitRate = 0;
    /// True when the samples come out of our encoder, not out of the source.
    bool transcoded = false;
    /// The first track of its kind in the order of the source plays by default.
    bool isDefault = false;

    std::string title;  ///< As its author called it; empty when unknown.

    // Video.
    std::uint32_t width = 0;   ///< Coded picture after cropping, in pixels.
    std::uint32_t height = 0;  ///< As width.
    Rational sampleAspectRatio{1, 1};
    Rational frameRate{0, 1};  ///< Average; {0, 1} when unknown.
    /// Display transformation as tkhd carries it.
    std::array<std::int32_t, 9> matrix = kIdentityMatrix;
    ColourDescription colour;
    std::optional<MasteringDisplay> masteringDisplay;
    std::optional<ContentLightLevel> contentLight;
    std::optional<DolbyVision> dolbyVision;  ///< Carried along, in one stream of one layer.

    // Audio.
    AudioRole role = AudioRole::Programme;
    std::uint32_t sampleRate = 0;
    std::uint32_t channels = 0;
    /// Samples at the start that a decoder produces but nobody hears; the samples' times already say so.
    std::uint32_t priming = 0;
    /// Opus: samples to decode before a seek target (3840 = 80 ms, RFC 7845 4.6); otherwise 0.
    std::uint32_t seekPreRoll = 0;

    friend bool operator==(const Track&, const Track&) = default;
};

/// One access unit or audio frame in ISO form: AVC and HEVC with 4-byte NAL lengths, AV1 without temporal
/// delimiters, raw AAC, one packet or frame of the other codings of sound.
struct Sample {
    std::uint32_t track = 0;  ///< Index in SampleReader::tracks().
    /// Decode time in ticks, strictly increasing inside a track. May be negative at the start.
    std::int64_t decodeTime = 0;
    /// Presentation time minus decode time. Presentation time 0 is where the film begins: samples that
    /// present earlier are priming (decode, do not present) and become an edit list.
    std::int32_t compositionOffset = 0;
    /// In ticks; for the last frame of a padded audio track only the part that is heard.
    std::uint32_t duration = 0;
    /// A decoder can start here.
    bool key = false;
    std::uint32_t size = 0;  ///< Of the data in bytes.
    /// Valid until the next call to the reader. Empty when SampleReader::nextPlace() left it in the file.
    ByteView data;

    [[nodiscard]] std::int64_t presentationTime() const { return decodeTime + compositionOffset; }
};

/// "H.264", "HEVC", "AV1", "VP9", "AAC", "Opus", "FLAC", "AC-3", "E-AC-3", "MP3", or "other".
const char* codecLabel(Codec codec);

}  // namespace keyreel::media
