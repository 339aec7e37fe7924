#include "ui/pages/player_controls.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/shell/settings_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr std::array kSpeeds{0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0};
constexpr double kSlowest = 0.25;
/// Pressed again within this after a chapter's beginning, back means the one before it.
constexpr qint64 kChapterGraceMs = 3000;
/// A part shorter than this is a slip of the finger.
constexpr qint64 kShortestLoopMs = 100;

QString speedText(double speed) {
    return PlayerControls::tr("%1×").arg(QLocale().toString(speed, 'g', 3));
}

}  // namespace

PlayerControls::PlayerControls(player::Player& player, TransportBar& bar, PlayerMenu& speedMenu,
                               KeyFeedback& feedback, SettingsTable* settings, QObject* parent)
    : QObject(parent),
      m_player(player),
      m_bar(bar),
      m_speedMenu(speedMenu),
      m_feedback(feedback),
      m_settings(settings) {
    if (m_settings) {
        m_player.setVolume(m_settings->volume());
        m_player.setMuted(m_settings->muted());
    }
    m_bar.setVolume(m_player.volume());
    m_bar.setMuted(m_player.muted());
    connectPlayer();
    connectBar();
}

void PlayerControls::connectPlayer() {
    using player::Player;
    const auto followSound = [this]() {
        m_bar.setAudioAvailable(m_player.info().find(playback::TrackKind::Audio) != nullptr &&
                                m_player.hasAudioDevice());
    };
    connect(&m_player, &Player::positionChanged, this, &PlayerControls::followPosition);
    connect(&m_player, &Player::durationChanged, &m_bar, &TransportBar::setDuration);
    connect(&m_player, &Player::bufferedChanged, &m_bar, &TransportBar::setBuffered);
    connect(&m_player, &Player::opened, this, followSound);
    connect(&m_player, &Player::opened, this, [this]() {
        QList<Chapter> chapters;
        for (const auto& chapter : m_player.info().chapters)
            chapters.append(
                {duration_cast<milliseconds>(chapter.start).count(), QString::fromStdString(chapter.title)});
        m_bar.setChapters(chapters);
    });
    connect(&m_player, &Player::audioDeviceChanged, this, followSound);
    connect(&m_player, &Player::speedChanged, this,
            [this](double speed) { m_bar.setSpeedText(speedText(speed)); });
    connect(&m_player, &Player::volumeChanged, this, [this](double volume, bool muted) {
        m_bar.setVolume(volume);
        m_bar.setMuted(muted);
        if (!m_settings) return;
        m_settings->setVolume(volume);
        m_settings->setMuted(muted);
    });
    connect(&m_player, &Player::stateChanged, this, [this](player::PlayerState state) {
        if (state == player::PlayerState::Idle) m_loopStart = -1;
        showLoop();
    });
    connect(&m_player, &Player::loopChanged, this, &PlayerControls::showLoop);
}

void PlayerControls::connectBar() {
    connect(&m_bar, &TransportBar::playPauseRequested, this, [this]() { m_player.toggle(); });
    connect(&m_bar, &TransportBar::seekRequested, this,
            [this](qint64 ms) { m_player.seek(milliseconds(ms)); });
    connect(&m_bar, &TransportBar::scrubbing, this,
            [this](qint64 ms) { m_player.preview(milliseconds(ms)); });
    connect(&m_bar, &TransportBar::skipRequested, this, &PlayerControls::skip);
    connect(&m_bar, &TransportBar::volumeChanged, this, [this](double volume) {
        m_player.setMuted(false);
        m_player.setVolume(volume);
    });
    connect(&m_bar, &TransportBar::muteRequested, this, [this](bool muted) { m_player.setMuted(muted); });
    connect(&m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Speed) chooseSpeed();
        if (part == TransportBar::Part::Chapters) changeChapter(1);
    });
    connect(&m_speedMenu, &PlayerMenu::chosen, this,
            [this](const QString& id) { m_player.setSpeed(id.toDouble()); });
    connect(m_bar.scrubBar(), &ScrubBar::loopMoved, this, [this](qint64 from, qint64 to) {
        m_player.setLoop(player::PlayerLoop{milliseconds(from), milliseconds(to)});
    });
}

bool PlayerControls::act(const PlayerKey& key) {
    using Act = PlayerKey::Act;
    switch (key.act) {
        case Act::TogglePlay:
            m_player.toggle();
            say(m_player.wantsToPlay() ? tr("Play") : tr("Pause"));
            return true;
        case Act::Play:
            m_player.play();
            return true;
        case Act::Pause:
            m_player.pause();
            return true;
        case Act::Skip:
            skip(key.amount);
            return true;
        case Act::JumpTo:
            seekTo(duration() * key.amount / 100);
            say(ScrubBar::clockText(duration() * key.amount / 100));
            return true;
        case Act::FrameStep:
            step(key.amount);
            return true;
        case Act::Chapter:
            changeChapter(key.amount);
            return true;
        case Act::Volume:
            changeVolume(static_cast<double>(key.amount) / 100);
            return true;
        case Act::Mute:
            toggleMute();
            return true;
        case Act::SpeedRatio:
            setSpeed(key.amount > 0 ? m_player.speed() * (100 + static_cast<double>(key.amount)) / 100
                                    : m_player.speed() * 100 / (100 - static_cast<double>(key.amount)));
            return true;
        case Act::SpeedStep:
            setSpeed(std::max(kSlowest, m_player.speed() + static_cast<double>(key.amount) / 100));
            return true;
        case Act::SpeedReset:
            setSpeed(1);
            return true;
        case Act::Loop:
            changeLoop();
            return true;
        default:
            return false;
    }
}

void PlayerControls::say(const QString& text) {
    if (!m_bar.isVisible()) m_feedback.show(text);
}

qint64 PlayerControls::duration() const {
    return duration_cast<milliseconds>(m_player.duration()).count();
}

qint64 PlayerControls::position() const {
    return duration_cast<milliseconds>(m_player.position()).count();
}

void PlayerControls::followPosition(qint64 ms) {
    if (!m_bar.scrubBar()->isDragging()) m_bar.setPosition(ms);
}

void PlayerControls::seekTo(qint64 ms) {
    const qint64 target = std::clamp<qint64>(ms, 0, std::max<qint64>(0, duration()));
    m_player.seek(milliseconds(target));
    m_bar.setPosition(target);
}

void PlayerControls::skip(qint64 ms) {
    seekTo(position() + ms);
    say(ms > 0 ? tr("+%1 s").arg(ms / 1000) : tr("−%1 s").arg(-ms / 1000));
}

void PlayerControls::step(qint64 frames) {
    if (frames > 0)
        m_player.stepForward();
    else
        m_player.stepBack();
    say(frames > 0 ? tr("One frame on") : tr("One frame back"));
}

std::optional<int> PlayerControls::chapterAfter(qint64 chapters) const {
    const ScrubBar& scrub = *m_bar.scrubBar();
    const qint64 here = position();
    const int now = scrub.chapterAt(here);
    int wanted = now + static_cast<int>(chapters);
    // Back goes to the beginning of this one first.
    if (chapters < 0 && now >= 0 && here - scrub.chapterStart(now) > kChapterGraceMs) wanted = now;
    if (wanted < 0 || wanted >= scrub.chapterCount()) return std::nullopt;
    return wanted;
}

void PlayerControls::changeChapter(qint64 chapters) {
    const std::optional<int> wanted = chapterAfter(chapters);
    if (!wanted) return;
    const ScrubBar& scrub = *m_bar.scrubBar();
    seekTo(scrub.chapterStart(*wanted));
    say(tr("Chapter %1 %2").arg(*wanted + 1).arg(scrub.chapterTitle(*wanted)).trimmed());
}

void PlayerControls::changeVolume(double delta) {
    m_player.setMuted(false);
    m_player.setVolume(std::clamp(std::round((m_player.volume() + delta) * 20) / 20, 0.0, 1.0));
    say(tr("Volume %1 %").arg(qRound(m_player.volume() * 100)));
}

void PlayerControls::toggleMute() {
    m_player.setMuted(!m_player.muted());
    say(m_player.muted() ? tr("Muted") : tr("Volume %1 %").arg(qRound(m_player.volume() * 100)));
}

void PlayerControls::setSpeed(double speed) {
    m_player.setSpeed(speed);
    say(speedText(m_player.speed()));
}

void PlayerControls::chooseSpeed() {
    QList<PlayerMenu::Item> items;
    for (const double speed : kSpeeds)
        items.append({QString::number(speed), speedText(speed), speed == 1.0 ? tr("as made") : QString(),
                      std::abs(speed - m_player.speed()) < 0.01, true});
    m_speedMenu.setItems(items);
    const auto* button = m_bar.partButton(TransportBar::Part::Speed);
    auto* page = m_speedMenu.parentWidget();
    const int x = button ? button->mapTo(page, QPoint(button->width(), 0)).x() : m_bar.geometry().right();
    m_speedMenu.popUp(QPoint(x, m_bar.y() - 8));
}

void PlayerControls::changeLoop() {
    if (m_player.loop()) {
        m_player.setLoop(std::nullopt);
        say(tr("Plays on"));
        return;
    }
    const qint64 here = position();
    if (m_loopStart < 0) {
        m_loopStart = here;
        say(tr("Repeat from %1").arg(ScrubBar::clockText(here)));
        showLoop();
        return;
    }
    const qint64 from = std::min(m_loopStart, here);
    const qint64 to = std::max(m_loopStart, here);
    m_loopStart = -1;
    if (to - from >= kShortestLoopMs) {
        m_player.setLoop(player::PlayerLoop{milliseconds(from), milliseconds(to)});
        say(tr("Repeats %1 to %2").arg(ScrubBar::clockText(from), ScrubBar::clockText(to)));
    } else {
        say(tr("Plays on"));
    }
    showLoop();
}

void PlayerControls::showLoop() {
    const auto loop = m_player.loop();
    if (loop)
        m_bar.scrubBar()->setLoop(duration_cast<milliseconds>(loop->from).count(),
                                  duration_cast<milliseconds>(loop->to).count());
    else
        m_bar.scrubBar()->setLoop(m_loopStart, -1);
}

}  // namespace keyreel::ui
