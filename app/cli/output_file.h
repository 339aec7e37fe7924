#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace keyreel::cli {

/// Whether a command may write the file that it was told to write. Never one that it reads, by whatever way
/// the two names lead to it; one that is there already only when it was told so. Codes: `output_is_source`,
/// `file_exists`.
Status mayWriteFile(const std::string& output, const std::vector<std::filesystem::path>& inputs, bool force);

}  // namespace keyreel::cli
