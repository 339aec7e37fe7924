#pragma once

#include <array>
#include <cstdint>

#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/cenc/subsample_planner.h"

namespace keyreel::cenc {

/// Collects the protectable ranges of a sample, in order, and makes the subsample list that fits one aux info
/// record. Fixed size. When there are more ranges than entries the smallest stay clear (the most that can be
/// protected is).
class SubsampleMapBuilder {
public:
    explicit SubsampleMapBuilder(Scheme scheme = Scheme::Cenc) : m_limit(maxSubsamples(scheme)) {}

    /// The bytes from `begin` to `end` may be protected: whole blocks that end at `end` are (ISO/IEC 23000-19
    /// section 8.2.3.2); less than a block stays clear. Ranges must ascend.
    void addBlocks(std::uint64_t begin, std::uint64_t end);
    /// All bytes from `begin` to `end` are a protected range, whatever their number (cbcs leaves what does
    /// not fill a block clear by itself, ISO/IEC 23001-7 section 9.6).
    void addWhole(std::uint64_t begin, std::uint64_t end);
    /// The list for a sample of `size` bytes. Code `sample_too_fragmented` when even the clear bytes need too
    /// many entries.
    Result<SubsampleMap> finish(std::uint64_t size);
    /// Every byte protected, no list.
    static SubsampleMap fullSample();

private:
    struct Range {
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
    };
    void keep(Range range);
    void dropSmallest();
    [[nodiscard]] std::uint64_t entriesFor(std::uint64_t size) const;

    std::size_t m_limit;
    std::array<Range, kMaxSubsamplesCbcs + 1> m_ranges{};
    std::size_t m_count = 0;
    std::uint32_t m_leftClear = 0;
};

}  // namespace keyreel::cenc
