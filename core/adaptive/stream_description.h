#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/media/text_track.h"
#include "core/media/track.h"

namespace keyreel::adaptive {

/// Bounds of what a description may ask for; more is `package_limit`.
inline constexpr std::uint64_t kMaxDescriptionBytes = 16U << 20;
inline constexpr std::size_t kMaxRepresentations = 256;
/// Of one representation: as many as a `sidx` can name (ISO/IEC 14496-12 section 8.16.3).
inline constexpr std::size_t kMaxSegments = 65535;
inline constexpr std::size_t kMaxAllSegments = 400'000;

/// A stretch of a file below the folder of the description.
struct Piece {
    std::string file;  ///< Relative, with slashes, without "." and "..".
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> size;  ///< To the file's end without one.
    friend bool operator==(const Piece&, const Piece&) = default;
};

enum class StreamKind { Video, Audio, Text };

/// One coding of one track of a film that is cut into segments: a DASH Representation, an HLS rendition.
struct Representation {
    StreamKind kind = StreamKind::Video;
    std::string id;      ///< Unique in its description.
    std::string place;   ///< For errors: "stream.mpd, Representation video-720p".
    std::string codecs;  ///< RFC 6381; may be empty.
    std::string language = "und";
    std::string title;
    media::AudioRole audioRole = media::AudioRole::Programme;
    media::TextRole textRole = media::TextRole::Subtitle;
    bool isDefault = false;
    /// Pictures that may stand in for each other, unless they are cut differently, have the same.
    std::string group;
    std::uint64_t bandwidth = 0;  ///< Bits a second.
    std::uint32_t width = 0;      ///< 0 when not said, as those below.
    std::uint32_t height = 0;
    std::uint32_t channels = 0;

    /// Of a text in files of its own (WebVTT, TTML), not in an ISO base media file.
    bool isPlainText = false;
    std::optional<Piece> init;
    std::vector<Piece> segments;
    /// The one segment is a whole file with its head and its index inside (ISO/IEC 23009-1 section 5.3.9.2).
    bool isWholeFile = false;
    std::optional<Piece> index;  ///< Of a whole file: where its `sidx` is.
    /// What its media calls time 0, in `startScale` parts of a second; nothing: when the first of all
    /// segments begins (RFC 8216bis section 3).
    std::optional<std::uint64_t> start;
    std::uint32_t startScale = 1;
    /// HLS: there is sound among the pictures.
    bool mayHoldSound = false;
};

/// A film as a description on a disk tells it.
struct Description {
    std::vector<Representation> representations;
    std::vector<std::string> leftOut;  ///< Codings that cannot be played, by their codecs or types.
};

}  // namespace keyreel::adaptive
