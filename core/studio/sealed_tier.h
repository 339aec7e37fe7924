#pragma once

#include "core/custody/asset_secret.h"
#include "core/package/manifest.h"

namespace keyreel::studio {

/// What a manifest says of a tier whose shares were sealed.
package::ManifestTier manifestTierOf(const custody::SealedTier& tier);
/// One tier of a verified manifest as custody knows it.
custody::SealedTier sealedTierOf(const package::Manifest& manifest, const package::ManifestTier& from);

}  // namespace keyreel::studio
