#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/media/demuxer.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {

// Single pictures out of the middle of a film. Private to this room.

/// The first picture that decodes from here on; empty at the end.
Result<Handle<AVFrame>> nextPicture(Demuxer& demuxer, AVCodecContext* decoder, int stream);

/// Goes to the last key frame that is shown at `time` or before it (in the stream's time base, as packets
/// tell it), or near it; false when the container cannot go there.
bool seekToKey(Demuxer& demuxer, int stream, std::int64_t time);

/// The last key frame that is shown at `time` or before it into `packet`, which is empty, or if none is found
/// the next one behind it; false when there is none.
Result<bool> keyPacketAt(Demuxer& demuxer, int stream, std::int64_t time, AVPacket& packet);

/// The picture of a key frame by itself; empty when it needs others.
Handle<AVFrame> decodeAlone(AVCodecContext* decoder, const AVPacket& packet);

}  // namespace keyreel::media
