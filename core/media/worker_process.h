#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/media/worker_channel.h"

namespace keyreel::media::worker {

/// A worker of one's own: a child process that holds one end of a socket pair and nothing else: no other
/// descriptor, no environment. Destruction kills it. Thread: one.
class WorkerProcess {
public:
    /// Starts `program` without waiting for it. Codes: `media_worker_missing`, `media_worker_failed`.
    static Result<std::unique_ptr<WorkerProcess>> start(const std::filesystem::path& program,
                                                        std::uint64_t memory);
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;
    ~WorkerProcess();

    [[nodiscard]] WorkerChannel& channel() { return m_channel; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// Reads its greeting, which says what guards it. Codes: those of explain(), `media_worker_unguarded`,
    /// `cancelled`.
    Status greet(const Patience& patience);
    [[nodiscard]] const Hello& hello() const { return m_hello; }

    /// Sets how much processor time it may still use; beyond that the kernel ends it.
    void allowProcessorTime(std::chrono::seconds time) const;

    /// Ends it, and says what happened to it in words for people: codes `media_worker_crashed`,
    /// `media_worker_forbidden`, `media_worker_memory`, `media_worker_timeout`, `media_worker_killed`,
    /// `media_worker_protocol`, `cancelled`; `error` is what the channel said. `name` is the film's.
    Error explain(const Error& error, const std::string& name);

private:
    WorkerProcess(pid_t pid, WorkerChannel channel, std::filesystem::path program)
        : m_pid(pid), m_channel(std::move(channel)), m_program(std::move(program)) {}
    /// Waits for its end, kills it when it does not come by itself; returns the wait status.
    int reap();

    pid_t m_pid = -1;
    WorkerChannel m_channel;
    std::filesystem::path m_program;
    Hello m_hello;
};

/// Exit statuses of a worker that could not go on.
enum WorkerExit : int {
    kWorkerDone = 0,
    kWorkerMisused = 2,    ///< Not started by a program of Keyreel.
    kWorkerUnguarded = 3,  ///< The kernel refused to guard it, so it refused to work.
    kWorkerOutOfMemory = 4,
};

/// Where the worker is: beside the running program, or where an installation keeps it. Empty when nowhere.
std::filesystem::path findWorkerProgram();

}  // namespace keyreel::media::worker
