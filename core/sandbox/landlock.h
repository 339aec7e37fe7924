#pragma once

#include "core/base/result.h"

namespace keyreel::sandbox {

/// Denies everything that the kernel's Landlock knows. Returns its ABI, 0 when there is none. Needs no new
/// privileges to be set. Private to this room. Code `sandbox_failed`.
Result<int> denyByLandlock();

}  // namespace keyreel::sandbox
