#pragma once

#include <string_view>

#include "core/isobmff/four_cc.h"

namespace keyreel::isobmff {

/// Where a box is written down, as "ISO/IEC 14496-12 8.7.3"; empty for a box that this room does not read.
std::string_view clauseOf(FourCc type);

}  // namespace keyreel::isobmff
