#pragma once

#include <cstdint>

#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

using isobmff::KeyId;

/// Protection schemes of ISO/IEC 23001-7 section 10 that Keyreel writes and reads.
enum class Scheme { Cenc = 1 };

/// How a track is protected, as `schm` and `tenc` say it.
struct Protection {
    Scheme scheme = Scheme::Cenc;
    KeyId keyId{};
    std::uint8_t ivSize = 8;  ///< Per-sample IV bytes; 8 is the only size written (no counter can wrap).
};

}  // namespace keyreel::cenc
