#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/text_track.h"

namespace keyreel::package {

/// Largest packaged text track that is read back; more is refused.
inline constexpr std::uint64_t kMaxTextReadBytes = 64U << 20;

/// The cues of a packaged text track, a whole CMAF file of `wvtt` or `stpp` samples (ISO/IEC 14496-30
/// sections 6 and 7), each cue once however many samples it is in, ordered by begin. Codes: `box_malformed`,
/// `text_invalid`, `text_too_large`. Thread: any.
Result<std::vector<media::TextCue>> readTextCues(ByteView file, const std::string& name);

/// The cues of text that was read from a film or a file; those of TTML as WebVTT cue text with b, i and u,
/// ordered by begin. Codes: `text_invalid`, `text_too_large`. Thread: any.
Result<std::vector<media::TextCue>> cuesOf(const media::TextTrack& track, const std::string& name);

}  // namespace keyreel::package
