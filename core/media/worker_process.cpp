#include "core/media/worker_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <thread>
#include <vector>

#include "core/base/sanitized.h"

namespace keyreel::media::worker {
namespace {

constexpr int kWorkerSocket = 3;
constexpr const char* kProgramName = "keyreel-media-worker";
/// A worker that closed its socket ends at once; this is for the kernel to tell.
constexpr std::chrono::milliseconds kEndPatience{500};
constexpr std::chrono::milliseconds kEndPoll{1};

class SpawnPlan {
public:
    explicit SpawnPlan(int socket) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, socket, kWorkerSocket);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
        if (!kSanitized) posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&actions, kWorkerSocket + 1);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigdefault(&attributes, &all);
        // Ctrl+C at a terminal is for the program, which then cancels in its own order.
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

/// A sanitizer needs its options; it also keeps standard error to say what it found.
std::vector<std::string> environmentOfWorker() {
    std::vector<std::string> environment;
    if (kSanitized)
        for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
            if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
    return environment;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

Error ended(const std::string& name, int status) {
    const std::string what = "The media worker that was reading " + name;
    const std::string next =
        "The film may be damaged, or made to attack whoever opens it. Nothing else is affected: convert it "
        "with another program, or choose another film.";
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGSYS)
            return {"media_worker_forbidden",
                    what + " tried to do what it may not, and was stopped by the kernel.", next};
        if (signal == SIGXCPU)
            return {"media_worker_timeout", what + " used more processor time than any such film needs.",
                    next};
        if (signal == SIGKILL)
            return {"media_worker_killed", what + " was killed by somebody else.",
                    "Try again. If it stays, this computer may have too little memory for the film."};
        const char* description = sigabbrev_np(signal);
        return {"media_worker_crashed",
                what + " crashed (SIG" + (description != nullptr ? description : "?") + ").", next};
    }
    switch (WEXITSTATUS(status)) {
        case kWorkerOutOfMemory:
            return {"media_worker_memory", what + " needed more memory than it may have.", next};
        case kWorkerUnguarded:
            return {"media_worker_unguarded",
                    "The media worker could not shut itself in, so it does not open " + name + ".",
                    "Keyreel needs a Linux kernel with seccomp filters; some containers switch them off."};
        default:
            return {"media_worker_failed",
                    what + " ended with status " + std::to_string(WEXITSTATUS(status)) + ".",
                    "Install Keyreel again."};
    }
}

}  // namespace

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const std::filesystem::path& program,
                                                            std::uint64_t memory) {
    if (program.empty() || ::access(program.c_str(), X_OK) != 0)
        return fail("media_worker_missing",
                    (program.empty() ? std::string(kProgramName) : program.string()) +
                        " is not there, or may not be run.",
                    "Build or install Keyreel again: it reads films in a program of its own.");
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail("media_worker_failed", std::string("No channel to the media worker: ") +
                                               std::generic_category().message(errno) + ".");
    WorkerChannel channel(ends[0]);
    const WorkerChannel theirs(ends[1]);
    std::vector<std::string> arguments{program.string(), std::to_string(memory)};
    std::vector<std::string> environment = environmentOfWorker();
    const SpawnPlan plan(ends[1]);
    pid_t pid = -1;
    const int error = posix_spawn(&pid, arguments.front().c_str(), &plan.actions, &plan.attributes,
                                  pointersTo(arguments).data(), pointersTo(environment).data());
    if (error != 0)
        return fail("media_worker_failed", program.string() + " could not be started: " +
                                               std::generic_category().message(error) + ".");
    return std::unique_ptr<WorkerProcess>(new WorkerProcess(pid, std::move(channel), program));
}

WorkerProcess::~WorkerProcess() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

int WorkerProcess::reap() {
    int status = 0;
    const auto deadline = std::chrono::steady_clock::now() + kEndPatience;
    for (;;) {
        const pid_t done = ::waitpid(m_pid, &status, WNOHANG);
        if (done == m_pid || (done < 0 && errno != EINTR)) break;
        if (std::chrono::steady_clock::now() >= deadline) {
            ::kill(m_pid, SIGKILL);
            while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
            }
            break;
        }
        std::this_thread::sleep_for(kEndPoll);
    }
    m_pid = -1;
    return status;
}

Status WorkerProcess::greet(const Patience& patience) {
    const auto message = m_channel.receive(patience);
    if (!message) return tl::unexpected<Error>(explain(message.error(), "the film"));
    const auto hello = message->type == MessageType::Hello
                           ? decodeHello(message->payload)
                           : Result<Hello>(fail("media_worker_protocol", "No greeting."));
    if (!hello) return tl::unexpected<Error>(explain(hello.error(), "the film"));
    if (!hello->seccomp) return tl::unexpected<Error>(ended("the film", kWorkerUnguarded << 8));
    m_hello = *hello;
    return {};
}

void WorkerProcess::allowProcessorTime(std::chrono::seconds time) const {
    // A hard limit could not be raised again for a longer task; the worker's filter keeps it from the soft
    // one.
    rlimit limit{};
    if (::prlimit(m_pid, RLIMIT_CPU, nullptr, &limit) != 0) return;
    limit.rlim_cur = std::min<rlim_t>(static_cast<rlim_t>(time.count()), limit.rlim_max);
    (void)::prlimit(m_pid, RLIMIT_CPU, &limit, nullptr);
}

Error WorkerProcess::explain(const Error& error, const std::string& name) {
    if (m_pid <= 0) return error;
    if (error.code == "media_worker_gone") return ended(name, reap());
    ::kill(m_pid, SIGKILL);
    (void)reap();
    if (error.code == "media_worker_timeout")
        return {"media_worker_timeout", "The media worker did not get on with " + name + " and was stopped.",
                "The film may be damaged, or made to attack whoever opens it; or the disk is very slow. Try "
                "again, or choose another film."};
    if (error.code == "cancelled") return {"cancelled", "Reading " + name + " was cancelled.", {}};
    return {error.code, name + ": " + error.what, error.next};
}

std::filesystem::path findWorkerProgram() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const auto folder = program.parent_path();
    for (const auto& place :
         {folder / kProgramName, folder.parent_path() / "libexec" / "keyreel" / kProgramName})
        if (::access(place.c_str(), X_OK) == 0) return place;
    return {};
}

}  // namespace keyreel::media::worker
