#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/text_track.h"

namespace keyreel::package {

/// A sample of a text track. Private to this room.
struct TextSample {
    std::int64_t begin = 0;  ///< Milliseconds.
    std::int64_t end = 0;
    Bytes data;
};

/// Bounds of what is made of text; more is refused. A cue is repeated wherever another begins or ends, and in
/// every segment, so that a small file can ask for much.
inline constexpr std::size_t kMaxCuesAtOnce = 64;
inline constexpr std::size_t kMaxTextFragmentBytes = 16U << 20;
inline constexpr std::uint64_t kMaxTextTrackBytes = 256U << 20;

/// The samples of a `wvtt` track from `begin` to `end` without a gap (ISO/IEC 14496-30 section 7.4): one for
/// every span in which the same cues show, `vtte` where none does. A cue that spans several samples, also of
/// other segments, is in each of them, with one source id that tells readers so. Codes:
/// `text_too_large`, `cancelled`. Private to this room.
Result<std::vector<TextSample>> webVttSamples(std::span<const media::TextCue> cues, std::int64_t begin,
                                              std::int64_t end, const std::stop_token& stop = {});

/// A WebVTT document with the cues that show between `begin` and `end`, their times unchanged, as HLS wants
/// its segments (RFC 8216bis section 3.1.4). Private to this room.
std::string webVttSegment(const media::TextTrack& track, std::int64_t begin, std::int64_t end);

}  // namespace keyreel::package
