#pragma once

#include <cstddef>

#include "core/base/bytes.h"

namespace keyreel {

/// Bytes of the well-formed sequence (Unicode table 3-7) that `bytes` begin with: 1 to 4, or 0 when there is
/// none.
std::size_t utf8Sequence(ByteView bytes);

/// True for well-formed UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(ByteView bytes);

}  // namespace keyreel
