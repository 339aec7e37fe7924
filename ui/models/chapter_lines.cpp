#include "ui/models/chapter_lines.h"

#include <QRegularExpression>
#include <QStringList>
#include <optional>

#include "ui/models/formats.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QString timeText(qint64 ms) {
    const QString clock = format::clock(ms);
    return ms % 1000 == 0 ? clock : u"%1.%2"_s.arg(clock).arg(ms % 1000, 3, 10, QChar(u'0'));
}

std::optional<media::Chapter> readLine(const QString& line) {
    static const QRegularExpression kLine(
        u"^(?:(\\d{1,3}):(?=\\d{1,2}:))?(\\d{1,4}):(\\d{2})(?:[.,](\\d{1,3}))?(?:\\s+(?:[-–—]\\s*)?(.*))?$"_s);
    const auto match = kLine.match(line);
    if (!match.hasMatch() || match.captured(3).toInt() > 59) return std::nullopt;
    const bool hours = !match.captured(1).isEmpty();
    const qint64 minutes = match.captured(2).toInt();
    if (hours && minutes > 59) return std::nullopt;
    const qint64 seconds = (match.captured(1).toInt() * 60 + minutes) * 60 + match.captured(3).toInt();
    const qint64 fraction = match.captured(4).leftJustified(3, u'0').toInt();
    return media::Chapter{static_cast<std::uint64_t>(seconds * 1000 + fraction),
                          match.captured(5).simplified().toStdString()};
}

}  // namespace

QString chapterLines(const std::vector<media::Chapter>& chapters) {
    QStringList lines;
    for (const media::Chapter& chapter : chapters)
        lines.append(
            (timeText(static_cast<qint64>(chapter.startMs)) + u' ' + QString::fromStdString(chapter.title))
                .trimmed());
    return lines.join(u'\n');
}

ReadChapters readChapters(const QString& text, qint64 durationMs) {
    ReadChapters out;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].simplified();
        if (line.isEmpty()) continue;
        const auto chapter = readLine(line);
        if (!chapter)
            out.problem = tr("Line %1 has no time, such as 4:30").arg(i + 1);
        else if (!out.chapters.empty() && chapter->startMs <= out.chapters.back().startMs)
            out.problem = tr("Line %1 is not later than the one before").arg(i + 1);
        else if (durationMs > 0 && static_cast<qint64>(chapter->startMs) >= durationMs)
            out.problem = tr("Line %1 is behind the film's end").arg(i + 1);
        else if (chapter->title.size() > media::kMaxChapterTitle)
            out.problem = tr("Line %1 is too long").arg(i + 1);
        else if (out.chapters.size() == media::kMaxChapters)
            out.problem = tr("At most %1 chapters").arg(media::kMaxChapters);
        else
            out.chapters.push_back(*chapter);
        if (!out.problem.isEmpty()) break;
    }
    if (out.problem.isEmpty() && !media::checkChapters(out.chapters))
        out.problem = tr("A title has characters that cannot be shown");
    return out;
}

}  // namespace keyreel::ui
