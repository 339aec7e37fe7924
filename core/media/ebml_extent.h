#pragma once

#include <cstdint>

#include "core/base/file.h"
#include "core/base/result.h"

namespace keyreel::media {

/// Where a Matroska or WebM file of `size` bytes ends by its own sizes: behind `size` when it is cut off. A
/// Segment or a Cluster whose size was left open, as in a stream or a recording, is looked at element by
/// element. Elements that cannot be understood are left to the demuxer. Codes: those of File::readAt,
/// `media_damaged` (more elements than a film of 24 hours has).
Result<std::uint64_t> ebmlEnd(const File& file, std::uint64_t size);

}  // namespace keyreel::media
