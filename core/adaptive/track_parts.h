#pragma once

#include <cstdint>
#include <vector>

#include "core/adaptive/package_folder.h"
#include "core/adaptive/stream_description.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"

namespace keyreel::adaptive {

/// What a representation in ISO base media segments consists of, measured on the disk.
struct TrackParts {
    Bytes init;                        ///< `ftyp` and `moov`.
    std::vector<Piece> segments;       ///< Each from its first `moof` on; with sizes.
    std::vector<std::uint64_t> times;  ///< When each begins, and when the last one ends, in `timescale`.
    std::uint32_t timescale = 1;
    std::uint32_t trackId = 1;
    std::vector<cenc::KeyId> keyIds;  ///< Of its protected tracks.
    bool hasPicture = false;
    bool hasSound = false;
    std::uint32_t width = 0;  ///< Of the picture as its head says; 0 without one.
    std::uint32_t height = 0;
};

/// Reads the head, and the index of a whole file or the first `moof` of each segment. Codes, with the place:
/// `package_part_missing`, `package_truncated`, `package_outside`, `package_unsupported` (not fragmented),
/// `package_invalid`, `package_limit`, `box_malformed`, file_*.
Result<TrackParts> readTrackParts(PackageFolder& folder, const Representation& about);

}  // namespace keyreel::adaptive
