#pragma once

#include <string_view>

namespace keyreel {

enum class LogLevel { Debug = 1, Info, Warning, Error };

/// One line to standard error: "2026-11-20T12:00:00Z info gateway: ...". Never give it a secret. Thread: any.
void log(LogLevel level, std::string_view category, std::string_view message);

/// Lines below `level` are dropped; Info at start, Debug with KEYREEL_LOG=debug. Thread: any.
void setLogLevel(LogLevel level);

}  // namespace keyreel
