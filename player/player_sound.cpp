#include <utility>

#include "player/player_private.h"

namespace keyreel::player {

void Player::Private::applyVolume() {
    if (feed) feed->setVolume(muted ? 0.0 : volume);
}

/// What is queued was made as it was wanted before.
void Player::Private::renewSound(Time here) {
    if (m_announced && state != PlayerState::Ended && state != PlayerState::Failed)
        restart(here, playback::SeekMode::Exact, Purpose::Seek);
}

void Player::Private::setEvenLoudness(bool wanted) {
    if (std::exchange(even, wanted) == wanted || !engine) return;
    engine->setEvenLoudness(even);
    if (engine->hasAudio()) renewSound(position());
}

void Player::Private::audioChanged() {
    const bool missing = output->state() == AudioOutput::State::NoDevice;
    if (std::exchange(deviceMissing, missing) != missing) Q_EMIT q->audioDeviceChanged(!missing);
    std::vector<AudioDevice> devices = output->devices();
    if (std::exchange(m_devices, devices) != devices) Q_EMIT q->soundDevicesChanged();
}

void Player::Private::setSound(playback::TrackSource source) {
    if (!engine || !m_announced || !engine->hasAudio() || !m_sound) return;
    // Of several wishes in a row the first is still the one that is known to play.
    if (!m_soundBefore) m_soundBefore = std::move(m_sound);
    changeSound(std::move(source));
}

/// As a wait for the source: the film stands until pictures and sound of this place are there, so that both
/// go on from it together.
void Player::Private::changeSound(playback::TrackSource source) {
    m_sound = source;
    const Time here = m_awaiting ? m_target : position();
    if (mediaClock->running()) {
        mediaClock->setRunning(false);
        mediaClock->set(here);
    }
    feed->setPlaying(false);
    m_stalledAt = now();
    engine->setSound(std::move(source), here);
    feed->dropUntil(Time(0));
    post();
}

void Player::Private::followSound() {
    if (std::optional<Error> failure = engine->takeSoundFailure()) {
        if (!m_soundBefore) return fail(std::move(*failure));
        changeSound(*std::exchange(m_soundBefore, std::nullopt));
        Q_EMIT q->soundTrackRefused(*failure);
        return;
    }
    const std::uint64_t changes = engine->soundChanges();
    if (std::exchange(m_soundChanges, changes) == changes) return;
    const bool wanted = std::exchange(m_soundBefore, std::nullopt).has_value();
    info = engine->status().info;
    if (const playback::TrackInfo* track = info.find(playback::TrackKind::Audio))
        statistics.audioDecoder = QString::fromStdString(track->decoder);
    if (wanted) Q_EMIT q->soundTrackChanged();
}

}  // namespace keyreel::player
