#pragma once

#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/media/text_track.h"
#include "core/package/package_film.h"
#include "core/package/temporary_output.h"

namespace keyreel::package {

/// The text tracks that `request` asks for, from its files and from the film; languages and titles are
/// checked, at most one is the default. Codes: those of media::readTextFile and media::readTextStreams,
/// `request_invalid`. Private to this room.
Result<std::vector<media::TextTrack>> collectTexts(const PackageRequest& request,
                                                   const media::MediaInfo& source, std::stop_token stop,
                                                   std::vector<std::string>& leftOut);

/// Whether a title is short, well-formed and has no control characters. Private to this room.
bool isPlainTitle(const std::string& title);

/// A text track on its way: what it is, and the files that will hold it.
struct WrittenText {
    PackagedText text;
    std::vector<TemporaryOutput> outputs;
    std::vector<PackagedFile> files;
};

/// Where a text track goes, and in what shape.
struct TextPlace {
    std::filesystem::path folder;
    std::string label;
    SegmentFiles segmentFiles = SegmentFiles::None;
};

/// Writes a text track as a CMAF file (or segment files), clear, cut at `boundaries` (milliseconds, the
/// picture's) from 0 to `end`; WebVTT also as text. Codes: `text_invalid`, `text_too_large`, `cancelled`,
/// those of files and of the box writers. Private to this room. Thread: any.
Result<WrittenText> writeText(const TextPlace& place, const media::TextTrack& track,
                              std::span<const std::int64_t> boundaries, std::int64_t end,
                              std::stop_token stop);

}  // namespace keyreel::package
