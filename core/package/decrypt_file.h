#pragma once

#include <filesystem>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// "KID:KEY" in hexadecimal (32 digits each; the KID may be a dashed UUID), as the command line takes it.
/// Code `key_argument_invalid`; the message never repeats the key.
Result<TrackKey> parseKeyArgument(std::string_view argument);

/// Writes the clear form of a protected file (`keyreel-cli decrypt`): it appears only when whole.
/// Codes: file_*, those of cenc::ClearView, `not_protected`, `cancelled`.
Status decryptFile(const std::filesystem::path& input, std::vector<TrackKey> keys,
                   const std::filesystem::path& output, std::stop_token stop = {},
                   const ProgressSink& progress = {});

}  // namespace keyreel::package
