#pragma once

#include <string>

#include "core/media/libav_handles.h"
#include "core/media/probe.h"
#include "core/media/track.h"

namespace keyreel::media {

// What libav knows about a stream, in Keyreel's values and in words for people. Private to this room.

Codec codecOf(const AVCodecParameters& parameters);
std::string codecName(const AVCodecParameters& parameters);
ColourDescription colourOf(const AVCodecParameters& parameters);
unsigned bitDepthOf(const AVCodecParameters& parameters);
std::string colourName(const ColourDescription& colour, unsigned bitDepth);
std::string containerName(const AVFormatContext& format);
/// The tkhd matrix; identity when the stream has none.
std::array<std::int32_t, 9> matrixOf(const AVStream* stream);
/// Clockwise degrees for display, to the nearest quarter turn.
int rotationOf(const std::array<std::int32_t, 9>& matrix);
Rational sampleAspectRatioOf(AVFormatContext* format, AVStream* stream);
std::string languageOf(const AVStream* stream);
/// What its author called the track; names that muxers give on their own do not count.
std::string titleOf(const AVStream* stream);
AudioRole audioRoleOf(const AVStream* stream);
/// `origin` and `seconds`: where the film begins, in AV_TIME_BASE units, and how long it is.
std::vector<Chapter> chaptersOf(const AVFormatContext& format, std::int64_t origin, double seconds);
/// Whether the colours are Dolby Vision's own (profile 5 and others whose base layer is compatible with
/// nothing): whoever does not know its metadata shows them green and violet.
bool needsDolbyVision(const AVStream* stream);
std::optional<DolbyVision> dolbyVisionOf(const AVStream* stream);
/// What of it goes along with carried pictures: one layer with its metadata (profiles 5, 8, 9 and 10). Of the
/// two layers of profile 7 the base layer is plain HEVC.
std::optional<DolbyVision> carriedDolbyVision(const AVStream* stream, Codec codec);
std::optional<MasteringDisplay> masteringDisplayOf(const AVStream* stream);
std::optional<ContentLightLevel> contentLightOf(const AVStream* stream);

}  // namespace keyreel::media
