// The HLS playlists.

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/protection_systems.h"
#include "core/package/presentation.h"
#include "core/package/presentation_parts.h"
#include "core/package/thumbnails.h"

namespace keyreel::package {
namespace {

/// A quoted-string of a playlist has no double quotes (RFC 8216bis section 4.2).
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '"', '\'');
    return "\"" + text + "\"";
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

/// What SUPPLEMENTAL-CODECS says (RFC 8216bis section 4.4.6.2).
std::string supplementalCodecs(const PackagedTrack& track) {
    if (track.supplementalCodecs.empty()) return {};
    return ",SUPPLEMENTAL-CODECS=\"" + track.supplementalCodecs + "/" + track.supplementalBrand + "\"";
}

const char* videoRange(const media::Track& track) {
    // Pictures that need Dolby Vision have its own colours, which become PQ.
    if (track.dolbyVision && needsDolbyVision(*track.dolbyVision)) return "PQ";
    const std::uint16_t transfer = track.colour.transfer;
    return transfer == 16 ? "PQ" : transfer == 18 ? "HLG" : "SDR";
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

/// Tracks of sound that a player chooses between while the coding stays.
struct SoundGroup {
    std::string id;
    std::vector<const PackagedTrack*> tracks;
    std::uint64_t peak = 0;
    std::uint64_t average = 0;
    std::string codecs;  ///< ",mp4a.40.2"
};

bool sameProgramme(const PackagedTrack& one, const PackagedTrack& other) {
    return one.description.language == other.description.language &&
           one.description.role == other.description.role;
}

bool coversThe(const SoundGroup& one, const SoundGroup& other) {
    return one.tracks.size() == other.tracks.size() &&
           std::all_of(other.tracks.begin(), other.tracks.end(), [&](const PackagedTrack* wanted) {
               return std::any_of(one.tracks.begin(), one.tracks.end(),
                                  [&](const PackagedTrack* there) { return sameProgramme(*there, *wanted); });
           });
}

/// One group for each coding and number of channels, if each of them has everything that there is to hear;
/// else one group, so that choosing a coding takes no language away.
std::vector<SoundGroup> soundGroups(const std::vector<PresentedTrack>& tracks) {
    std::vector<SoundGroup> groups;
    SoundGroup all;
    for (const PresentedTrack& presented : tracks) {
        const PackagedTrack& track = *presented.track;
        if (isVideo(track)) continue;
        all.tracks.push_back(&track);
        const auto home = std::find_if(groups.begin(), groups.end(), [&](const SoundGroup& group) {
            return group.tracks.front()->codecs == track.codecs &&
                   group.tracks.front()->description.channels == track.description.channels;
        });
        if (home != groups.end())
            home->tracks.push_back(&track);
        else
            groups.push_back({{}, {&track}, 0, 0, {}});
    }
    if (groups.empty()) return groups;
    if (!std::all_of(groups.begin(), groups.end(),
                     [&](const SoundGroup& group) { return coversThe(groups.front(), group); }))
        groups = {all};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        SoundGroup& group = groups[i];
        group.id = groups.size() == 1 ? "audio" : "audio-" + std::to_string(i + 1);
        std::set<std::string> listed;
        for (const PackagedTrack* track : group.tracks) {
            group.peak = std::max(group.peak, track->peakBitrate);
            group.average = std::max(group.average, track->averageBitrate);
            if (listed.insert(track->codecs).second) group.codecs += "," + track->codecs;
        }
    }
    return groups;
}

/// In every group the one that plays by default is the same, in other codings.
bool playsByDefault(const PackagedTrack& track, const std::vector<SoundGroup>& groups) {
    for (const SoundGroup& group : groups)
        for (const PackagedTrack* other : group.tracks)
            if (other->description.isDefault && sameProgramme(*other, track)) return true;
    return false;
}

const PackagedTrack* defaultOf(const SoundGroup& group, const std::vector<SoundGroup>& groups) {
    const auto found = std::find_if(group.tracks.begin(), group.tracks.end(), [&](const auto* track) {
        return groups.size() == 1 ? track->description.isDefault : playsByDefault(*track, groups);
    });
    return found != group.tracks.end() ? *found : nullptr;
}

std::string mediaTags(const SoundGroup& group, const std::vector<SoundGroup>& groups) {
    std::string out;
    unsigned number = 0;
    const PackagedTrack* const chosen = defaultOf(group, groups);
    std::set<std::string> names;
    for (const PackagedTrack* track : group.tracks) {
        const media::Track& media = track->description;
        const bool plays = track == chosen;
        out += "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + group.id +
               "\",NAME=" + uniqueName(media.title, media.language, "Audio", ++number, names) +
               languageAttribute(media.language) + ",DEFAULT=" + (plays ? "YES" : "NO") + ",AUTOSELECT=" +
               // What plays by default is chosen by itself (RFC 8216bis section 4.4.6.1).
               (media.role == media::AudioRole::Commentary && !plays ? "NO" : "YES");
        if (media.role == media::AudioRole::Description)
            out += ",CHARACTERISTICS=\"public.accessibility.describes-video\"";
        if (media.role == media::AudioRole::Intelligible)
            out += ",CHARACTERISTICS=\"public.accessibility.enhances-speech-intelligibility\"";
        out += ",CHANNELS=\"" + std::to_string(media.channels) + "\",URI=\"" + track->label + ".m3u8\"\n";
    }
    return out;
}

}  // namespace

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
    std::vector<SoundGroup> sound = soundGroups(tracks);
    for (const SoundGroup& group : sound)
        out += mediaTags(group, sound);
    const bool silent = sound.empty();
    if (silent) sound.emplace_back();
    unsigned textNumber = 0;
    std::set<std::string> textNames;
    std::set<std::string> listed;
    std::string textCodecs;
    std::uint64_t textPeak = 0;
    std::uint64_t textAverage = 0;
    for (const PackagedText& text : texts) {
        out += mediaTag(text, ++textNumber, textNames);
        textPeak = std::max(textPeak, text.peakBitrate);
        textAverage = std::max(textAverage, text.averageBitrate);
        if (listed.insert(text.codecs).second) textCodecs += "," + text.codecs;
    }
    const auto bandwidth = [](std::uint64_t peak, std::uint64_t average) {
        return "#EXT-X-STREAM-INF:BANDWIDTH=" + std::to_string(std::max<std::uint64_t>(peak, 1)) +
               ",AVERAGE-BANDWIDTH=" + std::to_string(std::max<std::uint64_t>(average, 1));
    };
    const bool heardOnly =
        std::none_of(tracks.begin(), tracks.end(), [](const PresentedTrack& t) { return isVideo(*t.track); });
    for (std::size_t i = 0; heardOnly && i < sound.size(); ++i) {
        const SoundGroup& group = sound[i];
        const PackagedTrack* const played = defaultOf(group, sound);
        out += bandwidth(group.peak + textPeak, group.average + textAverage) + ",CODECS=\"" +
               group.codecs.substr(1) + textCodecs + "\",AUDIO=\"" + group.id + "\"" +
               (textNumber > 0 ? ",SUBTITLES=\"text\"" : "") + "\n" +
               (played != nullptr ? played : group.tracks.front())->label + ".m3u8\n";
    }
    for (const PresentedTrack& presented : tracks) {
        const PackagedTrack& track = *presented.track;
        if (!isVideo(track)) continue;
        const auto [width, height] = shownSize(track.description);
        const media::Rational rate = track.description.frameRate;
        for (const SoundGroup& group : sound) {
            out += bandwidth(track.peakBitrate + group.peak + textPeak,
                             track.averageBitrate + group.average + textAverage) +
                   ",CODECS=\"" + track.codecs + group.codecs + textCodecs + "\"" +
                   supplementalCodecs(track) + ",RESOLUTION=" + std::to_string(width) + "x" +
                   std::to_string(height);
            if (rate.num > 0) out += ",FRAME-RATE=" + decimal(static_cast<double>(rate.num) / rate.den, 3);
            out += std::string(",VIDEO-RANGE=") + videoRange(track.description);
            if (!silent) out += ",AUDIO=\"" + group.id + "\"";
            if (textNumber > 0) out += ",SUBTITLES=\"text\"";
            out += "\n" + track.label + ".m3u8\n";
        }
        if (!hasIFrames(presented)) continue;
        const auto [peak, average] = iFrameRates(track);
        out += "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=" + std::to_string(peak) +
               ",AVERAGE-BANDWIDTH=" + std::to_string(average) + ",CODECS=\"" + track.codecs + "\"" +
               supplementalCodecs(track) + ",RESOLUTION=" + std::to_string(width) + "x" +
               std::to_string(height) + ",VIDEO-RANGE=" + videoRange(track.description) + ",URI=\"" +
               track.label + "-iframes.m3u8\"\n";
    }
    if (options.thumbnails != nullptr) out += imageStreamTag(*options.thumbnails);
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
