#pragma once

#include <optional>

#include "core/package/manifest.h"
#include "core/rights/statement.h"

namespace keyreel::studio {

// The rights log and the manifest say in their own forms who may open a film; the mapping has its home here.
// In a manifest "only who was granted" is a mark beside the method: with the method Free it means granting
// without a price.

void setAccess(package::Manifest& manifest, rights::AccessMethod access);
/// What the manifest says, in the form of the log; nothing when it contradicts itself (sold, and open to
/// everyone).
std::optional<rights::AccessMethod> accessOf(const package::Manifest& manifest);

}  // namespace keyreel::studio
