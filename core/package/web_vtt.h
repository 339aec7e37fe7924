#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/media/text_track.h"

namespace keyreel::package {

/// A sample of a text track. Private to this room.
struct TextSample {
    std::int64_t begin = 0;  ///< Milliseconds.
    std::int64_t end = 0;
    Bytes data;
};

/// The samples of a `wvtt` track from `begin` to `end` without a gap (ISO/IEC 14496-30 section 7.4): one for
/// every span in which the same cues show, `vtte` where none does. A cue that spans several samples, also of
/// other segments, is in each of them, with one source id that tells readers so. Private to this room.
std::vector<TextSample> webVttSamples(std::span<const media::TextCue> cues, std::int64_t begin,
                                      std::int64_t end);

/// A WebVTT document with the cues that show between `begin` and `end`, their times unchanged, as HLS wants
/// its segments (RFC 8216bis section 3.1.4). Private to this room.
std::string webVttSegment(const media::TextTrack& track, std::int64_t begin, std::int64_t end);

}  // namespace keyreel::package
