#include "core/cenc/signalling.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/base/byte_io.h"
#include "core/isobmff/box.h"
#include "core/isobmff/box_writer.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::cenc {

namespace {

using isobmff::Box;
using isobmff::BoxCursor;
using isobmff::BoxWriter;
using isobmff::EntryKind;
using isobmff::FourCc;
using isobmff::fourCc;

/// Changes to a file of nested boxes: bytes put in or taken out, and the sizes of the boxes around them.
class BoxEdits {
public:
    explicit BoxEdits(ByteView bytes) : m_bytes(bytes) {}

    void insert(std::uint64_t at, ByteView bytes, const Box& inside) {
        append(m_changes[at].insert, bytes);
        resize(inside, static_cast<std::int64_t>(bytes.size()));
    }
    void remove(const Box& box) {
        m_changes[box.offset].remove = box.bytes.size();
        resize(*box.parent, -static_cast<std::int64_t>(box.bytes.size()));
    }
    void rename(const Box& box, FourCc type) { m_renames[box.offset + 4] = type; }

    [[nodiscard]] Bytes apply() const {
        Bytes patched = toBytes(m_bytes);
        for (const auto& [at, type] : m_renames)
            put(patched, at, type, 4);
        for (const auto& [at, delta] : m_sizes) {
            ByteReader in(ByteView(patched).subspan(at, 4));
            const std::uint32_t size = in.u32();
            // A size of 0 runs to the end of the file whatever that is; 1 stands for the 64-bit field.
            if (size > 1) put(patched, at, size + static_cast<std::uint64_t>(delta), 4);
            if (size == 1) {
                ByteReader wide(ByteView(patched).subspan(at + 8, 8));
                put(patched, at + 8, wide.u64() + static_cast<std::uint64_t>(delta), 8);
            }
        }
        Bytes out;
        std::uint64_t position = 0;
        for (const auto& [at, change] : m_changes) {
            append(out, ByteView(patched).subspan(position, at - position));
            append(out, change.insert);
            position = at + change.remove;
        }
        append(out, ByteView(patched).subspan(position));
        return out;
    }

private:
    struct Change {
        std::uint64_t remove = 0;
        Bytes insert;
    };

    void resize(const Box& innermost, std::int64_t delta) {
        for (const Box* box = &innermost; box != nullptr; box = box->parent)
            m_sizes[box->offset] += delta;
    }
    static void put(Bytes& bytes, std::uint64_t at, std::uint64_t value, unsigned size) {
        for (unsigned i = 0; i < size; ++i)
            bytes[at + i] = static_cast<std::uint8_t>(value >> (8 * (size - 1 - i)));
    }

    ByteView m_bytes;
    std::map<std::uint64_t, Change> m_changes;
    std::map<std::uint64_t, FourCc> m_renames;
    std::map<std::uint64_t, std::int64_t> m_sizes;
};

/// The first child of that type, or nothing.
Result<std::optional<Box>> findChild(const Box& parent, FourCc type) {
    BoxCursor cursor(parent);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, cursor.next(box));
        if (!found) return std::optional<Box>();
        if (box.type == type) return std::optional<Box>(box);
    }
}

/// Calls `visit(entry, kind, fields)` for every sample entry of a trak; `fields` is where its child boxes
/// start.
template <class Visitor>
Status visitSampleEntries(const Box& trak, const Visitor& visit) {
    KEYREEL_TRY(const std::optional<Box> mdia, findChild(trak, fourCc("mdia")));
    if (!mdia) return trak.malformed("it has no mdia.");
    KEYREEL_TRY(const std::optional<Box> hdlr, findChild(*mdia, fourCc("hdlr")));
    FourCc handler = 0;
    if (hdlr) {
        ByteReader in(hdlr->content());
        in.skip(8);
        handler = in.u32();
        if (in.failed()) return hdlr->malformed("it is cut off.");
    }
    KEYREEL_TRY(const std::optional<Box> minf, findChild(*mdia, fourCc("minf")));
    if (!minf) return mdia->malformed("it has no minf.");
    KEYREEL_TRY(const std::optional<Box> stbl, findChild(*minf, fourCc("stbl")));
    if (!stbl) return minf->malformed("it has no stbl.");
    KEYREEL_TRY(const std::optional<Box> stsd, findChild(*stbl, fourCc("stsd")));
    if (!stsd || stsd->content().size() < 8) return stbl->malformed("it has no whole stsd.");
    const std::uint8_t version = stsd->content()[0];
    BoxCursor entries(*stsd, 8);
    bool any = false;
    for (Box entry;; any = true) {
        KEYREEL_TRY(const bool found, entries.next(entry));
        // A track that nothing describes could not be told from a clear one later.
        if (!found && !any) return stsd->malformed("it has no sample entry.");
        if (!found) return {};
        const EntryKind kind = isobmff::entryKind(handler, entry.type);
        KEYREEL_TRY(const std::size_t fields, isobmff::sampleEntryFields(entry, kind, version));
        KEYREEL_CHECK(visit(entry, kind, fields));
    }
}

struct EntryChildren {
    std::optional<Box> sinf;
    std::uint64_t end = 0;  ///< Behind the last child; QuickTime's terminator may follow.
};

Result<EntryChildren> readEntryChildren(const Box& entry, std::size_t fields) {
    EntryChildren out;
    out.end = entry.contentOffset() + fields;
    BoxCursor children(entry, fields);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) return out;
        if (box.type == fourCc("sinf") && !out.sinf) out.sinf = box;
        out.end = box.offset + box.bytes.size();
    }
}

bool isProtectedFormat(FourCc format) {
    return format == fourCc("encv") || format == fourCc("enca");
}

Bytes protectionBox(FourCc originalFormat, const Protection& protection) {
    Bytes bytes;
    BoxWriter out(bytes);
    out.begin(fourCc("sinf"));
    out.begin(fourCc("frma"));
    out.u32(originalFormat);
    out.end();
    out.beginFull(fourCc("schm"), 0, 0);
    const bool patterned = isPatternScheme(protection.scheme);
    out.u32(schemeCode(protection.scheme));
    out.u32(0x10000);
    out.end();
    out.begin(fourCc("schi"));
    out.beginFull(fourCc("tenc"), patterned ? 1 : 0, 0);
    out.u8(0);
    isobmff::writeEncryptionParameters(out, protection.parameters());
    out.end();
    out.end();
    out.end();
    return bytes;
}

tl::unexpected<Error> alreadySignalled(const Box& box) {
    return fail("already_signalled", box.place() + ": the track is protected already.", "Strip it first.");
}

Status signalTrack(const Box& trak, const Protection& protection, BoxEdits& edits) {
    return visitSampleEntries(trak, [&](const Box& entry, EntryKind kind, std::size_t fields) -> Status {
        if (kind == EntryKind::Other)
            return fail("handler_unsupported",
                        entry.place() + ": only video and audio tracks can be protected.");
        KEYREEL_TRY(const EntryChildren children, readEntryChildren(entry, fields));
        if (children.sinf || isProtectedFormat(entry.type)) return alreadySignalled(entry);
        edits.rename(entry, kind == EntryKind::Video ? fourCc("encv") : fourCc("enca"));
        edits.insert(children.end, protectionBox(entry.type, protection), entry);
        return {};
    });
}

Result<Box> findMovie(ByteView initSegment) {
    BoxCursor cursor(initSegment, 0);
    std::optional<Box> movie;
    for (Box box;;) {
        KEYREEL_TRY(const bool found, cursor.next(box));
        if (!found) break;
        if (box.type == fourCc("mdat") || box.type == fourCc("moof"))
            return fail("not_an_init_segment", box.place() + ": an initialization segment holds no samples.",
                        "Package the file instead.");
        if (box.type == fourCc("moov") && movie) return box.malformed("there are two of them.");
        if (box.type == fourCc("moov")) movie = box;
    }
    if (!movie) return fail("not_an_init_segment", "There is no moov box.");
    return *movie;
}

}  // namespace

Result<Bytes> signal(ByteView initSegment, const Protection& protection,
                     std::span<const isobmff::Pssh> pssh) {
    KEYREEL_TRY(const Box moov, findMovie(initSegment));
    BoxEdits edits(initSegment);
    std::uint64_t afterTracks = 0;
    BoxCursor children(moov);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) break;
        if (box.type == fourCc("pssh")) return alreadySignalled(box);
        if (box.type != fourCc("trak")) continue;
        KEYREEL_CHECK(signalTrack(box, protection, edits));
        afterTracks = box.offset + box.bytes.size();
    }
    if (afterTracks == 0) return moov.malformed("it has no trak.");
    for (const isobmff::Pssh& header : pssh)
        edits.insert(afterTracks, isobmff::writePssh(header), moov);
    return edits.apply();
}

Result<Bytes> strip(ByteView initSegment) {
    KEYREEL_TRY(const Box moov, findMovie(initSegment));
    BoxEdits edits(initSegment);
    bool signalled = false;
    std::vector<Box> headers;
    BoxCursor children(moov);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) break;
        if (box.type == fourCc("pssh")) headers.push_back(box);
        if (box.type != fourCc("trak")) continue;
        KEYREEL_CHECK(visitSampleEntries(box, [&](const Box& entry, EntryKind, std::size_t fields) -> Status {
            if (!isProtectedFormat(entry.type)) return {};
            KEYREEL_TRY(const EntryChildren parts, readEntryChildren(entry, fields));
            if (!parts.sinf) return entry.malformed("a protected entry has no sinf.");
            KEYREEL_TRY(const isobmff::ProtectionInfo info, isobmff::readProtection(*parts.sinf));
            signalled = true;
            edits.rename(entry, info.originalFormat);
            edits.remove(*parts.sinf);
            return {};
        }));
    }
    if (!signalled) return toBytes(initSegment);
    for (const Box& header : headers)
        edits.remove(header);
    return edits.apply();
}

}  // namespace keyreel::cenc
