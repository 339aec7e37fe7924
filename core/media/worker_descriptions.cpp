#include "core/media/worker_descriptions.h"

#include <algorithm>

namespace keyreel::media::worker {
namespace {

constexpr std::size_t kMaxTracks = 64;
/// Of any track in a file, also one that is left out.
constexpr std::uint32_t kMaxTrackSide = 1U << 20;

void write(FieldWriter& out, const Rational& value) {
    out.i32(value.num);
    out.i32(value.den);
}

Rational readRational(FieldReader& in, std::int32_t least) {
    Rational value;
    value.num = in.within<std::int32_t>(in.i32(), least, INT32_MAX);
    value.den = in.within<std::int32_t>(in.i32(), 1, INT32_MAX);
    return value;
}

void write(FieldWriter& out, const ColourDescription& value) {
    const auto& [primaries, transfer, matrix, fullRange, described] = value;
    out.u16(primaries);
    out.u16(transfer);
    out.u16(matrix);
    out.flag(fullRange);
    out.flag(described);
}

ColourDescription readColour(FieldReader& in) {
    ColourDescription value;
    value.primaries = in.u16();
    value.transfer = in.u16();
    value.matrix = in.u16();
    value.fullRange = in.flag();
    value.described = in.flag();
    return value;
}

void write(FieldWriter& out, const TrackInfo& track) {
    // Whoever adds a member sees this fail to compile, and adds it to both sides and to the version.
    const auto& [index, kind, codec, codecName, language, bitRate, durationSeconds, carried, reason, selected,
                 width, height, displayWidth, displayHeight, sampleAspectRatio, rotation, frameRate, bitDepth,
                 colour, colourName, sampleRate, channels, channelLayout, title, role, isDefault] = track;
    out.u32(index);
    writeEnum(out, kind);
    writeEnum(out, codec);
    out.words(codecName);
    out.words(language);
    out.u64(bitRate);
    out.real(durationSeconds);
    out.flag(carried);
    out.words(reason);
    out.flag(selected);
    out.u32(width);
    out.u32(height);
    out.u32(displayWidth);
    out.u32(displayHeight);
    write(out, sampleAspectRatio);
    out.i32(rotation);
    out.real(frameRate);
    out.u32(bitDepth);
    write(out, colour);
    out.words(colourName);
    out.u32(sampleRate);
    out.u32(channels);
    out.words(channelLayout);
    out.words(title);
    writeEnum(out, role);
    out.flag(isDefault);
}

TrackInfo readTrackInfo(FieldReader& in) {
    TrackInfo track;
    track.index = in.u32();
    track.kind = readEnum(in, TrackKind::Video, TrackKind::Audio);
    track.codec = readEnum(in, Codec::H264, Codec::Other);
    track.codecName = in.words();
    track.language = readLanguage(in);
    track.bitRate = in.u64();
    track.durationSeconds = in.amount();
    track.carried = in.flag();
    track.reason = in.words();
    track.selected = in.flag();
    track.width = in.u32();
    track.height = in.u32();
    track.displayWidth = in.u32();
    track.displayHeight = in.u32();
    track.sampleAspectRatio = readRational(in, 1);
    track.rotation = in.within(in.i32(), 0, 270);
    in.require(track.rotation % 90 == 0);
    track.frameRate = in.amount();
    track.bitDepth = in.within<std::uint32_t>(in.u32(), 1, 64);
    track.colour = readColour(in);
    track.colourName = in.words();
    track.sampleRate = in.u32();
    track.channels = in.u32();
    track.channelLayout = in.words();
    track.title = in.words();
    track.role = readEnum(in, AudioRole::Programme, AudioRole::Intelligible);
    track.isDefault = in.flag();
    if (track.kind == TrackKind::Video)
        for (const std::uint32_t side : {track.width, track.height, track.displayWidth, track.displayHeight})
            in.require(side >= 1 && side <= kMaxTrackSide);
    return track;
}

}  // namespace

std::string readLanguage(FieldReader& in) {
    std::string language = in.words();
    in.require(language.size() == 3 &&
               std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    return language;
}

void write(FieldWriter& out, const MediaInfo& info) {
    const auto& [path, container, durationSeconds, size, bitRate, title, tracks, textStreams, hasCoverArt,
                 chapters, partBegin] = info;
    (void)path;
    out.words(container);
    out.real(durationSeconds);
    out.u64(size);
    out.u64(bitRate);
    out.words(title);
    out.u8(static_cast<std::uint8_t>(std::min(textStreams, kMaxTracks)));
    out.flag(hasCoverArt);
    const std::size_t count = std::min(chapters.size(), kMaxChapters);
    out.u16(static_cast<std::uint16_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        out.u64(chapters[i].startMs);
        out.words(chapters[i].title);
    }
    out.real(partBegin);
    out.u8(static_cast<std::uint8_t>(std::min(tracks.size(), kMaxTracks)));
    for (std::size_t i = 0; i < tracks.size() && i < kMaxTracks; ++i)
        write(out, tracks[i]);
}

MediaInfo readInfo(FieldReader& in) {
    MediaInfo info;
    info.container = in.words();
    info.durationSeconds = in.within(in.amount(), 0.0, kMaxDurationSeconds);
    info.size = in.u64();
    info.bitRate = in.u64();
    info.title = in.words();
    info.textStreams = in.within<std::uint8_t>(in.u8(), 0, kMaxTracks);
    info.hasCoverArt = in.flag();
    const auto chapters = in.within<std::uint16_t>(in.u16(), 0, kMaxChapters);
    for (std::uint16_t i = 0; i < chapters && !in.failed(); ++i) {
        Chapter chapter;
        chapter.startMs = in.u64();
        chapter.title = in.words();
        info.chapters.push_back(std::move(chapter));
    }
    in.require(checkChapters(info.chapters).has_value());
    info.partBegin = in.within(in.amount(), 0.0, kMaxDurationSeconds);
    const auto count = in.within<std::uint8_t>(in.u8(), 1, kMaxTracks);
    for (std::uint8_t i = 0; i < count && !in.failed(); ++i)
        info.tracks.push_back(readTrackInfo(in));
    return info;
}

void write(FieldWriter& out, const Track& track) {
    const auto& [kind, codec, configuration, inBandSets, timescale, declaredDuration, language, bitRate,
                 transcoded, isDefault, title, width, height, sampleAspectRatio, frameRate, matrix, colour,
                 masteringDisplay, contentLight, dolbyVision, role, sampleRate, channels, priming,
                 seekPreRoll] = track;
    writeEnum(out, kind);
    writeEnum(out, codec);
    out.u32(static_cast<std::uint32_t>(configuration.size()));
    out.bytes(configuration);
    out.flag(inBandSets);
    out.u32(timescale);
    out.u64(declaredDuration);
    out.words(language);
    out.u64(bitRate);
    out.flag(transcoded);
    out.flag(isDefault);
    out.words(title);
    writeEnum(out, role);
    out.u32(width);
    out.u32(height);
    write(out, sampleAspectRatio);
    write(out, frameRate);
    for (const std::int32_t value : matrix)
        out.i32(value);
    write(out, colour);
    out.flag(masteringDisplay.has_value());
    if (masteringDisplay) {
        for (const std::uint16_t value : masteringDisplay->primaries)
            out.u16(value);
        for (const std::uint16_t value : masteringDisplay->whitePoint)
            out.u16(value);
        out.u32(masteringDisplay->maxLuminance);
        out.u32(masteringDisplay->minLuminance);
    }
    out.flag(contentLight.has_value());
    if (contentLight) {
        out.u16(contentLight->maxContent);
        out.u16(contentLight->maxFrameAverage);
    }
    out.flag(dolbyVision.has_value());
    if (dolbyVision) {
        out.u8(dolbyVision->profile);
        out.u8(dolbyVision->level);
        out.flag(dolbyVision->metadata);
        out.u8(dolbyVision->compatibility);
    }
    out.u32(sampleRate);
    out.u32(channels);
    out.u32(priming);
    out.u32(seekPreRoll);
}

Track readTrack(FieldReader& in) {
    constexpr std::uint32_t kMaxTimescale = 1U << 24;
    constexpr std::uint32_t kMaxSampleRate = 1U << 20;
    constexpr std::uint32_t kMaxChannels = 255;
    Track track;
    track.kind = readEnum(in, TrackKind::Video, TrackKind::Audio);
    // What a track consists of has been transcoded if it had to be.
    track.codec = readEnum(in, Codec::H264, Codec::Other);
    in.require(track.codec != Codec::Other);
    const ByteView configuration = in.bytes(in.within<std::uint32_t>(in.u32(), 0, kMaxPayload));
    track.configuration = toBytes(configuration);
    track.inBandSets = in.flag();
    track.timescale = in.within<std::uint32_t>(in.u32(), 1, kMaxTimescale);
    // Twice the longest film: edit lists may hide parts of it.
    track.declaredDuration = in.within<std::uint64_t>(
        in.u64(), 0, static_cast<std::uint64_t>(2 * kMaxDurationSeconds) * track.timescale);
    track.language = readLanguage(in);
    track.bitRate = in.u64();
    track.transcoded = in.flag();
    track.isDefault = in.flag();
    track.title = in.words();
    track.role = readEnum(in, AudioRole::Programme, AudioRole::Intelligible);
    track.width = in.within<std::uint32_t>(in.u32(), 0, 65535);
    track.height = in.within<std::uint32_t>(in.u32(), 0, 65535);
    track.sampleAspectRatio = readRational(in, 1);
    track.frameRate = readRational(in, 0);
    for (std::int32_t& value : track.matrix)
        value = in.i32();
    track.colour = readColour(in);
    if (in.flag()) {
        MasteringDisplay display;
        for (std::uint16_t& value : display.primaries)
            value = in.u16();
        for (std::uint16_t& value : display.whitePoint)
            value = in.u16();
        display.maxLuminance = in.u32();
        display.minLuminance = in.u32();
        track.masteringDisplay = display;
    }
    if (in.flag()) {
        ContentLightLevel light;
        light.maxContent = in.u16();
        light.maxFrameAverage = in.u16();
        track.contentLight = light;
    }
    if (in.flag()) {
        // As many bits as the record has for each (7, 6 and 4).
        DolbyVision dolby;
        dolby.profile = in.within<std::uint8_t>(in.u8(), 0, 127);
        dolby.level = in.within<std::uint8_t>(in.u8(), 0, 63);
        dolby.metadata = in.flag();
        dolby.compatibility = in.within<std::uint8_t>(in.u8(), 0, 15);
        track.dolbyVision = dolby;
    }
    track.sampleRate = in.within<std::uint32_t>(in.u32(), 0, kMaxSampleRate);
    track.channels = in.within<std::uint32_t>(in.u32(), 0, kMaxChannels);
    track.priming = in.u32();
    track.seekPreRoll = in.u32();
    const bool video = track.kind == TrackKind::Video;
    in.require(video ? track.width > 0 && track.height > 0 : track.sampleRate > 0 && track.channels > 0);
    const bool videoCodec = track.codec <= Codec::Vp9;
    in.require(video == videoCodec);
    return track;
}

}  // namespace keyreel::media::worker
