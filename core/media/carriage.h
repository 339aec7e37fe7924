#pragma once

#include <string>

#include "core/media/demuxer.h"

namespace keyreel::media {

// Which streams of a film are packaged as they are. Private to this room.

/// A sentence for people; empty when the stream is carried.
std::string whyNotCarried(const Demuxer& demuxer, AVStream* stream);

/// AC-3 and E-AC-3 describe themselves in each frame only, AAC does in a transport stream or without a
/// container.
bool describedByFrames(const Demuxer& demuxer, const AVStream* stream);

}  // namespace keyreel::media
