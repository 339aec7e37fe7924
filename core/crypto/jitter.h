#pragma once

#include <chrono>

namespace keyreel::crypto {

/// Half of `time` or more, at random: many who lost the same server must not all come back at once. Thread:
/// any.
std::chrono::milliseconds jittered(std::chrono::milliseconds time);

}  // namespace keyreel::crypto
