#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace keyreel::cli {

// What the command line says of itself, for the tools that explain and complete it. All of it is derived from
// the commands as they are declared, so that nothing can be forgotten. Pure functions.

/// The manual page, section 1, in roff (man macros).
std::string manualPage(const CLI::App& app);
/// Completion functions for the three shells.
std::string bashCompletion(const CLI::App& app);
std::string zshCompletion(const CLI::App& app);
std::string fishCompletion(const CLI::App& app);

}  // namespace keyreel::cli
