#include "ui/models/film_playlist.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QUrl>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMostBytes = 1024 * 1024;

QString textOf(const QByteArray& bytes) {
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

/// "#EXTINF:123,The Salt Road" and "#EXTINF:123 tvg-id="a",The Salt Road".
QString titleOf(QStringView line) {
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"') quoted = !quoted;
        if (line[i] == u',' && !quoted) return line.sliced(i + 1).trimmed().toString();
    }
    return {};
}

}  // namespace

bool isFilmPlaylist(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"m3u" || ending == u"m3u8";
}

std::optional<FilmPlaylist> readFilmPlaylist(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return std::nullopt;
    const QString text = textOf(file.read(kMostBytes));
    const QDir folder = QFileInfo(path).absoluteDir();
    FilmPlaylist list;
    QString title;
    for (QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        line = line.trimmed();
        if (line.startsWith(u"#EXT-X-")) return std::nullopt;
        if (line.startsWith(u"#EXTINF:")) title = titleOf(line);
        if (line.isEmpty() || line.startsWith(u'#')) continue;
        const QUrl address(line.toString());
        if (address.isLocalFile())
            list.entries.append({QDir::cleanPath(address.toLocalFile()), title});
        else if (line.contains(u"://"))
            ++list.others;
        else
            list.entries.append({QDir::cleanPath(folder.absoluteFilePath(line.toString())), title});
        title.clear();
    }
    return list;
}

}  // namespace keyreel::ui
