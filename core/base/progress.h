#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include "core/base/result.h"

namespace keyreel {

/// How far a long operation has come; units are the operation's own (bytes unless it says otherwise).
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;  ///< 0 when unknown.
};

/// Called on the operation's thread, often; must return quickly. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

/// The error of an operation that was asked to stop: code `cancelled`.
inline tl::unexpected<Error> cancelled(const std::string& what) {
    return fail("cancelled", what + " was cancelled.");
}

}  // namespace keyreel
