#include "ui/pages/player_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/opening_words.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/button.h"
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
      m_opening(new OpeningCard(this)) {
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
    m_panel->hide();
    m_speedMenu->hide();
    m_opening->hide();
    using Part = TransportBar::Part;
    for (const Part part : {Part::Subtitles, Part::Quality, Part::PictureInPicture, Part::Chapters})
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
    connectBar();
    for (QWidget* widget : {static_cast<QWidget*>(m_surface), static_cast<QWidget*>(m_chip),
                            static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_panel)})
        widget->installEventFilter(this);
    if (m_settings) {
        m_player->setVolume(m_settings->volume());
        m_player->setMuted(m_settings->muted());
    }
    m_bar->setVolume(m_player->volume());
    m_bar->setMuted(m_player->muted());

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
}

PlayerPage::~PlayerPage() {
    if (m_film && m_film->interrupt) m_film->interrupt();
}

void PlayerPage::connectPlayer() {
    connect(m_player, &player::Player::stateChanged, this, &PlayerPage::followState);
    connect(m_player, &player::Player::positionChanged, this, [this](qint64 ms) {
        if (!m_bar->scrubBar()->isDragging()) m_bar->setPosition(ms);
    });
    connect(m_player, &player::Player::durationChanged, m_bar, &TransportBar::setDuration);
    connect(m_player, &player::Player::bufferedChanged, m_bar, &TransportBar::setBuffered);
    connect(m_player, &player::Player::frameChanged, this, [this]() {
        m_showOpening.stop();
        if (m_player->state() != PlayerState::Failed) m_opening->hide();
    });
    connect(m_player, &player::Player::opened, this, [this]() {
        m_bar->setAudioAvailable(m_player->info().find(playback::TrackKind::Audio) != nullptr &&
                                 m_player->hasAudioDevice());
    });
    connect(m_player, &player::Player::audioDeviceChanged, this, [this](bool present) {
        m_bar->setAudioAvailable(present && m_player->info().find(playback::TrackKind::Audio) != nullptr);
    });
    connect(m_player, &player::Player::speedChanged, this,
            [this](double speed) { m_bar->setSpeedText(tr("%1×").arg(QLocale().toString(speed, 'g', 3))); });
    connect(m_player, &player::Player::volumeChanged, this, [this](double volume, bool muted) {
        m_bar->setVolume(volume);
        m_bar->setMuted(muted);
        if (!m_settings) return;
        m_settings->setVolume(volume);
        m_settings->setMuted(muted);
    });
    connect(m_surface, &player::VideoSurface::clicked, this, [this]() {
        setFocus();
        m_player->toggle();
        showControls();
    });
    connect(m_surface, &player::VideoSurface::doubleClicked, this, &PlayerPage::toggleFullScreen);
}

void PlayerPage::connectBar() {
    connect(m_bar, &TransportBar::playPauseRequested, this, [this]() { m_player->toggle(); });
    connect(m_bar, &TransportBar::seekRequested, this,
            [this](qint64 ms) { m_player->seek(milliseconds(ms)); });
    connect(m_bar, &TransportBar::scrubbing, this,
            [this](qint64 ms) { m_player->preview(milliseconds(ms)); });
    connect(m_bar, &TransportBar::skipRequested, this, &PlayerPage::skip);
    connect(m_bar, &TransportBar::volumeChanged, this, [this](double volume) {
        m_player->setMuted(false);
        m_player->setVolume(volume);
    });
    connect(m_bar, &TransportBar::muteRequested, this, [this](bool muted) { m_player->setMuted(muted); });
    connect(m_bar, &TransportBar::fullScreenRequested, this, [this](bool) { toggleFullScreen(); });
    connect(m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Speed) chooseSpeed();
    });
    connect(m_speedMenu, &PlayerMenu::chosen, this,
            [this](const QString& id) { m_player->setSpeed(id.toDouble()); });
    connect(m_chip, &PlayerChip::backRequested, this, &PlayerPage::backRequested);
    connect(m_panel, &OpeningPanel::closeRequested, this, &PlayerPage::togglePanel);
    connect(m_panel, &OpeningPanel::recordRequested, this, &PlayerPage::recordRequested);
    connect(m_panel, &OpeningPanel::copyRequested, this, [this]() {
        if (!m_film) return;
        QStringList lines;
        for (const auto& node : m_film->report.nodes)
            lines.append(
                u"%1: %2, %3 ms"_s.arg(toQString(node.name), toQString(node.code)).arg(node.milliseconds));
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        m_feedback->show(tr("Copied"));
    });
    connect(m_opening, &OpeningCard::cancelRequested, this, [this]() {
        closeFilm();
        Q_EMIT backRequested();
    });
    connect(m_opening, &OpeningCard::backRequested, this, &PlayerPage::backRequested);
    connect(m_opening, &OpeningCard::retryRequested, this, [this]() { openFilm(QString(m_link)); });
    connect(&m_window, &MainWindow::fullScreenChanged, m_bar, &TransportBar::setFullScreen);
}

void PlayerPage::openFilm(const QString& link) {
    closeFilm();
    m_link = link;
    m_ended = false;
    const auto* entry = m_library.entry(link);
    const QString title = entry ? toQString(entry->title) : QString();
    m_chip->set(title.isEmpty() ? tr("Film") : title, entry ? toQString(entry->creatorName) : QString(),
                entry && entry->role == studio::Role::Mine ? BadgeSpec::published() : BadgeSpec::owned());
    QList<QuorumDiagram::Node> nodes;
    unsigned threshold = 2;
    if (const auto* network = m_engine.network()) {
        threshold = network->threshold;
        for (const auto& node : network->nodes)
            nodes.append({toQString(node.name), tr("asking ..."), QuorumDiagram::NodeState::Asking, {}});
    }
    m_opening->showOpening(title, nodes, threshold);
    m_opening->hide();
    m_bar->setPlayable(true);
    m_bar->scrubBar()->setRefused(false);
    m_bar->setPosition(0);
    m_bar->setBuffered(0);
    m_showOpening.start();
    setFocus();
    showControls();
    m_engine.open(link);
}

void PlayerPage::play(const std::shared_ptr<studio::OpenedFilm>& film) {
    m_film = film;
    const auto& manifest = film->manifest;
    const auto* entry = m_library.entry(m_link);
    m_chip->set(toQString(manifest.title), toQString(manifest.creatorName),
                entry && entry->role == studio::Role::Mine ? BadgeSpec::published()
                : manifest.grantedOnly                     ? BadgeSpec::owned()
                                                           : BadgeSpec::free());
    std::vector<playback::TrackSource> sources;
    bool video = false;
    bool audio = false;
    for (const auto& track : film->tracks) {
        const bool picture = track.kind == package::ManifestTrack::Kind::Video;
        bool& taken = picture ? video : audio;
        if (std::exchange(taken, true)) continue;
        sources.push_back(
            {picture ? playback::TrackKind::Video : playback::TrackKind::Audio, track.clear, track.label});
    }
    qint64 from = 0;
    if ((!m_settings || m_settings->resumes()) && entry && entry->positionMs + kWatchedMs < entry->durationMs)
        from = static_cast<qint64>(entry->positionMs);
    explainOpening(*m_panel, *m_film);
    m_bar->setDuration(static_cast<qint64>(manifest.durationMs));
    m_player->open(std::move(sources), milliseconds(from));
    m_save.start();
    arrange();
}

void PlayerPage::closeFilm() {
    m_engine.cancelOpening();
    m_showOpening.stop();
    m_save.stop();
    if (m_film) {
        remember();
        if (m_film->interrupt) m_film->interrupt();
        m_player->close();
        // The sources, and the keys inside them, go with the last reference.
        m_film.reset();
    }
    m_panel->hide();
    m_opening->hide();
    // What arrives for it from now on was asked for by nobody.
    m_link.clear();
}

void PlayerPage::remember() {
    if (m_link.isEmpty() || !m_film || m_player->currentImage().isNull()) return;
    const qint64 duration = inMs(m_player->duration());
    const qint64 position = inMs(m_player->position());
    const bool watched =
        m_ended || (duration > 0 && position + kWatchedMs >= duration && duration > 4 * kWatchedMs);
    m_engine.setPosition(m_link, watched ? 0 : position);
}

void PlayerPage::followState(PlayerState state) {
    m_bar->setPlaying(state == PlayerState::Playing ||
                      (state == PlayerState::Buffering && m_player->wantsToPlay()));
    m_bar->setBuffering(state == PlayerState::Buffering ? tr("Waiting for the gateway") : QString());
    m_ended = state == PlayerState::Ended;
    if (state == PlayerState::Failed) {
        ErrorContext context;
        if (m_film) {
            context.film = toQString(m_film->manifest.title);
            context.maker = toQString(m_film->manifest.creatorName);
        }
        m_showOpening.stop();
        m_opening->showProblem(m_player->error(), context);
        m_opening->show();
        m_opening->raise();
        m_bar->setPlayable(false);
        m_bar->scrubBar()->setRefused(true);
        arrange();
    }
    if (m_ended) remember();
    showControls();
}

void PlayerPage::fail(const Error& error, const studio::OpenReport& report) {
    m_showOpening.stop();
    if (isRefusal(error)) {
        const QString link = m_link;
        m_opening->hide();
        Q_EMIT refused(link, error, report);
        return;
    }
    ErrorContext context;
    context.report = report;
    if (const auto* entry = m_library.entry(m_link)) {
        context.film = toQString(entry->title);
        context.maker = toQString(entry->creatorName);
    }
    m_opening->showProblem(error, context);
    m_opening->show();
    m_opening->raise();
    m_bar->setPlayable(false);
    arrange();
}

bool PlayerPage::controlsVisible() const {
    return m_bar->isVisible();
}

void PlayerPage::showControls() {
    m_bar->show();
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
    const QSize chip = m_chip->panelHint();
    m_chip->setPanelGeometry(QRect(QPoint(kMargin, kMargin), chip));
    const int right = m_panel->isVisible() ? kPanelWidth + kMargin + 16 : kMargin;
    m_bar->setGeometry(kMargin, height() - kBarHeight - kMargin, width() - kMargin - right, kBarHeight);
    m_panel->setPanelGeometry(
        QRect(width() - kPanelWidth - kMargin, kMargin, kPanelWidth, height() - 2 * kMargin));
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
    changeVolume(event->angleDelta().y() > 0 ? 0.05 : -0.05);
    event->accept();
}

void PlayerPage::skip(qint64 ms) {
    const qint64 target = std::clamp<qint64>(inMs(m_player->position()) + ms, 0, inMs(m_player->duration()));
    m_player->seek(milliseconds(target));
    m_bar->setPosition(target);
    if (!controlsVisible())
        m_feedback->show(ms > 0 ? tr("+%1 s").arg(ms / 1000) : tr("−%1 s").arg(-ms / 1000));
}

void PlayerPage::changeVolume(double delta) {
    m_player->setMuted(false);
    m_player->setVolume(std::clamp(std::round((m_player->volume() + delta) * 20) / 20, 0.0, 1.0));
    m_feedback->show(tr("Volume %1 %").arg(qRound(m_player->volume() * 100)));
}

void PlayerPage::toggleMute() {
    m_player->setMuted(!m_player->muted());
    m_feedback->show(m_player->muted() ? tr("Muted")
                                       : tr("Volume %1 %").arg(qRound(m_player->volume() * 100)));
}

void PlayerPage::changeSpeed(double factor) {
    m_player->setSpeed(factor == 0 ? 1.0 : m_player->speed() * factor);
    m_feedback->show(tr("%1×").arg(QLocale().toString(m_player->speed(), 'g', 3)));
}

void PlayerPage::chooseSpeed() {
    QList<PlayerMenu::Item> items;
    for (const double speed : {0.5, 0.75, 1.0, 1.25, 1.5, 2.0})
        items.append({QString::number(speed), tr("%1×").arg(QLocale().toString(speed, 'g', 3)),
                      speed == 1.0 ? tr("as made") : QString(), std::abs(speed - m_player->speed()) < 0.01,
                      true});
    m_speedMenu->setItems(items);
    const auto* button = m_bar->partButton(TransportBar::Part::Speed);
    const int x = button ? button->mapTo(this, QPoint(button->width(), 0)).x() : m_bar->geometry().right();
    m_speedMenu->popUp(QPoint(x, m_bar->y() - 8));
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

void PlayerPage::keyPressEvent(QKeyEvent* event) {
    if (!handleKey(event)) QWidget::keyPressEvent(event);
}

bool PlayerPage::handleKey(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && !control) {
        m_player->seek(m_player->duration() * (key - Qt::Key_0) / 10);
        return true;
    }
    switch (key) {
        case Qt::Key_Space:
        case Qt::Key_K:
        case Qt::Key_MediaTogglePlayPause:
            m_player->toggle();
            m_feedback->show(m_player->wantsToPlay() ? tr("Play") : tr("Pause"));
            break;
        case Qt::Key_Left:
            skip(control ? -60'000 : shift ? -1000 : -5000);
            break;
        case Qt::Key_Right:
            skip(control ? 60'000 : shift ? 1000 : 5000);
            break;
        case Qt::Key_J:
            skip(-10'000);
            break;
        case Qt::Key_L:
            if (control) return false;
            skip(10'000);
            break;
        case Qt::Key_Comma:
            if (control) return false;
            m_player->stepBack();
            break;
        case Qt::Key_Period:
            m_player->stepForward();
            break;
        case Qt::Key_Home:
            m_player->seek({});
            break;
        case Qt::Key_End:
            m_player->seek(m_player->duration());
            break;
        case Qt::Key_Up:
            changeVolume(0.05);
            break;
        case Qt::Key_Down:
            changeVolume(-0.05);
            break;
        case Qt::Key_M:
            toggleMute();
            break;
        case Qt::Key_F:
            if (control) return false;
            toggleFullScreen();
            break;
        case Qt::Key_BracketLeft:
            changeSpeed(1 / 1.1);
            break;
        case Qt::Key_BracketRight:
            changeSpeed(1.1);
            break;
        case Qt::Key_Less:
            changeSpeed(std::max(0.25, m_player->speed() - 0.25) / m_player->speed());
            break;
        case Qt::Key_Greater:
            changeSpeed((m_player->speed() + 0.25) / m_player->speed());
            break;
        case Qt::Key_Backspace:
            changeSpeed(0);
            break;
        case Qt::Key_I:
            togglePanel();
            break;
        case Qt::Key_Escape:
            if (m_panel->isVisible())
                togglePanel();
            else if (m_window.isFullScreen())
                m_window.setFullScreen(false);
            else
                Q_EMIT backRequested();
            break;
        default:
            return false;
    }
    return true;
}

}  // namespace keyreel::ui
