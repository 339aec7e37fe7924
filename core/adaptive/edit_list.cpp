#include "core/adaptive/edit_list.h"

#include "core/base/byte_io.h"
#include "core/isobmff/box_writer.h"

namespace keyreel::adaptive {
namespace {

using isobmff::Box;
using isobmff::BoxCursor;
using isobmff::BoxWriter;
using isobmff::fourCc;

Result<Box> childOf(const Box& parent, isobmff::FourCc type) {
    BoxCursor cursor(parent);
    Box box;
    for (;;) {
        KEYREEL_TRY(const bool any, cursor.next(box));
        if (!any) return Box{};
        if (box.type == type) return box;
    }
}

Result<std::uint32_t> timescaleOf(const Box& trak) {
    KEYREEL_TRY(const Box media, childOf(trak, fourCc("mdia")));
    if (media.type == 0) return trak.malformed("has no mdia");
    KEYREEL_TRY(const Box header, childOf(media, fourCc("mdhd")));
    if (header.type == 0) return media.malformed("has no mdhd");
    ByteReader in(header.content());
    const bool large = in.u8() == 1;
    in.skip(large ? 19 : 11);
    const std::uint32_t scale = in.u32();
    if (in.failed()) return header.malformed("is cut off");
    return scale;
}

Status writeTrack(const Box& trak, std::uint64_t ticks, std::uint32_t timescale, BoxWriter& out) {
    KEYREEL_TRY(const std::uint64_t before, mediaStart(trak));
    KEYREEL_TRY(const std::uint32_t scale, timescaleOf(trak));
    const auto shift = static_cast<std::uint64_t>(static_cast<long double>(ticks) * scale / timescale);
    out.begin(fourCc("trak"));
    BoxCursor cursor(trak);
    Box box;
    for (;;) {
        KEYREEL_TRY(const bool any, cursor.next(box));
        if (!any) break;
        if (box.type == fourCc("edts")) continue;
        out.bytes(box.bytes);
        if (box.type != fourCc("tkhd")) continue;
        out.begin(fourCc("edts"));
        out.beginFull(fourCc("elst"), 1, 0);
        out.u32(1);
        out.u64(0);  // Of a fragmented film: to the end of it (section 8.6.6.1).
        out.u64(before + shift);
        out.u32(0x10000);  // media_rate 1.
        out.end();
        out.end();
    }
    out.end();
    return {};
}

}  // namespace

Result<std::uint64_t> mediaStart(const Box& trak) {
    KEYREEL_TRY(const Box edits, childOf(trak, fourCc("edts")));
    if (edits.type == 0) return std::uint64_t{0};
    KEYREEL_TRY(const Box list, childOf(edits, fourCc("elst")));
    if (list.type == 0) return std::uint64_t{0};
    ByteReader in(list.content());
    const bool large = in.u8() == 1;
    in.skip(3);
    const std::uint32_t count = in.u32();
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        in.skip(large ? 8 : 4);
        const auto time = large ? static_cast<std::int64_t>(in.u64()) : in.i32();
        in.skip(4);
        if (!in.failed() && time >= 0) return static_cast<std::uint64_t>(time);
    }
    return std::uint64_t{0};
}

Result<Bytes> beginLater(ByteView head, std::uint64_t ticks, std::uint32_t timescale) {
    Bytes bytes;
    BoxWriter out(bytes);
    BoxCursor cursor(head, 0);
    Box box;
    for (;;) {
        KEYREEL_TRY(const bool any, cursor.next(box));
        if (!any) return bytes;
        if (box.type != fourCc("moov")) {
            out.bytes(box.bytes);
            continue;
        }
        out.begin(box.type);
        BoxCursor children(box);
        Box child;
        for (;;) {
            KEYREEL_TRY(const bool more, children.next(child));
            if (!more) break;
            if (child.type == fourCc("trak")) {
                KEYREEL_CHECK(writeTrack(child, ticks, timescale, out));
            } else {
                out.bytes(child.bytes);
            }
        }
        out.end();
    }
}

}  // namespace keyreel::adaptive
