#pragma once

#include <string>

#include "core/base/result.h"
#include "core/media/text_track.h"

namespace keyreel::package {

/// Leaves of a text what shows in [begin, end) of its film, milliseconds, and has its times count from
/// `begin`. Private to this room. Codes: those of TtmlDocument.
Status keepTextPart(media::TextTrack& track, std::int64_t begin, std::int64_t end);

}  // namespace keyreel::package
