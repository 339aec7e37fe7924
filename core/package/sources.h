#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/package/package_film.h"

namespace keyreel::package {

/// The films that `request` names, in order. Private to this room.
std::vector<std::filesystem::path> filmsOf(const PackageRequest& request);

/// A reader of all of them as one, each through a worker of its own if the request has a workshop. Codes:
/// those of media::SampleReader, of media::Workshop and of media::joinReaders; `request_invalid`,
/// `media_no_video` (a ladder or thumbnails of sound alone). Private to this room.
Result<media::SampleReader> openSources(const PackageRequest& request, const std::stop_token& stop);

}  // namespace keyreel::package
