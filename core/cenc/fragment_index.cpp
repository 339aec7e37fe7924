#include "core/cenc/fragment_index.h"

#include <algorithm>
#include <array>

#include "core/isobmff/box.h"

namespace keyreel::cenc {

Status FragmentIndex::useSegmentIndex(const isobmff::SegmentIndex& index, std::uint64_t anchor) {
    const std::uint64_t size = m_source->size();
    const auto outside = [] {
        return fail("box_malformed", "sidx: its segments reach past the end of the file.",
                    "The file is cut off.");
    };
    if (anchor > size || index.firstOffset > size - anchor) return outside();
    std::uint64_t position = anchor + index.firstOffset;
    m_regions.reserve(index.references.size());
    for (const isobmff::SegmentReference& reference : index.references) {
        if (reference.size > size - position) return outside();
        if (reference.size > 0) m_regions.push_back({position, position + reference.size});
        position += reference.size;
    }
    m_frontier = position;
    return {};
}

Status FragmentIndex::step() {
    std::array<std::uint8_t, 16> first{};
    const std::uint64_t left = m_source->size() - m_frontier;
    const MutableBytes bytes =
        MutableBytes(first).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, 16)));
    KEYREEL_CHECK(m_source->read(m_frontier, bytes));
    KEYREEL_TRY(const isobmff::BoxHeader header,
                isobmff::readBoxHeader(bytes, left, true, "Byte " + std::to_string(m_frontier)));
    if (header.type == isobmff::fourCc("moof")) {
        m_regions.push_back({m_frontier, m_frontier});
        m_open = true;
    }
    m_frontier += header.size;
    if (m_open) m_regions.back().end = m_frontier;
    return {};
}

Result<std::optional<FileRange>> FragmentIndex::regionAt(std::uint64_t offset) {
    // A walked region is whole only when the next moof, or the end, has been seen.
    while (m_frontier < m_source->size() &&
           (m_frontier <= offset || (m_open && m_regions.back().begin <= offset)))
        KEYREEL_CHECK(step());
    const auto after =
        std::upper_bound(m_regions.begin(), m_regions.end(), offset,
                         [](std::uint64_t value, const FileRange& range) { return value < range.begin; });
    if (after == m_regions.begin() || (after - 1)->end <= offset) return std::optional<FileRange>();
    return std::optional<FileRange>(*(after - 1));
}

std::uint64_t FragmentIndex::nextBoundary(std::uint64_t offset) const {
    const auto after =
        std::upper_bound(m_regions.begin(), m_regions.end(), offset,
                         [](std::uint64_t value, const FileRange& range) { return value < range.begin; });
    return after == m_regions.end() ? std::max(m_frontier, offset + 1) : after->begin;
}

}  // namespace keyreel::cenc
