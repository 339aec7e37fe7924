#include "core/package/web_vtt.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "core/base/progress.h"
#include "core/isobmff/box_writer.h"

namespace keyreel::package {
namespace {

using isobmff::fourCc;

std::string clockTime(std::int64_t milliseconds) {
    char text[40];
    std::snprintf(
        text, sizeof text, "%02lld:%02lld:%02lld.%03lld", static_cast<long long>(milliseconds / 3600000),
        static_cast<long long>(milliseconds / 60000 % 60), static_cast<long long>(milliseconds / 1000 % 60),
        static_cast<long long>(milliseconds % 1000));
    return text;
}

/// Whether the text has times of its own ("<00:00:01.000>"), which count from the cue's beginning.
bool hasTimes(const std::string& text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1))
        if (at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9') return true;
    return false;
}

void writeText(isobmff::BoxWriter& out, isobmff::FourCc type, std::string_view text) {
    out.begin(type);
    out.text(text);
    out.end();
}

void writeCue(isobmff::BoxWriter& out, const media::TextCue& cue, std::uint32_t source, bool whole) {
    out.begin(fourCc("vttc"));
    if (!whole) {
        out.begin(fourCc("vsid"));
        out.u32(source);
        out.end();
    }
    if (!cue.id.empty()) writeText(out, fourCc("iden"), cue.id);
    if (hasTimes(cue.text)) writeText(out, fourCc("ctim"), clockTime(cue.begin));
    if (!cue.settings.empty()) writeText(out, fourCc("sttg"), cue.settings);
    writeText(out, fourCc("payl"), cue.text);
    out.end();
}

/// The cues that may show between two times: those before `end` in their order.
std::size_t countBefore(std::span<const media::TextCue> cues, std::int64_t end) {
    return static_cast<std::size_t>(
        std::lower_bound(cues.begin(), cues.end(), end,
                         [](const media::TextCue& cue, std::int64_t time) { return cue.begin < time; }) -
        cues.begin());
}

}  // namespace

Result<std::vector<TextSample>> webVttSamples(std::span<const media::TextCue> cues, std::int64_t begin,
                                              std::int64_t end, const std::stop_token& stop) {
    std::vector<std::size_t> showing;
    std::set<std::int64_t> changes{begin, end};
    for (std::size_t i = 0; i < countBefore(cues, end); ++i) {
        if (cues[i].end <= begin) continue;
        showing.push_back(i);
        changes.insert(std::max(cues[i].begin, begin));
        changes.insert(std::min(cues[i].end, end));
    }
    std::vector<TextSample> samples;
    std::vector<std::size_t> now;
    std::size_t next = 0;
    std::size_t size = 0;
    for (auto from = changes.begin(); std::next(from) != changes.end(); ++from) {
        if (stop.stop_requested()) return cancelled("Packaging the text");
        TextSample sample{*from, *std::next(from), {}};
        now.erase(std::remove_if(now.begin(), now.end(),
                                 [&](std::size_t i) { return cues[i].end <= sample.begin; }),
                  now.end());
        for (; next < showing.size() && cues[showing[next]].begin <= sample.begin; ++next) {
            if (cues[showing[next]].end <= sample.begin) continue;
            if (now.size() == kMaxCuesAtOnce)
                return fail("text_too_large",
                            "The text shows more than " + std::to_string(kMaxCuesAtOnce) +
                                " cues at once, at " + clockTime(sample.begin) + ".",
                            "Correct the times of the file, or leave it out.");
            now.push_back(showing[next]);
        }
        isobmff::BoxWriter out(sample.data);
        for (const std::size_t i : now) {
            writeCue(out, cues[i], static_cast<std::uint32_t>(i),
                     cues[i].begin == sample.begin && cues[i].end == sample.end);
            if (size + sample.data.size() > kMaxTextFragmentBytes)
                return fail("text_too_large",
                            "The text has more than " + std::to_string(kMaxTextFragmentBytes >> 20) +
                                " MiB in one segment, at " + clockTime(sample.begin) + ".",
                            "Correct the times of the file, or leave it out.");
        }
        if (sample.data.empty()) {
            out.begin(fourCc("vtte"));
            out.end();
        }
        size += sample.data.size();
        samples.push_back(std::move(sample));
    }
    return samples;
}

std::string webVttSegment(const media::TextTrack& track, std::int64_t begin, std::int64_t end) {
    // The film's time 0 is the clock's 0 in all tracks of the package.
    std::string out = "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n";
    const std::size_t blocks = track.header.find("\n\n");
    if (blocks != std::string::npos) out += track.header.substr(blocks + 2) + "\n\n";
    for (std::size_t i = 0; i < countBefore(track.cues, end); ++i) {
        const media::TextCue& cue = track.cues[i];
        if (cue.end <= begin) continue;
        if (!cue.id.empty()) out += cue.id + "\n";
        out += clockTime(cue.begin) + " --> " + clockTime(cue.end);
        if (!cue.settings.empty()) out += " " + cue.settings;
        out += "\n" + cue.text + "\n\n";
    }
    return out;
}

}  // namespace keyreel::package
