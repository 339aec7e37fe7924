#pragma once

#include <QString>
#include <vector>

#include "core/studio/open_film.h"
#include "player/playback/track_source.h"

namespace keyreel::ui {

/// What the player reads, each from one thread of its own.
struct PlayerSources {
    std::vector<playback::TrackSource> tracks;
    playback::TrackSource thumbnails;  ///< Without bytes when there is no picture.
};

/// The first picture and the first sound of an opened film.
PlayerSources sourcesOfFilm(const studio::OpenedFilm& film);

/// A clear file: its picture, and its sound when it has any. Reads from the disk, so not on the GUI thread.
/// Codes as media::probe().
Result<PlayerSources> sourcesOfFile(const QString& path);

}  // namespace keyreel::ui
