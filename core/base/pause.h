#pragma once

#include <chrono>
#include <stop_token>

namespace keyreel {

/// Waits that long, or until `stop` is requested; false in the latter case.
bool pause(std::chrono::milliseconds time, const std::stop_token& stop);

}  // namespace keyreel
