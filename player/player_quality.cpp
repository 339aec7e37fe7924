#include <utility>

#include "player/player_private.h"

namespace keyreel::player {

void Player::Private::followRung(const playback::Picture& picture) {
    if (rung == picture.rung) return;
    if (std::exchange(rung, picture.rung)) ++statistics.rungChanges;
    if (const auto track = engine->rungInfo(picture.rung)) {
        for (playback::TrackInfo& each : info.tracks)
            if (each.kind == playback::TrackKind::Video) each = *track;
        statistics.videoDecoder = QString::fromStdString(track->decoder);
    }
    Q_EMIT q->rungChanged();
}

void Player::Private::renewPicture() {
    if (wantsToPlay || !shownPts || state == PlayerState::Failed) return;
    // What is on its way was asked for before.
    if (m_awaiting && m_purpose != Purpose::Refresh)
        restart(m_target, m_previewing ? playback::SeekMode::KeyFrame : playback::SeekMode::Exact, m_purpose);
    else
        restart(*shownPts, playback::SeekMode::Exact, Purpose::Refresh);
}

void Player::Private::setTuning(const playback::PictureTuning& wanted) {
    if (std::exchange(tuning, wanted) == wanted || !engine) return;
    engine->setTuning(tuning);
    renewPicture();
}

}  // namespace keyreel::player
