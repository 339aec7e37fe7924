#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/cenc/sample_map.h"
#include "core/isobmff/segment_index.h"

namespace keyreel::cenc {

/// Where the fragments of a file are, found as late as possible: from its `sidx`, else by walking top-level
/// box headers only as far as a question needs. A region begins with a segment (or a moof) and ends where the
/// next one begins.
class FragmentIndex {
public:
    FragmentIndex(ByteSource& source, std::uint64_t start) : m_source(&source), m_frontier(start) {}

    /// Takes regions from an index whose box ends at `anchor`. Code `box_malformed` when they leave the file.
    Status useSegmentIndex(const isobmff::SegmentIndex& index, std::uint64_t anchor);

    /// The region that holds `offset`, or nothing when that byte belongs to none. Codes: `box_malformed`, the
    /// source's.
    Result<std::optional<FileRange>> regionAt(std::uint64_t offset);
    /// Where the next known region after `offset` begins, else the end of what was walked.
    [[nodiscard]] std::uint64_t nextBoundary(std::uint64_t offset) const;

private:
    Status step();

    ByteSource* m_source;
    std::vector<FileRange> m_regions;
    std::uint64_t m_frontier;
    bool m_open = false;  ///< The last region grows with the walk.
};

}  // namespace keyreel::cenc
