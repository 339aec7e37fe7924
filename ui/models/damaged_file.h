#pragma once

#include <filesystem>
#include <optional>

namespace keyreel::ui {

/// Moves a file that cannot be read to a free name beside it, FILE.damaged or FILE.damaged-2 and so on, so
/// that nothing writes over it. Where it is now; nothing: it cannot be moved.
std::optional<std::filesystem::path> putAside(const std::filesystem::path& file);

}  // namespace keyreel::ui
