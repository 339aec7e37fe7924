#pragma once

#include <string>

#include "core/isobmff/pssh.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// What MPD and playlists have in common. Private to this room.
[[nodiscard]] bool isVideo(const PackagedTrack& track);
[[nodiscard]] std::string systemUrn(const isobmff::SystemId& id);
[[nodiscard]] std::string psshBase64(const isobmff::Pssh& pssh);

}  // namespace keyreel::package
