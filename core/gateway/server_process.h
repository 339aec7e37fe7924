#pragma once

#include <string>

#include "core/base/result.h"

namespace keyreel::gateway {

/// Blocks SIGTERM and SIGINT for this thread and all that it starts later, so that waitForEnd() gets them;
/// ignores SIGPIPE. First thing in a server's main, before any thread.
void holdSignals();

/// Makes this process get SIGTERM when `parentPid` ends. Code `parent_gone` when it is not our parent (any
/// more).
Status endWithParent(int parentPid);

/// Waits for SIGTERM or SIGINT.
void waitForEnd();

/// One line to standard output, flushed, for the supervisor that waits for it.
void announce(const std::string& line);

}  // namespace keyreel::gateway
