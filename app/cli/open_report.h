#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "core/studio/open_film.h"
#include "player/playback/track_source.h"

namespace keyreel::cli {

/// What to decode of an opened film, and what to say about it.
struct DecodeWish {
    std::uint64_t frames = 0;     ///< 0: all.
    std::uint64_t pictureAt = 1;  ///< Which frame goes into `png`.
    std::string png;              ///< Empty: none.
    bool hashes = false;          ///< SHA-256 of every decoded frame.
    bool audio = false;           ///< Decode the sound, too.
};

std::vector<playback::TrackSource> playbackSources(const studio::OpenedFilm& film);

/// Decodes with the player's own engine. The JSON names frames, firstFrameMs, and what was wished for.
Result<nlohmann::json> decodeFrames(const studio::OpenedFilm& film, const DecodeWish& wish,
                                    const std::stop_token& stop);

nlohmann::json openReportJson(const studio::OpenReport& report);
void sayNodes(const Console& console, const studio::OpenReport& report);

}  // namespace keyreel::cli
