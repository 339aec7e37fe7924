#include "core/package/text_part.h"

#include <algorithm>
#include <utility>

#include "core/package/ttml.h"

namespace keyreel::package {

Status keepTextPart(media::TextTrack& track, std::int64_t begin, std::int64_t end) {
    if (track.form == media::TextForm::Ttml) {
        KEYREEL_TRY(const TtmlDocument document, TtmlDocument::parse(std::move(track.document), track.title));
        track.document = document.part(begin, end);
        return {};
    }
    std::erase_if(track.cues,
                  [&](const media::TextCue& cue) { return cue.end <= begin || cue.begin >= end; });
    for (media::TextCue& cue : track.cues) {
        cue.begin = std::max(cue.begin, begin) - begin;
        cue.end = std::min(cue.end, end) - begin;
    }
    return {};
}

}  // namespace keyreel::package
