#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::isobmff {

/// One subsegment of a `sidx` (ISO/IEC 14496-12 section 8.16.3).
struct SegmentReference {
    std::uint32_t size = 0;      ///< Bytes of moof + mdat; below 2^31.
    std::uint32_t duration = 0;  ///< In the index's timescale.
    bool startsWithSap = true;
    std::uint8_t sapType = 1;
};

struct SegmentIndex {
    std::uint32_t referenceId = 1;
    std::uint32_t timescale = 0;
    std::uint64_t earliestPresentationTime = 0;
    std::uint64_t firstOffset = 0;  ///< From the end of the box to the first subsegment.
    std::vector<SegmentReference> references;
};

/// The `styp` of a segment in a file of its own (ISO/IEC 14496-12 section 8.16.2; 23009-1 section 6.3.4.2).
Bytes writeSegmentType();

/// A whole version 1 box. Its size depends only on the number of references: 40 + 12 n bytes. Code
/// `segment_index_invalid`.
Result<Bytes> writeSegmentIndex(const SegmentIndex& index);

/// Reads the content of a `sidx` box; hierarchical indexes are refused. Codes: `box_malformed`,
/// `segment_index_hierarchical`.
Result<SegmentIndex> readSegmentIndex(ByteView content, std::uint64_t fileOffset);

}  // namespace keyreel::isobmff
