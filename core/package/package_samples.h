#pragma once

#include "core/package/package_film.h"

namespace keyreel::package {

/// packageFilm() of samples that somebody else has opened. Private to this room.
Result<Package> packageSamples(const PackageRequest& request, media::SampleReader reader,
                               const std::stop_token& stop, const ProgressSink& progress);

}  // namespace keyreel::package
