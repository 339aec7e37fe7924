#include "tests/integration/gateway/server_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <fstream>
#include <stdexcept>

extern char** environ;

namespace keyreel::gateway {

namespace {

pid_t spawn(const std::vector<std::string>& arguments, int output) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t pid = -1;
    const int error = posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot start " + arguments.front());
    return pid;
}

int statusOf(pid_t pid) {
    int status = 0;
    if (::waitpid(pid, &status, 0) != pid || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

}  // namespace

ServerProgram::ServerProgram(const std::vector<std::string>& arguments, Until until) {
    if (until == Until::Started) {
        m_pid = spawn(arguments, -1);
        return;
    }
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    m_pid = spawn(arguments, ends[1]);
    ::close(ends[1]);
    std::string line;
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1 && byte != '\n')
        line += byte;
    ::close(ends[0]);
    m_ready = nlohmann::json::parse(line, nullptr, false);
    if (!m_ready.is_object() || !m_ready.value("ready", false)) {
        kill();
        throw std::runtime_error("not ready: " + line);
    }
}

ServerProgram::~ServerProgram() {
    kill();
}

void ServerProgram::kill() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    (void)statusOf(m_pid);
    m_pid = -1;
}

int ServerProgram::end() {
    ::kill(m_pid, SIGTERM);
    const int status = statusOf(m_pid);
    m_pid = -1;
    return status;
}

std::uint64_t ServerProgram::peakMemory() const {
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/status");
    std::string line;
    while (std::getline(file, line))
        if (line.rfind("VmHWM:", 0) == 0) return std::stoull(line.substr(6)) * 1024;
    throw std::runtime_error("no memory figure");
}

int exitStatusOf(const std::vector<std::string>& arguments) {
    return statusOf(spawn(arguments, -1));
}

}  // namespace keyreel::gateway
