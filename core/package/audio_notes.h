#pragma once

#include <vector>

#include "core/media/track.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// Writes what the request says about the sound (PackageRequest::audio) into the film's tracks. Code
/// `request_invalid`. Private to this room.
Status noteSound(const PackageRequest& request, std::vector<media::Track>& tracks);

}  // namespace keyreel::package
