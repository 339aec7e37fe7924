#include "core/isobmff/movie.h"

#include <algorithm>

#include "core/base/byte_io.h"
#include "core/isobmff/sample_table.h"

namespace keyreel::isobmff {

namespace {

constexpr std::size_t kMaxTracks = 32;

/// Calls `visit(child)` for each child box.
template <class Visitor>
Status forEachChild(BoxCursor cursor, const Visitor& visit) {
    for (Box box;;) {
        KEYREEL_TRY(const bool found, cursor.next(box));
        if (!found) return {};
        KEYREEL_CHECK(visit(box));
    }
}

bool isConfiguration(FourCc type) {
    switch (type) {
        case fourCc("avcC"):
        case fourCc("hvcC"):
        case fourCc("av1C"):
        case fourCc("vpcC"):
        case fourCc("esds"):
        case fourCc("dOps"):
            return true;
        default:
            return false;
    }
}

/// A field behind the creation and modification times, which version 1 writes with 64 bits each.
Result<std::uint32_t> readAfterTimes(const Box& box) {
    ByteReader in(box.content());
    const std::uint8_t version = in.u8();
    in.skip(3 + (version == 1 ? 16 : 8));
    const std::uint32_t value = in.u32();
    if (in.failed()) return box.malformed("it is cut off.");
    return value;
}

Status readSampleDescriptions(const Box& stsd, Movie& movie, MovieTrack& track) {
    if (stsd.content().size() < 8) return stsd.malformed("it is cut off.");
    const std::uint8_t version = stsd.content()[0];
    return forEachChild(BoxCursor(stsd, 8), [&](const Box& box) -> Status {
        SampleEntry entry;
        entry.format = box.type;
        entry.offset = box.offset;
        entry.kind = entryKind(track.handler, box.type);
        KEYREEL_TRY(const std::size_t fields, sampleEntryFields(box, entry.kind, version));
        // Other kinds of entries have fields of their own before their boxes.
        if (entry.kind != EntryKind::Other) {
            KEYREEL_CHECK(forEachChild(BoxCursor(box, fields), [&](const Box& child) -> Status {
                if (isConfiguration(child.type)) entry.configuration = toBytes(child.content());
                if (child.type != fourCc("sinf")) return {};
                if (entry.protection) return child.malformed("the entry is protected twice.");
                KEYREEL_TRY(entry.protection, readProtection(child));
                movie.protectionBoxes.push_back(child.offset);
                return {};
            }));
        }
        const bool named = box.type == fourCc("encv") || box.type == fourCc("enca");
        if (named && !entry.protection) return box.malformed("a protected entry has no sinf.");
        track.entries.push_back(std::move(entry));
        return {};
    });
}

Status readMedia(const Box& mdia, Movie& movie, MovieTrack& track) {
    // The handler decides how sample entries are read, wherever it stands.
    KEYREEL_CHECK(forEachChild(BoxCursor(mdia), [&](const Box& box) -> Status {
        if (box.type == fourCc("mdhd")) {
            KEYREEL_TRY(track.timescale, readAfterTimes(box));
        } else if (box.type == fourCc("hdlr")) {
            ByteReader in(box.content());
            in.skip(8);
            track.handler = in.u32();
            if (in.failed()) return box.malformed("it is cut off.");
        }
        return {};
    }));
    return forEachChild(BoxCursor(mdia), [&](const Box& minf) -> Status {
        if (minf.type != fourCc("minf")) return {};
        return forEachChild(BoxCursor(minf), [&](const Box& stbl) -> Status {
            if (stbl.type != fourCc("stbl")) return {};
            KEYREEL_CHECK(forEachChild(BoxCursor(stbl), [&](const Box& box) -> Status {
                if (box.type == fourCc("stsd")) return readSampleDescriptions(box, movie, track);
                return readAuxBox(box, kMaxTrackSamples, track.aux);
            }));
            KEYREEL_TRY(track.samples, readSampleTable(stbl));
            return {};
        });
    });
}

Status readTrack(const Box& trak, Movie& movie) {
    if (movie.tracks.size() == kMaxTracks) return trak.malformed("there are more than 32 tracks.");
    MovieTrack track;
    KEYREEL_CHECK(forEachChild(BoxCursor(trak), [&](const Box& box) -> Status {
        if (box.type == fourCc("tkhd")) {
            KEYREEL_TRY(track.id, readAfterTimes(box));
        } else if (box.type == fourCc("mdia")) {
            return readMedia(box, movie, track);
        }
        return {};
    }));
    if (track.id == 0) return trak.malformed("it has no track id.");
    if (movie.track(track.id) != nullptr) return trak.malformed("its track id is not the only one.");
    if (track.entries.empty()) return trak.malformed("it has no sample entry.");
    movie.protectionBoxes.insert(movie.protectionBoxes.end(), track.aux.places.begin(),
                                 track.aux.places.end());
    movie.tracks.push_back(std::move(track));
    return {};
}

Status readExtends(const Box& mvex, Movie& movie) {
    return forEachChild(BoxCursor(mvex), [&](const Box& box) -> Status {
        if (box.type != fourCc("trex")) return {};
        ByteReader in(box.content());
        in.skip(4);
        const std::uint32_t id = in.u32();
        TrackDefaults defaults;
        defaults.descriptionIndex = in.u32();
        defaults.duration = in.u32();
        defaults.size = in.u32();
        defaults.flags = in.u32();
        if (in.failed()) return box.malformed("it is cut off.");
        for (MovieTrack& track : movie.tracks)
            if (track.id == id) track.defaults = defaults;
        return {};
    });
}

}  // namespace

bool MovieTrack::isProtected() const {
    return std::any_of(entries.begin(), entries.end(),
                       [](const SampleEntry& entry) { return entry.protection.has_value(); });
}

const MovieTrack* Movie::track(std::uint32_t id) const {
    const auto found =
        std::find_if(tracks.begin(), tracks.end(), [&](const MovieTrack& track) { return track.id == id; });
    return found == tracks.end() ? nullptr : &*found;
}

Result<Movie> readMovie(const Box& moov) {
    Movie movie;
    KEYREEL_CHECK(forEachChild(BoxCursor(moov), [&](const Box& box) -> Status {
        if (box.type == fourCc("mvhd")) {
            KEYREEL_TRY(movie.timescale, readAfterTimes(box));
        } else if (box.type == fourCc("trak")) {
            return readTrack(box, movie);
        } else if (box.type == fourCc("pssh")) {
            movie.protectionBoxes.push_back(box.offset);
        }
        return {};
    }));
    KEYREEL_CHECK(forEachChild(BoxCursor(moov), [&](const Box& box) -> Status {
        if (box.type != fourCc("mvex")) return {};
        movie.fragmented = true;
        return readExtends(box, movie);
    }));
    return movie;
}

}  // namespace keyreel::isobmff
