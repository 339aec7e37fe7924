#include "tests/interop/command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>

#include "tests/support/temporary_folder.h"

extern char** environ;

namespace keyreel::test {

CommandResult run(const std::vector<std::string>& arguments) {
    const TemporaryFolder folder;
    const std::string errors = folder.path() / "errors";
    std::array<int, 2> pipe{};
    CommandResult result;
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) return result;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT, 0600);
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    pid_t child = 0;
    const int spawned = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe[1]);
    if (spawned == 0) {
        std::array<char, 65536> block{};
        for (ssize_t got = 0; (got = read(pipe[0], block.data(), block.size())) > 0;)
            result.output.append(block.data(), static_cast<std::size_t>(got));
        int status = 0;
        if (waitpid(child, &status, 0) == child && WIFEXITED(status)) result.exitCode = WEXITSTATUS(status);
        std::ifstream file(errors);
        std::ostringstream text;
        text << file.rdbuf();
        result.errors = text.str();
    } else {
        result.exitCode = 127;
        result.errors = arguments.front() + " is not installed";
    }
    close(pipe[0]);
    return result;
}

}  // namespace keyreel::test
