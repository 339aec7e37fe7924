#pragma once

#include <cstdint>
#include <string>

#include "core/base/byte_source.h"
#include "core/base/result.h"

namespace keyreel::media {

/// Where a Matroska or WebM file ends by its own sizes: behind its last byte when it is cut off. A
/// Segment or a Cluster whose size was left open, as in a stream or a recording, is looked at element by
/// element. Elements that cannot be understood are left to the demuxer. Codes: those of ByteSource::read,
/// `media_damaged` (more elements than a film of 24 hours has).
Result<std::uint64_t> ebmlEnd(ByteSource& file, const std::string& name);

}  // namespace keyreel::media
