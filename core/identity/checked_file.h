#pragma once

#include <cstddef>
#include <optional>

#include "core/base/bytes.h"

namespace keyreel::identity {

/// Files of this room end with the SHA-256 of all before, which tells a damaged file from a wrong key.
inline constexpr std::size_t kCheckSize = 32;

/// What stands before the digest; nothing when the digest is another one or the file is shorter than it.
std::optional<ByteView> checkedContent(ByteView file);

}  // namespace keyreel::identity
