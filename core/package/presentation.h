#pragma once

#include <string>
#include <vector>

#include "core/isobmff/pssh.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// A packaged track with what the manifests must say about its protection. Private to this room.
struct PresentedTrack {
    const PackagedTrack* track = nullptr;
    std::vector<isobmff::Pssh> pssh;
    bool independent = true;  ///< Every segment starts at a key frame.
    cenc::Scheme scheme = cenc::Scheme::Cenc;
};

/// `PT1H2M5.000S`, always with milliseconds; hours and minutes only when needed.
std::string isoDuration(double seconds);

/// A DASH on-demand MPD (ISO/IEC 23009-1 8.3): one AdaptationSet per track, each with its ContentProtection.
std::string writeMpd(const std::vector<PresentedTrack>& tracks, double durationSeconds);

/// The HLS multivariant playlist (RFC 8216bis); media playlists are `<label>.m3u8`.
std::string writeMasterPlaylist(const std::vector<PresentedTrack>& tracks);

/// The media playlist of one track: byte ranges of its file, one key tag per protection system and one for
/// ClearKey.
std::string writeMediaPlaylist(const PresentedTrack& track);

}  // namespace keyreel::package
