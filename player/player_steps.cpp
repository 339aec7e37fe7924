#include <utility>

#include "player/player_private.h"

namespace keyreel::player {

using playback::Picture;
using playback::SeekMode;

void Player::Private::stepForward() {
    if (!engine || state == PlayerState::Failed) return;
    if (wantsToPlay) pause();
    m_stepWanted = true;
    if (m_awaiting) return;
    std::optional<Picture> picture = engine->pictures().take();
    if (!picture) {
        m_stepWanted = !engine->pictures().state().finished;
        return;
    }
    m_stepWanted = false;
    m_floor = picture->pts;
    mediaClock->set(picture->pts);
    show(std::move(*picture));
    if (feed) feed->dropUntil(*shownPts);
    Q_EMIT q->positionChanged(inMilliseconds(*shownPts));
}

void Player::Private::stepBack() {
    if (!engine || state == PlayerState::Failed || !shownPts) return;
    if (wantsToPlay) pause();
    if (state == PlayerState::Ended) setState(PlayerState::Paused);
    // The frame on screen just before this one began. While one is awaited, the next step counts from that
    // one.
    const Time from = m_awaiting && m_purpose == Purpose::Step ? m_target : *shownPts;
    if (from > Time(0)) restart(from - Time(1), SeekMode::Exact, Purpose::Step);
}

}  // namespace keyreel::player
