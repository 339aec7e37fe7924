#include "app/cli/output_file.h"

#include <system_error>

namespace keyreel::cli {

Status mayWriteFile(const std::string& output, const std::vector<std::filesystem::path>& inputs, bool force) {
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(output, error))) return {};
    for (const auto& input : inputs)
        if (std::filesystem::equivalent(output, input, error))
            return fail("output_is_source", output + " is the file that is read.", "Choose another name.");
    if (force) return {};
    return fail("file_exists", output + " is there already.",
                "Choose another name, or write --force to replace it.");
}

}  // namespace keyreel::cli
