#include "core/isobmff/box.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/isobmff/box_clauses.h"

namespace keyreel::isobmff {

namespace {

std::string pathOf(const Box* box) {
    if (box == nullptr) return {};
    const std::string parent = pathOf(box->parent);
    return parent.empty() ? toText(box->type) : parent + "/" + toText(box->type);
}

tl::unexpected<Error> malformedAt(const std::string& place, const std::string& why) {
    return fail("box_malformed", place + ": " + why, "The file is damaged or not an ISO base media file.");
}

}  // namespace

Result<BoxHeader> readBoxHeader(ByteView first, std::uint64_t available, bool mayExtend,
                                const std::string& place) {
    ByteReader reader(first);
    BoxHeader header;
    header.size = reader.u32();
    header.type = reader.u32();
    header.headerSize = 8;
    if (header.size == 1) {
        header.size = reader.u64();
        header.headerSize = 16;
    } else if (header.size == 0 && mayExtend) {
        header.size = available;
    }
    const auto malformed = [&](const std::string& why) {
        return malformedAt((place.empty() ? "" : place + ", ") + "ISO/IEC 14496-12 4.2", why);
    };
    if (reader.failed()) return malformed("a box header is cut off.");
    if (header.size < header.headerSize)
        return malformed("box " + toText(header.type) + " is smaller than its own header.");
    if (header.size > available)
        return malformed("box " + toText(header.type) + " of " + std::to_string(header.size) +
                         " bytes has only " + std::to_string(available) + " to stand in.");
    return header;
}

std::string Box::place() const {
    return pathOf(this) + " (byte " + std::to_string(offset) + ")";
}

tl::unexpected<Error> Box::malformed(const std::string& why) const {
    const std::string_view clause = clauseOf(type);
    return malformedAt(place() + (clause.empty() ? "" : ", " + std::string(clause)), why);
}

BoxCursor::BoxCursor(ByteView bytes, std::uint64_t fileOffset, const Box* parent)
    : m_bytes(bytes), m_fileOffset(fileOffset), m_parent(parent) {}

BoxCursor::BoxCursor(const Box& parent, std::size_t skip)
    : m_bytes(parent.content().subspan(std::min(skip, parent.content().size()))),
      m_fileOffset(parent.contentOffset() + std::min(skip, parent.content().size())),
      m_parent(&parent) {}

Result<bool> BoxCursor::next(Box& out) {
    const ByteView rest = m_bytes.subspan(m_position);
    if (rest.empty()) return false;
    // QuickTime ends some containers with a 32-bit zero.
    if (m_parent != nullptr && rest.size() < 8 &&
        std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte == 0; })) {
        m_position = m_bytes.size();
        return false;
    }
    int depth = 0;
    for (const Box* box = m_parent; box != nullptr; box = box->parent)
        ++depth;
    if (depth >= kMaxBoxDepth) return m_parent->malformed("boxes are nested too deeply.");

    // The place is built only for a failure: a copy of the checks is cheaper than a string for each box.
    auto header = readBoxHeader(rest.first(std::min<std::size_t>(rest.size(), 16)), rest.size(),
                                m_parent == nullptr, {});
    if (!header) {
        const std::string where = (m_parent != nullptr ? pathOf(m_parent) + " " : std::string()) + "(byte " +
                                  std::to_string(m_fileOffset + m_position) + ")";
        return failFrom(std::move(header).error(), where);
    }
    out.type = header->type;
    out.headerSize = header->headerSize;
    out.offset = m_fileOffset + m_position;
    out.bytes = rest.first(static_cast<std::size_t>(header->size));
    out.parent = m_parent;
    m_position += static_cast<std::size_t>(header->size);
    return true;
}

}  // namespace keyreel::isobmff
