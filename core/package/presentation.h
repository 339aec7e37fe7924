#pragma once

#include <string>
#include <vector>

#include "core/isobmff/pssh.h"
#include "core/package/package_film.h"

namespace keyreel::package {

/// The key of one crypto period and the headers that name it.
struct PresentedKey {
    cenc::KeyId keyId{};
    std::vector<isobmff::Pssh> pssh;
    std::array<std::uint8_t, 16> constantIv{};  ///< cbcs only.
};

/// What the manifests say about a track's protection. Private to this room.
struct PresentedProtection {
    cenc::Scheme scheme = cenc::Scheme::Cenc;
    std::vector<isobmff::Pssh> pssh;  ///< That name the keys of all periods.
    std::vector<PresentedKey> keys;   ///< By crypto period.
};

struct PlaylistOptions {
    bool sessionKeys = false;
    std::string keyUri;
    const PackagedThumbnails* thumbnails = nullptr;
};

/// A packaged track with what the manifests must say about its protection. Private to this room.
struct PresentedTrack {
    const PackagedTrack* track = nullptr;
    PresentedProtection protection;
    bool independent = true;  ///< Every segment starts at a key frame.
};

/// `PT1H2M5.000S`, always with milliseconds; hours and minutes only when needed.
std::string isoDuration(double seconds);

struct MpdOptions {
    double durationSeconds = 0;
    SegmentFiles segmentFiles = SegmentFiles::None;
    const PackagedThumbnails* thumbnails = nullptr;
    const PresentedTrack* trick = nullptr;
};

/// A DASH MPD of the on-demand profile (ISO/IEC 23009-1 8.3) or, for segment files, of the live profile (8.4)
/// with a SegmentTimeline: one AdaptationSet per track, each with its ContentProtection; those of text have
/// none. The rungs of a ladder are one set, or one for each key.
std::string writeMpd(const std::vector<PresentedTrack>& tracks, const std::vector<PackagedText>& texts,
                     const MpdOptions& options);

/// The HLS multivariant playlist (RFC 8216bis): a variant for each picture with each group of sound; media
/// playlists are `<label>.m3u8`, those of key frames
/// `<label>-iframes.m3u8`.
std::string writeMasterPlaylist(const std::vector<PresentedTrack>& tracks,
                                const std::vector<PackagedText>& texts, const PlaylistOptions& options);

/// The media playlist of one track: byte ranges of its file, and for each crypto period one key tag per
/// protection system and one for ClearKey; METHOD=NONE before a clear lead.
std::string writeMediaPlaylist(const PresentedTrack& track, const PlaylistOptions& options);

/// The key frames alone (EXT-X-I-FRAMES-ONLY, RFC 8216bis section 4.4.3.6): for each fragment its boxes and
/// its first sample.
std::string writeIFramePlaylist(const PresentedTrack& track, const PlaylistOptions& options);

/// Whether a track has pictures at whose fragments a decoder can start.
bool hasIFrames(const PresentedTrack& track);

/// Text: the WebVTT documents of the side file, which every HLS player reads, or the fragments of TTML
/// (Apple's players and hls.js).
std::string writeTextPlaylist(const PackagedText& text);

}  // namespace keyreel::package
