// The MPD.

#include <algorithm>
#include <cmath>

#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/cenc/keyreel_pssh.h"
#include "core/cenc/protection_systems.h"
#include "core/package/output_names.h"
#include "core/package/presentation.h"
#include "core/package/presentation_parts.h"
#include "core/package/thumbnails.h"

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

std::string_view systemName(const isobmff::SystemId& id) {
    if (id == cenc::kKeyreelSystemId) return "Keyreel";
    if (id == cenc::kCommonSystemId) return "Common";
    if (id == cenc::kWidevineSystemId) return "Widevine";
    return id == cenc::kPlayReadySystemId ? "MSPR 2.0" : std::string_view();
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

/// What a player may switch between without a new key or decoder stands in one AdaptationSet (DASH-IF IOP
/// 7.5.3.4); sets that differ in their keys alone name each other.
struct SetOfTracks {
    std::vector<const PresentedTrack*> tracks;
    std::string coding;  ///< "avc1", ..., and how its numbers become light.
    std::string switching;
};

/// PQ or HLG (ISO/IEC 23091-2); empty for standard range, which is what players expect.
std::string transferPoint(const media::Track& track) {
    return track.colour.transfer == 16 ? "16" : track.colour.transfer == 18 ? "18" : "";
}

/// How the numbers of high dynamic range become light (DASH-IF IOP 5 part 6 section 8.2), for players that
/// choose by it; one that does not know these plays the pictures all the same.
std::string highDynamicRange(const media::Track& track) {
    if (transferPoint(track).empty()) return {};
    const auto property = [](const char* name, unsigned point) {
        return std::string("      <SupplementalProperty schemeIdUri=\"urn:mpeg:mpegB:cicp:") + name +
               "\" value=\"" + std::to_string(point) + "\"/>\n";
    };
    return property("ColourPrimaries", track.colour.primaries) +
           property("TransferCharacteristics", track.colour.transfer) +
           property("MatrixCoefficients", track.colour.matrix);
}

bool sameKeys(const PresentedTrack& one, const PresentedTrack& other) {
    return one.track->keyIds == other.track->keyIds;
}

std::vector<SetOfTracks> setsOf(const std::vector<PresentedTrack>& tracks) {
    std::vector<SetOfTracks> sets;
    for (const PresentedTrack& presented : tracks) {
        const std::string coding = presented.track->codecs.substr(0, presented.track->codecs.find('.')) +
                                   transferPoint(presented.track->description);
        const auto home = std::find_if(sets.begin(), sets.end(), [&](const SetOfTracks& set) {
            return isVideo(*presented.track) && isVideo(*set.tracks.front()->track) && set.coding == coding &&
                   sameKeys(presented, *set.tracks.front());
        });
        if (home != sets.end())
            home->tracks.push_back(&presented);
        else
            sets.push_back({{&presented}, coding, {}});
    }
    for (SetOfTracks& set : sets) {
        if (!isVideo(*set.tracks.front()->track)) continue;
        for (std::size_t i = 0; i < sets.size(); ++i)
            if (&sets[i] != &set && isVideo(*sets[i].tracks.front()->track) && sets[i].coding == set.coding)
                set.switching += (set.switching.empty() ? "" : ",") + std::to_string(i + 1);
    }
    return sets;
}

std::size_t setWith(const std::string& label, const std::vector<SetOfTracks>& sets) {
    const auto home = std::find_if(sets.begin(), sets.end(), [&](const SetOfTracks& set) {
        return std::any_of(set.tracks.begin(), set.tracks.end(),
                           [&](const PresentedTrack* presented) { return presented->track->label == label; });
    });
    return static_cast<std::size_t>(home - sets.begin());
}

std::string representation(const PackagedTrack& track, SegmentFiles files) {
    const media::Track& media = track.description;
    const bool video = isVideo(track);
    std::string out = "      <Representation id=" + attribute(track.label) +
                      " codecs=" + attribute(track.codecs) + " bandwidth=\"" +
                      std::to_string(std::max<std::uint64_t>(track.peakBitrate, 1)) + "\"";
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
    if (track.maxPlayoutRate > 0)
        out += " maxPlayoutRate=\"" + std::to_string(track.maxPlayoutRate) + "\" codingDependency=\"false\"";
    if (!track.supplementalCodecs.empty())
        out += " scte214:supplementalCodecs=" + attribute(track.supplementalCodecs) +
               " scte214:supplementalProfiles=" + attribute(track.supplementalBrand);
    out += ">\n";
    if (!video)
        out +=
            "        <AudioChannelConfiguration "
            "schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\" value=\"" +
            std::to_string(media.channels) + "\"/>\n";
    return out + addressing(track, media.timescale, files) + "      </Representation>\n";
}

/// `trickOf`: the id of the set whose key frames these are (DASH-IF IOP 4.3 section 3.2.9).
std::string adaptationSet(const SetOfTracks& set, std::size_t id, SegmentFiles files,
                          const std::string& trickOf = {}) {
    const PresentedTrack& first = *set.tracks.front();
    const media::Track& media = first.track->description;
    const bool video = isVideo(*first.track);
    std::string out = "    <AdaptationSet id=\"" + std::to_string(id) + "\" contentType=" +
                      (video ? "\"video\" mimeType=\"video/mp4\"" : "\"audio\" mimeType=\"audio/mp4\"");
    if (media.language != "und") out += " lang=" + attribute(media.language);
    if (set.tracks.size() > 1) {
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        for (const PresentedTrack* presented : set.tracks) {
            width = std::max(width, presented->track->description.width);
            height = std::max(height, presented->track->description.height);
        }
        out += " maxWidth=\"" + std::to_string(width) + "\" maxHeight=\"" + std::to_string(height) + "\"";
    }
    out += alignment(files);
    if (std::all_of(set.tracks.begin(), set.tracks.end(), [](const auto* t) { return t->independent; }))
        out += startsWithSap(files);
    out += ">\n" + contentProtection(first);
    if (!trickOf.empty())
        out += "      <EssentialProperty schemeIdUri=\"http://dashif.org/guidelines/trickmode\" value=" +
               attribute(trickOf) + "/>\n";
    if (video) out += highDynamicRange(media);
    if (!set.switching.empty())
        out +=
            "      <SupplementalProperty schemeIdUri=\"urn:mpeg:dash:adaptation-set-switching:2016\" value=" +
            attribute(set.switching) + "/>\n";
    if (!media.title.empty()) out += "      <Label>" + escaped(media.title) + "</Label>\n";
    if (!video) out += audioRoles(media);
    for (const PresentedTrack* presented : set.tracks)
        out += representation(*presented->track, files);
    return out + "    </AdaptationSet>\n";
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
    const bool dolbyVision = std::any_of(tracks.begin(), tracks.end(), [](const PresentedTrack& presented) {
        return !presented.track->supplementalCodecs.empty();
    });
    bool playReady = false;
    for (const PresentedTrack& track : tracks)
        for (const isobmff::Pssh& pssh : track.protection.pssh)
            playReady |= pssh.systemId == cenc::kPlayReadySystemId;
    std::string out = std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") + kMadeByKeyreel +
                      "\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" xmlns:cenc=\"urn:mpeg:cenc:2013\"\n" +
                      std::string(playReady ? "     xmlns:mspr=\"urn:microsoft:playready\"\n" : "") +
                      (dolbyVision ? "     xmlns:scte214=\"urn:scte:dash:scte214-extensions\"\n" : "") +
                      "     profiles=\"urn:mpeg:dash:profile:isoff-" +
                      (options.segmentFiles == SegmentFiles::None ? "on-demand" : "live") + ":2011" +
                      (options.thumbnails != nullptr ? std::string(",") + kFullProfile : std::string()) +
                      "\" type=\"static\"\n     mediaPresentationDuration=" +
                      attribute(isoDuration(options.durationSeconds)) +
                      " minBufferTime=\"PT4.000S\">\n  <Period id=\"0\" start=\"PT0.000S\">\n";
    const std::vector<SetOfTracks> sets = setsOf(tracks);
    for (std::size_t i = 0; i < sets.size(); ++i)
        out += adaptationSet(sets[i], i + 1, options.segmentFiles);
    for (std::size_t i = 0; i < texts.size(); ++i)
        out += textSet(texts[i], sets.size() + i + 1, options.segmentFiles);
    std::size_t id = sets.size() + texts.size();
    if (options.trick != nullptr)
        out += adaptationSet({{options.trick}, {}, {}}, ++id, options.segmentFiles,
                             std::to_string(setWith(options.trick->track->trickOf, sets) + 1));
    if (options.thumbnails != nullptr) out += thumbnailSet(*options.thumbnails, ++id);
    return out + "  </Period>\n</MPD>\n";
}

}  // namespace keyreel::package
