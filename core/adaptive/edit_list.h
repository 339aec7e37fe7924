#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/box.h"

namespace keyreel::adaptive {

/// What a track (a `trak` box) calls the beginning of the film, in its timescale: the media time of its first
/// edit that is not empty; 0 without one. Code `box_malformed`.
Result<std::uint64_t> mediaStart(const isobmff::Box& trak);

/// A head (`ftyp`, `moov`) whose tracks begin `ticks` later in their media: an edit that leads there (ISO/IEC
/// 14496-12 section 8.6.6), where a track has none yet; one that it has is led on. `timescale` is what
/// `ticks` count in; other tracks of the head count in theirs. Code `box_malformed`.
Result<Bytes> beginLater(ByteView head, std::uint64_t ticks, std::uint32_t timescale);

}  // namespace keyreel::adaptive
