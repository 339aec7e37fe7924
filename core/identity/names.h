#pragma once

#include <string_view>

#include "core/base/result.h"

namespace keyreel::identity {

/// What a person or a device may be called, in every place that takes a new name: the smallest limit of all
/// that the name goes into (manifest, catalogue, statements), so that nothing that was accepted here is
/// refused there.
inline constexpr std::size_t kMaxNameBytes = 200;

/// 1 to 200 bytes of UTF-8 without control characters. `whose` begins the sentence: "Your name", "The name of
/// this computer". Code `bad_argument`.
Status checkName(std::string_view name, std::string_view whose);

/// Both of them.
Status checkNames(std::string_view displayName, std::string_view deviceName);

/// The longest beginning of `name` that has at most `bytes` bytes and ends between two characters.
std::string_view shortened(std::string_view name, std::size_t bytes);

}  // namespace keyreel::identity
