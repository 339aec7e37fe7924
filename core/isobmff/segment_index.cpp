#include "core/isobmff/segment_index.h"

#include "core/base/byte_io.h"
#include "core/isobmff/box_clauses.h"
#include "core/isobmff/box_writer.h"

namespace keyreel::isobmff {

Bytes writeSegmentType() {
    Bytes bytes;
    BoxWriter out(bytes);
    out.begin(fourCc("styp"));
    out.u32(fourCc("msdh"));
    out.u32(0);
    out.u32(fourCc("msdh"));
    out.u32(fourCc("cmfs"));
    out.end();
    return bytes;
}

Result<Bytes> writeSegmentIndex(const SegmentIndex& index) {
    const auto invalid = [](const std::string& why) {
        return fail("segment_index_invalid", "The segment index " + why);
    };
    if (index.timescale == 0) return invalid("has timescale 0.");
    if (index.references.size() > 0xffff) return invalid("has more than 65535 segments.");
    Bytes bytes;
    bytes.reserve(40 + 12 * index.references.size());
    BoxWriter out(bytes);
    out.beginFull(fourCc("sidx"), 1, 0);
    out.u32(index.referenceId);
    out.u32(index.timescale);
    out.u64(index.earliestPresentationTime);
    out.u64(index.firstOffset);
    out.u16(0);
    out.u16(static_cast<std::uint16_t>(index.references.size()));
    for (const SegmentReference& reference : index.references) {
        if (reference.size >= 1U << 31) return invalid("has a segment of 2 GiB or more.");
        out.u32(reference.size);
        out.u32(reference.duration);
        out.u32((reference.startsWithSap ? 1U << 31 : 0U) | (reference.sapType & 7U) << 28);
    }
    out.end();
    return bytes;
}

Result<SegmentIndex> readSegmentIndex(ByteView content, std::uint64_t fileOffset) {
    const auto malformed = [&](const std::string& why) {
        return fail("box_malformed", "sidx (byte " + std::to_string(fileOffset) + "), " +
                                         std::string(clauseOf(fourCc("sidx"))) + ": " + why);
    };
    ByteReader in(content);
    const std::uint8_t version = in.u8();
    in.skip(3);
    SegmentIndex index;
    index.referenceId = in.u32();
    index.timescale = in.u32();
    if (version > 1) return malformed("unknown version.");
    index.earliestPresentationTime = version == 0 ? in.u32() : in.u64();
    index.firstOffset = version == 0 ? in.u32() : in.u64();
    in.skip(2);
    const std::size_t count = in.u16();
    if (in.failed() || count * 12 > in.remaining()) return malformed("it is cut off.");
    if (index.timescale == 0) return malformed("its timescale is 0.");
    index.references.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t size = in.u32();
        SegmentReference reference;
        if ((size >> 31) != 0)
            return fail("segment_index_hierarchical", "sidx (byte " + std::to_string(fileOffset) +
                                                          "): it points to other indexes, not to segments.");
        reference.size = size;
        reference.duration = in.u32();
        const std::uint32_t sap = in.u32();
        reference.startsWithSap = (sap >> 31) != 0;
        reference.sapType = static_cast<std::uint8_t>((sap >> 28) & 7);
        index.references.push_back(reference);
    }
    return index;
}

}  // namespace keyreel::isobmff
