#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
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

/// What Linux says of a process (fields 3 and 22 of /proc/PID/stat).
struct ProcessStat {
    char state = '?';             ///< 'Z' once it has ended and nobody has asked for its status yet.
    std::uint64_t startTime = 0;  ///< Together with the id it names one process, also after ids come around.
};
/// Nothing when there is no such process.
std::optional<ProcessStat> processStat(int pid);

/// Who serves a data folder, and where: kept in the folder itself, so that whoever starts and stops servers
/// finds them without notes of their own. Stays when the server has ended: its address is to stay the same.
struct ServerRecord {
    std::string url;
    int pid = 0;
    std::uint64_t startTime = 0;
};
/// Notes this process.
Status writeServerRecord(const std::filesystem::path& dataFolder, const std::string& url);
/// Nothing when there is none, or it is damaged.
std::optional<ServerRecord> readServerRecord(const std::filesystem::path& dataFolder);

/// One line to standard output, flushed, for the supervisor that waits for it.
void announce(const std::string& line);

}  // namespace keyreel::gateway
