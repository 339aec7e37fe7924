#pragma once

#include "core/custody/asset_secret.h"
#include "core/package/manifest.h"

namespace keyreel::studio {

/// One tier of a verified manifest as custody knows it.
custody::SealedTier sealedTierOf(const package::Manifest& manifest, const package::ManifestTier& from);

}  // namespace keyreel::studio
