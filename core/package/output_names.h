#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace keyreel::package {

/// Whether packaging may give its files these names in `folder`. Nothing may stand there but an older package
/// of Keyreel's, which is known by its stream.mpd; and none of the names may lead to one of the `sources`, by
/// whatever way. To be asked before anything is written. Codes: `output_is_source`, `file_exists`.
Status mayWrite(const std::filesystem::path& folder, const std::vector<std::string>& names,
                const std::vector<std::filesystem::path>& sources);

/// What a stream.mpd of Keyreel's contains.
inline constexpr const char* kMadeByKeyreel = "<!-- Made by Keyreel -->";

}  // namespace keyreel::package
