#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/adaptive/stream_description.h"
#include "core/base/result.h"
#include "core/media/text_track.h"

namespace keyreel::adaptive {

/// The cues of a text of a package: WebVTT or TTML in files of its own, in one or in segments (RFC 8216bis
/// section 3.1.4), or in ISO base media segments. `startMs`: what the film's media call its beginning. Codes:
/// `package_*`, `text_*`, `box_malformed`, file_*, `cancelled`. Thread: any.
Result<std::vector<media::TextCue>> readDiskText(const std::filesystem::path& description,
                                                 const Representation& about, std::int64_t startMs,
                                                 const std::stop_token& stop);

}  // namespace keyreel::adaptive
