#pragma once

#include <string>
#include <vector>

#include "app/cli/command.h"

namespace keyreel::cli {

/// One option as people type it.
struct OptionWords {
    std::vector<std::string> names;  ///< "-h", "--help"; empty for a positional.
    std::string value;               ///< "FILE"; empty for a flag.
    std::string description;
    bool required = false;
};

/// One command with the words that lead to it: {} for the program itself, {"identity", "create"}.
struct CommandWords {
    std::vector<std::string> path;
    std::string description;
    std::vector<OptionWords> options;
    std::vector<OptionWords> positionals;
    std::vector<std::string> subcommands;
};

/// The program and every command below it, parents before children, in the order of declaration.
std::vector<CommandWords> commandTree(Command program);

/// The words joined by spaces.
std::string joined(const std::vector<std::string>& words);

}  // namespace keyreel::cli
