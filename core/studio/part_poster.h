#pragma once

#include <algorithm>

#include "core/media/sample_reader.h"

namespace keyreel::studio {

/// Where in a film the picture is that stands for a part of it, unless its maker chose one, in seconds: early
/// in the part, but not where it fades in. The sharpest picture of the whole film might be one that was cut
/// off.
inline double posterPlace(const media::FilmPart& part, double filmSeconds) {
    constexpr double kEarly = 8;
    const double end = part.to > 0 ? std::min(part.to, filmSeconds) : filmSeconds;
    return part.from + std::max(end - part.from, 0.0) / kEarly;
}

}  // namespace keyreel::studio
