#include "core/cenc/subsample_map_builder.h"

#include <algorithm>

namespace keyreel::cenc {

namespace {

constexpr std::uint64_t kMaxClear = 0xffff;
constexpr std::uint64_t kBlock = 16;

/// Entries for `clear` bytes in front of a protected range: all but the last are {65535, 0}.
std::uint64_t entriesBefore(std::uint64_t clear) {
    return clear <= kMaxClear ? 1 : (clear + kMaxClear - 1) / kMaxClear;
}

}  // namespace

void SubsampleMapBuilder::addBlocks(std::uint64_t begin, std::uint64_t end) {
    if (end < begin + kBlock) return;
    const std::uint64_t size = (end - begin) / kBlock * kBlock;
    keep({end - size, static_cast<std::uint32_t>(size)});
}

void SubsampleMapBuilder::addWhole(std::uint64_t begin, std::uint64_t end) {
    if (end > begin) keep({begin, static_cast<std::uint32_t>(end - begin)});
}

void SubsampleMapBuilder::keep(Range range) {
    m_ranges[m_count++] = range;
    if (m_count > m_limit) dropSmallest();
}

void SubsampleMapBuilder::dropSmallest() {
    const auto end = m_ranges.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto smallest = std::min_element(m_ranges.begin(), end,
                                           [](const Range& a, const Range& b) { return a.size < b.size; });
    std::move(smallest + 1, end, smallest);
    --m_count;
    ++m_leftClear;
}

std::uint64_t SubsampleMapBuilder::entriesFor(std::uint64_t size) const {
    std::uint64_t entries = 0;
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        entries += entriesBefore(m_ranges[i].begin - position);
        position = m_ranges[i].begin + m_ranges[i].size;
    }
    return entries + (position < size ? entriesBefore(size - position) : 0);
}

Result<SubsampleMap> SubsampleMapBuilder::finish(std::uint64_t size) {
    while (m_count > 0 && entriesFor(size) > m_limit)
        dropSmallest();
    if (entriesFor(size) > m_limit)
        return fail("sample_too_fragmented",
                    "A sample of " + std::to_string(size) +
                        " bytes has more clear data than its subsample list can describe.");
    SubsampleMap map;
    map.m_leftClear = m_leftClear;
    const auto emit = [&](std::uint64_t clear, std::uint32_t protectedBytes) {
        for (; clear > kMaxClear; clear -= kMaxClear)
            map.m_entries[map.m_count++] = {0xffff, 0};
        map.m_entries[map.m_count++] = {static_cast<std::uint16_t>(clear), protectedBytes};
    };
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        emit(m_ranges[i].begin - position, m_ranges[i].size);
        position = m_ranges[i].begin + m_ranges[i].size;
    }
    if (position < size) emit(size - position, 0);
    return map;
}

SubsampleMap SubsampleMapBuilder::fullSample() {
    SubsampleMap map;
    map.m_full = true;
    return map;
}

}  // namespace keyreel::cenc
