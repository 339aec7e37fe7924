// The picture of the page, how it is shown and where, and the words that go with it.

#include <QFileInfo>
#include <QGuiApplication>
#include <QTransform>

#include "player/subtitle_view.h"
#include "ui/pages/mini_player.h"
#include "ui/pages/player_controls.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_picture.h"
#include "ui/pages/player_screenshot.h"
#include "ui/pages/player_tracks.h"
#include "ui/pages/player_transcript.h"
#include "ui/shell/main_window.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"
#include "ui/widgets/transcript_panel.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr int kNoteMs = 4000;

/// Why there is no small window here; empty where there is.
QString whyNoMini() {
    return MiniPlayer::canStayOnTop(QGuiApplication::platformName())
               ? QString()
               : tr("On this desktop no program can keep its window on top");
}

}  // namespace

void PlayerPage::connectPicture() {
    connect(m_screenshot, &PlayerScreenshot::saved, this, [this](const QString& path) {
        m_window.toasts()->show(tr("Picture saved: %1").arg(QFileInfo(path).fileName()), Icon::Image,
                                tr("Show in folder"), [path]() { PlayerScreenshot::showInFolder(path); });
    });
    connect(m_screenshot, &PlayerScreenshot::refused, this,
            [this](const QString& why) { m_note->show(why, kNoteMs); });
    m_bar->partButton(TransportBar::Part::PictureInPicture)->setDisabledReason(whyNoMini());
    connect(m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::PictureInPicture) toggleMini();
    });
    connect(m_mini.get(), &MiniPlayer::playPauseRequested, m_player, &player::Player::toggle);
    connect(m_mini.get(), &MiniPlayer::keyPressed, this, [this](const PlayerKey& key) {
        using Act = PlayerKey::Act;
        if (key.act == Act::Next || key.act == Act::EvenLoudness) return act(key);
        // What opens over the picture, or fills the screen, is the window's.
        if (key.act == Act::Mini || key.act == Act::FullScreen) return m_mini->leave();
        if (key.act != Act::Picture && !m_controls->act(key) && !m_tracks->act(key)) m_picture->act(key);
    });
    connect(m_mini.get(), &MiniPlayer::changed, this, [this](bool on) {
        arrange();
        showControls();
        if (on) return;
        window()->activateWindow();
        setFocus();
    });
}

void PlayerPage::connectTranscript() {
    connect(m_tracks, &PlayerTracks::timelineChanged, m_transcript, &PlayerTranscript::setTimeline);
    connect(m_tracks, &PlayerTracks::delayChanged, m_transcript, &PlayerTranscript::setDelay);
    connect(m_tracks, &PlayerTracks::transcriptWanted, this, [this]() {
        m_tracksPanel->dismiss();
        if (m_transcriptPanel->isHidden()) toggleTranscript();
    });
    connect(m_transcriptPanel, &TranscriptPanel::closed, this, &PlayerPage::arrange);
}

void PlayerPage::toggleTranscript() {
    if (m_transcriptPanel->isVisible()) return m_transcriptPanel->dismiss();
    if (!m_player->isOpen()) return;
    if (m_panel->isVisible()) togglePanel();
    m_listPanel->dismiss();
    m_transcriptPanel->show();
    arrange();
    m_transcriptPanel->popUp();
    showControls();
}

void PlayerPage::find() {
    m_transcriptPanel->dismiss();
    toggleTranscript();
}

void PlayerPage::takeScreenshot(bool withText) {
    if (!m_player->isOpen() || m_player->currentImage().isNull()) return;
    const auto* entry = m_library.entry(m_link);
    // A film that is not in the library cannot be known to be one's own.
    const auto film = m_link.isEmpty() && !m_film                  ? PlayerScreenshot::Film::Clear
                      : entry && entry->role == studio::Role::Mine ? PlayerScreenshot::Film::Own
                                                                   : PlayerScreenshot::Film::OfOthers;
    QImage picture = m_player->currentImage();
    if (const int turns = m_picture->choices().quarterTurns; turns != 0)
        picture = picture.transformed(QTransform().rotate(90 * turns));
    if (withText) m_subtitles->drawInto(picture);
    m_screenshot->take(picture, film, m_title,
                       std::chrono::duration_cast<std::chrono::milliseconds>(m_player->currentFramePts()));
}

void PlayerPage::toggleMini() {
    if (const QString reason = whyNoMini(); !reason.isEmpty()) return m_feedback->show(reason);
    if (m_mini->isOn()) return m_mini->leave();
    if (!m_player->isOpen() || m_player->currentImage().isNull()) return;
    if (m_window.isFullScreen()) m_window.setFullScreen(false);
    m_mini->enter();
}

/// Text stands above the bar, while that is over the picture.
void PlayerPage::placeText() {
    m_subtitles->setFloor(m_bar->isVisible() && !m_mini->isOn() ? m_bar->y() : height());
}

}  // namespace keyreel::ui
