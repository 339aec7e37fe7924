#include "ui/models/film_files.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <algorithm>

#include "core/adaptive/disk_package.h"
#include "ui/models/film_playlist.h"

namespace keyreel::ui {
namespace {

/// As many as there can be drafts.
constexpr qsizetype kMostFiles = 200;
/// A folder of a whole disk is not walked to its end.
constexpr int kMostLooks = 200'000;

/// "film 2" before "film 10".
void sortByName(QStringList& paths) {
    // The locale "C" knows no numbers.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    std::sort(paths.begin(), paths.end(), [&collator](const QString& a, const QString& b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
}

}  // namespace

const QStringList& filmEndings() {
    static const QStringList kEndings{QStringLiteral("mp4"), QStringLiteral("m4v"),  QStringLiteral("mov"),
                                      QStringLiteral("mkv"), QStringLiteral("avi"),  QStringLiteral("webm"),
                                      QStringLiteral("mpg"), QStringLiteral("mpeg"), QStringLiteral("ts"),
                                      QStringLiteral("mts"), QStringLiteral("wmv"),  QStringLiteral("flv")};
    return kEndings;
}

QString packageOf(const QString& path) {
    const std::filesystem::path named(QFile::encodeName(path).toStdString());
    if (!QFileInfo(path).isDir()) return adaptive::isPackage(named) ? path : QString();
    const auto description = adaptive::packageIn(named);
    return description ? QFile::decodeName(description->c_str()) : QString();
}

FoundFiles findFilms(const QStringList& paths, const std::stop_token& stop) {
    FoundFiles found;
    QSet<QString> seen;
    const auto take = [&](const QString& path) {
        if (seen.contains(path)) return;
        if (found.files.size() >= kMostFiles) {
            found.isCut = true;
            return;
        }
        seen.insert(path);
        found.files.append(path);
    };
    const auto takeListed = [&](const FilmPlaylist& list) {
        found.others += list.others;
        for (const FilmPlaylist::Entry& entry : list.entries) {
            take(entry.file);
            if (!entry.title.isEmpty() && seen.contains(entry.file))
                found.titles.insert(entry.file, entry.title);
        }
    };
    int looks = 0;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            const auto list = isFilmPlaylist(path) ? readFilmPlaylist(path) : std::nullopt;
            if (list)
                takeListed(*list);
            else
                take(path);
            continue;
        }
        QStringList films;
        QDirIterator below(path, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (below.hasNext() && !stop.stop_requested() && !found.isCut) {
            const QString file = below.next();
            if (++looks > kMostLooks) found.isCut = true;
            if (filmEndings().contains(below.fileInfo().suffix().toLower()))
                films.append(file);
            else
                ++found.others;
        }
        sortByName(films);
        for (const QString& film : std::as_const(films))
            take(film);
    }
    return found;
}

}  // namespace keyreel::ui
