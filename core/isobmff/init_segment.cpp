#include "core/isobmff/init_segment.h"

#include <algorithm>
#include <limits>

#include "core/isobmff/box_writer.h"
#include "core/isobmff/codec_string.h"

namespace keyreel::isobmff {

namespace {

constexpr std::size_t kMaxConfiguration = 1U << 20;

bool isThreeLetters(const std::string& language) {
    return language.size() == 3 &&
           std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::uint16_t packedLanguage(const std::string& language) {
    const std::string code = isThreeLetters(language) ? language : "und";
    std::uint16_t packed = 0;
    for (const char c : code)
        packed = static_cast<std::uint16_t>(packed << 5 | (c - 0x60));
    return packed;
}

tl::unexpected<Error> invalid(const std::string& why) {
    return fail("track_description_invalid", "The track cannot be written: " + why);
}

Status check(const TrackDescription& track) {
    if (track.timescale == 0) return invalid("its timescale is 0.");
    if (track.trackId == 0) return invalid("its track id is 0.");
    if (track.configuration.empty() != (track.codec == Codec::Mp3))
        return invalid("its decoder configuration is missing, or stands where none belongs.");
    if (track.configuration.size() > kMaxConfiguration)
        return invalid("its decoder configuration is above 1 MiB.");
    const bool video = track.handler == Handler::Video;
    if (track.handler != handlerOf(track.codec)) return invalid("codec and handler do not belong together.");
    if (video && (track.width == 0 || track.height == 0)) return invalid("its picture has no size.");
    if (track.handler == Handler::Audio && track.channels == 0) return invalid("it has no channels.");
    if (track.handler == Handler::Text &&
        std::find(track.configuration.begin(), track.configuration.end(), 0) != track.configuration.end())
        return invalid("its text header has a zero byte.");
    if (video && (track.pixelAspectX == 0 || track.pixelAspectY == 0))
        return invalid("its pixel aspect is 0.");
    if (!track.masteringDisplay.empty() && track.masteringDisplay.size() != 24)
        return invalid("mastering display data is not 24 bytes.");
    if (!track.contentLightLevel.empty() && track.contentLightLevel.size() != 4)
        return invalid("content light level data is not 4 bytes.");
    if (track.language.size() > 64 || track.language.find('\0') != std::string::npos)
        return invalid("its language is not a BCP 47 tag.");
    if (track.edits && track.edits->mediaTime < 0) return invalid("its edit starts before the media.");
    return {};
}

void writeFileType(BoxWriter& out, const TrackDescription& track) {
    out.begin(fourCc("ftyp"));
    out.u32(fourCc("iso6"));
    out.u32(0);
    out.u32(fourCc("iso6"));
    out.u32(fourCc("cmfc"));
    // cmf2 promises video without an edit list (ISO/IEC 23000-19 section 7.7).
    if (track.handler != Handler::Video || !track.edits) out.u32(fourCc("cmf2"));
    const std::string brand = supplementalCodec(track).brand;
    if (!brand.empty()) out.text(brand);
    if (isOnlyDolbyVision(track)) out.u32(fourCc("dby1"));
    // The media profiles of text (section 11).
    if (track.codec == Codec::Wvtt) out.u32(fourCc("cwvt"));
    if (track.codec == Codec::Stpp) out.u32(fourCc("im1t"));
    out.u32(fourCc("dash"));
    out.end();
}

void writeMovieHeader(BoxWriter& out, std::span<const TrackDescription> tracks) {
    std::uint32_t lastId = 0;
    for (const TrackDescription& track : tracks)
        lastId = std::max(lastId, track.trackId);
    out.beginFull(fourCc("mvhd"), 0, 0);
    out.zeros(8);
    out.u32(tracks.front().timescale);
    out.u32(0);  // All samples are in fragments: mehd tells the duration.
    out.u32(0x10000);
    out.u16(0x0100);
    out.zeros(10);
    for (const std::int32_t value : TrackDescription{}.matrix)
        out.i32(value);
    out.zeros(24);
    out.u32(lastId == 0xffffffff ? 0xffffffff : lastId + 1);
    out.end();
}

void writeTrackHeader(BoxWriter& out, const TrackDescription& track) {
    const bool video = track.handler == Handler::Video;
    out.beginFull(fourCc("tkhd"), 0, 3);  // enabled, in movie
    out.zeros(8);
    out.u32(track.trackId);
    out.zeros(4);
    out.u32(0);
    out.zeros(8);
    out.zeros(4);
    out.u16(track.handler == Handler::Audio ? 0x0100 : 0);
    out.zeros(2);
    for (const std::int32_t value : track.matrix)
        out.i32(value);
    const std::uint64_t displayWidth =
        (static_cast<std::uint64_t>(track.width) * track.pixelAspectX + track.pixelAspectY / 2) /
        track.pixelAspectY;
    out.u32(video ? static_cast<std::uint32_t>(std::min<std::uint64_t>(displayWidth, 0xffff)) << 16 : 0);
    out.u32(video ? static_cast<std::uint32_t>(track.height) << 16 : 0);
    out.end();
}

void writeEdits(BoxWriter& out, const EditList& edits) {
    constexpr std::uint64_t k32 = std::numeric_limits<std::uint32_t>::max();
    const bool wide = edits.emptyDuration > k32 || edits.duration > k32 ||
                      edits.mediaTime > std::numeric_limits<std::int32_t>::max();
    const auto entry = [&](std::uint64_t duration, std::int64_t mediaTime) {
        if (wide) {
            out.u64(duration);
            out.u64(static_cast<std::uint64_t>(mediaTime));
        } else {
            out.u32(static_cast<std::uint32_t>(duration));
            out.i32(static_cast<std::int32_t>(mediaTime));
        }
        out.u32(0x10000);
    };
    out.begin(fourCc("edts"));
    out.beginFull(fourCc("elst"), wide ? 1 : 0, 0);
    out.u32(edits.emptyDuration > 0 ? 2 : 1);
    if (edits.emptyDuration > 0) entry(edits.emptyDuration, -1);
    entry(edits.duration, edits.mediaTime);
    out.end();
    out.end();
}

void writeBox(BoxWriter& out, FourCc type, ByteView content) {
    out.begin(type);
    out.bytes(content);
    out.end();
}

void writeBitrate(BoxWriter& out, const TrackDescription& track) {
    if (track.averageBitrate == 0 && track.peakBitrate == 0) return;
    out.begin(fourCc("btrt"));
    out.u32(0);
    out.u32(std::max(track.peakBitrate, track.averageBitrate));
    out.u32(track.averageBitrate);
    out.end();
}

/// DOVIDecoderConfigurationRecord of version 1.0: base layer and metadata, no enhancement layer.
void writeDolbyVision(BoxWriter& out, const DolbyVision& dolby) {
    constexpr unsigned kMetadata = 4;
    constexpr unsigned kBaseLayer = 1;
    out.begin(dolby.profile > 7 ? fourCc("dvvC") : fourCc("dvcC"));
    out.u8(1);
    out.u8(0);
    out.u16(static_cast<std::uint16_t>((dolby.profile & 127U) << 9U | (dolby.level & 63U) << 3U | kMetadata |
                                       kBaseLayer));
    out.u8(static_cast<std::uint8_t>((dolby.compatibility & 15U) << 4U));
    out.zeros(19);
    out.end();
}

void writeVideoEntry(BoxWriter& out, const TrackDescription& track) {
    struct Names {
        FourCc entry;
        FourCc configuration;
    };
    const bool dolby = isOnlyDolbyVision(track);
    const Names names =
        dolby && track.codec == Codec::Hevc ? Names{fourCc("dvh1"), fourCc("hvcC")}
        : dolby                             ? Names{fourCc("dav1"), fourCc("av1C")}
        : track.codec == Codec::Avc  ? Names{fourCc(track.inBandSets ? "avc3" : "avc1"), fourCc("avcC")}
        : track.codec == Codec::Hevc ? Names{fourCc(track.inBandSets ? "hev1" : "hvc1"), fourCc("hvcC")}
        : track.codec == Codec::Av1  ? Names{fourCc("av01"), fourCc("av1C")}
                                     : Names{fourCc("vp09"), fourCc("vpcC")};
    out.begin(names.entry);
    out.zeros(6);
    out.u16(1);
    out.zeros(16);
    out.u16(track.width);
    out.u16(track.height);
    out.u32(0x480000);
    out.u32(0x480000);
    out.zeros(4);
    out.u16(1);
    out.zeros(32);
    out.u16(0x18);
    out.u16(0xffff);
    writeBox(out, names.configuration, track.configuration);
    if (track.dolbyVision) writeDolbyVision(out, *track.dolbyVision);
    if (track.colour) {
        out.begin(fourCc("colr"));
        out.u32(fourCc("nclx"));
        out.u16(track.colour->primaries);
        out.u16(track.colour->transfer);
        out.u16(track.colour->matrix);
        out.u8(track.colour->fullRange ? 0x80 : 0);
        out.end();
    }
    if (track.pixelAspectX != track.pixelAspectY) {
        out.begin(fourCc("pasp"));
        out.u32(track.pixelAspectX);
        out.u32(track.pixelAspectY);
        out.end();
    }
    if (!track.masteringDisplay.empty()) writeBox(out, fourCc("mdcv"), track.masteringDisplay);
    if (!track.contentLightLevel.empty()) writeBox(out, fourCc("clli"), track.contentLightLevel);
    writeBitrate(out, track);
    out.end();
}

/// A descriptor header of ISO/IEC 14496-1 section 8.3.3 with a size field of four bytes, which every size
/// fits.
void writeDescriptorHeader(BoxWriter& out, std::uint8_t tag, std::size_t size) {
    out.u8(tag);
    for (int shift = 21; shift >= 0; shift -= 7)
        out.u8(static_cast<std::uint8_t>(((size >> shift) & 0x7f) | (shift > 0 ? 0x80 : 0)));
}

void writeElementaryStream(BoxWriter& out, const TrackDescription& track) {
    constexpr std::size_t kHeader = 5;
    const std::size_t specific = track.configuration.size();
    const std::size_t decoder = 13 + (specific > 0 ? kHeader + specific : 0);
    out.beginFull(fourCc("esds"), 0, 0);
    writeDescriptorHeader(out, 0x03, 3 + kHeader + decoder + kHeader + 1);
    out.u16(0);
    out.u8(0);
    writeDescriptorHeader(out, 0x04, decoder);
    out.u8(mpeg4ObjectType(track));
    out.u8(0x15);  // audio stream
    out.zeros(3);
    out.u32(std::max(track.peakBitrate, track.averageBitrate));
    out.u32(track.averageBitrate);
    if (specific > 0) {
        writeDescriptorHeader(out, 0x05, specific);
        out.bytes(track.configuration);
    }
    writeDescriptorHeader(out, 0x06, 1);
    out.u8(0x02);
    out.end();
}

struct AudioNames {
    FourCc entry;
    FourCc configuration;
};

AudioNames audioNames(Codec codec) {
    switch (codec) {
        case Codec::Opus:
            return {fourCc("Opus"), fourCc("dOps")};
        case Codec::Flac:
            return {fourCc("fLaC"), fourCc("dfLa")};
        case Codec::Ac3:
            return {fourCc("ac-3"), fourCc("dac3")};
        case Codec::Eac3:
            return {fourCc("ec-3"), fourCc("dec3")};
        default:
            return {fourCc("mp4a"), fourCc("esds")};
    }
}

void writeAudioEntry(BoxWriter& out, const TrackDescription& track) {
    const AudioNames names = audioNames(track.codec);
    out.begin(names.entry);
    out.zeros(6);
    out.u16(1);
    out.zeros(8);
    out.u16(track.channels);
    out.u16(16);
    out.zeros(4);
    // The field is 16.16: a higher rate stands in the decoder configuration only.
    out.u32(track.sampleRate <= 0xffff ? track.sampleRate << 16 : 0);
    if (names.configuration == fourCc("esds"))
        writeElementaryStream(out, track);
    else
        writeBox(out, names.configuration, track.configuration);
    writeBitrate(out, track);
    out.end();
}

/// WVTTSampleEntry (ISO/IEC 14496-30 section 7.5), XMLSubtitleSampleEntry (14496-12 section 12.6.3).
void writeTextEntry(BoxWriter& out, const TrackDescription& track) {
    const bool webVtt = track.codec == Codec::Wvtt;
    out.begin(webVtt ? fourCc("wvtt") : fourCc("stpp"));
    out.zeros(6);
    out.u16(1);
    if (webVtt) {
        writeBox(out, fourCc("vttC"), track.configuration);
    } else {
        out.bytes(track.configuration);
        out.zeros(3);  // End of the namespaces; no schema locations, no auxiliary types.
    }
    writeBitrate(out, track);
    out.end();
}

void writeSampleTable(BoxWriter& out, const TrackDescription& track) {
    out.begin(fourCc("stbl"));
    out.beginFull(fourCc("stsd"), 0, 0);
    out.u32(1);
    if (track.handler == Handler::Video)
        writeVideoEntry(out, track);
    else if (track.handler == Handler::Audio)
        writeAudioEntry(out, track);
    else
        writeTextEntry(out, track);
    out.end();
    for (const FourCc empty : {fourCc("stts"), fourCc("stsc")}) {
        out.beginFull(empty, 0, 0);
        out.u32(0);
        out.end();
    }
    out.beginFull(fourCc("stsz"), 0, 0);
    out.zeros(8);
    out.end();
    out.beginFull(fourCc("stco"), 0, 0);
    out.u32(0);
    out.end();
    out.end();
}

/// What `hdlr` and the media header say of a kind of track.
struct HandlerNames {
    FourCc handler;
    std::string_view name;
    FourCc header;
    std::uint32_t headerFlags;
    std::size_t headerSize;
};

HandlerNames handlerNames(const TrackDescription& track) {
    if (track.handler == Handler::Video) return {fourCc("vide"), "VideoHandler", fourCc("vmhd"), 1, 8};
    if (track.handler == Handler::Audio) return {fourCc("soun"), "SoundHandler", fourCc("smhd"), 0, 4};
    if (track.codec == Codec::Wvtt) return {fourCc("text"), "TextHandler", fourCc("nmhd"), 0, 0};
    return {fourCc("subt"), "SubtitleHandler", fourCc("sthd"), 0, 0};
}

void writeMedia(BoxWriter& out, const TrackDescription& track) {
    const HandlerNames names = handlerNames(track);
    out.begin(fourCc("mdia"));
    out.beginFull(fourCc("mdhd"), 0, 0);
    out.zeros(8);
    out.u32(track.timescale);
    out.u32(0);
    out.u16(packedLanguage(track.language));
    out.zeros(2);
    out.end();
    out.beginFull(fourCc("hdlr"), 0, 0);
    out.zeros(4);
    out.u32(names.handler);
    out.zeros(12);
    out.text(names.name);
    out.u8(0);
    out.end();
    if (!track.language.empty() && !isThreeLetters(track.language)) {
        out.beginFull(fourCc("elng"), 0, 0);
        out.text(track.language);
        out.u8(0);
        out.end();
    }
    out.begin(fourCc("minf"));
    out.beginFull(names.header, 0, names.headerFlags);
    out.zeros(names.headerSize);
    out.end();
    out.begin(fourCc("dinf"));
    out.beginFull(fourCc("dref"), 0, 0);
    out.u32(1);
    out.beginFull(fourCc("url "), 0, 1);
    out.end();
    out.end();
    out.end();
    writeSampleTable(out, track);
    out.end();
    out.end();
}

void writeMovieExtends(BoxWriter& out, std::span<const TrackDescription> tracks) {
    out.begin(fourCc("mvex"));
    if (tracks.front().duration > 0) {
        out.beginFull(fourCc("mehd"), 1, 0);
        out.u64(tracks.front().duration);
        out.end();
    }
    for (const TrackDescription& track : tracks) {
        out.beginFull(fourCc("trex"), 0, 0);
        out.u32(track.trackId);
        out.u32(1);
        out.zeros(12);
        out.end();
    }
    out.end();
}

void writeMovie(BoxWriter& out, std::span<const TrackDescription> tracks) {
    out.begin(fourCc("moov"));
    writeMovieHeader(out, tracks);
    for (const TrackDescription& track : tracks) {
        out.begin(fourCc("trak"));
        writeTrackHeader(out, track);
        if (track.edits) writeEdits(out, *track.edits);
        writeMedia(out, track);
        out.end();
    }
    writeMovieExtends(out, tracks);
    out.end();
}

}  // namespace

Result<Bytes> writeInitSegment(const TrackDescription& track) {
    KEYREEL_CHECK(check(track));
    Bytes bytes;
    BoxWriter out(bytes);
    writeFileType(out, track);
    writeMovie(out, {&track, 1});
    return bytes;
}

Result<Bytes> writeMovieInit(std::span<const TrackDescription> tracks) {
    if (tracks.empty()) return invalid("there is none.");
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        KEYREEL_CHECK(check(tracks[i]));
        for (std::size_t k = 0; k < i; ++k)
            if (tracks[k].trackId == tracks[i].trackId) return invalid("another one has its track id.");
    }
    Bytes bytes;
    BoxWriter out(bytes);
    out.begin(fourCc("ftyp"));
    out.u32(fourCc("iso6"));
    out.u32(0);
    out.u32(fourCc("iso6"));
    out.u32(fourCc("mp41"));
    out.end();
    writeMovie(out, tracks);
    return bytes;
}

}  // namespace keyreel::isobmff
