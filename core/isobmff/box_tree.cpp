#include "core/isobmff/box_tree.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/isobmff/box.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::isobmff {

namespace {

constexpr std::size_t kMaxBoxes = 1'000'000;
constexpr std::uint64_t kMaxRead = 256U << 20;

bool isContainer(FourCc type) {
    static constexpr std::array kContainers{fourCc("moov"), fourCc("trak"), fourCc("mdia"), fourCc("minf"),
                                            fourCc("dinf"), fourCc("stbl"), fourCc("edts"), fourCc("mvex"),
                                            fourCc("moof"), fourCc("traf"), fourCc("sinf"), fourCc("schi"),
                                            fourCc("mfra")};
    return std::find(kContainers.begin(), kContainers.end(), type) != kContainers.end();
}

/// Boxes at the top of a file whose content is worth reading.
bool isRead(FourCc type) {
    return isContainer(type) || type == fourCc("ftyp") || type == fourCc("styp") || type == fourCc("sidx") ||
           type == fourCc("pssh");
}

class TreeReader {
public:
    explicit TreeReader(ByteSource& source) : m_source(source) {}

    Status read(std::vector<BoxNode>& out) {
        for (std::uint64_t offset = 0; offset < m_source.size();) {
            const std::uint64_t left = m_source.size() - offset;
            std::array<std::uint8_t, 16> first{};
            const MutableBytes head =
                MutableBytes(first).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, 16)));
            KEYREEL_CHECK(m_source.read(offset, head));
            KEYREEL_TRY(const BoxHeader header,
                        readBoxHeader(head, left, true, "Byte " + std::to_string(offset)));
            Bytes bytes;
            const bool whole = isRead(header.type);
            if (whole && header.size > kMaxRead)
                return fail("box_malformed", toText(header.type) + " (byte " + std::to_string(offset) +
                                                 "): " + std::to_string(header.size) +
                                                 " bytes are too many for such a box.");
            if (whole) {
                bytes.resize(static_cast<std::size_t>(header.size));
                KEYREEL_CHECK(m_source.read(offset, bytes));
            }
            out.push_back({header.type, offset, header.size, {}, {}});
            if (whole)
                KEYREEL_CHECK(fill({header.type, header.headerSize, offset, bytes, nullptr}, out.back()));
            offset += header.size;
        }
        return {};
    }

private:
    Status fill(const Box& box, BoxNode& node) {
        if (++m_boxes > kMaxBoxes) return box.malformed("the file has more than a million boxes.");
        node.fields = boxFields(box.type, box.content());
        if (box.type == fourCc("hdlr") && box.content().size() >= 12) {
            ByteReader in(box.content().subspan(8));
            m_handler = in.u32();
        }
        if (isContainer(box.type)) return fillChildren(BoxCursor(box), node);
        if (box.type == fourCc("stsd") && box.content().size() >= 8) {
            m_stsdVersion = box.content()[0];
            return fillChildren(BoxCursor(box, 8), node);
        }
        if (box.parent != nullptr && box.parent->type == fourCc("stsd")) return fillEntry(box, node);
        return {};
    }

    Status fillEntry(const Box& entry, BoxNode& node) {
        const EntryKind kind = entryKind(m_handler, entry.type);
        if (kind == EntryKind::Other) return {};
        KEYREEL_TRY(const std::size_t fields, sampleEntryFields(entry, kind, m_stsdVersion));
        ByteReader in(entry.content());
        in.skip(kind == EntryKind::Video ? 24 : 16);
        const unsigned first = in.u16();
        const unsigned second = in.u16();
        if (kind == EntryKind::Video) {
            node.fields = {{"width", std::to_string(first)}, {"height", std::to_string(second)}};
        } else {
            in.skip(4);
            node.fields = {{"channels", std::to_string(first)},
                           {"sampleSize", std::to_string(second)},
                           {"sampleRate", std::to_string(in.u16())}};
        }
        return fillChildren(BoxCursor(entry, fields), node);
    }

    Status fillChildren(BoxCursor cursor, BoxNode& node) {
        for (Box child;;) {
            KEYREEL_TRY(const bool found, cursor.next(child));
            if (!found) return {};
            node.children.push_back({child.type, child.offset, child.bytes.size(), {}, {}});
            KEYREEL_CHECK(fill(child, node.children.back()));
        }
    }

    ByteSource& m_source;
    std::size_t m_boxes = 0;
    FourCc m_handler = 0;
    std::uint8_t m_stsdVersion = 0;
};

}  // namespace

BoxTree readBoxTree(ByteSource& source) {
    BoxTree tree;
    const Status status = TreeReader(source).read(tree.boxes);
    if (!status) tree.damage = status.error();
    return tree;
}

}  // namespace keyreel::isobmff
