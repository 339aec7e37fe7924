#include "ui/pages/player_remote.h"

#include <chrono>
#include <utility>

#include "ui/pages/player_controls.h"
#include "ui/pages/player_list.h"
#include "ui/shell/main_window.h"

namespace keyreel::ui {
namespace {

using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

/// A position that is further off than the way played since was sought.
constexpr qint64 kPlayedOnMs = 300;
constexpr qint64 kStoodMs = 10;

}  // namespace

PlayerRemote::PlayerRemote(player::Player& player, PlayerControls& controls, PlayerList& list,
                           MainWindow& window, QObject* parent)
    : QObject(parent), m_player(player), m_controls(controls), m_list(list), m_window(window) {
    m_session.setPositionSource([this]() { return qint64{m_player.position().count()}; });
    connectSession();
    connectPlayer();
}

void PlayerRemote::connectSession() {
    connect(&m_session, &MediaSession::playRequested, &m_player, &player::Player::play);
    connect(&m_session, &MediaSession::pauseRequested, &m_player, &player::Player::pause);
    connect(&m_session, &MediaSession::toggleRequested, &m_player, &player::Player::toggle);
    connect(&m_session, &MediaSession::stopRequested, this, [this]() {
        m_player.pause();
        m_player.seek({});
        m_stopped = true;
        follow();
    });
    connect(&m_session, &MediaSession::skipRequested, this, [this](int by) {
        if (!m_list.act({PlayerKey::Act::Next, by})) m_controls.act({PlayerKey::Act::Chapter, by});
    });
    connect(&m_session, &MediaSession::seekRequested, this,
            [this](qint64 us) { m_player.seek(microseconds(us)); });
    connect(&m_session, &MediaSession::rateRequested, &m_player, &player::Player::setSpeed);
    connect(&m_session, &MediaSession::volumeRequested, this, [this](double volume) {
        m_player.setMuted(false);
        m_player.setVolume(volume);
    });
    connect(&m_session, &MediaSession::repeatRequested, this, [this](bool repeats) {
        // A part that repeats stays as the person marked it.
        if (repeats == m_player.loop().has_value()) return;
        m_player.setLoop(repeats ? std::optional(player::PlayerLoop{{}, m_player.duration()}) : std::nullopt);
    });
    connect(&m_session, &MediaSession::fullScreenRequested, &m_window, &MainWindow::setFullScreen);
    connect(&m_session, &MediaSession::raiseRequested, &m_window, [this]() {
        if (m_window.isMinimized()) m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
        m_window.show();
        m_window.raise();
        m_window.activateWindow();
    });
    connect(&m_session, &MediaSession::quitRequested, &m_window, &QWidget::close);
    connect(&m_window, &MainWindow::fullScreenChanged, this, &PlayerRemote::follow);
}

void PlayerRemote::connectPlayer() {
    using player::Player;
    connect(&m_player, &Player::stateChanged, this, &PlayerRemote::followState);
    connect(&m_player, &Player::positionChanged, this, &PlayerRemote::followPosition);
    connect(&m_player, &Player::opened, this, &PlayerRemote::follow);
    connect(&m_player, &Player::durationChanged, this, &PlayerRemote::follow);
    connect(&m_player, &Player::speedChanged, this, &PlayerRemote::follow);
    connect(&m_player, &Player::loopChanged, this, &PlayerRemote::follow);
    connect(&m_player, &Player::volumeChanged, this, &PlayerRemote::follow);
    connect(&m_list, &PlayerList::changed, this, &PlayerRemote::follow);
}

void PlayerRemote::setFilm(const QString& title, const QString& maker) {
    m_title = title;
    m_maker = maker;
    follow();
}

bool PlayerRemote::canGo(int by) const {
    return m_list.isOn() ? m_list.canGo(by) : m_controls.canChangeChapter(by);
}

MediaState PlayerRemote::now() const {
    using Playback = MediaState::Playback;
    const PlayerState state = m_player.state();
    const bool runs = state == PlayerState::Playing || state == PlayerState::Buffering;
    const bool known = runs || state == PlayerState::Paused || state == PlayerState::Ended;
    MediaState out;
    out.playback = runs && m_player.wantsToPlay()                         ? Playback::Playing
                   : (runs || state == PlayerState::Paused) && !m_stopped ? Playback::Paused
                                                                          : Playback::Stopped;
    out.title = m_title;
    out.artist = m_maker;
    out.lengthUs = m_player.duration().count();
    out.rate = m_player.speed();
    out.volume = m_player.muted() ? 0 : m_player.volume();
    out.repeats = m_player.loop().has_value();
    out.canPlay = known;
    out.canSeek = known && out.lengthUs > 0;
    out.canGoNext = (known || m_list.isOn()) && canGo(1);
    out.canGoPrevious = (known || m_list.isOn()) && canGo(-1);
    out.fullScreen = m_window.isFullScreen();
    return out;
}

void PlayerRemote::follow() {
    // Between two films of a list the controls stay where they are.
    if (m_player.state() == PlayerState::Idle && !m_list.isOn())
        m_session.end();
    else
        m_session.tell(now());
}

void PlayerRemote::followState(PlayerState state) {
    if (state == PlayerState::Playing) m_stopped = false;
    if (state == PlayerState::Idle) {
        m_stopped = m_stalled = false;
        m_since.invalidate();
        follow();
        return;
    }
    if (state == PlayerState::Opening) {
        m_since.invalidate();
        m_session.begin(now());
        return;
    }
    // Who counted on while the film waited is behind the truth.
    if (state == PlayerState::Buffering) m_stalled = true;
    if (state == PlayerState::Playing && std::exchange(m_stalled, false)) m_session.tellSeeked();
    follow();
}

void PlayerRemote::followPosition(qint64 ms) {
    if (m_since.isValid()) {
        const bool plays = m_player.state() == PlayerState::Playing;
        const qint64 on =
            plays ? static_cast<qint64>(static_cast<double>(m_since.elapsed()) * m_player.speed()) : 0;
        const qint64 slack =
            plays ? static_cast<qint64>(kPlayedOnMs * std::max(1.0, m_player.speed())) : kStoodMs;
        if (ms < m_position - kStoodMs || ms > m_position + on + slack) {
            if (ms > 0) m_stopped = false;
            m_session.tellSeeked();
        }
    }
    m_position = ms;
    m_since.start();
    follow();
}

}  // namespace keyreel::ui
