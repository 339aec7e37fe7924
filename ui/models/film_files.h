#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <stop_token>

namespace keyreel::ui {

/// The endings of files that are offered as films: "mp4", "mkv", ...
const QStringList& filmEndings();

/// The description (`.mpd`, HLS playlist) of the package that a path is or, as a folder, holds; empty when
/// there is none. Reads little of the disk.
QString packageOf(const QString& path);

/// What stands behind files, folders and playlists that a person let go over the window.
struct FoundFiles {
    QStringList files;  ///< To be read, in the order given; those of a folder by name, without doubles.
    QHash<QString, QString> titles;  ///< By file, where a playlist says how a film is called.
    int others = 0;  ///< Files in folders whose ending is not a film's, and addresses; they are left alone.
    bool isCut = false;  ///< There were more than are taken at once.
};

/// Files as they are; of folders, all films below them; of playlists, the files that they name. Hidden files
/// and links to folders are passed over. Reads the disk: thread any.
FoundFiles findFilms(const QStringList& paths, const std::stop_token& stop);

}  // namespace keyreel::ui
