#pragma once

#include <string>

#include "core/base/bytes.h"

namespace keyreel::test {

/// A TrueType font of one glyph: every printable ASCII character is a square, as wide as it is high but for a
/// tenth at each side, 0.7 em above the line. No other font of a computer looks like it.
Bytes blockFont(const std::string& family);

}  // namespace keyreel::test
