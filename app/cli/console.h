#pragma once

#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace keyreel::cli {

/// Exit statuses, the same for every command.
enum ExitStatus : int {
    kDone = 0,
    kFailed = 1,         ///< Anything not below; the error's code says what.
    kUsage = 2,          ///< The command line was not understood.
    kRefused = 3,        ///< The rights of this account or device do not allow it.
    kKeyring = 4,        ///< The keyring is locked, missing or has lost the key.
    kUnreachable = 5,    ///< A gateway or too many key nodes could not be reached.
    kContradiction = 6,  ///< The gateway has signed what contradicts itself, or shows what it did not sign.
    kCancelled = 130,
};
int exitStatusOf(const Error& error);

/// What a command says: words for people, or with --json exactly one JSON object on standard output (progress
/// then goes as JSON lines to standard error). No word from a file or a server moves a terminal's cursor or
/// turns its direction. Thread: one.
class Console {
public:
    explicit Console(bool json) : m_json(json) {}

    [[nodiscard]] bool json() const { return m_json; }

    /// A line for people; silent with --json.
    void line(const std::string& text) const;
    /// Ends a command that did what was asked.
    int done(nlohmann::json result) const;
    /// Ends a command that did not; `result` is what it found out all the same.
    int failed(const Error& error, nlohmann::json result = nlohmann::json::object()) const;
    /// Something along the way: a text line for people, `event` for programs.
    void event(const std::string& text, const nlohmann::json& event) const;

private:
    bool m_json;
};

/// Stops on SIGINT and SIGTERM, so that a command can clean up. Install once, first in main.
std::stop_token stopOnSignals();

/// "12.3 MB", "1.20 GB".
std::string bytesText(std::uint64_t bytes);
/// "1:02:03" or "2:03".
std::string timeText(double seconds);

}  // namespace keyreel::cli
