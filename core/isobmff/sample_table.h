#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/isobmff/box.h"
#include "core/isobmff/movie.h"

namespace keyreel::isobmff {

/// The place of every sample of an `stbl` (ISO/IEC 14496-12 sections 8.7.3 to 8.7.5: stsz or stz2, stsc, stco
/// or co64). Code `box_malformed`.
Result<std::vector<SamplePlace>> readSampleTable(const Box& stbl);

}  // namespace keyreel::isobmff
