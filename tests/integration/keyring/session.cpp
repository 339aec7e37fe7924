#include "session.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace keyreel::test {

pid_t keyringPid() {
    const char* text = std::getenv("KEYREEL_TEST_KEYRING_PID");
    return text == nullptr ? 0 : static_cast<pid_t>(std::strtol(text, nullptr, 10));
}

bool unlockKeyring(const std::string& password) {
    std::string command = "'" KEYREEL_UNLOCK_KEYRING "'";
    if (!password.empty()) command += " '" + password + "'";
    return std::system(command.c_str()) == 0;
}

std::string firstLineOf(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::array<char, 1024> buffer{};
    std::string line;
    if (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) line = buffer.data();
    // Read to the end, so that the command can finish.
    std::array<char, 1024> rest{};
    while (std::fgets(rest.data(), rest.size(), pipe) != nullptr) {
    }
    pclose(pipe);
    if (!line.empty() && line.back() == '\n') line.pop_back();
    return line;
}

std::string inNewProcess(const std::string& step, const std::filesystem::path& profileDir) {
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    return firstLineOf("'" + self + "' --step " + step + " '" + profileDir.string() + "'");
}

}  // namespace keyreel::test
