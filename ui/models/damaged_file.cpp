#include "ui/models/damaged_file.h"

#include <string>

namespace keyreel::ui {

std::optional<std::filesystem::path> putAside(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::path aside = file.string() + ".damaged";
    for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(aside, error)); ++number)
        aside = file.string() + ".damaged-" + std::to_string(number);
    std::filesystem::rename(file, aside, error);
    if (error) return std::nullopt;
    return aside;
}

}  // namespace keyreel::ui
