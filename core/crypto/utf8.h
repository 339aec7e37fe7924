#pragma once

#include "core/base/bytes.h"

namespace keyreel::crypto {

/// True for well-formed UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(ByteView bytes);

}  // namespace keyreel::crypto
