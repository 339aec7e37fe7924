#include "core/package/presentation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/protection_systems.h"
#include "core/package/output_names.h"

namespace keyreel::package {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string attribute(std::string_view text) {
    return "\"" + escaped(text) + "\"";
}

std::string range(const ByteRange& bytes) {
    return std::to_string(bytes.offset) + "-" + std::to_string(bytes.offset + bytes.size - 1);
}

/// A quoted-string of a playlist has no double quotes (RFC 8216bis section 4.2).
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '"', '\'');
    return "\"" + text + "\"";
}

std::string role(const char* element, const char* value) {
    return std::string("      <") + element + " schemeIdUri=\"urn:mpeg:dash:role:2011\" value=\"" + value +
           "\"/>\n";
}

/// Roles of ISO/IEC 23009-1 section 5.8.5.5; Accessibility comes first in its schema.
std::string audioRoles(const media::Track& track) {
    const char* const own = track.role == media::AudioRole::Commentary     ? "commentary"
                            : track.role == media::AudioRole::Dub          ? "dub"
                            : track.role == media::AudioRole::Description  ? "description"
                            : track.role == media::AudioRole::Intelligible ? "enhanced-audio-intelligibility"
                                                                           : nullptr;
    std::string out;
    // TV-Anytime's purpose 1: for the visually impaired; 2: for the hard of hearing.
    if (track.role == media::AudioRole::Description || track.role == media::AudioRole::Intelligible)
        out += std::string(
                   "      <Accessibility schemeIdUri=\"urn:tva:metadata:cs:AudioPurposeCS:2007\" value=\"") +
               (track.role == media::AudioRole::Description ? "1" : "2") + "\"/>\n";
    out += role("Role", track.isDefault ? "main" : "alternate");
    if (own != nullptr) out += role("Role", own);
    return out;
}

const char* alignment(SegmentFiles files) {
    return files == SegmentFiles::None ? " subsegmentAlignment=\"true\"" : " segmentAlignment=\"true\"";
}

const char* startsWithSap(SegmentFiles files) {
    return files == SegmentFiles::None ? " subsegmentStartsWithSAP=\"1\"" : " startWithSAP=\"1\"";
}

/// Where the segments of a representation are: in one file with an index, or by a template whose timeline
/// has an S for each run of equal durations (ISO/IEC 23009-1 section 5.3.9.6).
template <class TrackLike>
std::string addressing(const TrackLike& track, std::uint32_t timescale, SegmentFiles files) {
    if (files == SegmentFiles::None)
        return "        <BaseURL>" + track.fileName + "</BaseURL>\n        <SegmentBase timescale=\"" +
               std::to_string(timescale) + "\" indexRangeExact=\"true\" indexRange=\"" + range(track.index) +
               "\">\n          <Initialization range=\"" + range(track.initSegment) +
               "\"/>\n        </SegmentBase>\n";
    std::string out = "        <SegmentTemplate timescale=\"" + std::to_string(timescale) +
                      "\" initialization=\"$RepresentationID$/init.mp4\" media=\"$RepresentationID$/" +
                      (files == SegmentFiles::Time ? "$Time$.m4s\"" : "$Number$.m4s\" startNumber=\"1\"") +
                      ">\n          <SegmentTimeline>\n";
    const std::vector<PackagedSegment>& segments = track.segments;
    for (std::size_t i = 0; i < segments.size();) {
        std::size_t same = i + 1;
        while (same < segments.size() && segments[same].durationTicks == segments[i].durationTicks)
            ++same;
        out += "            <S";
        if (i == 0) out += " t=\"" + std::to_string(segments[i].startTicks) + "\"";
        out += " d=\"" + std::to_string(segments[i].durationTicks) + "\"";
        if (same - i > 1) out += " r=\"" + std::to_string(same - i - 1) + "\"";
        out += "/>\n";
        i = same;
    }
    return out + "          </SegmentTimeline>\n        </SegmentTemplate>\n";
}

std::string textSet(const PackagedText& text, std::size_t id, SegmentFiles files) {
    std::string out = "    <AdaptationSet id=\"" + std::to_string(id) +
                      "\" contentType=\"text\" mimeType=\"application/mp4\"";
    if (text.language != "und") out += " lang=" + attribute(text.language);
    out += std::string(alignment(files)) + startsWithSap(files) + ">\n";
    if (!text.title.empty()) out += "      <Label>" + escaped(text.title) + "</Label>\n";
    if (text.role == media::TextRole::Caption) out += role("Accessibility", "caption");
    if (text.role == media::TextRole::Description) out += role("Accessibility", "description");
    if (text.isDefault) out += role("Role", "main");
    out += role("Role", text.role == media::TextRole::Caption       ? "caption"
                        : text.role == media::TextRole::Forced      ? "forced-subtitle"
                        : text.role == media::TextRole::Description ? "description"
                                                                    : "subtitle");
    out += "      <Representation id=" + attribute(text.label) + " codecs=" + attribute(text.codecs) +
           " bandwidth=\"" + std::to_string(std::max<std::uint64_t>(text.peakBitrate, 1)) + "\">\n" +
           addressing(text, text.timescale, files) + "      </Representation>\n    </AdaptationSet>\n";
    return out;
}

/// LANGUAGE wants BCP 47, where a language with two letters has no three (RFC 5646 section 2.2.1); players
/// know both.
std::string languageAttribute(const std::string& language) {
    return language == "und" ? std::string() : ",LANGUAGE=" + quoted(language);
}

/// NAME is unique in its group: the title if it is, else the language and a number.
std::string uniqueName(const std::string& title, const std::string& language, const char* kind,
                       unsigned number, std::set<std::string>& taken) {
    std::string name = title;
    if (name.empty())
        name = language == "und" ? std::string(kind) + " " + std::to_string(number)
                                 : language + " " + std::to_string(number);
    while (!taken.insert(name).second)
        name += " " + std::to_string(number);
    return quoted(name);
}

std::string mediaTag(const PackagedText& text, unsigned number, std::set<std::string>& names) {
    std::string out = "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"text\",NAME=" +
                      uniqueName(text.title, text.language, "Text", number, names) +
                      languageAttribute(text.language);
    const bool forced = text.role == media::TextRole::Forced;
    out += std::string(",DEFAULT=") + (text.isDefault ? "YES" : "NO") +
           ",AUTOSELECT=YES,FORCED=" + (forced ? "YES" : "NO");
    if (text.role == media::TextRole::Caption)
        out +=
            ",CHARACTERISTICS=\"public.accessibility.transcribes-spoken-dialog,"
            "public.accessibility.describes-music-and-sound\"";
    return out + ",URI=\"" + text.label + ".m3u8\"\n";
}

/// Bits per second of the densest and of all key frames.
std::pair<std::uint64_t, std::uint64_t> iFrameRates(const PackagedTrack& track) {
    double peak = 1;
    double bytes = 0;
    double seconds = 0;
    for (const PackagedSegment& segment : track.segments) {
        const double length = std::max(segment.durationSeconds, 0.001);
        peak = std::max(peak, static_cast<double>(segment.keyFrameBytes) * 8 / length);
        bytes += static_cast<double>(segment.keyFrameBytes);
        seconds += length;
    }
    return {static_cast<std::uint64_t>(std::ceil(peak)),
            static_cast<std::uint64_t>(std::ceil(std::max(bytes * 8 / std::max(seconds, 0.001), 1.0)))};
}

const char* videoRange(const media::Track& track) {
    const std::uint16_t transfer = track.colour.transfer;
    return transfer == 16 ? "PQ" : transfer == 18 ? "HLG" : "SDR";
}

bool isVideo(const PackagedTrack& track) {
    return track.description.kind == media::TrackKind::Video;
}

std::string systemUrn(const isobmff::SystemId& id) {
    return "urn:uuid:" + toUuid(id);
}

std::string_view systemName(const isobmff::SystemId& id) {
    if (id == cenc::kKeyreelSystemId) return "Keyreel";
    if (id == cenc::kCommonSystemId) return "Common";
    if (id == cenc::kWidevineSystemId) return "Widevine";
    return id == cenc::kPlayReadySystemId ? "MSPR 2.0" : std::string_view();
}

std::string psshBase64(const isobmff::Pssh& pssh) {
    return toBase64(isobmff::writePssh(pssh));
}

/// Width and height as shown: square pixels, upright.
std::pair<std::uint32_t, std::uint32_t> shownSize(const media::Track& track) {
    const double stretch =
        static_cast<double>(track.sampleAspectRatio.num) / std::max(track.sampleAspectRatio.den, 1);
    auto width = static_cast<std::uint32_t>(std::lround(track.width * stretch));
    std::uint32_t height = track.height;
    // A quarter turn has its numbers off the diagonal of the matrix.
    if (track.matrix[0] == 0 && track.matrix[4] == 0 && track.matrix[1] != 0) std::swap(width, height);
    return {width, height};
}

std::string contentProtection(const PresentedTrack& presented) {
    std::string out =
        std::string("      <ContentProtection schemeIdUri=\"urn:mpeg:dash:mp4protection:2011\" value=\"") +
        cenc::schemeName(presented.protection.scheme) +
        "\" cenc:default_KID=" + attribute(toUuid(presented.track->keyId)) + "/>\n";
    for (const isobmff::Pssh& pssh : presented.protection.pssh) {
        const std::string_view name = systemName(pssh.systemId);
        out += "      <ContentProtection schemeIdUri=" + attribute(systemUrn(pssh.systemId));
        if (!name.empty()) out += " value=" + attribute(name);
        out += ">\n        <cenc:pssh>" + psshBase64(pssh) + "</cenc:pssh>\n";
        if (pssh.systemId == cenc::kPlayReadySystemId)
            out += "        <mspr:pro>" + toBase64(pssh.data) + "</mspr:pro>\n";
        out += "      </ContentProtection>\n";
    }
    return out;
}

/// KEYFORMAT and URI of one system's key tag.
std::string keyFormat(const isobmff::Pssh& pssh, const cenc::KeyId& keyId) {
    if (pssh.systemId == cenc::kPlayReadySystemId)
        return ",URI=\"data:text/plain;charset=UTF-16;base64," + toBase64(pssh.data) +
               "\",KEYFORMAT=\"com.microsoft.playready\",KEYFORMATVERSIONS=\"1\"";
    std::string out = ",URI=\"data:text/plain;base64," + psshBase64(pssh) + "\"";
    if (pssh.systemId == cenc::kWidevineSystemId) out += ",KEYID=0x" + toHex(keyId);
    return out + ",KEYFORMAT=\"" + systemUrn(pssh.systemId) + "\",KEYFORMATVERSIONS=\"1\"";
}

/// The attributes of all key tags of one crypto period (RFC 8216bis section 4.4.4.4).
std::vector<std::string> keyTags(const PresentedTrack& presented, std::size_t period,
                                 const std::string& keyUri) {
    const PresentedProtection& protection = presented.protection;
    const PresentedKey& key = protection.keys[period];
    const bool chained = !cenc::isCounterScheme(protection.scheme);
    const std::string method = chained ? "METHOD=SAMPLE-AES" : "METHOD=SAMPLE-AES-CTR";
    std::vector<std::string> out;
    for (const isobmff::Pssh& pssh : key.pssh)
        out.push_back(method + keyFormat(pssh, key.keyId));
    // hls.js takes the key id from the data of this form.
    out.push_back(method + ",URI=\"data:text/plain;base64," + toBase64(key.keyId) +
                  "\",KEYFORMAT=\"org.w3.clearkey\",KEYFORMATVERSIONS=\"1\"");
    if (keyUri.empty()) return out;
    if (keyUri.starts_with("skd://"))
        out.push_back(method + ",URI=\"" + keyUri +
                      "\",KEYFORMAT=\"com.apple.streamingkeydelivery\",KEYFORMATVERSIONS=\"1\"");
    else
        out.push_back(
            method + ",URI=\"" + keyUri + "\"" +
            (protection.scheme == cenc::Scheme::Cbcs ? ",IV=0x" + toHex(key.constantIv) : std::string()) +
            ",KEYFORMAT=\"identity\"");
    return out;
}

std::string adaptationSet(const PresentedTrack& presented, std::size_t id, SegmentFiles files) {
    const PackagedTrack& track = *presented.track;
    const media::Track& media = track.description;
    const bool video = isVideo(track);
    std::string out = "    <AdaptationSet id=\"" + std::to_string(id) + "\" contentType=" +
                      (video ? "\"video\" mimeType=\"video/mp4\"" : "\"audio\" mimeType=\"audio/mp4\"");
    if (media.language != "und") out += " lang=" + attribute(media.language);
    out += alignment(files);
    if (presented.independent) out += startsWithSap(files);
    out += ">\n" + contentProtection(presented);
    if (!media.title.empty()) out += "      <Label>" + escaped(media.title) + "</Label>\n";
    if (!video) out += audioRoles(media);
    out += "      <Representation id=" + attribute(track.label) + " codecs=" + attribute(track.codecs) +
           " bandwidth=\"" + std::to_string(std::max<std::uint64_t>(track.peakBitrate, 1)) + "\"";
    if (video) {
        out += " width=\"" + std::to_string(media.width) + "\" height=\"" + std::to_string(media.height) +
               "\" sar=\"" + std::to_string(media.sampleAspectRatio.num) + ":" +
               std::to_string(media.sampleAspectRatio.den) + "\"";
        if (media.frameRate.num > 0)
            out += " frameRate=\"" + std::to_string(media.frameRate.num) +
                   (media.frameRate.den > 1 ? "/" + std::to_string(media.frameRate.den) : std::string()) +
                   "\"";
    } else {
        out += " audioSamplingRate=\"" + std::to_string(media.sampleRate) + "\"";
    }
    out += ">\n";
    if (!video)
        out +=
            "        <AudioChannelConfiguration "
            "schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\" value=\"" +
            std::to_string(media.channels) + "\"/>\n";
    out += addressing(track, media.timescale, files) + "      </Representation>\n    </AdaptationSet>\n";
    return out;
}

std::string playlistHead(const std::vector<PackagedSegment>& segments, bool iFramesOnly) {
    double longest = 1;
    for (const PackagedSegment& segment : segments)
        longest = std::max(longest, segment.durationSeconds);
    std::string out =
        "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" + std::to_string(std::lround(longest)) +
        "\n#EXT-X-PLAYLIST-TYPE:VOD\n";
    if (iFramesOnly) out += "#EXT-X-I-FRAMES-ONLY\n";
    return out;
}

/// A whole file needs no byte range.
std::string mapTag(const std::string& file, const ByteRange& init, bool whole) {
    return "#EXT-X-MAP:URI=\"" + file + "\"" +
           (whole ? std::string()
                  : ",BYTERANGE=\"" + std::to_string(init.size) + "@" + std::to_string(init.offset) + "\"") +
           "\n";
}

std::string segmentEntry(double seconds, const ByteRange& bytes, const std::string& file, bool whole) {
    return "#EXTINF:" + decimal(seconds, 6) + ",\n" +
           (whole ? std::string()
                  : "#EXT-X-BYTERANGE:" + std::to_string(bytes.size) + "@" + std::to_string(bytes.offset) +
                        "\n") +
           file + "\n";
}

std::string playlistOf(const PresentedTrack& presented, const PlaylistOptions& options, bool iFramesOnly) {
    const PackagedTrack& track = *presented.track;
    std::string out = playlistHead(track.segments, iFramesOnly);
    if (presented.independent && !iFramesOnly) out += "#EXT-X-INDEPENDENT-SEGMENTS\n";
    // The map comes before the keys: initialization is clear.
    out += mapTag(track.fileName, track.initSegment, !track.segments.front().file.empty());
    const PackagedSegment* before = nullptr;
    for (const PackagedSegment& segment : track.segments) {
        const bool first = before == nullptr;
        if (segment.clear && first) out += "#EXT-X-KEY:METHOD=NONE\n";
        if (!segment.clear && (first || before->clear || before->period != segment.period))
            for (const std::string& tag : keyTags(presented, segment.period, options.keyUri))
                out += "#EXT-X-KEY:" + tag + "\n";
        before = &segment;
        ByteRange bytes = segment.range;
        if (iFramesOnly) bytes.size = segment.keyFrameBytes;
        const bool own = !segment.file.empty();
        out += segmentEntry(segment.durationSeconds, bytes, own ? segment.file : track.fileName,
                            own && !iFramesOnly);
    }
    return out + "#EXT-X-ENDLIST\n";
}

}  // namespace

std::string isoDuration(double seconds) {
    const auto milliseconds = static_cast<std::uint64_t>(std::llround(std::max(seconds, 0.0) * 1000.0));
    const std::uint64_t hours = milliseconds / 3600000;
    const std::uint64_t minutes = milliseconds / 60000 % 60;
    std::string out = "PT";
    if (hours > 0) out += std::to_string(hours) + "H";
    if (hours > 0 || minutes > 0) out += std::to_string(minutes) + "M";
    return out + decimal(static_cast<double>(milliseconds % 60000) / 1000.0, 3) + "S";
}

std::string writeMpd(const std::vector<PresentedTrack>& tracks, const std::vector<PackagedText>& texts,
                     const MpdOptions& options) {
    bool playReady = false;
    for (const PresentedTrack& track : tracks)
        for (const isobmff::Pssh& pssh : track.protection.pssh)
            playReady |= pssh.systemId == cenc::kPlayReadySystemId;
    std::string out = std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") + kMadeByKeyreel +
                      "\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" xmlns:cenc=\"urn:mpeg:cenc:2013\"\n" +
                      std::string(playReady ? "     xmlns:mspr=\"urn:microsoft:playready\"\n" : "") +
                      "     profiles=\"urn:mpeg:dash:profile:isoff-" +
                      (options.segmentFiles == SegmentFiles::None ? "on-demand" : "live") +
                      ":2011\" type=\"static\"\n     mediaPresentationDuration=" +
                      attribute(isoDuration(options.durationSeconds)) +
                      " minBufferTime=\"PT4.000S\">\n  <Period id=\"0\" start=\"PT0.000S\">\n";
    for (std::size_t i = 0; i < tracks.size(); ++i)
        out += adaptationSet(tracks[i], i + 1, options.segmentFiles);
    for (std::size_t i = 0; i < texts.size(); ++i)
        out += textSet(texts[i], tracks.size() + i + 1, options.segmentFiles);
    return out + "  </Period>\n</MPD>\n";
}

std::string writeMasterPlaylist(const std::vector<PresentedTrack>& tracks,
                                const std::vector<PackagedText>& texts, const PlaylistOptions& options) {
    std::string out = "#EXTM3U\n#EXT-X-VERSION:7\n";
    const bool independent =
        std::all_of(tracks.begin(), tracks.end(), [](const auto& t) { return t.independent; });
    if (independent) out += "#EXT-X-INDEPENDENT-SEGMENTS\n";
    std::set<std::string> named;
    for (const PresentedTrack& presented : tracks)
        for (std::size_t i = 0; options.sessionKeys && i < presented.protection.keys.size(); ++i)
            for (const std::string& tag : keyTags(presented, i, options.keyUri))
                if (named.insert(tag).second) out += "#EXT-X-SESSION-KEY:" + tag + "\n";
    std::uint64_t audioPeak = 0;
    std::uint64_t audioAverage = 0;
    std::string codecs;
    std::set<std::string> listed;
    unsigned number = 0;
    std::set<std::string> names;
    for (const PresentedTrack& presented : tracks) {
        const PackagedTrack& track = *presented.track;
        if (isVideo(track)) continue;
        ++number;
        const media::Track& media = track.description;
        out += "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=" +
               uniqueName(media.title, media.language, "Audio", number, names) +
               languageAttribute(media.language) + ",DEFAULT=" + (media.isDefault ? "YES" : "NO") +
               ",AUTOSELECT=" + (media.role == media::AudioRole::Commentary ? "NO" : "YES");
        if (media.role == media::AudioRole::Description)
            out += ",CHARACTERISTICS=\"public.accessibility.describes-video\"";
        if (media.role == media::AudioRole::Intelligible)
            out += ",CHARACTERISTICS=\"public.accessibility.enhances-speech-intelligibility\"";
        out += ",CHANNELS=\"" + std::to_string(media.channels) + "\",URI=\"" + track.label + ".m3u8\"\n";
        audioPeak = std::max(audioPeak, track.peakBitrate);
        audioAverage = std::max(audioAverage, track.averageBitrate);
        if (listed.insert(track.codecs).second) codecs += "," + track.codecs;
    }
    unsigned textNumber = 0;
    std::set<std::string> textNames;
    std::uint64_t textPeak = 0;
    std::uint64_t textAverage = 0;
    for (const PackagedText& text : texts) {
        out += mediaTag(text, ++textNumber, textNames);
        textPeak = std::max(textPeak, text.peakBitrate);
        textAverage = std::max(textAverage, text.averageBitrate);
        if (listed.insert(text.codecs).second) codecs += "," + text.codecs;
    }
    for (const PresentedTrack& presented : tracks) {
        const PackagedTrack& track = *presented.track;
        if (!isVideo(track)) continue;
        const auto [width, height] = shownSize(track.description);
        out += "#EXT-X-STREAM-INF:BANDWIDTH=" +
               std::to_string(std::max<std::uint64_t>(track.peakBitrate + audioPeak + textPeak, 1)) +
               ",AVERAGE-BANDWIDTH=" +
               std::to_string(std::max<std::uint64_t>(track.averageBitrate + audioAverage + textAverage, 1)) +
               ",CODECS=\"" + track.codecs + codecs + "\",RESOLUTION=" + std::to_string(width) + "x" +
               std::to_string(height);
        const media::Rational rate = track.description.frameRate;
        if (rate.num > 0) out += ",FRAME-RATE=" + decimal(static_cast<double>(rate.num) / rate.den, 3);
        out += std::string(",VIDEO-RANGE=") + videoRange(track.description);
        if (number > 0) out += ",AUDIO=\"audio\"";
        if (textNumber > 0) out += ",SUBTITLES=\"text\"";
        out += "\n" + track.label + ".m3u8\n";
        if (!hasIFrames(presented)) continue;
        const auto [peak, average] = iFrameRates(track);
        out += "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=" + std::to_string(peak) +
               ",AVERAGE-BANDWIDTH=" + std::to_string(average) + ",CODECS=\"" + track.codecs +
               "\",RESOLUTION=" + std::to_string(width) + "x" + std::to_string(height) +
               ",VIDEO-RANGE=" + videoRange(track.description) + ",URI=\"" + track.label +
               "-iframes.m3u8\"\n";
    }
    return out;
}

bool hasIFrames(const PresentedTrack& presented) {
    return isVideo(*presented.track) && presented.independent;
}

std::string writeMediaPlaylist(const PresentedTrack& presented, const PlaylistOptions& options) {
    return playlistOf(presented, options, false);
}

std::string writeIFramePlaylist(const PresentedTrack& presented, const PlaylistOptions& options) {
    return playlistOf(presented, options, true);
}

std::string writeTextPlaylist(const PackagedText& text) {
    const bool side = !text.sideFile.empty();
    const bool own = !side && !text.segments.front().file.empty();
    std::string out = playlistHead(text.segments, false);
    if (!side) out += mapTag(text.fileName, text.initSegment, own);
    for (std::size_t i = 0; i < text.segments.size(); ++i) {
        const PackagedSegment& segment = text.segments[i];
        out += segmentEntry(segment.durationSeconds, side ? text.sideSegments[i] : segment.range,
                            side  ? text.sideFile
                            : own ? segment.file
                                  : text.fileName,
                            own);
    }
    return out + "#EXT-X-ENDLIST\n";
}

}  // namespace keyreel::package
