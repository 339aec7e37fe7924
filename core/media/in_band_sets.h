#pragma once

#include "core/media/demuxer.h"

namespace keyreel::media {

/// Whether the samples of an H.264 or HEVC track in MP4 or MOV hold parameter sets of their own, so that its
/// sample entry must be avc3 or hev1 (ISO/IEC 14496-15 sections 5.4.2.1 and 8.4.1). Only tracks that are
/// called so already can: most of those have none all the same, and are better called avc1 and hvc1, which
/// more players know. Looks in front of the first slice of each key sample; a fragmented film, whose samples
/// are not known beforehand, is what it calls itself. Private to this room.
bool hasInBandSets(const Demuxer& demuxer, const AVStream& stream);

}  // namespace keyreel::media
