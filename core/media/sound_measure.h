#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/base/result.h"
#include "core/media/film_source.h"
#include "core/media/loudness.h"

namespace keyreel::media {

/// How loud the sound tracks with these stream indices are in the form in which they are encoded anew
/// (mixed down and resampled), all in one reading of the film, or of the part from `begin` to `end`, as
/// Demuxer::keepPart() has them. Private to this room. Codes: as
/// makeAudioTranscodePipe() and Demuxer::read().
Result<std::map<std::uint32_t, Loudness>> measureSound(const FilmSource& film,
                                                       const std::vector<std::uint32_t>& streams,
                                                       std::int64_t begin, std::int64_t end);

}  // namespace keyreel::media
