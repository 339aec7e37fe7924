#pragma once

#include "core/base/result.h"

namespace keyreel::sandbox {

/// Loads the seccomp filter of enter(). Private to this room. Code `sandbox_failed`.
Status filterCalls();

}  // namespace keyreel::sandbox
