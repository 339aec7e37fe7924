#pragma once

#include <string>
#include <vector>

namespace keyreel::test {

struct CommandResult {
    int exitCode = -1;
    std::string output;
    std::string errors;
};

/// Runs a program found in PATH without a shell and waits for its end. Exit code 127 when it is not
/// installed.
CommandResult run(const std::vector<std::string>& arguments);

}  // namespace keyreel::test
