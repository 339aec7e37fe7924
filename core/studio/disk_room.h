#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace keyreel::studio {

/// Whether `bytes` more will fit where `folder` is, so that nobody waits an hour to learn that they do not.
/// What cannot be told is no reason to refuse. Code `disk_full`, which says how much is missing. Thread: any.
Status checkRoom(const std::filesystem::path& folder, std::uint64_t bytes);

}  // namespace keyreel::studio
