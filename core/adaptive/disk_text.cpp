#include "core/adaptive/disk_text.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/adaptive/hls_lines.h"
#include "core/adaptive/package_folder.h"
#include "core/adaptive/track_file.h"
#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/package/text_reader.h"

namespace keyreel::adaptive {
namespace {

constexpr std::int64_t kTicksPerMs = 90;  // MPEG-2's clock.

/// By how much the cues of a segment of WebVTT are later than they say, in milliseconds: X-TIMESTAMP-MAP
/// (RFC 8216bis section 3.1.4).
std::int64_t mappedBy(std::string_view text) {
    HlsLines lines(text);
    (void)lines.next();
    const auto line = lines.next();
    constexpr std::string_view kMap = "X-TIMESTAMP-MAP=";
    if (!line || !line->starts_with(kMap)) return 0;
    std::int64_t shift = 0;
    for (std::string_view rest = line->substr(kMap.size()); !rest.empty();) {
        std::string_view part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.starts_with("MPEGTS:")) {
            part.remove_prefix(7);
            shift += static_cast<std::int64_t>(takeInteger(part).value_or(0) % (1ULL << 33U)) / kTicksPerMs;
        } else if (part.starts_with("LOCAL:")) {
            // hh:mm:ss.mmm, the hours optional.
            part.remove_prefix(6);
            std::int64_t local = 0;
            for (;;) {
                local = local * 60 + static_cast<std::int64_t>(takeInteger(part).value_or(0) % 100'000);
                if (!part.starts_with(':')) break;
                part.remove_prefix(1);
            }
            local *= 1000;
            if (part.starts_with('.')) {
                part.remove_prefix(1);
                local += static_cast<std::int64_t>(takeInteger(part).value_or(0) % 1000);
            }
            shift -= local;
        }
    }
    return shift;
}

/// Cues of all segments, each once: one that goes on in the next segment is there again.
class Cues {
public:
    explicit Cues(std::int64_t startMs) : m_startMs(startMs) {}

    Status add(std::vector<media::TextCue> cues, std::int64_t shift) {
        for (media::TextCue& cue : cues) {
            cue.begin += shift - m_startMs;
            cue.end += shift - m_startMs;
            if (cue.end <= 0) continue;
            if (!m_known.emplace(cue.begin, cue.end, cue.text).second) continue;
            if (m_cues.size() == media::kMaxTextCues)
                return fail("text_too_large", "A text of this film has too many cues.");
            m_cues.push_back(std::move(cue));
        }
        return {};
    }
    std::vector<media::TextCue> take() {
        std::stable_sort(m_cues.begin(), m_cues.end(),
                         [](const auto& a, const auto& b) { return a.begin < b.begin; });
        return std::move(m_cues);
    }

private:
    std::int64_t m_startMs;
    std::vector<media::TextCue> m_cues;
    std::set<std::tuple<std::int64_t, std::int64_t, std::string>> m_known;
};

Result<std::vector<media::TextCue>> readPlain(PackageFolder& folder, const Representation& about, Cues cues,
                                              const std::stop_token& stop) {
    std::uint64_t total = 0;
    for (const Piece& named : about.segments) {
        if (stop.stop_requested()) return cancelled("Reading the text");
        KEYREEL_TRY(const Piece piece, folder.measured(named, about.place));
        total += *piece.size;
        if (total > media::kMaxTextBytes)
            return fail("text_too_large", about.place + ": it has more than 8 MiB of text.");
        KEYREEL_TRY(const std::filesystem::path path, folder.find(piece.file, about.place));
        KEYREEL_TRY(const File file, File::openForReading(path));
        std::string text(static_cast<std::size_t>(*piece.size), '\0');
        KEYREEL_CHECK(file.readAt(piece.offset, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
        KEYREEL_TRY(const media::TextTrack track, media::parseText(text, piece.file));
        KEYREEL_TRY(std::vector<media::TextCue> read, package::cuesOf(track, piece.file));
        KEYREEL_CHECK(cues.add(std::move(read), mappedBy(text)));
    }
    return cues.take();
}

}  // namespace

Result<std::vector<media::TextCue>> readDiskText(const std::filesystem::path& description,
                                                 const Representation& about, std::int64_t startMs,
                                                 const std::stop_token& stop) {
    KEYREEL_TRY(PackageFolder folder, PackageFolder::around(description));
    Cues cues(startMs);
    if (about.isPlainText) return readPlain(folder, about, std::move(cues), stop);
    KEYREEL_TRY(const TrackParts parts, readTrackParts(folder, about));
    KEYREEL_TRY(const TrackFile track, spliceTrack(folder, parts, 0, about.place));
    if (track.splice->size() > package::kMaxTextReadBytes)
        return fail("text_too_large", about.place + ": it has more than 64 MiB of text.");
    if (stop.stop_requested()) return cancelled("Reading the text");
    Bytes bytes(static_cast<std::size_t>(track.splice->size()));
    KEYREEL_CHECK(track.open()->read(0, bytes));
    KEYREEL_TRY(std::vector<media::TextCue> read, package::readTextCues(bytes, about.place));
    KEYREEL_CHECK(cues.add(std::move(read), 0));
    return cues.take();
}

}  // namespace keyreel::adaptive
