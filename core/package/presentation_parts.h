#pragma once

#include <string>

#include "core/isobmff/pssh.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// Of sets in an MPD whose own profile they do not have.
inline constexpr const char* kFullProfile = "urn:mpeg:dash:profile:full:2011";

/// What MPD and playlists have in common. Private to this room.
[[nodiscard]] bool isVideo(const PackagedTrack& track);
[[nodiscard]] std::string systemUrn(const isobmff::SystemId& id);
[[nodiscard]] std::string psshBase64(const isobmff::Pssh& pssh);

}  // namespace keyreel::package
