#pragma once

#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::cli {

/// One line of standard input without its end, read into locked memory only. At a terminal `prompt` goes to
/// standard error first and nothing that is typed is shown; the terminal is as before when this returns, also
/// when Ctrl-C ended it. Code `cancelled`.
Result<SecretBytes> readSecretLine(const std::string& prompt, const std::stop_token& stop);

/// Standard input to its end without its last line ends, at most 1024 bytes. Shows what is typed. Code
/// `cancelled`.
Result<SecretBytes> readSecretText(const std::string& prompt, const std::stop_token& stop);

}  // namespace keyreel::cli
