#include "core/adaptive/track_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/adaptive/edit_list.h"
#include "core/base/byte_io.h"
#include "core/base/file.h"
#include "core/base/utf8.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"
#include "core/isobmff/segment_index.h"

namespace keyreel::adaptive {
namespace {

using isobmff::Box;
using isobmff::BoxHeader;
using isobmff::fourCc;

constexpr std::uint64_t kMaxHead = 16U << 20;
constexpr std::uint64_t kMaxFragmentBox = 64U << 20;
/// Boxes of a whole file, or of a segment, that are walked.
constexpr std::size_t kMaxBoxes = 4 * kMaxSegments;

/// Reads boxes out of the files of one representation, one open at a time.
class Disk {
public:
    Disk(PackageFolder& folder, const std::string& place) : m_folder(folder), m_place(place) {}

    Result<Piece> measured(const Piece& piece) { return m_folder.measured(piece, m_place); }

    Status read(const std::string& file, std::uint64_t offset, MutableBytes out) {
        if (!m_open || m_name != file) {
            KEYREEL_TRY(const std::filesystem::path path, m_folder.find(file, m_place));
            m_open.reset();
            KEYREEL_TRY(m_open, File::openForReading(path));
            m_name = file;
        }
        return m_open->readAt(offset, out);
    }

    /// The header at this place of a measured piece.
    Result<BoxHeader> header(const Piece& piece, std::uint64_t offset) {
        std::array<std::uint8_t, 16> first{};
        const std::uint64_t left = piece.offset + *piece.size - offset;
        const MutableBytes bytes =
            MutableBytes(first).first(static_cast<std::size_t>(std::min<std::uint64_t>(left, 16)));
        KEYREEL_CHECK(read(piece.file, offset, bytes));
        return isobmff::readBoxHeader(bytes, left, true, at(piece, offset));
    }

    Result<Bytes> box(const Piece& piece, std::uint64_t offset, const BoxHeader& header,
                      std::uint64_t limit) {
        if (header.size > limit)
            return fail("package_limit", at(piece, offset) + ": " + isobmff::toText(header.type) + " has " +
                                             std::to_string(header.size) +
                                             " bytes, too many for such a box.");
        Bytes bytes(static_cast<std::size_t>(header.size));
        KEYREEL_CHECK(read(piece.file, offset, bytes));
        return bytes;
    }

    [[nodiscard]] std::string at(const Piece& piece, std::uint64_t offset) const {
        return m_place + ": " + printable(piece.file) + ", byte " + std::to_string(offset);
    }

private:
    PackageFolder& m_folder;
    const std::string& m_place;
    std::string m_name;
    std::optional<File> m_open;
};

/// Of a protected file that lies spliced, offsets count from where the box would be.
Box boxOf(const BoxHeader& header, ByteView bytes, std::uint64_t offset) {
    return {header.type, header.headerSize, offset, bytes, nullptr};
}

class Parts {
public:
    Parts(PackageFolder& folder, const Representation& about) : m_about(about), m_disk(folder, about.place) {}

    Result<TrackParts> read() {
        KEYREEL_CHECK(m_about.isWholeFile ? readWholeFile() : readSegments());
        for (std::size_t i = 0; i + 1 < m_out.times.size(); ++i)
            if (m_out.times[i] >= m_out.times[i + 1])
                return invalid("segment " + std::to_string(i + 2) +
                               " does not begin after the one before it");
        return std::move(m_out);
    }

private:
    [[nodiscard]] tl::unexpected<Error> invalid(const std::string& why) const {
        return fail("package_invalid", m_about.place + ": " + why + ".");
    }

    [[nodiscard]] tl::unexpected<Error> tooManyBoxes(const Piece& piece) const {
        return fail("package_limit", m_about.place + ": " + printable(piece.file) + " has more than " +
                                         std::to_string(kMaxBoxes) + " boxes.");
    }

    Status readHead(const Piece& piece) {
        KEYREEL_TRY(const Piece head, m_disk.measured(piece));
        if (*head.size > kMaxHead)
            return fail("package_limit", m_disk.at(head, head.offset) + ": its head has more than 16 MiB.");
        m_out.init.resize(static_cast<std::size_t>(*head.size));
        KEYREEL_CHECK(m_disk.read(head.file, head.offset, m_out.init));
        isobmff::BoxCursor cursor(m_out.init, 0);
        Box box;
        bool found = false;
        for (;;) {
            auto any = cursor.next(box);
            if (!any) return failFrom(any.error(), m_disk.at(head, head.offset));
            if (!*any) break;
            if (box.type != fourCc("moov")) continue;
            auto movie = isobmff::readMovie(box);
            if (!movie) return failFrom(movie.error(), m_disk.at(head, head.offset));
            m_movie = std::move(*movie);
            found = true;
            KEYREEL_CHECK(readTracks(box));
        }
        if (!found) return invalid("its head " + printable(head.file) + " has no moov");
        if (!m_movie.fragmented)
            return fail("package_unsupported",
                        m_about.place + ": " + printable(head.file) + " is not a fragmented MP4.");
        return describe();
    }

    Status describe() {
        const isobmff::MovieTrack* chosen = nullptr;
        for (const isobmff::MovieTrack& track : m_movie.tracks) {
            m_out.hasPicture = m_out.hasPicture || track.handler == fourCc("vide");
            m_out.hasSound = m_out.hasSound || track.handler == fourCc("soun");
            if (chosen == nullptr || (track.handler == fourCc("vide") && chosen->handler != track.handler))
                chosen = &track;
            for (const isobmff::SampleEntry& entry : track.entries)
                if (entry.protection && entry.protection->parameters.isProtected)
                    m_out.keyIds.push_back(entry.protection->parameters.keyId);
        }
        if (chosen == nullptr || chosen->timescale == 0)
            return invalid("its head has no track with a time scale");
        m_out.trackId = chosen->id;
        m_out.timescale = chosen->timescale;
        return {};
    }

    Status readTracks(const Box& moov) {
        isobmff::BoxCursor cursor(moov);
        Box trak;
        for (std::size_t i = 0;;) {
            KEYREEL_TRY(const bool any, cursor.next(trak));
            if (!any) return {};
            if (trak.type != fourCc("trak")) continue;
            KEYREEL_CHECK(readSize(trak));
            KEYREEL_TRY(const std::uint64_t start, mediaStart(trak));
            // In the order of the movie's tracks.
            if (i < m_movie.tracks.size()) m_starts[m_movie.tracks[i++].id] = start;
        }
    }

    /// tkhd ends with width and height in 16.16 (ISO/IEC 14496-12 section 8.3.2).
    Status readSize(const Box& trak) {
        isobmff::BoxCursor cursor(trak);
        Box box;
        for (;;) {
            KEYREEL_TRY(const bool any, cursor.next(box));
            if (!any) return {};
            if (box.type != fourCc("tkhd") || box.content().size() < 8) continue;
            ByteReader last(box.content().last(8));
            const std::uint32_t width = last.u32() >> 16U;
            const std::uint32_t height = last.u32() >> 16U;
            if (m_out.height != 0 || height == 0) continue;
            m_out.width = width;
            m_out.height = height;
        }
    }

    Status readWholeFile() {
        KEYREEL_TRY(const Piece file, m_disk.measured(m_about.segments.front()));
        // Where the description does not say, the boxes do.
        std::optional<Piece> head = m_about.init;
        std::optional<std::uint64_t> index;
        if (m_about.index) index = m_about.index->offset;
        std::vector<std::uint64_t> moofs;
        const bool walks = !head || !index;
        const std::uint64_t end = file.offset + *file.size;
        std::size_t boxes = 0;
        for (std::uint64_t offset = 0; walks && offset < end && (!head || !index);) {
            if (++boxes > kMaxBoxes) return tooManyBoxes(file);
            KEYREEL_TRY(const BoxHeader box, m_disk.header(file, offset));
            if (box.type == fourCc("moov") && !head) head = Piece{file.file, 0, offset + box.size};
            if (box.type == fourCc("sidx") && !index) index = offset;
            if (box.type == fourCc("moof")) {
                moofs.push_back(offset);
                if (moofs.size() > kMaxSegments)
                    return fail("package_limit", m_about.place + ": it has more than " +
                                                     std::to_string(kMaxSegments) + " fragments.");
            }
            offset += box.size;
        }
        if (!head) return invalid(printable(file.file) + " has no moov");
        KEYREEL_CHECK(readHead(*head));
        if (index) return readIndex(file, *index);
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < moofs.size(); ++i)
            pieces.push_back({file.file, moofs[i], (i + 1 < moofs.size() ? moofs[i + 1] : end) - moofs[i]});
        return takeSegments(pieces);
    }

    Status readIndex(const Piece& file, std::uint64_t offset) {
        const std::string place = m_disk.at(file, offset);
        if (offset >= *file.size)
            return fail("package_truncated", place + ": the file ends before its index.",
                        "Copy the whole folder of the film.");
        KEYREEL_TRY(const BoxHeader header, m_disk.header(file, offset));
        if (header.type != fourCc("sidx")) return invalid(place + ": there is no index (sidx)");
        KEYREEL_TRY(const Bytes bytes, m_disk.box(file, offset, header, kMaxHead));
        auto read = isobmff::readSegmentIndex(ByteView(bytes).subspan(header.headerSize), offset);
        if (!read) return failFrom(read.error(), place);
        if (read->references.empty() || read->references.size() > kMaxSegments)
            return invalid(place + ": its index names no segments");
        std::uint64_t at = offset + header.size;
        if (read->firstOffset > *file.size) return invalid(place + ": its index leads out of the file");
        at += read->firstOffset;
        m_out.timescale = read->timescale;
        m_out.times.push_back(read->earliestPresentationTime);
        for (const isobmff::SegmentReference& reference : read->references) {
            KEYREEL_TRY(Piece piece, m_disk.measured({file.file, at, reference.size}));
            m_out.segments.push_back(std::move(piece));
            at += reference.size;
            if (m_out.times.back() > std::uint64_t{1} << 62U)
                return invalid(place + ": its times are impossible");
            m_out.times.push_back(m_out.times.back() + reference.duration);
        }
        return {};
    }

    Status readSegments() {
        if (!m_about.init) return invalid("it has no initialization segment");
        KEYREEL_CHECK(readHead(*m_about.init));
        return takeSegments(m_about.segments);
    }

    Status takeSegments(const std::vector<Piece>& pieces) {
        if (pieces.empty()) return invalid("it has no segments");
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            KEYREEL_TRY(Piece piece, m_disk.measured(pieces[i]));
            KEYREEL_CHECK(takeSegment(piece, i + 1 == pieces.size()));
            m_out.segments.push_back(std::move(piece));
        }
        return {};
    }

    /// Cuts what is in front of the first `moof` off. Of the last segment all fragments are read, since
    /// nothing behind it says when it ends.
    Status takeSegment(Piece& piece, bool isLast) {
        const std::uint64_t end = piece.offset + *piece.size;
        std::optional<std::uint64_t> first;
        std::uint64_t until = 0;
        std::size_t boxes = 0;
        for (std::uint64_t offset = piece.offset; offset < end && (isLast || !first);) {
            if (++boxes > kMaxBoxes) return tooManyBoxes(piece);
            KEYREEL_TRY(const BoxHeader header, m_disk.header(piece, offset));
            if (header.type == fourCc("moof")) {
                KEYREEL_TRY(const Bytes bytes, m_disk.box(piece, offset, header, kMaxFragmentBox));
                auto fragment = isobmff::readFragment(boxOf(header, bytes, offset), m_movie);
                if (!fragment) return failFrom(fragment.error(), m_disk.at(piece, offset));
                for (const isobmff::TrackFragment& track : fragment->tracks) {
                    if (track.trackId != m_out.trackId || track.samples.empty()) continue;
                    if (!first) {
                        KEYREEL_CHECK(takeTime(track, m_disk.at(piece, offset)));
                        first = offset;
                    }
                    until = track.baseDecodeTime;
                    for (const isobmff::FragmentSample& sample : track.samples)
                        until += sample.duration;
                }
            }
            offset += header.size;
        }
        if (!first) return invalid(printable(piece.file) + " has no fragment of its track");
        piece.size = end - *first;
        piece.offset = *first;
        if (isLast) m_out.times.push_back(std::max(until, m_out.times.back() + 1));
        return {};
    }

    /// When the first picture, or sound, of a fragment is shown, by the track's edit list.
    Status takeTime(const isobmff::TrackFragment& track, const std::string& place) {
        if (track.baseDecodeTime > std::uint64_t{1} << 62U)
            return invalid(place + ": its time is impossible");
        std::int64_t decoded = static_cast<std::int64_t>(track.baseDecodeTime);
        std::int64_t first = INT64_MAX;
        for (const isobmff::FragmentSample& sample : track.samples) {
            first = std::min(first, decoded + sample.compositionOffset);
            decoded += sample.duration;
        }
        first -= static_cast<std::int64_t>(std::min(m_starts[m_out.trackId], std::uint64_t{1} << 62U));
        m_out.times.push_back(static_cast<std::uint64_t>(std::max<std::int64_t>(first, 0)));
        return {};
    }

    const Representation& m_about;
    Disk m_disk;
    isobmff::Movie m_movie;
    std::map<std::uint32_t, std::uint64_t> m_starts;  ///< By track id: mediaStart().
    TrackParts m_out;
};

}  // namespace

Result<TrackParts> readTrackParts(PackageFolder& folder, const Representation& about) {
    return Parts(folder, about).read();
}

}  // namespace keyreel::adaptive
