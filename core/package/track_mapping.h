#pragma once

#include "core/isobmff/track_description.h"
#include "core/media/track.h"

namespace keyreel::package {

/// The same track in the words of the box writer. Edits and duration are the caller's to fill in.
isobmff::TrackDescription describeTrack(const media::Track& track, std::uint32_t trackId);

}  // namespace keyreel::package
