#include "core/package/text_writer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/isobmff/codec_string.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/init_segment.h"
#include "core/isobmff/segment_index.h"
#include "core/package/sources.h"
#include "core/package/text_part.h"
#include "core/package/ttml.h"
#include "core/package/web_vtt.h"

namespace keyreel::package {
namespace {

/// Of all times of text: nobody reads faster.
constexpr std::uint32_t kTimescale = 1000;
constexpr std::size_t kMaxTitle = 200;

/// A file that grows at its end and is digested on the way.
class GrowingFile {
public:
    explicit GrowingFile(File& file) : m_file(file) {}

    Status append(ByteView bytes) {
        KEYREEL_CHECK(m_file.writeAt(m_size, bytes));
        m_size += bytes.size();
        m_digest.update(bytes);
        return {};
    }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    PackagedFile finish(const std::string& name) { return {name, m_size, m_digest.finish()}; }

private:
    File& m_file;
    std::uint64_t m_size = 0;
    crypto::Sha256 m_digest;
};

/// Cuts a track into samples, whichever form it has.
class Cutter {
public:
    static Result<Cutter> create(const media::TextTrack& track, const std::string& name) {
        Cutter cutter(track);
        if (track.form == media::TextForm::Ttml) {
            KEYREEL_TRY(cutter.m_document, TtmlDocument::parse(track.document, name));
        }
        return cutter;
    }

    [[nodiscard]] Result<std::vector<TextSample>> samples(std::int64_t begin, std::int64_t end,
                                                          const std::stop_token& stop) const {
        if (!m_document) return webVttSamples(m_track->cues, begin, end, stop);
        const std::string document = m_document->segment(begin, end);
        return std::vector<TextSample>{{begin, end, toBytes(asBytes(document))}};
    }

private:
    explicit Cutter(const media::TextTrack& track) : m_track(&track) {}
    const media::TextTrack* m_track;
    std::optional<TtmlDocument> m_document;
};

isobmff::TrackDescription describe(const media::TextTrack& track, std::int64_t end) {
    isobmff::TrackDescription out;
    out.handler = isobmff::Handler::Text;
    const bool webVtt = track.form == media::TextForm::WebVtt;
    out.codec = webVtt ? isobmff::Codec::Wvtt : isobmff::Codec::Stpp;
    out.configuration = toBytes(
        asBytes(webVtt ? std::string_view(track.header) : std::string_view("http://www.w3.org/ns/ttml")));
    out.timescale = kTimescale;
    out.duration = static_cast<std::uint64_t>(end);
    out.language = track.language == "und" ? std::string() : track.language;
    return out;
}

struct Cut {
    std::vector<TextSample> samples;
    Bytes boxes;
    std::size_t size = 0;
};

/// Text whose parts cannot be told from one another by their times is in every segment.
tl::unexpected<Error> tooLarge(const std::string& label) {
    return fail("text_too_large",
                "The text track " + label + " would have more than " +
                    std::to_string(kMaxTextTrackBytes >> 20) + " MiB, as much of it is in many segments.",
                "Correct the times of the file, or leave it out.");
}

/// Rounded up: what is announced is never below what there is.
std::uint64_t bitsPerSecond(std::uint64_t bytes, std::int64_t milliseconds) {
    if (milliseconds <= 0) return 0;
    const auto length = static_cast<std::uint64_t>(milliseconds);
    return (bytes * 8 * kTimescale + length - 1) / length;
}

}  // namespace

bool isPlainTitle(const std::string& text) {
    return text.size() <= kMaxTitle && isUtf8(asBytes(text)) &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool isLanguageTag(const std::string& language) {
    std::size_t part = 0;
    bool first = true;
    for (const char c : language) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (part == 0) return false;
            part = 0;
            first = false;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++part > 8) {
            return false;
        }
    }
    return part > 0 && language.size() >= 2 && language.size() <= 35;
}

Result<std::vector<media::TextTrack>> collectTexts(const PackageRequest& request,
                                                   const media::MediaInfo& source, std::stop_token stop,
                                                   std::vector<std::string>& leftOut) {
    std::vector<media::TextTrack> tracks;
    for (const TextInput& input : request.texts) {
        KEYREEL_TRY(media::TextTrack track, media::readTextFile(input.file));
        if (!input.language.empty()) {
            track.language = input.language;
        } else if (track.form == media::TextForm::Ttml) {
            KEYREEL_TRY(const TtmlDocument document,
                        TtmlDocument::parse(track.document, input.file.filename().string()));
            if (isLanguageTag(document.language())) track.language = document.language();
        }
        if (!isLanguageTag(track.language))
            return fail("request_invalid", "\"" + track.language + "\" is not a language tag.",
                        "Use a tag such as en, deu or pt-BR.");
        if (!isPlainTitle(input.title))
            return fail("request_invalid",
                        "The title of " + input.file.filename().string() + " is too long or not plain text.");
        track.title = input.title;
        track.role = input.role;
        track.isDefault = input.isDefault;
        tracks.push_back(std::move(track));
    }
    if (request.embeddedText && source.textStreams > 0) {
        for (const std::filesystem::path& film : filmsOf(request)) {
            std::vector<std::string> why;
            KEYREEL_TRY(std::vector<media::TextTrack> inside,
                        request.workshop ? request.workshop->readTexts(film, stop, &why)
                                         : media::readTextStreams(film, stop, &why));
            std::move(inside.begin(), inside.end(), std::back_inserter(tracks));
            std::move(why.begin(), why.end(), std::back_inserter(leftOut));
        }
    }
    const std::int64_t begin = std::llround(source.partBegin * 1000);
    const std::int64_t end = begin + std::llround(source.durationSeconds * 1000);
    for (media::TextTrack& track : tracks)
        if (!request.reader.part.isWhole()) {
            KEYREEL_CHECK(keepTextPart(track, begin, end));
        }
    if (tracks.size() > media::kMaxTextTracks)
        return fail("request_invalid", std::to_string(tracks.size()) + " text tracks are too many; " +
                                           std::to_string(media::kMaxTextTracks) + " are allowed.");
    bool taken = false;
    for (media::TextTrack& track : tracks)
        if (track.isDefault) track.isDefault = !std::exchange(taken, true);
    return tracks;
}

Result<WrittenText> writeText(const TextPlace& place, const media::TextTrack& track,
                              std::span<const std::int64_t> boundaries, std::int64_t end,
                              std::stop_token stop) {
    WrittenText out;
    PackagedText& text = out.text;
    const std::string& label = place.label;
    const bool whole = place.segmentFiles == SegmentFiles::None;
    text.label = label;
    text.fileName = label + (whole ? ".mp4" : "/init.mp4");
    text.form = track.form;
    text.role = track.role;
    text.language = track.language;
    text.title = track.title;
    text.isDefault = track.isDefault;
    text.timescale = kTimescale;

    std::vector<std::int64_t> times{0};
    for (const std::int64_t boundary : boundaries)
        if (boundary > times.back() && boundary < end) times.push_back(boundary);
    times.push_back(std::max(end, times.back() + 1));

    KEYREEL_TRY(const Cutter cutter, Cutter::create(track, label));
    isobmff::TrackDescription description = describe(track, times.back());
    KEYREEL_TRY(text.codecs, isobmff::codecString(description));
    // Sizes first: the index stands in front. Text is small enough to be made twice.
    isobmff::FragmentWriter fragments;
    std::vector<isobmff::SampleMeta> metas;
    const auto cut = [&](std::size_t i) -> Result<Cut> {
        if (stop.stop_requested()) return cancelled("Packaging the text track " + label);
        Cut made;
        KEYREEL_TRY(made.samples, cutter.samples(times[i], times[i + 1], stop));
        metas.clear();
        for (const TextSample& sample : made.samples) {
            metas.push_back({static_cast<std::uint32_t>(sample.end - sample.begin),
                             static_cast<std::uint32_t>(sample.data.size()), 0, true});
            made.size += sample.data.size();
        }
        const isobmff::FragmentHeader header{static_cast<std::uint32_t>(i + 1), description.trackId,
                                             static_cast<std::uint64_t>(times[i])};
        KEYREEL_TRY(const ByteView boxes, fragments.write(header, metas));
        if (!whole) made.boxes = isobmff::writeSegmentType();
        append(made.boxes, boxes);
        made.size += made.boxes.size();
        return made;
    };
    isobmff::SegmentIndex index;
    index.referenceId = description.trackId;
    index.timescale = kTimescale;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i + 1 < times.size(); ++i) {
        KEYREEL_TRY(const Cut made, cut(i));
        const std::int64_t duration = times[i + 1] - times[i];
        index.references.push_back(
            {static_cast<std::uint32_t>(made.size), static_cast<std::uint32_t>(duration), true, 1});
        PackagedSegment& segment = text.segments.emplace_back();
        segment.range.size = made.size;
        segment.startTicks = static_cast<std::uint64_t>(times[i]);
        segment.durationTicks = static_cast<std::uint64_t>(duration);
        segment.startSeconds = static_cast<double>(times[i]) / kTimescale;
        segment.durationSeconds = static_cast<double>(duration) / kTimescale;
        segment.clear = true;
        text.peakBitrate = std::max(text.peakBitrate, bitsPerSecond(made.size, duration));
        total += made.size;
        if (total > kMaxTextTrackBytes) return tooLarge(label);
    }
    text.averageBitrate = bitsPerSecond(total, times.back());
    description.averageBitrate =
        static_cast<std::uint32_t>(std::clamp<std::uint64_t>(text.averageBitrate, 1, UINT32_MAX));
    description.peakBitrate =
        static_cast<std::uint32_t>(std::clamp<std::uint64_t>(text.peakBitrate, 1, UINT32_MAX));

    KEYREEL_TRY(const Bytes init, isobmff::writeInitSegment(description));
    text.initSegment = {0, init.size()};
    const auto put = [](GrowingFile& file, const Cut& made) -> Status {
        KEYREEL_CHECK(file.append(made.boxes));
        for (const TextSample& sample : made.samples)
            KEYREEL_CHECK(file.append(sample.data));
        return {};
    };
    if (whole) {
        KEYREEL_TRY(TemporaryOutput output, TemporaryOutput::createFile(place.folder, text.fileName));
        GrowingFile file(output.file());
        KEYREEL_TRY(const Bytes indexBytes, isobmff::writeSegmentIndex(index));
        KEYREEL_CHECK(file.append(init));
        KEYREEL_CHECK(file.append(indexBytes));
        text.index = {init.size(), indexBytes.size()};
        for (std::size_t i = 0; i + 1 < times.size(); ++i) {
            KEYREEL_TRY(const Cut made, cut(i));
            text.segments[i].range.offset = file.size();
            KEYREEL_CHECK(put(file, made));
        }
        out.files.push_back(file.finish(text.fileName));
        out.outputs.push_back(std::move(output));
    } else {
        KEYREEL_TRY(TemporaryOutput output, TemporaryOutput::createFolder(place.folder, label));
        const auto within = [&](const std::string& name, const auto& fill) -> Status {
            KEYREEL_TRY(File created, File::create(output.temporaryPath() / name));
            GrowingFile file(created);
            KEYREEL_CHECK(fill(file));
            out.files.push_back(file.finish(label + "/" + name));
            return {};
        };
        KEYREEL_CHECK(within("init.mp4", [&](GrowingFile& file) { return file.append(init); }));
        for (std::size_t i = 0; i + 1 < times.size(); ++i) {
            KEYREEL_TRY(const Cut made, cut(i));
            const std::int64_t name =
                place.segmentFiles == SegmentFiles::Time ? times[i] : static_cast<std::int64_t>(i + 1);
            text.segments[i].file = label + "/" + std::to_string(name) + ".m4s";
            KEYREEL_CHECK(
                within(std::to_string(name) + ".m4s", [&](GrowingFile& file) { return put(file, made); }));
        }
        out.outputs.push_back(std::move(output));
    }
    if (track.form != media::TextForm::WebVtt) return out;

    text.sideFile = label + ".vtt";
    KEYREEL_TRY(TemporaryOutput side, TemporaryOutput::createFile(place.folder, text.sideFile));
    GrowingFile documents(side.file());
    for (std::size_t i = 0; i + 1 < times.size(); ++i) {
        if (stop.stop_requested()) return cancelled("Packaging the text track " + label);
        const std::string document = webVttSegment(track, times[i], times[i + 1]);
        if (documents.size() + document.size() > kMaxTextTrackBytes) return tooLarge(label);
        text.sideSegments.push_back({documents.size(), document.size()});
        KEYREEL_CHECK(documents.append(asBytes(document)));
    }
    out.files.push_back(documents.finish(text.sideFile));
    out.outputs.push_back(std::move(side));
    return out;
}

}  // namespace keyreel::package
