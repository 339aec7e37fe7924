#pragma once

#include <cstdint>

#include "core/base/result.h"

namespace keyreel::sandbox {

struct Limits {
    /// Bytes that the process may fill. No effect under a sanitizer, whose shadow memory is larger than any
    /// limit.
    std::uint64_t memory = 0;
    /// Descriptors, the ones that are open included.
    std::uint64_t descriptors = 16;
};

/// What holds from now on.
struct Guards {
    bool seccomp = false;
    int landlock = 0;          ///< ABI of the kernel; 0: it has none, or somebody switched it off.
    std::uint64_t memory = 0;  ///< Bytes; 0: no limit.
};

/// Shuts the calling process in for good: it computes on the descriptors that it holds and may start threads,
/// and nothing else. Resource limits (memory, descriptors, no core, no growing file), no new privileges,
/// unreadable by others of the same user, first to go when memory runs out; Landlock without a single rule
/// where the kernel has it (files, TCP, signals and abstract sockets of others); and a seccomp filter by
/// libseccomp that knows some forty calls. Names of files are answered with "permission denied", because
/// libraries ask for tables of characters and live without; every other call ends the process with SIGSYS.
/// Call it with one thread, before anything untrusted is read.
/// Code `sandbox_failed`: the kernel refused; then the process must not go on. A kernel without Landlock is
/// no error.
Result<Guards> enter(const Limits& limits);

}  // namespace keyreel::sandbox
