#include "core/adaptive/spliced_source.h"

#include <algorithm>

namespace keyreel::adaptive {

Status SplicedSource::readPart(const Splice::Part& part, std::uint64_t from, MutableBytes out) {
    if (!m_open || m_openFile != part.file) {
        m_open.reset();
        KEYREEL_TRY(m_open, File::openForReading(m_splice->files[part.file]));
        m_openFile = part.file;
    }
    return m_open->readAt(part.offset + from, out);
}

Status SplicedSource::read(std::uint64_t offset, MutableBytes out) {
    if (offset > size() || out.size() > size() - offset)
        return fail("source_truncated", "Byte " + std::to_string(offset) + " is behind the end of the film.");
    const std::uint64_t headSize = m_splice->head.size();
    if (offset < headSize && !out.empty()) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), headSize - offset));
        std::copy_n(m_splice->head.begin() + static_cast<std::ptrdiff_t>(offset), count, out.begin());
        offset += count;
        out = out.subspan(count);
    }
    auto part =
        std::partition_point(m_splice->parts.begin(), m_splice->parts.end(),
                             [&](const Splice::Part& each) { return each.begin + each.size <= offset; });
    for (; !out.empty(); ++part) {
        const std::uint64_t from = offset - part->begin;
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), part->size - from));
        KEYREEL_CHECK(readPart(*part, from, out.first(count)));
        offset += count;
        out = out.subspan(count);
    }
    return {};
}

}  // namespace keyreel::adaptive
