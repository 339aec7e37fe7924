#pragma once

#include <stop_token>
#include <string>
#include <thread>

#include "core/base/result.h"

namespace keyreel::gateway {

/// Makes this process get SIGTERM when `parentPid` ends. Code `parent_gone` when it is not our parent (any
/// more).
Status endWithParent(int parentPid);

/// Turns SIGTERM and SIGINT into a stop request, from its construction on, and ignores SIGPIPE. One per
/// process, first thing in a server's main, before any thread: it blocks the signals for all that are started
/// later.
class EndSignal {
public:
    EndSignal();
    ~EndSignal();
    EndSignal(const EndSignal&) = delete;
    EndSignal& operator=(const EndSignal&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// Waits for the signal.
    void wait();

private:
    std::stop_source m_stop;
    std::thread m_listener;
};

/// One line to standard output, flushed, for the supervisor that waits for it.
void announce(const std::string& line);

}  // namespace keyreel::gateway
