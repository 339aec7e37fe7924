#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace keyreel::ui {

/// What an M3U playlist names, in its order.
struct FilmPlaylist {
    struct Entry {
        QString file;   ///< Absolute; a relative name begins at the playlist's own folder.
        QString title;  ///< Of its EXTINF line; may be empty.
    };
    QList<Entry> entries;
    int others = 0;  ///< Addresses in a network, which are not played.
};

/// Whether a file is called like a playlist.
bool isFilmPlaylist(const QString& path);

/// Nothing when the file cannot be read, is larger than 1 MiB, or is a playlist of HLS (RFC 8216), which
/// names the pieces of one film. Text is UTF-8, or Latin-1 where it is none. Reads the disk: thread any.
std::optional<FilmPlaylist> readFilmPlaylist(const QString& path);

}  // namespace keyreel::ui
