#include "player/player.h"

#include <algorithm>
#include <utility>

#include "player/player_private.h"

namespace keyreel::player {

Player::Player(QObject* parent) : Player(makeSystemAudioOutput(), std::make_shared<SystemClock>(), parent) {}

Player::Player(std::unique_ptr<AudioOutput> output, std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent), m_d(std::make_unique<Private>(this, std::move(output), std::move(clock))) {}

Player::~Player() = default;

void Player::open(std::vector<playback::TrackSource> sources, std::chrono::microseconds startAt,
                  bool paused) {
    m_d->open(std::move(sources), startAt, paused);
}

void Player::close() {
    m_d->close();
}

void Player::play() {
    m_d->play();
}

void Player::pause() {
    m_d->pause();
}

void Player::toggle() {
    if (m_d->wantsToPlay)
        m_d->pause();
    else
        m_d->play();
}

void Player::seek(std::chrono::microseconds target) {
    m_d->seek(target, playback::SeekMode::Exact);
}

void Player::preview(std::chrono::microseconds target) {
    m_d->seek(target, playback::SeekMode::KeyFrame);
}

void Player::stepForward() {
    m_d->stepForward();
}

void Player::stepBack() {
    m_d->stepBack();
}

void Player::setEvenLoudness(bool even) {
    m_d->setEvenLoudness(even);
}

void Player::setSoundDevice(const std::string& id) {
    m_d->output->setDevice(id);
}

void Player::setSpeed(double speed) {
    m_d->setSpeed(speed);
}

void Player::setLoop(std::optional<PlayerLoop> loop) {
    m_d->setLoop(loop);
}

void Player::setSoundTrack(playback::TrackSource source) {
    m_d->setSound(std::move(source));
}

void Player::setVolume(double volume) {
    m_d->volume = std::clamp(volume, 0.0, 1.0);
    m_d->applyVolume();
    Q_EMIT volumeChanged(m_d->volume, m_d->muted);
}

void Player::setMuted(bool muted) {
    m_d->muted = muted;
    m_d->applyVolume();
    Q_EMIT volumeChanged(m_d->volume, m_d->muted);
}

void Player::setPictureTuning(const playback::PictureTuning& tuning) {
    m_d->setTuning(tuning);
}

void Player::setOutputSize(int width, int height) {
    m_d->setOutputSize(width, height);
}

PlayerState Player::state() const {
    return m_d->state;
}

bool Player::wantsToPlay() const {
    return m_d->wantsToPlay;
}

std::chrono::microseconds Player::position() const {
    return m_d->position();
}

std::chrono::microseconds Player::duration() const {
    return m_d->info.duration;
}

std::chrono::microseconds Player::buffered() const {
    return m_d->buffered();
}

bool Player::isAhead() const {
    return m_d->isAhead();
}

std::vector<AudioDevice> Player::soundDevices() const {
    return m_d->output->devices();
}

bool Player::evenLoudness() const {
    return m_d->even;
}

double Player::speed() const {
    return m_d->speed;
}

std::optional<PlayerLoop> Player::loop() const {
    return m_d->loop;
}

double Player::volume() const {
    return m_d->volume;
}

bool Player::muted() const {
    return m_d->muted;
}

bool Player::hasAudioDevice() const {
    return !m_d->deviceMissing;
}

const Error& Player::error() const {
    return m_d->error;
}

const playback::MediaInfo& Player::info() const {
    return m_d->info;
}

QImage Player::currentImage() const {
    return m_d->image;
}

std::chrono::microseconds Player::currentFramePts() const {
    return m_d->shownPts.value_or(std::chrono::microseconds(0));
}

void Player::renewPicture() {
    m_d->renewPicture();
}

std::optional<std::size_t> Player::rung() const {
    return m_d->rung;
}

PlayerStatistics Player::statistics() const {
    return m_d->measured();
}

}  // namespace keyreel::player
