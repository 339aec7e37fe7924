#include "core/package/track_mapping.h"

#include <algorithm>

#include "core/base/byte_io.h"

namespace keyreel::package {
namespace {

isobmff::Codec codecOf(media::Codec codec) {
    switch (codec) {
        case media::Codec::Hevc:
            return isobmff::Codec::Hevc;
        case media::Codec::Av1:
            return isobmff::Codec::Av1;
        case media::Codec::Vp9:
            return isobmff::Codec::Vp9;
        case media::Codec::Aac:
            return isobmff::Codec::Aac;
        case media::Codec::Opus:
            return isobmff::Codec::Opus;
        case media::Codec::Flac:
            return isobmff::Codec::Flac;
        case media::Codec::Ac3:
            return isobmff::Codec::Ac3;
        case media::Codec::Eac3:
            return isobmff::Codec::Eac3;
        case media::Codec::Mp3:
            return isobmff::Codec::Mp3;
        case media::Codec::H264:
        case media::Codec::Other:
            break;
    }
    return isobmff::Codec::Avc;
}

}  // namespace

isobmff::TrackDescription describeTrack(const media::Track& track, std::uint32_t trackId) {
    isobmff::TrackDescription out;
    out.handler = track.kind == media::TrackKind::Video ? isobmff::Handler::Video : isobmff::Handler::Audio;
    out.codec = codecOf(track.codec);
    out.configuration = track.configuration;
    out.inBandSets = track.inBandSets;
    out.trackId = trackId;
    out.timescale = track.timescale;
    out.duration = track.declaredDuration;
    out.language = track.language == "und" ? std::string() : track.language;
    if (track.kind == media::TrackKind::Audio) {
        out.channels = static_cast<std::uint16_t>(track.channels);
        out.sampleRate = track.sampleRate;
        return out;
    }
    out.width = static_cast<std::uint16_t>(track.width);
    out.height = static_cast<std::uint16_t>(track.height);
    out.pixelAspectX = static_cast<std::uint32_t>(std::max(track.sampleAspectRatio.num, 1));
    out.pixelAspectY = static_cast<std::uint32_t>(std::max(track.sampleAspectRatio.den, 1));
    out.matrix = track.matrix;
    if (track.colour.described)
        out.colour = isobmff::Colour{track.colour.primaries, track.colour.transfer, track.colour.matrix,
                                     track.colour.fullRange};
    if (track.masteringDisplay) {
        ByteWriter writer;
        for (const std::uint16_t value : track.masteringDisplay->primaries)
            writer.u16(value);
        for (const std::uint16_t value : track.masteringDisplay->whitePoint)
            writer.u16(value);
        writer.u32(track.masteringDisplay->maxLuminance);
        writer.u32(track.masteringDisplay->minLuminance);
        out.masteringDisplay = writer.take();
    }
    if (track.dolbyVision)
        out.dolbyVision = isobmff::DolbyVision{track.dolbyVision->profile, track.dolbyVision->level,
                                               track.dolbyVision->compatibility};
    if (track.contentLight) {
        ByteWriter writer;
        writer.u16(track.contentLight->maxContent);
        writer.u16(track.contentLight->maxFrameAverage);
        out.contentLightLevel = writer.take();
    }
    return out;
}

}  // namespace keyreel::package
