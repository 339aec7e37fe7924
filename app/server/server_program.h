#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/gateway/server_setup.h"

namespace keyreel::server {

/// A server as its program sees it.
struct Running {
    std::string url;
    nlohmann::json ready;        ///< What its supervisor is told besides the address, on one line.
    std::function<void()> stop;  ///< Lets requests in flight end.
};

/// What both server programs are: the options they share, the ready line, SIGTERM, exit status (0 ended as
/// asked, 1 failed, 2 wrong command line). SIGTERM and SIGINT end it at any time, also while it starts.
class ServerProgram {
public:
    /// `name` as people start it; `shownName` is the default of --name.
    ServerProgram(const std::string& description, std::string name, std::string shownName);

    /// For the options that only one of them has.
    [[nodiscard]] CLI::App& options() { return m_app; }

    struct Common {
        std::filesystem::path dataFolder;
        gateway::ListenAddress listen;
        std::filesystem::path certificateFile;
        std::filesystem::path keyFile;
        std::string name;
    };
    /// Checked by run() before it calls `start`.
    [[nodiscard]] const Common& common() const { return m_common; }

    struct Refusal {
        Error error;
        bool wrongCommandLine = false;
    };
    using Started = tl::expected<Running, Refusal>;
    /// Parses, starts, announces, waits for the end. `start` is called once, with the options parsed.
    int run(int argc, char** argv, const std::function<Started(const std::stop_token&)>& start);

private:
    int failed(const Error& error, bool wrongCommandLine) const;

    std::string m_name;
    CLI::App m_app;
    Common m_common;
    std::string m_listen = "127.0.0.1:0";
    int m_parentPid = 0;
};

tl::unexpected<ServerProgram::Refusal> refuse(Error error, bool wrongCommandLine = false);

}  // namespace keyreel::server
