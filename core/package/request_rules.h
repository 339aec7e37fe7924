#pragma once

#include "core/package/package_film.h"

namespace keyreel::package {

/// What a request may ask for, whatever the film. Code `request_invalid`. Private to this room.
Status checkRequest(const PackageRequest& request);

}  // namespace keyreel::package
