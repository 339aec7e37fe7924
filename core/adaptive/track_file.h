#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "core/adaptive/spliced_source.h"
#include "core/adaptive/track_parts.h"

namespace keyreel::adaptive {

/// A representation as one fragmented file: its head, an index of its segments made here, and the segments.
/// So whatever plays a file plays it, whichever way it is cut and stored.
struct TrackFile {
    std::shared_ptr<const Splice> splice;
    std::vector<std::uint64_t> offsets;             ///< Of the segments in the spliced file.
    std::vector<std::chrono::microseconds> starts;  ///< Of the segments, counted from the first one.

    /// For a reader of its own.
    [[nodiscard]] std::shared_ptr<ByteSource> open() const { return std::make_shared<SplicedSource>(splice); }
};

/// `start`: what its media calls the beginning of the film, in its timescale; an edit list in the head leads
/// there (ISO/IEC 14496-12 section 8.6.6). Codes: those of `folder`, `box_malformed`, `package_limit`.
Result<TrackFile> spliceTrack(PackageFolder& folder, const TrackParts& parts, std::uint64_t start,
                              const std::string& place);

}  // namespace keyreel::adaptive
