#pragma once

#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/media/sample_reader.h"

namespace keyreel::package {

/// Largest clip that is made in memory.
inline constexpr std::size_t kMaxClipBytes = 32U << 20;

/// A film as one file.
struct ClipFile {
    Bytes bytes;
    double seconds = 0;  ///< How long its picture lasts.
};

/// Writes everything that a reader delivers into one clear, fragmented MP4 (ISO/IEC 14496-12): header and
/// index in front, a fragment of each track from key frame to key frame of the picture. The same samples give
/// the same bytes. For short clips that are no secret: all of it is in memory, nothing is encrypted. Codes:
/// those of media::SampleReader::next(), `clip_too_large`, `media_damaged` (no picture).
Result<ClipFile> writeClip(media::SampleReader reader, std::stop_token stop = {},
                           const ProgressSink& progress = {});

/// Whether such a file has a track of sound. Code `box_malformed`: it is no such file.
Result<bool> clipHasSound(ByteView clip);

}  // namespace keyreel::package
