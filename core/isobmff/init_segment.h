#pragma once

#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/track_description.h"

namespace keyreel::isobmff {

/// A CMAF header (ISO/IEC 23000-19 section 7.3.1): `ftyp` and `moov` for one track, no samples. The same
/// description gives the same bytes. Code `track_description_invalid` names the field that cannot be written.
Result<Bytes> writeInitSegment(const TrackDescription& track);

/// The same for a movie of several tracks in one file (ISO/IEC 14496-12 section 8.2), which is no CMAF: the
/// track ids must differ, the first track tells how long the movie lasts. Code `track_description_invalid`.
Result<Bytes> writeMovieInit(std::span<const TrackDescription> tracks);

}  // namespace keyreel::isobmff
