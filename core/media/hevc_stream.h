#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::media {

// HEVC as a byte stream (ISO/IEC 23008-2 annex B), and what ISO files carry instead. Pure functions.

/// hvcC (ISO/IEC 14496-15 section 8.3.3.1) from Annex B parameter sets, of which all are in it. Code
/// `media_damaged` when one of the three kinds is missing or the SPS cannot be read.
Result<Bytes> hevcRecordFromAnnexB(ByteView parameterSets);

/// Rewrites an Annex B access unit to 4-byte lengths in `out` (replaced), without delimiters and without the
/// parameter sets that `record` (hvcC) has. Codes: `media_changes_coding` (another parameter set),
/// `media_damaged`.
Status hevcSampleFromAnnexB(ByteView sample, ByteView record, Bytes& out);

/// Whether an Annex B access unit is one that decoding can begin with and needs nothing before it (IDR).
bool isHevcIdr(ByteView sample);

}  // namespace keyreel::media
