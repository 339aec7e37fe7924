#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/isobmff/four_cc.h"

namespace keyreel::cenc {

/// What is wrong with a clear sample of a `wvtt` or `stpp` track (ISO/IEC 14496-30 sections 5 and 7.4), in
/// words; nothing when it is right, or of another format. Private to this room.
std::optional<std::string> textFault(isobmff::FourCc format, ByteView sample);

}  // namespace keyreel::cenc
