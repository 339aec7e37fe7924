#include "core/package/text_reader.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/byte_io.h"
#include "core/base/utf8.h"
#include "core/isobmff/box.h"
#include "core/isobmff/fragment_reader.h"
#include "core/isobmff/movie.h"
#include "core/package/ttml.h"

namespace keyreel::package {
namespace {

using isobmff::fourCc;
using media::TextCue;

tl::unexpected<Error> invalid(const std::string& name, const std::string& why) {
    return fail("text_invalid", "The text track " + name + " " + why + ".", "Tell the maker of the film.");
}

tl::unexpected<Error> tooLarge(const std::string& name) {
    return fail("text_too_large", "The text track " + name + " has more than Keyreel shows.",
                "Tell the maker of the film.");
}

void order(std::vector<TextCue>& cues) {
    std::stable_sort(cues.begin(), cues.end(),
                     [](const TextCue& a, const TextCue& b) { return a.begin < b.begin; });
}

/// Puts cues together that came in pieces, and keeps the bounds.
class CueCollector {
public:
    explicit CueCollector(std::string name) : m_name(std::move(name)) {}

    /// A piece; one that goes on where an equal one of the same source ended makes that one longer.
    Status add(TextCue cue, std::string source) {
        if (cue.text.empty() || cue.end <= cue.begin) return {};
        auto& last = m_last[std::make_tuple(std::move(source), cue.id, cue.settings, cue.text)];
        if (last != 0 && m_cues[last - 1].end == cue.begin) {
            m_cues[last - 1].end = cue.end;
            return {};
        }
        return put(std::move(cue), last);
    }

    /// A whole cue, which may have come before.
    Status addOnce(TextCue cue) {
        if (cue.text.empty() || cue.end <= cue.begin) return {};
        auto& last = m_last[std::make_tuple(std::to_string(cue.begin) + "-" + std::to_string(cue.end), cue.id,
                                            cue.settings, cue.text)];
        return last != 0 ? Status{} : put(std::move(cue), last);
    }

    std::vector<TextCue> take() {
        order(m_cues);
        return std::move(m_cues);
    }

private:
    Status put(TextCue cue, std::size_t& place) {
        m_bytes += cue.text.size() + cue.settings.size();
        if (m_cues.size() == media::kMaxTextCues || m_bytes > media::kMaxTextBytes) return tooLarge(m_name);
        m_cues.push_back(std::move(cue));
        place = m_cues.size();
        return {};
    }

    std::string m_name;
    std::vector<TextCue> m_cues;
    /// The place of the newest of equal cues, from 1.
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> m_last;
    std::size_t m_bytes = 0;
};

/// The boxes of a `wvtt` sample (section 7.4).
Status addWebVtt(CueCollector& cues, ByteView sample, std::uint64_t offset, std::int64_t begin,
                 std::int64_t end) {
    isobmff::BoxCursor cursor(sample, offset);
    isobmff::Box box;
    for (;;) {
        KEYREEL_TRY(const bool any, cursor.next(box));
        if (!any) return {};
        if (box.type != fourCc("vttc")) continue;
        TextCue cue;
        cue.begin = begin;
        cue.end = end;
        std::string source;
        isobmff::BoxCursor parts(box);
        isobmff::Box part;
        for (;;) {
            KEYREEL_TRY(const bool more, parts.next(part));
            if (!more) break;
            if (!isUtf8(part.content()) && part.type != fourCc("vsid"))
                return part.malformed("is not text in UTF-8");
            const std::string text(asText(part.content()));
            if (part.type == fourCc("iden")) cue.id = text;
            if (part.type == fourCc("sttg")) cue.settings = text;
            if (part.type == fourCc("payl")) cue.text = text;
            if (part.type == fourCc("vsid")) source = text;
        }
        // Without a source it is whole, and equal ones that follow each other are two.
        KEYREEL_CHECK(source.empty() ? cues.addOnce(std::move(cue))
                                     : cues.add(std::move(cue), std::move(source)));
    }
}

Status addTtml(CueCollector& cues, ByteView sample, const std::string& name) {
    KEYREEL_TRY(const TtmlDocument document, TtmlDocument::parse(std::string(asText(sample)), name));
    for (TextCue& cue : document.cues())
        KEYREEL_CHECK(cues.addOnce(std::move(cue)));
    return {};
}

}  // namespace

Result<std::vector<TextCue>> readTextCues(ByteView file, const std::string& name) {
    if (file.size() > kMaxTextReadBytes) return tooLarge(name);
    isobmff::BoxCursor cursor(file, 0);
    isobmff::Box box;
    isobmff::Movie movie;
    CueCollector cues(name);
    isobmff::FourCc format = 0;
    for (;;) {
        KEYREEL_TRY(const bool any, cursor.next(box));
        if (!any) break;
        if (box.type == fourCc("moov")) {
            KEYREEL_TRY(movie, isobmff::readMovie(box));
            if (movie.tracks.size() != 1 || movie.tracks[0].entries.size() != 1)
                return invalid(name, "does not have one track of one kind");
            format = movie.tracks[0].entries[0].format;
            if (format != fourCc("wvtt") && format != fourCc("stpp"))
                return invalid(name, "is neither WebVTT nor TTML");
            if (movie.tracks[0].timescale == 0) return invalid(name, "has no time scale");
        }
        if (box.type != fourCc("moof")) continue;
        if (format == 0) return invalid(name, "has a part in front of its head");
        KEYREEL_TRY(const isobmff::Fragment fragment, isobmff::readFragment(box, movie));
        const std::uint64_t scale = movie.tracks[0].timescale;
        for (const isobmff::TrackFragment& track : fragment.tracks) {
            std::uint64_t at = track.baseDecodeTime;
            for (const isobmff::FragmentSample& sample : track.samples) {
                const std::uint64_t until = at + sample.duration;
                // 1,000 hours, as for cues of files.
                if (until < at || until / scale > 3'600'000) return invalid(name, "has impossible times");
                if (sample.offset > file.size() || sample.size > file.size() - sample.offset)
                    return invalid(name, "has text behind its end");
                const ByteView bytes = file.subspan(sample.offset, sample.size);
                KEYREEL_CHECK(format == fourCc("wvtt")
                                  ? addWebVtt(cues, bytes, sample.offset,
                                              static_cast<std::int64_t>(at * 1000 / scale),
                                              static_cast<std::int64_t>(until * 1000 / scale))
                                  : addTtml(cues, bytes, name));
                at = until;
            }
        }
    }
    if (format == 0) return invalid(name, "has no head");
    return cues.take();
}

Result<std::vector<TextCue>> cuesOf(const media::TextTrack& track, const std::string& name) {
    if (track.form == media::TextForm::WebVtt) {
        std::vector<TextCue> cues = track.cues;
        order(cues);
        return cues;
    }
    CueCollector cues(name);
    KEYREEL_CHECK(addTtml(cues, asBytes(track.document), name));
    return cues.take();
}

}  // namespace keyreel::package
