#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::isobmff {

using KeyId = std::array<std::uint8_t, 16>;
using SystemId = std::array<std::uint8_t, 16>;

/// Protection system specific header (ISO/IEC 23001-7 section 8.1).
struct Pssh {
    SystemId systemId{};
    std::vector<KeyId> keyIds;  ///< Version 1; without any the box is written as version 0.
    Bytes data;

    bool operator==(const Pssh&) const = default;
};

/// A whole box, as it goes into moov and, base64, into `cenc:pssh` of an MPD.
Bytes writePssh(const Pssh& pssh);

/// Reads a whole box (versions 0 and 1) that must end where `box` ends. Code `box_malformed`.
Result<Pssh> readPssh(ByteView box, std::uint64_t fileOffset = 0);

/// Reads one or more boxes that lie one behind the other. Code `box_malformed`.
Result<std::vector<Pssh>> readPsshList(ByteView boxes);

}  // namespace keyreel::isobmff
