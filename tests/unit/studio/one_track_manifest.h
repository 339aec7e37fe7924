#pragma once

#include <string>

#include "core/package/manifest.h"
#include "core/studio/sealed_tier.h"

namespace keyreel::test {

/// The manifest of a film of one track whose keys `tier` holds; of the track itself there is nothing.
inline package::Manifest oneTrackManifest(const custody::SealedTier& tier, const std::string& title,
                                          std::int64_t created) {
    package::Manifest manifest;
    manifest.contentId = tier.contentId;
    manifest.title = title;
    manifest.created = created;
    manifest.policyDigest = tier.policyDigest;
    package::ManifestTrack track;
    track.label = "video-720p";
    track.tier = tier.tier;
    track.codecs = "avc1.64001f";
    track.width = 1280;
    track.height = 720;
    track.language = "und";
    track.file = {"video-720p.mp4", 2, {}, "nowhere"};
    track.initSize = 1;
    track.segments = {{1, 1, 1000, {}}};
    manifest.tracks = {track};
    manifest.tiers = {studio::manifestTierOf(tier)};
    return manifest;
}

}  // namespace keyreel::test
