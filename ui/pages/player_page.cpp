#include "ui/pages/player_page.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QUrl>
#include <QWheelEvent>
#include <algorithm>

#include "ui/models/formats.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/opening_words.h"
#include "ui/pages/player_controls.h"
#include "ui/pages/player_statistics.h"
#include "ui/pages/player_thumbnails.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/dimmed_still.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr int kHideAfterMs = 2500;
constexpr int kOpeningAfterMs = 400;
constexpr int kSaveEveryMs = 5000;
constexpr int kMargin = 20;
constexpr int kBarHeight = 100;
constexpr int kPanelWidth = 344;
constexpr int kNoteTop = 28;
constexpr int kNoteMs = 4000;
constexpr int kResumeNoteMs = 8000;
/// Closer to the end than this, a film counts as watched.
constexpr qint64 kWatchedMs = 5000;

qint64 inMs(microseconds time) {
    return std::chrono::duration_cast<milliseconds>(time).count();
}

/// Errors that are about the person's right to watch, not about this attempt.
bool isRefusal(const Error& error) {
    return error.code == "no_access" || error.code == "device_revoked" || error.code == "asset_unpublished" ||
           error.code == "asset_unknown" || error.code == "bad_link";
}

}  // namespace

PlayerPage::PlayerPage(Engine& engine, LibraryModel& library, SettingsTable* settings, MainWindow& window,
                       QWidget* parent)
    : QWidget(parent),
      m_engine(engine),
      m_library(library),
      m_settings(settings),
      m_window(window),
      m_player(new player::Player(this)),
      m_surface(new player::VideoSurface(this)),
      m_chip(new PlayerChip(this)),
      m_bar(new TransportBar(this)),
      m_panel(new OpeningPanel(this)),
      m_speedMenu(new PlayerMenu(tr("Speed"), this)),
      m_feedback(new KeyFeedback(this)),
      m_opening(new OpeningCard(this)),
      m_still(new DimmedStill(this)),
      m_note(new PlayerNote(this)),
      m_statistics(new PlayerStatisticsPanel(*m_player, this)),
      m_controls(new PlayerControls(*m_player, *m_bar, *m_speedMenu, *m_feedback, settings, this)),
      m_thumbnails(new PlayerThumbnails(*m_bar->scrubBar(), this)) {
    setObjectName(u"player"_s);
    setAccessibleName(tr("Player"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setMouseTracking(true);
    m_surface->setObjectName(u"player.surface"_s);
    m_surface->setMouseTracking(true);
    m_surface->setPlayer(m_player);
    m_bar->setObjectName(u"player.bar"_s);
    m_panel->setObjectName(u"player.panel"_s);
    m_feedback->setObjectName(u"player.feedback"_s);
    m_still->setObjectName(u"player.still"_s);
    m_still->stackUnder(m_chip);
    for (QWidget* hidden :
         std::initializer_list<QWidget*>{m_panel, m_speedMenu, m_opening, m_still, m_statistics})
        hidden->hide();
    using Part = TransportBar::Part;
    for (const Part part : {Part::Subtitles, Part::Quality, Part::PictureInPicture})
        m_bar->setPartVisible(part, false);

    m_hide.setSingleShot(true);
    m_hide.setInterval(kHideAfterMs);
    connect(&m_hide, &QTimer::timeout, this, &PlayerPage::hideControls);
    m_showOpening.setSingleShot(true);
    m_showOpening.setInterval(kOpeningAfterMs);
    connect(&m_showOpening, &QTimer::timeout, this, [this]() {
        m_opening->show();
        m_opening->raise();
        arrange();
    });
    m_save.setInterval(kSaveEveryMs);
    connect(&m_save, &QTimer::timeout, this, &PlayerPage::remember);
    connectPlayer();
    connectEngine();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_surface, m_chip, m_bar, m_panel})
        widget->installEventFilter(this);

    connect(m_bar, &TransportBar::fullScreenRequested, this, [this](bool) { toggleFullScreen(); });
    connect(&m_window, &MainWindow::fullScreenChanged, m_bar, &TransportBar::setFullScreen);
    connect(m_chip, &PlayerChip::backRequested, this, &PlayerPage::backRequested);
    connect(m_panel, &OpeningPanel::closeRequested, this, &PlayerPage::togglePanel);
    connect(m_panel, &OpeningPanel::recordRequested, this, &PlayerPage::recordRequested);
    connect(m_panel, &OpeningPanel::copyRequested, this, &PlayerPage::copyOpening);
    connect(m_panel, &OpeningPanel::exportRequested, this, &PlayerPage::proofRequested);
    connect(m_opening, &OpeningCard::renewRequested, this, &PlayerPage::renewRequested);
    connect(m_opening, &OpeningCard::cancelRequested, this, [this]() {
        closeFilm();
        Q_EMIT backRequested();
    });
    connect(m_opening, &OpeningCard::backRequested, this, &PlayerPage::backRequested);
    connect(m_opening, &OpeningCard::sizeChanged, this, &PlayerPage::arrange);
    connect(m_opening, &OpeningCard::retryRequested, this, &PlayerPage::retry);
    connect(m_note, &PlayerNote::acted, this, &PlayerPage::startOver);
}

PlayerPage::~PlayerPage() {
    m_pool.waitForDone();
    if (m_film && m_film->interrupt) m_film->interrupt();
}

void PlayerPage::connectPlayer() {
    connect(m_player, &player::Player::stateChanged, this, &PlayerPage::followState);
    connect(m_player, &player::Player::frameChanged, this, [this]() {
        if (m_since.isValid() && !m_player->currentImage().isNull()) followFirstPicture();
    });
    connect(m_player, &player::Player::damageSkipped, this, [this](qint64 ms) {
        m_note->show(tr("A damaged part at %1 was left out").arg(format::clock(ms)), kNoteMs);
    });
    connect(m_surface, &player::VideoSurface::clicked, this, [this]() {
        setFocus();
        m_player->toggle();
        showControls();
    });
    connect(m_surface, &player::VideoSurface::doubleClicked, this, &PlayerPage::toggleFullScreen);
}

void PlayerPage::connectEngine() {
    connect(&m_engine, &Engine::openStep, this,
            [this](const QString& link, const QString& step, const studio::OpenReport& report) {
                if (link == m_link) m_opening->setStep(step, report);
            });
    connect(&m_engine, &Engine::filmOpened, this,
            [this](const QString& link, const std::shared_ptr<studio::OpenedFilm>& film) {
                if (link == m_link && !m_film) play(film);
            });
    connect(&m_engine, &Engine::openFailed, this,
            [this](const QString& link, const Error& error, const studio::OpenReport& report) {
                if (link == m_link) fail(error, report);
            });
    connect(&m_engine, &Engine::readinessChanged, this, [this](Engine::Readiness readiness) {
        if (readiness == Engine::Readiness::Locked && !m_link.isEmpty()) {
            closeFilm();
            Q_EMIT backRequested();
        }
    });
    connect(&m_library, &LibraryModel::stillChanged, this, &PlayerPage::followStill);
}

void PlayerPage::begin(const QString& title, const QString& maker) {
    m_ended = false;
    m_resumedAt = 0;
    m_since.start();
    m_chip->set(title, maker, BadgeSpec::owned());
    m_bar->setPlayable(true);
    m_bar->setChapters({});
    m_bar->scrubBar()->setRefused(false);
    m_bar->setPosition(0);
    m_bar->setBuffered(0);
    m_still->show();
    m_showOpening.start();
    setFocus();
    showControls();
}

void PlayerPage::openFilm(const QString& link, const QImage& still) {
    closeFilm();
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
    m_file = path;
    m_still->set({});
    m_opening->setPoster({});
    const QFileInfo file(path);
    m_opening->showOpening(file.fileName(), {}, 0);
    begin(file.completeBaseName(), {});
    m_chip->set(file.completeBaseName(), tr("A file on this computer"), {});
    m_statistics->setManifest(nullptr);
    m_pool.start([this, path]() {
        auto sources = std::make_shared<Result<PlayerSources>>(sourcesOfFile(path));
        QMetaObject::invokeMethod(
            this,
            [this, path, sources]() {
                if (path == m_file) playFile(std::move(*sources));
            },
            Qt::QueuedConnection);
    });
}

void PlayerPage::playFile(Result<PlayerSources> sources) {
    if (!sources) {
        explain(sources.error(), context());
        return;
    }
    m_thumbnails->open(std::move(sources->thumbnails));
    m_player->open(std::move(sources->tracks));
}

void PlayerPage::play(const std::shared_ptr<studio::OpenedFilm>& film) {
    m_film = film;
    const auto& manifest = film->manifest;
    const auto* entry = m_library.entry(m_link);
    m_chip->set(toQString(manifest.title), toQString(manifest.creatorName),
                entry && entry->role == studio::Role::Mine ? BadgeSpec::published()
                : manifest.grantedOnly                     ? BadgeSpec::owned()
                                                           : BadgeSpec::free());
    if ((!m_settings || m_settings->resumes()) && entry && entry->positionMs + kWatchedMs < entry->durationMs)
        m_resumedAt = static_cast<qint64>(entry->positionMs);
    explainOpening(*m_panel, *m_film);
    m_statistics->setManifest(&manifest);
    m_bar->setDuration(static_cast<qint64>(manifest.durationMs));
    auto sources = sourcesOfFilm(*film);
    if (sources.thumbnails.bytes) m_thumbnails->open(std::move(sources.thumbnails));
    m_player->open(std::move(sources.tracks), milliseconds(m_resumedAt));
    m_save.start();
    arrange();
}

void PlayerPage::closeFilm() {
    m_engine.cancelOpening();
    m_showOpening.stop();
    m_save.stop();
    m_since.invalidate();
    if (m_film) {
        remember();
        if (m_film->interrupt) m_film->interrupt();
    }
    m_thumbnails->close();
    m_player->close();
    // The sources, and the keys inside them, go with the last reference.
    m_film.reset();
    for (QWidget* shown : std::initializer_list<QWidget*>{m_panel, m_opening, m_still, m_note, m_statistics})
        shown->hide();
    // What arrives for it from now on was asked for by nobody.
    m_link.clear();
    m_file.clear();
}

void PlayerPage::retry() {
    if (m_file.isEmpty())
        openFilm(QString(m_link));
    else
        openFile(QString(m_file));
}

void PlayerPage::remember() {
    if (m_link.isEmpty() || !m_film || m_player->currentImage().isNull()) return;
    const qint64 duration = inMs(m_player->duration());
    const qint64 position = inMs(m_player->position());
    const bool watched =
        m_ended || (duration > 0 && position + kWatchedMs >= duration && duration > 4 * kWatchedMs);
    m_engine.setPosition(m_link, watched ? 0 : position);
}

void PlayerPage::followFirstPicture() {
    const double seconds = static_cast<double>(m_since.elapsed()) / 1000;
    m_since.invalidate();
    m_showOpening.stop();
    if (m_player->state() == PlayerState::Failed) return;
    m_opening->hide();
    m_still->hide();
    if (m_resumedAt > 0)
        m_note->show(tr("Goes on from %1").arg(format::clock(m_resumedAt)), kResumeNoteMs, tr("Start over"));
    else if (m_film)
        m_note->show(tr("Opened in %1 s").arg(QLocale().toString(seconds, 'f', 2)), kNoteMs);
}

void PlayerPage::followStill(const QString& link) {
    if (link != m_link || m_still->isHidden() || m_still->hasPicture()) return;
    m_still->set(m_library.still(link));
    m_opening->setPoster(m_library.still(link));
    arrange();
}

void PlayerPage::followState(PlayerState state) {
    m_bar->setPlaying(state == PlayerState::Playing ||
                      (state == PlayerState::Buffering && m_player->wantsToPlay()));
    m_bar->setBuffering(state == PlayerState::Buffering ? tr("Waiting for the gateway") : QString());
    m_ended = state == PlayerState::Ended;
    if (state == PlayerState::Failed) {
        m_bar->scrubBar()->setRefused(true);
        explain(m_player->error(), context());
    } else if (m_opening->isVisible() && state == PlayerState::Paused) {
        // Sought away from a part that could not be played.
        m_opening->hide();
        m_still->hide();
        m_bar->setPlayable(true);
        m_bar->scrubBar()->setRefused(false);
    }
    if (m_ended) remember();
    showControls();
}

ErrorContext PlayerPage::context() const {
    ErrorContext context;
    if (m_film) {
        context.film = toQString(m_film->manifest.title);
        context.maker = toQString(m_film->manifest.creatorName);
        context.faults = m_film->faults ? m_film->faults() : std::vector<studio::PartFault>();
    } else if (const auto* entry = m_library.entry(m_link)) {
        context.film = toQString(entry->title);
        context.maker = toQString(entry->creatorName);
    }
    context.gateway = QUrl(m_link).host();
    return context;
}

void PlayerPage::fail(const Error& error, const studio::OpenReport& report) {
    if (isRefusal(error)) {
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
    m_showOpening.stop();
    m_since.invalidate();
    m_note->hide();
    if (!m_player->currentImage().isNull()) m_still->set(m_player->currentImage());
    m_still->show();
    m_opening->showProblem(error, about);
    m_opening->show();
    m_opening->raise();
    m_bar->setPlayable(false);
    showControls();
    arrange();
}

bool PlayerPage::controlsVisible() const {
    return m_bar->isVisible();
}

void PlayerPage::showControls() {
    // Before anything is open there is nothing to control.
    m_bar->setVisible(m_player->isOpen());
    m_chip->show();
    unsetCursor();
    m_hide.start();
}

void PlayerPage::hideControls() {
    QWidget* focus = window()->focusWidget();
    const bool inBar = focus != nullptr && (m_bar->isAncestorOf(focus) || m_chip->isAncestorOf(focus));
    if (m_player->state() != PlayerState::Playing || m_panel->isVisible() || m_speedMenu->isVisible() ||
        m_opening->isVisible() || inBar || m_bar->underMouse() || m_bar->scrubBar()->isDragging())
        return;
    m_bar->hide();
    m_chip->hide();
    if (m_window.isFullScreen()) setCursor(Qt::BlankCursor);
}

void PlayerPage::arrange() {
    m_surface->setGeometry(rect());
    m_still->setGeometry(rect());
    const QSize chip = m_chip->panelHint();
    m_chip->setPanelGeometry(QRect(QPoint(kMargin, kMargin), chip));
    const int right = m_panel->isVisible() ? kPanelWidth + kMargin + 16 : kMargin;
    m_bar->setGeometry(kMargin, height() - kBarHeight - kMargin, width() - kMargin - right, kBarHeight);
    m_panel->setPanelGeometry(
        QRect(width() - kPanelWidth - kMargin, kMargin, kPanelWidth, height() - 2 * kMargin));
    m_statistics->setPanelGeometry(
        QRect(QPoint(kMargin, m_chip->panelRect().bottom() + 16), m_statistics->panelSize()));
    m_note->place(width(), kNoteTop);
    const QSize card = m_opening->cardSize();
    m_opening->setPanelGeometry(
        QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2 - 40), card));
}

void PlayerPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PlayerPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!isVisible() && !m_window.isMinimized()) {
        if (m_window.isFullScreen()) m_window.setFullScreen(false);
        closeFilm();
    }
}

bool PlayerPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Enter ||
        event->type() == QEvent::FocusIn)
        showControls();
    return QWidget::eventFilter(watched, event);
}

void PlayerPage::wheelEvent(QWheelEvent* event) {
    // A wheel may turn sideways only, and a touchpad ends a gesture with nothing.
    if (const int turned = event->angleDelta().y(); turned != 0)
        act({PlayerKey::Act::Volume, turned > 0 ? 5 : -5});
    event->accept();
}

void PlayerPage::keyPressEvent(QKeyEvent* event) {
    if (const auto key = playerKeyOf(*event))
        act(*key);
    else
        QWidget::keyPressEvent(event);
}

void PlayerPage::act(const PlayerKey& key) {
    if (m_controls->act(key)) return;
    using Act = PlayerKey::Act;
    if (key.act == Act::FullScreen) toggleFullScreen();
    if (key.act == Act::Panel) togglePanel();
    if (key.act == Act::Statistics) toggleStatistics();
    if (key.act == Act::Leave) leave();
}

void PlayerPage::leave() {
    if (m_panel->isVisible())
        togglePanel();
    else if (m_statistics->isVisible())
        toggleStatistics();
    else if (m_window.isFullScreen())
        m_window.setFullScreen(false);
    else
        Q_EMIT backRequested();
}

void PlayerPage::startOver() {
    m_player->seek({});
    m_player->play();
    setFocus();
}

void PlayerPage::toggleFullScreen() {
    m_window.setFullScreen(!m_window.isFullScreen());
}

void PlayerPage::togglePanel() {
    if (!m_film) return;
    m_panel->setVisible(!m_panel->isVisible());
    if (m_panel->isVisible()) {
        m_panel->raise();
        showControls();
    } else {
        setFocus();
    }
    arrange();
}

void PlayerPage::toggleStatistics() {
    m_statistics->setVisible(!m_statistics->isVisible());
    m_statistics->raise();
    arrange();
}

void PlayerPage::copyOpening() {
    if (!m_film) return;
    QGuiApplication::clipboard()->setText(nodesAsText(m_film->report));
    m_feedback->show(tr("Copied"));
}

}  // namespace keyreel::ui
