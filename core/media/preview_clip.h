#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/media/sample_reader.h"

namespace keyreel::media {

/// How long a preview may be, in whole seconds, and how long it is unless its maker says otherwise.
inline constexpr std::uint32_t kMinPreviewSeconds = 5;
inline constexpr std::uint32_t kMaxPreviewSeconds = 60;
inline constexpr std::uint32_t kPreviewSeconds = 15;
/// Longest side of its picture, in pixels.
inline constexpr std::uint32_t kMaxPreviewSide = 640;

/// What of a film everyone may see without asking.
struct PreviewClip {
    double from = 0;  ///< Seconds from the beginning of the whole film, whatever part of it is published.
    std::uint32_t seconds = kPreviewSeconds;
    friend bool operator==(const PreviewClip&, const PreviewClip&) = default;
};

/// Whether a clip has an allowed length and lies in `part` of a film of `filmSeconds` (0: not known). Code
/// `preview_invalid`, which says what can be done.
Status checkPreview(const PreviewClip& clip, const FilmPart& part, double filmSeconds);

/// Where the clip begins that is nearest to the one asked for and lies in the part; it keeps its length where
/// the part has room for it, and is as short as the part elsewhere.
PreviewClip previewWithin(PreviewClip clip, const FilmPart& part, double filmSeconds);

/// How a reader makes the clip: small H.264 at a limited bit rate and AAC of the first sound track, cut
/// exactly, upright and in the film's shape.
ReaderOptions previewOptions(const PreviewClip& clip, const MediaInfo& film);

}  // namespace keyreel::media
