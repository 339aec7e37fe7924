#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/media/film_source.h"

namespace keyreel::media {

/// Why the pictures of a film cannot stand beside rungs made of them, as a sentence; empty when they can: the
/// film is MP4, MOV, MKV or WebM, begins with a key frame, all its groups are closed, and cut at the first
/// key frame behind every `groupSeconds` no part is longer than ten seconds (or twice the time asked for) or
/// larger than 48 MiB. Walks the film's tables, of MKV and WebM the whole file, but decodes nothing. `video`:
/// its stream. Private to this room. Codes: those of probe().
Result<std::string> whySourceNotKept(const FilmSource& film, std::uint32_t video, double groupSeconds);

}  // namespace keyreel::media
