#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include "ui/models/formats.h"
#include "ui/models/preview_fetch.h"
#include "ui/pages/mini_player.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/opening_words.h"
#include "ui/pages/player_list.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_picture.h"
#include "ui/pages/player_quality.h"
#include "ui/pages/player_remote.h"
#include "ui/pages/player_statistics.h"
#include "ui/pages/player_thumbnails.h"
#include "ui/pages/player_tracks.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/dimmed_still.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/preview_end_card.h"
#include "ui/widgets/transcript_panel.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Closer to the end than this, a film counts as watched.
constexpr qint64 kWatchedMs = 5000;
/// Shorter ones of this computer begin at their beginning.
constexpr qint64 kShortFileMs = 60'000;

qint64 inMs(microseconds time) {
    return std::chrono::duration_cast<milliseconds>(time).count();
}

/// Packagers call all descriptions alike; then the folder has the film's name.
QString titleOfFile(const QString& path) {
    const QFileInfo file(path);
    static const QStringList kDescriptions{u"mpd"_s, u"m3u8"_s, u"m3u"_s};
    static const QStringList kCommon{u"stream"_s, u"manifest"_s, u"master"_s, u"main"_s,
                                     u"index"_s,  u"playlist"_s, u"dash"_s,   u"hls"_s};
    const bool said = !kDescriptions.contains(file.suffix().toLower()) ||
                      !kCommon.contains(file.completeBaseName().toLower());
    return said ? file.completeBaseName() : file.absoluteDir().dirName();
}

/// Errors that are about the person's right to watch, not about this attempt.
bool isRefusal(const Error& error) {
    return error.code == "no_access" || error.code == "device_revoked" || error.code == "asset_unpublished" ||
           error.code == "asset_unknown" || error.code == "bad_link";
}

}  // namespace

void PlayerPage::introduce(const QString& title, const QString& maker, const BadgeSpec& badge) {
    m_chip->set(title, maker, badge);
    m_title = title;
    m_remote->setFilm(title, maker);
}

void PlayerPage::begin(const QString& title, const QString& maker) {
    m_ended = false;
    m_resumedAt = 0;
    m_since.start();
    introduce(title, maker, BadgeSpec::owned());
    m_bar->setPlayable(true);
    m_bar->setChapters({});
    m_bar->scrubBar()->setRefused(false);
    m_bar->setPosition(0);
    m_bar->setBuffered(0);
    m_still->show();
    m_showOpening.start();
    // Who goes from film to film in the list stays there.
    if (!m_listPanel->isAncestorOf(window()->focusWidget())) setFocus();
    showControls();
}

void PlayerPage::openFilm(const QString& link, const QImage& still) {
    closeFilm();
    start(link, still);
}

void PlayerPage::start(const QString& link, const QImage& still) {
    letGo();
    m_link = link;
    const auto* entry = m_library.entry(link);
    const QString title = entry ? toQString(entry->title) : QString();
    QList<QuorumDiagram::Node> nodes;
    unsigned threshold = 2;
    if (const auto* network = m_engine.network()) {
        threshold = network->threshold;
        for (const auto& node : network->nodes)
            nodes.append({toQString(node.name), tr("asking ..."), QuorumDiagram::NodeState::Asking, {}});
    }
    const QImage picture = still.isNull() ? m_library.still(link) : still;
    m_still->set(picture);
    m_opening->setPoster(picture);
    m_opening->showOpening(title, nodes, threshold);
    begin(title.isEmpty() ? tr("Film") : title, entry ? toQString(entry->creatorName) : QString());
    if (entry && entry->role == studio::Role::Mine)
        m_chip->set(title, toQString(entry->creatorName), BadgeSpec::published());
    m_engine.open(link);
}

void PlayerPage::openFile(const QString& path) {
    closeFilm();
    startFile(path);
}

void PlayerPage::startFile(const QString& path, std::shared_ptr<const cenc::KeyRing> keys) {
    letGo();
    m_file = path;
    m_contentKeys = std::move(keys);
    m_opens = {};
    m_still->set({});
    m_opening->setPoster({});
    const QString title = titleOfFile(path);
    m_opening->showOpening(QFileInfo(path).fileName(), {}, 0);
    begin(title, {});
    m_chip->set(title, tr("A file on this computer"), {});
    m_statistics->setManifest(nullptr);
    m_pool.start([this, path, given = m_contentKeys, stop = m_opens.get_token(),
                  workshop = std::make_shared<const media::Workshop>()]() {
        auto sources = std::make_shared<Result<PlayerSources>>(
            packageOf(path).isEmpty() ? sourcesOfFile(path, workshop) : sourcesOfPackage(path, given, stop));
        QMetaObject::invokeMethod(
            this,
            [this, stop, sources]() {
                if (!stop.stop_requested()) playFile(std::move(*sources));
            },
            Qt::QueuedConnection);
    });
}

void PlayerPage::playFile(Result<PlayerSources> sources) {
    if (!sources) {
        explain(sources.error(), context());
        return;
    }
    m_thumbnails->open(sources->thumbnails);
    m_statistics->setLadder(sources->ladder);
    m_quality->open(m_file, sources->ladder);
    m_picture->open(m_file);
    if (m_settings && m_settings->resumes()) m_resumedAt = m_settings->filePosition(m_file);
    m_player->open(m_tracks->open(m_file, std::move(*sources)), milliseconds(m_resumedAt));
    m_save.start();
}

void PlayerPage::play(const std::shared_ptr<studio::OpenedFilm>& film) {
    m_film = film;
    const auto& manifest = film->manifest;
    const auto* entry = m_library.entry(m_link);
    introduce(toQString(manifest.title), toQString(manifest.creatorName),
              entry && entry->role == studio::Role::Mine ? BadgeSpec::published()
              : manifest.grantedOnly                     ? BadgeSpec::owned()
                                                         : BadgeSpec::free());
    if ((!m_settings || m_settings->resumes()) && entry && entry->positionMs + kWatchedMs < entry->durationMs)
        m_resumedAt = static_cast<qint64>(entry->positionMs);
    explainOpening(*m_panel, *m_film);
    m_statistics->setManifest(&manifest);
    m_bar->setDuration(static_cast<qint64>(manifest.durationMs));
    auto sources = sourcesOfFilm(*film);
    if (sources.thumbnails.bytes) m_thumbnails->open(sources.thumbnails);
    m_statistics->setLadder(sources.ladder);
    m_quality->open(m_link, sources.ladder);
    m_picture->open(m_link);
    m_player->open(m_tracks->open(m_link, std::move(sources)), milliseconds(m_resumedAt));
    m_save.start();
    arrange();
}

void PlayerPage::closeFilm() {
    m_mini->leave();
    m_list->clear();
    letGo();
}

/// The small window stays for the film that follows.
void PlayerPage::letGo() {
    m_search.request_stop();
    m_opens.request_stop();
    m_engine.cancelOpening();
    m_showOpening.stop();
    m_save.stop();
    m_since.invalidate();
    remember();
    if (m_film && m_film->interrupt) m_film->interrupt();
    m_thumbnails->close();
    m_tracks->close();
    m_quality->close();
    m_statistics->setLadder(nullptr);
    m_player->close();
    m_picture->close();
    // The sources, and the keys inside them, go with the last reference.
    m_film.reset();
    m_contentKeys.reset();
    m_previewFetch->forget();
    m_previewed.reset();
    for (QWidget* shown : std::initializer_list<QWidget*>{m_panel, m_opening, m_still, m_note, m_statistics,
                                                          m_transcriptPanel, m_previewEnd})
        shown->hide();
    // What arrives for it from now on was asked for by nobody.
    m_link.clear();
    m_file.clear();
}

void PlayerPage::retry() {
    if (m_previewed)
        openPreview(QString(m_link), std::shared_ptr(m_previewed), {});
    else if (m_file.isEmpty())
        start(QString(m_link), {});
    else
        startFile(QString(m_file), std::shared_ptr(m_contentKeys));
}

void PlayerPage::remember() {
    if ((!m_film && m_file.isEmpty()) || m_player->currentImage().isNull()) return;
    if (m_settings && !m_settings->remembersWatching()) return;
    const qint64 duration = inMs(m_player->duration());
    const qint64 position = inMs(m_player->position());
    const bool watched =
        m_ended || (duration > 0 && position + kWatchedMs >= duration && duration > 4 * kWatchedMs);
    if (m_film)
        m_engine.setPosition(m_link, watched ? 0 : position);
    else if (m_settings)
        m_settings->setFilePosition(m_file, watched || duration < kShortFileMs ? 0 : position);
}

ErrorContext PlayerPage::context() const {
    ErrorContext context;
    if (m_film) {
        context.film = toQString(m_film->manifest.title);
        context.maker = toQString(m_film->manifest.creatorName);
        context.faults = m_film->faults ? m_film->faults() : std::vector<studio::PartFault>();
    } else if (m_previewed) {
        context.film = toQString(m_previewed->manifest.title);
        context.maker = toQString(m_previewed->manifest.creatorName);
    } else if (const auto* entry = m_library.entry(m_link)) {
        context.film = toQString(entry->title);
        context.maker = toQString(entry->creatorName);
    }
    context.gateway = QUrl(m_link).host();
    context.takesKeys = !m_file.isEmpty();
    return context;
}

void PlayerPage::fail(const Error& error, const studio::OpenReport& report) {
    // Of several films, the others can still be watched here.
    if (isRefusal(error) && !m_list->isOn()) {
        const QString link = m_link;
        m_showOpening.stop();
        m_opening->hide();
        Q_EMIT refused(link, error, report);
        return;
    }
    ErrorContext about = context();
    about.report = report;
    explain(error, about);
}

void PlayerPage::explain(const Error& error, const ErrorContext& about) {
    m_mini->leave();
    m_showOpening.stop();
    m_since.invalidate();
    m_note->hide();
    if (!m_player->currentImage().isNull()) m_still->set(m_player->currentImage());
    m_still->show();
    // Not every coding tells a wrong key before its decoder does (core/cenc/README.md).
    const bool wrongKey =
        m_contentKeys && error.code == "media_decode_failed" && m_player->currentImage().isNull();
    m_opening->showProblem(wrongKey ? Error{"key_wrong", error.what, error.next} : error, about);
    m_opening->setNext(m_list->canGo(1));
    m_opening->show();
    m_opening->raise();
    m_bar->setPlayable(false);
    showControls();
    arrange();
}

}  // namespace keyreel::ui
