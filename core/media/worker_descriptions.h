#pragma once

#include <string>

#include "core/media/probe.h"
#include "core/media/track.h"
#include "core/media/worker_fields.h"

namespace keyreel::media::worker {

// What films and tracks are, inside the worker's messages. Both sides name every member: a new one stops the
// build until they do. Private to the protocol.

/// Bytes of a description, and of a track's configuration.
inline constexpr std::size_t kMaxPayload = 1U << 20;

void write(FieldWriter& out, const MediaInfo& info);
MediaInfo readInfo(FieldReader& in);
void write(FieldWriter& out, const Track& track);
Track readTrack(FieldReader& in);
/// Three small letters: it becomes part of a file's name.
std::string readLanguage(FieldReader& in);

}  // namespace keyreel::media::worker
