#pragma once

#include <string>

#include "app/cli/command.h"

namespace keyreel::cli {

// What the command line says of itself, for the tools that explain and complete it. All of it is derived from
// the commands as they are declared, so that nothing can be forgotten. Pure functions.

/// The manual page, section 1, in roff (man macros).
std::string manualPage(Command app);
/// Completion functions for the three shells.
std::string bashCompletion(Command app);
std::string zshCompletion(Command app);
std::string fishCompletion(Command app);

}  // namespace keyreel::cli
