#include "core/adaptive/hls_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/adaptive/hls_lines.h"
#include "core/adaptive/local_reference.h"
#include "core/base/utf8.h"

namespace keyreel::adaptive {
namespace {

constexpr std::string_view kHead = "#EXTM3U";
constexpr std::array<std::string_view, 12> kPictures{"avc1", "avc3", "hvc1", "hev1", "dvh1", "dvhe",
                                                     "av01", "dav1", "vp09", "vp08", "vvc1", "vvi1"};

/// The rest of a line that begins with a tag and its colon.
std::optional<std::string_view> valueOf(std::string_view line, std::string_view tag) {
    if (!line.starts_with(tag)) return std::nullopt;
    return line.substr(tag.size());
}

std::string at(const std::string& name, const HlsLines& lines) {
    return name + ", line " + std::to_string(lines.number());
}

std::string shown(std::string_view text) {
    return printable(text.substr(0, 200));
}

/// NAME must be there (section 4.4.6.1); one that only counts, as "de 1" and "Audio 1", tells people nothing.
std::string titleOf(const std::string& name, const std::string& language) {
    for (const std::string& kind : {language, std::string("Audio"), std::string("Text")})
        if (name.starts_with(kind + " ") &&
            name.find_first_not_of("0123456789", kind.size() + 1) == std::string::npos)
            return {};
    return name;
}

bool isPicture(std::string_view codec) {
    return std::any_of(kPictures.begin(), kPictures.end(),
                       [&](std::string_view known) { return codec.starts_with(known); });
}

/// The first of a comma-separated list that is, or is not, a picture's.
std::string codecAmong(std::string_view list, bool picture) {
    while (!list.empty()) {
        const std::string_view codec = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), codec.size() + 1));
        const std::size_t first = codec.find_first_not_of(' ');
        if (first != std::string_view::npos && isPicture(codec.substr(first)) == picture)
            return std::string(codec.substr(first));
    }
    return {};
}

/// Reads one media playlist (section 4.4.4) into a representation.
class SegmentList {
public:
    SegmentList(const std::string& file, Representation& out) : m_file(file), m_out(out) {}

    Status read(std::string_view text) {
        HlsLines lines(text);
        if (lines.next() != kHead)
            return fail("package_invalid", m_file + ": it does not begin with #EXTM3U.");
        bool whole = false;
        while (const auto line = lines.next()) {
            m_place = at(m_file, lines);
            if (line->starts_with('#')) {
                KEYREEL_CHECK(readTag(*line));
                whole = whole || line == "#EXT-X-ENDLIST" || line == "#EXT-X-PLAYLIST-TYPE:VOD";
            } else {
                KEYREEL_CHECK(addSegment(*line));
            }
        }
        if (m_out.segments.empty()) return fail("package_invalid", m_file + ": it has no segments.");
        if (!whole)
            return fail("package_live", m_file + " is the playlist of a live broadcast: it has no end.",
                        "Films that are there whole can be opened.");
        return {};
    }

private:
    tl::unexpected<Error> unsupported(const std::string& what, std::string next) const {
        return fail("package_unsupported", m_place + ": " + what + ".", std::move(next));
    }

    Status readTag(std::string_view line) {
        if (line.starts_with("#EXT-X-STREAM-INF") || line.starts_with("#EXT-X-MEDIA:"))
            return fail("package_invalid", m_place + ": it names playlists again, where segments should be.");
        if (line == "#EXT-X-DISCONTINUITY")
            return unsupported("the film is put together from parts that do not fit (EXT-X-DISCONTINUITY)",
                               "Films without discontinuities can be opened.");
        if (line == "#EXT-X-GAP") return unsupported("a part of the film is missing (EXT-X-GAP)", {});
        if (line.starts_with("#EXT-X-SKIP") || line.starts_with("#EXT-X-DEFINE"))
            return unsupported(std::string(line.substr(1, line.find(':') - 1)) + " is not known here", {});
        if (const auto list = valueOf(line, "#EXT-X-KEY:")) {
            const HlsAttributes key(*list);
            const std::string_view method = key["METHOD"];
            if (method != "NONE" && method != "SAMPLE-AES" && method != "SAMPLE-AES-CTR")
                return unsupported("its segments are encrypted by " + shown(method),
                                   "SAMPLE-AES and SAMPLE-AES-CTR of fragmented MP4 can be opened.");
        } else if (const auto map = valueOf(line, "#EXT-X-MAP:")) {
            const HlsAttributes attributes(*map);
            KEYREEL_TRY(Piece piece, pieceOf(attributes["URI"], attributes["BYTERANGE"]));
            if (m_out.init && !(*m_out.init == piece))
                return unsupported("its segments begin anew with another head (EXT-X-MAP)",
                                   "Films with one head for all segments can be opened.");
            m_out.init = std::move(piece);
        } else if (const auto range = valueOf(line, "#EXT-X-BYTERANGE:")) {
            m_range = *range;
        }
        return {};
    }

    /// A range is "length@offset", or "length" right behind the one before (section 4.4.4.2).
    Result<Piece> pieceOf(std::string_view uri, std::string_view range) {
        KEYREEL_TRY(std::string file, localReference(folderOf(m_file), uri, m_place));
        if (uri.empty()) return fail("package_invalid", m_place + ": it names no file.");
        Piece piece{std::move(file), 0, std::nullopt};
        if (range.empty()) return piece;
        piece.size = takeInteger(range);
        std::optional<std::uint64_t> offset;
        if (range.starts_with('@')) {
            range.remove_prefix(1);
            offset = takeInteger(range);
        } else if (!m_out.segments.empty() && m_out.segments.back().file == piece.file) {
            offset = m_out.segments.back().offset + m_out.segments.back().size.value_or(0);
        }
        constexpr std::uint64_t kMost = std::uint64_t{1} << 61U;
        if (!piece.size || !offset || !range.empty() || *piece.size == 0 || *piece.size > kMost ||
            *offset > kMost)
            return fail("package_invalid", m_place + ": its BYTERANGE is none.");
        piece.offset = *offset;
        return piece;
    }

    Status addSegment(std::string_view uri) {
        KEYREEL_TRY(Piece piece, pieceOf(uri, std::exchange(m_range, {})));
        if (!m_out.init && m_out.kind != StreamKind::Text)
            return unsupported(
                "its segments are not fragmented MP4 (there is no EXT-X-MAP); MPEG-2 transport streams are "
                "not opened as packages",
                "Join the segments to one file and open that, or package the film with fragmented MP4.");
        if (m_out.segments.size() == kMaxSegments)
            return fail("package_limit",
                        m_file + ": it has more than " + std::to_string(kMaxSegments) + " segments.");
        m_out.segments.push_back(std::move(piece));
        return {};
    }

    const std::string& m_file;
    Representation& m_out;
    std::string m_place;
    std::string m_range;
};

/// A multivariant playlist (section 4.4.6).
class Reader {
public:
    Reader(std::string name, const ReadPlaylist& read) : m_name(std::move(name)), m_read(read) {}

    Result<Description> read(std::string_view text) {
        KEYREEL_CHECK(readLines(text));
        // A rendition without a playlist of its own is inside of the variants that name its group.
        for (Variant& variant : m_variants) {
            variant.about.mayHoldSound = variant.sound.empty() || m_groupsInside.contains(variant.sound);
            if (!m_known.insert(variant.file).second) continue;
            KEYREEL_CHECK(add(std::move(variant.about), variant.file));
        }
        for (auto& [file, rendition] : m_renditions) {
            for (const Variant& variant : m_variants)
                if (rendition.codecs.empty() && variant.sound == rendition.group)
                    rendition.codecs = codecAmong(variant.codecs, false);
            rendition.group.clear();
            KEYREEL_CHECK(add(std::move(rendition), file));
        }
        return std::move(m_out);
    }

private:
    struct Variant {
        Representation about;
        std::string file;
        std::string sound;
        std::string codecs;
    };

    Status readLines(std::string_view text) {
        HlsLines lines(text);
        if (lines.next() != kHead)
            return fail("package_invalid", m_name + ": it does not begin with #EXTM3U.");
        std::optional<HlsAttributes> variant;
        while (const auto line = lines.next()) {
            m_place = at(m_name, lines);
            if (const auto list = valueOf(*line, "#EXT-X-STREAM-INF:")) {
                variant.emplace(*list);
            } else if (const auto media = valueOf(*line, "#EXT-X-MEDIA:")) {
                KEYREEL_CHECK(readRendition(HlsAttributes(*media)));
            } else if (line->starts_with("#EXT-X-DEFINE")) {
                return fail("package_unsupported", m_place + ": EXT-X-DEFINE is not known here.");
            } else if (!line->starts_with('#') && variant) {
                KEYREEL_CHECK(readVariant(*std::exchange(variant, std::nullopt), *line));
            }
            if (m_variants.size() + m_renditions.size() > kMaxRepresentations)
                return fail("package_limit", m_name + " has more than " +
                                                 std::to_string(kMaxRepresentations) + " renditions.");
        }
        return {};
    }

    Status readVariant(const HlsAttributes& list, std::string_view uri) {
        Variant variant;
        KEYREEL_TRY(variant.file, localReference(folderOf(m_name), uri, m_place));
        variant.codecs = list["CODECS"];
        variant.sound = list["AUDIO"];
        Representation& about = variant.about;
        about.codecs = codecAmong(variant.codecs, true);
        about.group = about.codecs.substr(0, about.codecs.find('.')) + "/" + std::string(list["VIDEO-RANGE"]);
        about.bandwidth = list.number("BANDWIDTH");
        std::string_view size = list["RESOLUTION"];
        const auto width = takeInteger(size);
        if (size.starts_with('x')) size.remove_prefix(1);
        const auto height = takeInteger(size);
        constexpr std::uint64_t kMost = 100'000;
        if (width && height && *width < kMost && *height < kMost) {
            about.width = static_cast<std::uint32_t>(*width);
            about.height = static_cast<std::uint32_t>(*height);
        }
        if (!variant.codecs.empty() && about.codecs.empty() && about.height == 0) {
            about.kind = StreamKind::Audio;
            about.codecs = codecAmong(variant.codecs, false);
            about.isDefault = true;
        }
        m_variants.push_back(std::move(variant));
        return {};
    }

    Status readRendition(const HlsAttributes& list) {
        const std::string_view type = list["TYPE"];
        if (type != "AUDIO" && type != "SUBTITLES") return {};
        Representation out;
        out.kind = type == "AUDIO" ? StreamKind::Audio : StreamKind::Text;
        if (!list.has("URI")) {
            if (out.kind == StreamKind::Audio) m_groupsInside.insert(std::string(list["GROUP-ID"]));
            return {};
        }
        KEYREEL_TRY(const std::string file, localReference(folderOf(m_name), list["URI"], m_place));
        out.group = list["GROUP-ID"];
        if (list.has("LANGUAGE")) out.language = shown(list["LANGUAGE"]);
        out.title = titleOf(shown(list["NAME"]), out.language);
        out.isDefault = list["DEFAULT"] == "YES";
        out.channels = static_cast<std::uint32_t>(std::min<std::uint64_t>(list.number("CHANNELS"), 64));
        const std::string_view traits = list["CHARACTERISTICS"];
        const auto has = [&](std::string_view trait) { return traits.find(trait) != std::string_view::npos; };
        if (has("public.accessibility.describes-video")) out.audioRole = media::AudioRole::Description;
        if (has("public.accessibility.transcribes-spoken-dialog")) out.textRole = media::TextRole::Caption;
        if (list["FORCED"] == "YES") out.textRole = media::TextRole::Forced;
        // The same file stands in several groups, each for the variants that it goes with.
        if (m_known.insert(file).second) m_renditions.emplace_back(file, std::move(out));
        return {};
    }

    Status add(Representation about, const std::string& file) {
        about.id = file;
        about.place = shown(file);
        KEYREEL_TRY(const std::string text, m_read(file, m_name));
        KEYREEL_CHECK(SegmentList(file, about).read(text));
        about.isPlainText = about.kind == StreamKind::Text && !about.init;
        m_segments += about.segments.size();
        if (m_segments > kMaxAllSegments)
            return fail("package_limit",
                        m_name + " has more than " + std::to_string(kMaxAllSegments) + " segments in all.");
        m_out.representations.push_back(std::move(about));
        return {};
    }

    std::string m_name;
    const ReadPlaylist& m_read;
    std::string m_place;
    std::vector<Variant> m_variants;
    std::vector<std::pair<std::string, Representation>> m_renditions;  ///< By file.
    std::set<std::string> m_groupsInside;
    std::set<std::string> m_known;  ///< Files.
    std::size_t m_segments = 0;
    Description m_out;
};

}  // namespace

bool isHlsPlaylist(std::string_view text) {
    return text.starts_with(kHead) && text.find("\n#EXT-X-") != std::string_view::npos;
}

Result<Description> readHls(std::string_view text, const std::string& name, const ReadPlaylist& read) {
    if (text.size() > kMaxDescriptionBytes)
        return fail("package_limit", name + " has more than 16 MiB; that is no playlist of a film.");
    if (text.find("\n#EXT-X-STREAM-INF:") != std::string_view::npos) return Reader(name, read).read(text);
    Representation alone;
    alone.id = name;
    alone.place = name;
    alone.mayHoldSound = true;
    KEYREEL_CHECK(SegmentList(name, alone).read(text));
    Description out;
    out.representations.push_back(std::move(alone));
    return out;
}

}  // namespace keyreel::adaptive
