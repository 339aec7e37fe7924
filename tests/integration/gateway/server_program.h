#pragma once

#include <sys/types.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace keyreel::gateway {

/// One of the shipped servers as a process of its own.
class ServerProgram {
public:
    enum class Until { Ready, Started };
    /// Waits until it says that it is ready; throws std::runtime_error when it does not come up.
    explicit ServerProgram(const std::vector<std::string>& arguments, Until until = Until::Ready);
    /// Kills it.
    ~ServerProgram();
    ServerProgram(const ServerProgram&) = delete;
    ServerProgram& operator=(const ServerProgram&) = delete;

    /// The JSON line that it printed when it was ready.
    [[nodiscard]] const nlohmann::json& ready() const { return m_ready; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// SIGKILL, and waits.
    void kill();
    /// SIGTERM; its exit status, or -1 when it ended by a signal.
    int end();
    /// Most bytes of it that were ever in memory.
    [[nodiscard]] std::uint64_t peakMemory() const;

private:
    pid_t m_pid = -1;
    nlohmann::json m_ready;
};

/// Runs a program to its end and gives its exit status, -1 after a signal.
int exitStatusOf(const std::vector<std::string>& arguments);

}  // namespace keyreel::gateway
