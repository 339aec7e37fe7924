#pragma once

#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/adaptive/picture_codings.h"
#include "core/cenc/key_ring.h"
#include "core/media/workshop.h"
#include "core/studio/open_film.h"
#include "player/ass_renderer.h"
#include "player/cue_timeline.h"
#include "player/playback/track_source.h"

namespace keyreel::ui {

/// A sound track that a person may choose.
struct SoundChoice {
    QString id;  ///< The same at every opening of the film.
    QString name;
    QString note;
    QString language;  ///< A code; may be empty.
    playback::TrackSource source;
};

/// What a text track has to show.
struct ShownText {
    std::shared_ptr<const player::CueTimeline> words;
    std::shared_ptr<const player::AssScript> script{};  ///< How its maker wants it drawn; null: not known.
};

/// A text track that a person may choose.
struct TextChoice {
    QString id;
    QString name;
    QString note;
    QString language;
    bool forced = false;     ///< Only what the sound's language leaves out.
    bool isDefault = false;  ///< Its maker, or its place beside the film, asks for it.
    /// Reads its cues; not for the GUI thread.
    std::function<Result<ShownText>(const std::stop_token& stop)> read;
};

/// What the player reads, each from one thread of its own.
struct PlayerSources {
    playback::TrackSource picture;
    std::shared_ptr<adaptive::PictureCodings> ladder;  ///< Of several codings; `picture` reads it.
    playback::TrackSource thumbnails;                  ///< Without bytes when there is no picture.
    QList<SoundChoice> sounds;                         ///< The first is the film's own choice.
    QList<TextChoice> texts;
    /// Reads which texts are inside of a clear file, which can take a while; empty when there are none.
    std::function<Result<QList<TextChoice>>(const std::stop_token& stop)> textsInside;
};

/// The first picture, every sound and every text of an opened film.
PlayerSources sourcesOfFilm(const studio::OpenedFilm& film);

/// A clear file: its picture, its sound tracks, the text inside of it (read by `workshop`) and in the files
/// beside it that begin with its name. Reads from the disk, so not on the GUI thread. Codes as
/// media::probe().
Result<PlayerSources> sourcesOfFile(const QString& path,
                                    const std::shared_ptr<const media::Workshop>& workshop);

/// A package of DASH or HLS on the disk, by its description: its pictures in all codings, sounds and texts.
/// `keys`: what a person gave for a protected one; may be null. Not for the GUI thread. Codes: those of
/// adaptive::openPackage(), `key_missing`, `scheme_unsupported`.
Result<PlayerSources> sourcesOfPackage(const QString& path, const std::shared_ptr<const cenc::KeyRing>& keys,
                                       const std::stop_token& stop = {});

/// A preview, whole in memory. Code `box_malformed`.
Result<PlayerSources> sourcesOfPreview(const Bytes& clip);

/// A file of subtitles that a person gives to a film; nothing of it is read yet.
TextChoice textOfFile(const QString& path);
/// By its ending: SubRip, WebVTT, SSA, ASS or TTML.
bool isTextFile(const QString& path);

}  // namespace keyreel::ui
