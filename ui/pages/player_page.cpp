#include "ui/pages/player_page.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QUrl>
#include <QWheelEvent>
#include <algorithm>

#include "player/subtitle_view.h"
#include "ui/models/formats.h"
#include "ui/models/preview_fetch.h"
#include "ui/pages/mini_player.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/opening_words.h"
#include "ui/pages/player_controls.h"
#include "ui/pages/player_list.h"
#include "ui/pages/player_picture.h"
#include "ui/pages/player_quality.h"
#include "ui/pages/player_remote.h"
#include "ui/pages/player_screenshot.h"
#include "ui/pages/player_sound.h"
#include "ui/pages/player_statistics.h"
#include "ui/pages/player_thumbnails.h"
#include "ui/pages/player_tracks.h"
#include "ui/pages/player_transcript.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/dimmed_still.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/preview_end_card.h"
#include "ui/widgets/tracks_panel.h"
#include "ui/widgets/transcript_panel.h"
#include "ui/widgets/up_next_card.h"

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
constexpr int kTracksAboveBar = 12;

}  // namespace

PlayerPage::PlayerPage(Engine& engine, LibraryModel& library, SettingsTable* settings, MainWindow& window,
                       QWidget* parent)
    : QWidget(parent),
      m_engine(engine),
      m_library(library),
      m_settings(settings),
      m_window(window),
      m_keys(window.shortcuts()),
      m_player(new player::Player(this)),
      m_surface(new player::VideoSurface(this)),
      m_chip(new PlayerChip(this)),
      m_bar(new TransportBar(this)),
      m_panel(new OpeningPanel(this)),
      m_speedMenu(new PlayerMenu(tr("Speed"), this)),
      m_qualityMenu(new PlayerMenu(tr("Quality"), this)),
      m_feedback(new KeyFeedback(this)),
      m_opening(new OpeningCard(this)),
      m_still(new DimmedStill(this)),
      m_note(new PlayerNote(this)),
      m_statistics(new PlayerStatisticsPanel(*m_player, this)),
      m_controls(new PlayerControls(*m_player, *m_bar, *m_speedMenu, *m_feedback, settings, this)),
      m_thumbnails(new PlayerThumbnails(*m_bar->scrubBar(), this)),
      m_tracksPanel(new TracksPanel(this)),
      m_subtitles(new player::SubtitleView(*m_player, *m_surface)),
      m_tracks(new PlayerTracks(*m_player, *m_subtitles, *m_tracksPanel, *m_feedback, settings, this)),
      m_quality(new PlayerQuality(*m_player, *m_bar, *m_qualityMenu, *m_feedback, settings, this)),
      m_picturePanel(new PicturePanel(pictureShapes(), this)),
      m_mini(std::make_unique<MiniPlayer>(*m_surface, *this, m_keys, settings)),
      m_picture(
          new PlayerPicture(*m_player, *m_surface, *m_bar, *m_picturePanel, *m_feedback, settings, this)),
      m_listPanel(new FilmListPanel(this)),
      m_upNext(new UpNextCard(this)),
      m_list(new PlayerList(*m_player, *m_bar, *m_listPanel, *m_upNext, *m_feedback, *window.toasts(), this)),
      m_remote(new PlayerRemote(*m_player, *m_controls, *m_list, window, this)),
      m_screenshot(new PlayerScreenshot(this)),
      m_sound(new PlayerSound(*m_player, *m_tracksPanel, *m_feedback, settings, this)),
      m_transcriptPanel(new TranscriptPanel(this)),
      m_transcript(new PlayerTranscript(*m_player, *m_transcriptPanel, this)),
      m_previewFetch(new PreviewFetch(engine, this)),
      m_previewEnd(new PreviewEndCard(this)) {
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
    m_speedMenu->setObjectName(u"player.speed"_s);
    m_qualityMenu->setObjectName(u"player.quality"_s);
    m_still->stackUnder(m_chip);
    for (QWidget* hidden : std::initializer_list<QWidget*>{m_panel, m_speedMenu, m_qualityMenu, m_opening,
                                                           m_still, m_statistics})
        hidden->hide();
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
    connectTracks();
    connectPicture();
    connectTranscript();
    connectList();
    connectEngine();
    connectPreview();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_surface, m_chip, m_bar, m_panel, m_transcriptPanel, m_listPanel})
        widget->installEventFilter(this);

    connect(m_bar, &TransportBar::fullScreenRequested, this, [this](bool) { toggleFullScreen(); });
    for (auto* panel : findChildren<RaisedPanel*>(Qt::FindDirectChildrenOnly))
        m_window.toasts()->avoid(panel);
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
    connect(m_opening, &OpeningCard::keysGiven, this,
            [this](const std::shared_ptr<const cenc::KeyRing>& keys) { startFile(QString(m_file), keys); });
    connect(m_note, &PlayerNote::acted, this, &PlayerPage::startOver);
}

PlayerPage::~PlayerPage() {
    m_search.request_stop();
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
    connect(m_quality, &PlayerQuality::said, this,
            [this](const QString& what) { m_note->show(what, kNoteMs); });
    connect(m_surface, &player::VideoSurface::clicked, this, [this]() {
        if (m_tracksPanel->isVisible()) return m_tracksPanel->dismiss();
        if (m_picturePanel->isVisible()) return m_picturePanel->dismiss();
        setFocus();
        m_player->toggle();
        showControls();
    });
    connect(m_surface, &player::VideoSurface::doubleClicked, this, &PlayerPage::toggleFullScreen);
}

void PlayerPage::connectTracks() {
    connect(m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Subtitles) toggleTracks();
    });
    connect(m_tracks, &PlayerTracks::failed, this,
            [this](const QString& what) { m_note->show(what, kNoteMs); });
    connect(m_tracks, &PlayerTracks::fileWanted, this, [this]() {
        auto* dialog = new QFileDialog(this, tr("Add subtitles"), QFileInfo(m_file).absolutePath(),
                                       tr("Subtitles (*.srt *.vtt *.ass *.ssa *.ttml *.dfxp)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, m_tracks, &PlayerTracks::addFile);
        dialog->open();
    });
}

bool PlayerPage::addSubtitles(const QString& path) {
    if (!m_tracks->isOpen() || !isTextFile(path)) return false;
    m_tracks->addFile(path);
    return true;
}

void PlayerPage::placeTracks() {
    m_tracksPanel->place(QPoint(m_bar->geometry().right() + 1, m_bar->y() - kTracksAboveBar),
                         m_bar->y() - kTracksAboveBar - kMargin);
}

void PlayerPage::toggleTracks() {
    if (m_tracksPanel->isVisible()) return m_tracksPanel->dismiss();
    placeTracks();
    m_tracksPanel->popUp();
    showControls();
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
    const bool plays =
        state == PlayerState::Playing || (state == PlayerState::Buffering && m_player->wantsToPlay());
    m_bar->setPlaying(plays);
    m_mini->setPlaying(plays);
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
    endPreview();
    showControls();
}

bool PlayerPage::controlsVisible() const {
    return m_bar->isVisible();
}

void PlayerPage::showControls() {
    // Before anything is open there is nothing to control.
    m_bar->setVisible(m_player->isOpen());
    placeText();
    m_chip->show();
    unsetCursor();
    m_hide.start();
}

void PlayerPage::hideControls() {
    QWidget* focus = window()->focusWidget();
    const bool inBar = focus != nullptr && (m_bar->isAncestorOf(focus) || m_chip->isAncestorOf(focus));
    if (m_player->state() != PlayerState::Playing || m_panel->isVisible() || m_speedMenu->isVisible() ||
        m_qualityMenu->isVisible() || m_tracksPanel->isVisible() || m_picturePanel->isVisible() ||
        m_transcriptPanel->isVisible() || m_listPanel->isVisible() || m_opening->isVisible() || inBar ||
        m_bar->underMouse() || m_bar->scrubBar()->isDragging())
        return;
    m_bar->hide();
    m_chip->hide();
    placeText();
    if (m_window.isFullScreen()) setCursor(Qt::BlankCursor);
}

void PlayerPage::arrange() {
    if (!m_mini->isOn()) m_surface->setGeometry(rect());
    m_mini->arrangePlace();
    m_still->setGeometry(rect());
    const QSize chip = m_chip->panelHint();
    m_chip->setPanelGeometry(QRect(QPoint(kMargin, kMargin), chip));
    const bool side = m_panel->isVisible() || m_transcriptPanel->isVisible() || m_listPanel->isVisible();
    const int right = side ? kPanelWidth + kMargin + 16 : kMargin;
    m_bar->setGeometry(kMargin, height() - kBarHeight - kMargin, width() - kMargin - right, kBarHeight);
    placeText();
    const QRect beside(width() - kPanelWidth - kMargin, kMargin, kPanelWidth, height() - 2 * kMargin);
    m_panel->setPanelGeometry(beside);
    m_transcriptPanel->setPanelGeometry(beside);
    m_listPanel->setPanelGeometry(beside);
    placeUpNext();
    placePreviewEnd();
    m_statistics->setPanelGeometry(
        QRect(QPoint(kMargin, m_chip->panelRect().bottom() + 16), m_statistics->panelSize()));
    if (m_tracksPanel->isVisible()) placeTracks();
    if (m_picturePanel->isVisible()) m_picture->placePanel();
    m_quality->placeMenu();
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
    event->accept();
    if (m_picture->wheel(*event, m_surface->mapFrom(this, event->position()))) return;
    if (const int turned = event->angleDelta().y(); turned != 0)
        act({PlayerKey::Act::Volume, turned > 0 ? 5 : -5});
}

void PlayerPage::keyPressEvent(QKeyEvent* event) {
    if (const auto key = m_keys.of(*event))
        act(*key);
    else
        QWidget::keyPressEvent(event);
}

void PlayerPage::act(const PlayerKey& key) {
    using Act = PlayerKey::Act;
    if (key.act == Act::Picture) showControls();
    if (m_list->act(key) || m_sound->act(key)) return;
    if (key.act == Act::Next) return act({Act::Chapter, key.amount});
    if (m_controls->act(key) || m_tracks->act(key) || m_picture->act(key)) return;
    if (key.act == Act::Quality) {
        showControls();
        m_quality->choose();
    }
    if (key.act == Act::Mini) toggleMini();
    if (key.act == Act::List) toggleList();
    if (key.act == Act::Transcript) toggleTranscript();
    if (key.act == Act::Screenshot) takeScreenshot(key.amount == 1);
    if (key.act == Act::FullScreen) toggleFullScreen();
    if (key.act == Act::Panel) togglePanel();
    if (key.act == Act::Statistics) toggleStatistics();
    if (key.act == Act::Leave) leave();
}

void PlayerPage::leave() {
    if (m_tracksPanel->isVisible())
        m_tracksPanel->dismiss();
    else if (m_picturePanel->isVisible())
        m_picturePanel->dismiss();
    else if (m_mini->isOn())
        m_mini->leave();
    else if (m_upNext->isVisible())
        m_upNext->dismiss();
    else if (m_previewEnd->isVisible())
        m_previewEnd->dismiss();
    else if (m_transcriptPanel->isVisible())
        m_transcriptPanel->dismiss();
    else if (m_listPanel->isVisible())
        m_listPanel->dismiss();
    else if (m_panel->isVisible())
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
    m_transcriptPanel->dismiss();
    m_listPanel->dismiss();
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
    m_statistics->refresh();
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
