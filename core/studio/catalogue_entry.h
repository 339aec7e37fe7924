#pragma once

#include "core/gateway/gateway_api.h"
#include "core/package/manifest.h"

namespace keyreel::studio {

/// What the catalogue lists of a film, by its signed manifest; the gateway adds the rest from the log.
/// Private to this room.
gateway::CatalogueEntry catalogueEntryOf(const package::Manifest& manifest);

}  // namespace keyreel::studio
