// Subtitles of any kind: every cut is without gaps and stays text.

#include <cstdlib>

#include "core/media/text_track.h"
#include "core/package/ttml.h"
#include "core/package/web_vtt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const std::string_view text = asText({data, size});
    const auto track = media::parseText(text, "input");
    if (!track) return 0;
    if (track->form == media::TextForm::Ttml) {
        const auto document = package::TtmlDocument::parse(track->document, "input");
        if (!document) return 0;
        for (const media::TextCue& cue : document->cues())
            if (cue.end <= cue.begin || cue.text.empty()) std::abort();
        // What was cut is still a document.
        if (!package::TtmlDocument::parse(document->segment(0, 4000), "input")) std::abort();
        return 0;
    }
    std::int64_t at = 1000;
    const auto samples = package::webVttSamples(track->cues, 1000, 5000);
    if (!samples) {
        if (samples.error().code != "text_too_large") std::abort();
        return 0;
    }
    for (const package::TextSample& sample : *samples) {
        if (sample.begin != at || sample.end <= at || sample.data.size() < 8) std::abort();
        at = sample.end;
    }
    if (at != 5000) std::abort();
    // A segment for HLS is WebVTT again, with the same cues.
    const auto again = media::parseText(package::webVttSegment(*track, 0, INT64_MAX), "segment");
    if (!again || again->cues.size() != track->cues.size()) std::abort();
    return 0;
}
