#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace keyreel {

/// Bytes of the well-formed sequence (Unicode table 3-7) that `bytes` begin with: 1 to 4, or 0 when there is
/// none.
std::size_t utf8Sequence(ByteView bytes);

/// True for well-formed UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(ByteView bytes);

/// Whether the characters that embed, override or isolate a direction (UAX 9 section 2) may stay in a text.
enum class Directions { Keep, Replace };

/// What people may be shown of a stranger's text: control characters that are not in `kept`, directions,
/// which can make the text around them read differently, and bytes that are no text become '?'.
std::string printable(std::string_view text, std::string_view kept = {},
                      Directions directions = Directions::Replace);

}  // namespace keyreel
