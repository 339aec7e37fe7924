#include "ui/models/film_intake.h"

#include <QFileInfo>
#include <QThread>
#include <algorithm>

#include "core/base/utf8.h"
#include "ui/models/chapter_lines.h"
#include "ui/models/draft_quality.h"
#include "ui/models/draft_rules.h"
#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/preset_store.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr int kNamed = 5;
/// Each is a process of its own; more than that only wait for the disk and for each other.
constexpr int kLeastAtOnce = 2;
constexpr int kMostAtOnce = 4;

int atOnce() {
    return std::clamp(QThread::idealThreadCount(), kLeastAtOnce, kMostAtOnce);
}

/// "hollow-lake_master.mov" becomes "Hollow lake master".
QString titleOf(const QString& path) {
    QString name = QFileInfo(path).completeBaseName();
    name.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    name = name.simplified();
    return name.left(1).toUpper() + name.mid(1);
}

/// What the film calls itself, as a person could have written it; empty when it does not.
QString taggedTitle(const media::MediaInfo& info) {
    QString title = toQString(printable(info.title, {}, Directions::Keep)).simplified();
    while (title.toUtf8().size() > kMaxTitle)
        title.chop(1);
    return title.trimmed();
}

/// "a.txt, b.txt and 3 more".
QString namesOf(const QList<IntakeReport::Refusal>& refusals) {
    QStringList names;
    for (const auto& refusal : refusals.first(std::min<qsizetype>(refusals.size(), kNamed)))
        names.append(QFileInfo(refusal.path).fileName());
    const QString listed = names.join(QStringLiteral(", "));
    return refusals.size() > kNamed ? tr("%1 and %2 more").arg(listed).arg(refusals.size() - kNamed) : listed;
}

}  // namespace

IntakeWords wordsOf(const IntakeReport& report) {
    IntakeWords words;
    const qsizetype refused = report.refusals.size();
    QStringList next;
    if (refused > 0) {
        const qsizetype files = refused + report.drafts.size();
        words.fact = refused == 1       ? tr("1 of %1 files cannot become a film.").arg(files)
                     : files == refused ? tr("None of these %1 files can become a film.").arg(files)
                                        : tr("%1 of %2 files cannot become films.").arg(refused).arg(files);
        next.append(namesOf(report.refusals) + QLatin1Char('.'));
    } else if (report.isCut) {
        words.fact = tr("Only the first %1 files were taken.").arg(report.drafts.size());
    } else if (report.drafts.isEmpty()) {
        words.fact = tr("There is no film in it.");
    }
    if (report.isCut)
        next.append(
            tr("There were more files than can be taken at once. Publish these first, then add the rest."));
    if (report.others > 0 && !words.fact.isEmpty())
        next.append(report.others == 1 ? tr("1 other file was left alone.")
                                       : tr("%1 other files were left alone.").arg(report.others));
    words.next = next.join(QLatin1Char(' '));
    return words;
}

FilmIntake::FilmIntake(Engine& engine, DraftStore& drafts, const SettingsTable* settings,
                       const PresetStore* presets, QObject* parent)
    : QObject(parent), m_engine(engine), m_drafts(drafts), m_settings(settings), m_presets(presets) {
    connect(&m_engine, &Engine::filesFound, this, [this](quint64 search, const FoundFiles& found) {
        if (!m_searches.remove(search)) return;
        for (const QString& path : found.files)
            if (!m_order.contains(path)) {
                m_order.append(path);
                m_waiting.append(path);
            }
        m_report.others += found.others;
        m_report.isCut = m_report.isCut || found.isCut;
        readMore();
    });
    connect(&m_engine, &Engine::filmInspected, this, &FilmIntake::take);
    connect(&m_engine, &Engine::filmRefused, this, &FilmIntake::refuse);
}

void FilmIntake::add(const QStringList& paths) {
    if (paths.isEmpty()) return;
    m_searches.insert(m_engine.findFilms(paths));
    Q_EMIT progressed();
}

void FilmIntake::cancel() {
    m_searches.clear();
    m_waiting.clear();
    m_reading.clear();
    m_order.clear();
    m_report = {};
    Q_EMIT progressed();
}

bool FilmIntake::isReading() const {
    return !m_searches.isEmpty() || !m_waiting.isEmpty() || !m_reading.isEmpty();
}

int FilmIntake::done() const {
    return static_cast<int>(m_order.size() - m_waiting.size() - m_reading.size());
}

QString FilmIntake::current() const {
    return m_reading.value(0);
}

void FilmIntake::readMore() {
    while (!m_waiting.isEmpty() && m_reading.size() < atOnce()) {
        m_reading.append(m_waiting.takeFirst());
        m_engine.inspect(m_reading.last());
    }
    Q_EMIT progressed();
    if (isReading()) return;
    IntakeReport report = std::move(m_report);
    const auto place = [this](const QString& path) { return m_order.indexOf(path); };
    std::sort(report.refusals.begin(), report.refusals.end(),
              [&](const auto& a, const auto& b) { return place(a.path) < place(b.path); });
    cancel();
    Q_EMIT finished(report);
}

bool FilmIntake::isSample(const QString& path) const {
    return path.startsWith(toQString(m_engine.places().samples.string()));
}

Draft FilmIntake::draftOf(const QString& path) const {
    for (const Draft& known : m_drafts.drafts())
        if (known.film == path) return known;
    Draft draft;
    draft.film = path;
    draft.title = isSample(path) ? tr("Keyreel sample") : titleOf(path);
    if (m_settings != nullptr && m_settings->newFilmsGranted()) draft.access = studio::Access::Granted;
    if (m_presets != nullptr && m_presets->standard() != nullptr)
        return withPreset(draft, *m_presets->standard());
    return draft;
}

void FilmIntake::take(const QString& path, const std::shared_ptr<const InspectedFilm>& film) {
    if (!m_reading.removeOne(path)) return;
    Draft draft = draftOf(path);
    if (draft.id.isEmpty()) {
        draft.chapters = chapterLines(film->info.chapters);
        if (const QString title = taggedTitle(film->info); !title.isEmpty() && !isSample(path))
            draft.title = title;
        fitQuality(draft, film->info);
    }
    if (const auto id = m_drafts.put(draft)) {
        draft.id = *id;
        if (draft.cover.isEmpty()) m_drafts.setStill(draft.id, format::image(film->poster));
        m_report.drafts.append(draft.id);
        Q_EMIT draftMade(draft.id);
    } else {
        m_report.refusals.append({path, id.error()});
    }
    m_report.last = std::move(draft);
    m_report.lastFilm = film;
    readMore();
}

void FilmIntake::refuse(const QString& path, const Error& error) {
    if (!m_reading.removeOne(path)) return;
    m_report.refusals.append({path, error});
    readMore();
}

}  // namespace keyreel::ui
