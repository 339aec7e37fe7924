#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/package/package_film.h"
#include "core/package/temporary_output.h"

namespace keyreel::package {

// Sheets of small pictures, in the clear, and what MPD and playlists say of them. Private to this room.

inline constexpr const char* kThumbnailsLabel = "thumbnails";

/// "thumbnails-<number from 1>.jpg".
std::string sheetName(std::uint32_t number);

/// Asked beforehand, as thumbnails come last and a film may be long. Code `request_invalid`: the first track
/// has no pictures, or none whose colours could be shown.
Status mayHaveThumbnails(const media::Track& first);

struct WrittenThumbnails {
    PackagedThumbnails thumbnails;
    std::vector<PackagedFile> files;
    std::vector<TemporaryOutput> outputs;
};

/// Makes the sheets that the request asks for and writes them under temporary names. Codes: those of
/// media::planThumbnails() and media::makeThumbnails(), `disk_full`.
Result<WrittenThumbnails> writeThumbnails(const PackageRequest& request, const media::MediaInfo& source,
                                          double filmSeconds, const std::stop_token& stop);

/// An AdaptationSet of DASH-IF IOP 4.3 section 6.2.6.
std::string thumbnailSet(const PackagedThumbnails& thumbnails, std::size_t id);

/// EXT-X-IMAGE-STREAM-INF and the playlist that it names, of the specification for image media playlists in
/// HLS (Roku, version 0.4).
std::string imageStreamTag(const PackagedThumbnails& thumbnails);
std::string writeImagePlaylist(const PackagedThumbnails& thumbnails);

}  // namespace keyreel::package
