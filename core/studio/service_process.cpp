#include "core/studio/service_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <system_error>
#include <thread>

#include "core/base/progress.h"
#include "core/gateway/server_process.h"

extern char** environ;

namespace keyreel::studio {
namespace {

constexpr std::size_t kMaxReadyLine = 64 * 1024;
constexpr std::chrono::milliseconds kPoll{20};

std::string lastLines(const std::filesystem::path& logFile) {
    std::ifstream file(logFile);
    std::string line;
    std::string last;
    while (std::getline(file, line))
        if (!line.empty()) last = line;
    return last;
}

class Pipe {
public:
    Pipe() {
        if (pipe2(m_ends.data(), O_CLOEXEC) != 0) m_ends = {-1, -1};
    }
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close(std::size_t end) {
        if (m_ends[end] >= 0) ::close(m_ends[end]);
        m_ends[end] = -1;
    }
    [[nodiscard]] int reading() const { return m_ends[0]; }
    [[nodiscard]] int writing() const { return m_ends[1]; }

private:
    std::array<int, 2> m_ends{-1, -1};
};

class SpawnPlan {
public:
    SpawnPlan(int outputPipe, const std::filesystem::path& logFile) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, outputPipe, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, logFile.c_str(),
                                         O_WRONLY | O_CREAT | O_APPEND, 0600);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
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

}  // namespace

bool ServiceProcess::running() const {
    if (pid <= 0) return false;
    int status = 0;
    (void)waitpid(pid, &status, WNOHANG);  // Reaps it if it was a child of ours; harmless otherwise.
    const auto stat = gateway::processStat(pid);
    return stat && stat->state != 'Z' && stat->startTime == startTime;
}

void ServiceProcess::stop(std::chrono::milliseconds patience) const {
    if (!running()) return;
    ::kill(pid, SIGTERM);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (running()) {
        if (std::chrono::steady_clock::now() >= deadline) {
            ::kill(pid, SIGKILL);
            while (running())
                std::this_thread::sleep_for(kPoll);
            return;
        }
        std::this_thread::sleep_for(kPoll);
    }
}

Result<StartedService> startService(const std::vector<std::string>& arguments,
                                    const std::filesystem::path& logFile, std::chrono::milliseconds patience,
                                    const std::stop_token& stop) {
    const std::string name = std::filesystem::path(arguments.front()).filename().string();
    if (::access(arguments.front().c_str(), X_OK) != 0)
        return fail("service_missing", arguments.front() + " is not there, or may not be run.",
                    "Build or install Keyreel again: " + name + " belongs beside the program.");
    Pipe output;
    if (output.reading() < 0) return fail("service_failed", "No pipe could be made for " + name + ".");
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);

    StartedService started;
    {
        const SpawnPlan plan(output.writing(), logFile);
        const int error =
            posix_spawn(&started.process.pid, argv[0], &plan.actions, &plan.attributes, argv.data(), environ);
        if (error != 0)
            return fail("service_failed",
                        name + " could not be started: " + std::generic_category().message(error) + ".");
    }
    output.close(1);
    if (const auto stat = gateway::processStat(started.process.pid))
        started.process.startTime = stat->startTime;

    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::array<char, 4096> buffer{};
    while (started.readyLine.find('\n') == std::string::npos) {
        if (stop.stop_requested()) {
            started.process.stop(std::chrono::seconds(2));
            return cancelled("Starting " + name);
        }
        if (std::chrono::steady_clock::now() >= deadline || started.readyLine.size() > kMaxReadyLine) {
            started.process.stop(std::chrono::seconds(2));
            return fail("service_slow", name + " did not become ready in time.",
                        "See " + logFile.string() + ".");
        }
        pollfd ready{output.reading(), POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(kPoll.count())) <= 0) continue;
        const ssize_t got = ::read(output.reading(), buffer.data(), buffer.size());
        if (got <= 0) {
            started.process.stop(std::chrono::seconds(2));
            return fail("service_failed", name + " ended before it was ready: " + lastLines(logFile),
                        "See " + logFile.string() + ".");
        }
        started.readyLine.append(buffer.data(), static_cast<std::size_t>(got));
    }
    started.readyLine.resize(started.readyLine.find('\n'));
    return started;
}

}  // namespace keyreel::studio
