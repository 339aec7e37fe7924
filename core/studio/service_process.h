#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace keyreel::studio {

/// A server of the embedded network as a process of its own, in its own session, that outlives this one.
struct ServiceProcess {
    pid_t pid = 0;
    std::uint64_t startTime =
        0;  ///< From /proc/PID/stat: tells the process from a later one with the same number.

    /// Whether that very process still runs (a zombie does not).
    [[nodiscard]] bool running() const;
    /// SIGTERM, then SIGKILL after `patience`. A process that is gone already is no error.
    void stop(std::chrono::milliseconds patience) const;
};

struct StartedService {
    ServiceProcess process;
    std::string readyLine;  ///< The one JSON line that the server printed when it was ready.
};

/// Starts `arguments[0]` and waits until it prints one line or ends. Standard error goes to `logFile`.
/// Codes: `service_missing` (no such program), `service_failed` (it ended; `what` carries its last words),
/// `service_slow` (no line in time; it is stopped), `cancelled`.
Result<StartedService> startService(const std::vector<std::string>& arguments,
                                    const std::filesystem::path& logFile, std::chrono::milliseconds patience,
                                    const std::stop_token& stop);

}  // namespace keyreel::studio
