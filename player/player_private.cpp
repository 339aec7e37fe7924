#include "player/player_private.h"

#include <QMetaObject>
#include <algorithm>
#include <cmath>
#include <utility>

namespace keyreel::player {

namespace {

using playback::Picture;
using playback::SeekMode;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr milliseconds kReportEvery{250};
/// Shorter waits for the source are nobody's business.
constexpr milliseconds kStallShown{200};
constexpr milliseconds kLongestTick{50};
constexpr double kSlowest = 0.25;
constexpr double kFastest = 4;
constexpr MediaClock::Time kBehind{120'000};
constexpr MediaClock::Time kRunDry{200'000};
constexpr std::size_t kSoundToStart = 10;  // Blocks of 10 ms.

QImage imageOf(const Picture& picture) {
    auto* keep = new std::shared_ptr<const Bytes>(picture.pixels);
    return {picture.pixels->data(),
            picture.width,
            picture.height,
            picture.stride,
            QImage::Format_RGB32,
            [](void* kept) { delete static_cast<std::shared_ptr<const Bytes>*>(kept); },
            keep};
}

}  // namespace

Player::Private::Private(Player* owner, std::unique_ptr<AudioOutput> audioOutput,
                         std::shared_ptr<const Clock> monotonic)
    : q(owner),
      output(std::move(audioOutput)),
      clock(std::move(monotonic)),
      mediaClock(std::make_shared<MediaClock>(clock)) {
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, q, [this] { update(); });
    m_report.setInterval(kReportEvery);
    connect(&m_report, &QTimer::timeout, q, [this] { report(); });
}

Player::Private::~Private() {
    output->stop();
    engine.reset();
}

void Player::Private::open(std::vector<playback::TrackSource> sources, Time startAt, bool paused) {
    close();
    m_openedAt = now();
    m_stalledAt = m_openedAt;
    m_soughtAt = m_openedAt;
    wantsToPlay = !paused;
    m_target = std::max(startAt, Time(0));
    m_floor = m_target;
    m_awaiting = true;
    m_purpose = Purpose::Seek;
    mediaClock->set(m_target);
    setState(PlayerState::Opening);
    playback::EngineOptions options;
    options.startAt = m_target;
    options.outputWidth = m_width;
    options.outputHeight = m_height;
    options.speed = speed;
    options.evenLoudness = even;
    options.tuning = tuning;
    m_madeForWidth = m_width;
    m_madeForHeight = m_height;
    for (const playback::TrackSource& source : sources)
        if (!m_sound && source.kind == playback::TrackKind::Audio) m_sound = source;
    engine = std::make_unique<playback::Engine>(std::move(sources), options, [this] { post(); });
    m_report.start();
    // What happened before `engine` was set.
    post();
}

void Player::Private::close() {
    m_tick.stop();
    m_report.stop();
    output->stop();
    feed.reset();
    engine.reset();
    mediaClock->setRunning(false);
    mediaClock->set(Time(0));
    image = {};
    info = {};
    error = {};
    statistics = {};
    shownPts.reset();
    rung.reset();
    m_announced = m_awaiting = m_previewing = m_ended = m_stepWanted = false;
    m_floor = m_shownEnd = Time(0);
    m_reportedBuffer = -1;
    m_reportedDamage = 0;
    m_sound.reset();
    m_soundBefore.reset();
    m_soundChanges = 0;
    setLoop(std::nullopt);
    if (std::exchange(deviceMissing, false)) Q_EMIT q->audioDeviceChanged(true);
    if (state == PlayerState::Idle) return;
    wantsToPlay = false;
    setState(PlayerState::Idle);
    Q_EMIT q->frameChanged();
}

void Player::Private::post() {
    if (m_posted.exchange(true)) return;
    QMetaObject::invokeMethod(
        q, [this] { update(); }, Qt::QueuedConnection);
}

void Player::Private::update() {
    m_posted = false;
    if (!engine || state == PlayerState::Failed) return;
    if (!m_announced) {
        playback::EngineStatus status = engine->status();
        if (status.failure) return fail(std::move(*status.failure));
        if (!status.opened) return;
        m_announced = true;
        info = std::move(status.info);
        for (const playback::TrackInfo& track : info.tracks)
            (track.kind == playback::TrackKind::Video ? statistics.videoDecoder : statistics.audioDecoder) =
                QString::fromStdString(track.decoder);
        feed = std::make_shared<SoundFeed>(engine->sound(), mediaClock);
        applyVolume();
        Q_EMIT q->opened();
        Q_EMIT q->durationChanged(inMilliseconds(info.duration));
        if (engine->hasAudio())
            output->start(feed, [this] {
                QMetaObject::invokeMethod(
                    q, [this] { audioChanged(); }, Qt::QueuedConnection);
            });
    }
    followSound();
    if (m_awaiting) arrive();
    if (state == PlayerState::Failed) return;
    if (m_stepWanted && !m_awaiting) stepForward();
    if (mediaClock->running())
        showDue();
    else
        startIfReady();
    if (state != PlayerState::Failed) finishIfOver();
    if (state != PlayerState::Failed) scheduleNext();
}

/// Waits for the picture of the newest seek.
void Player::Private::arrive() {
    while (std::optional<Picture> picture = engine->pictures().take()) {
        if (picture->serial != engine->serial()) continue;
        const bool last = !picture->provisional;
        if (last) settle(*picture);
        show(std::move(*picture));
        if (last) break;
    }
    if (!m_awaiting) return;
    const playback::OutputState pictures = engine->pictures().state();
    if (!pictures.finished || engine->pictures().size() > 0) return;
    if (pictures.error) return fail(*pictures.error);
    // A film of sound only, or one that has nothing more to show: go on from where it was meant to.
    m_awaiting = false;
    mediaClock->set(m_target);
    if (state == PlayerState::Opening && !wantsToPlay) setState(PlayerState::Paused);
}

void Player::Private::settle(const Picture& picture) {
    m_awaiting = false;
    Time position = m_target;
    if (m_purpose == Purpose::Step) position = picture.pts;
    // Past the end the last frame is what there is.
    if (m_purpose == Purpose::Seek)
        position = std::clamp(m_target, Time(0), std::max(picture.pts + picture.duration, Time(0)));
    m_floor = position;
    mediaClock->set(position);
    if (m_purpose == Purpose::Refresh) return;
    statistics.lastSeek = duration_cast<milliseconds>(now() - m_soughtAt);
    if (state == PlayerState::Opening && !wantsToPlay) setState(PlayerState::Paused);
    Q_EMIT q->positionChanged(inMilliseconds(position));
}

void Player::Private::show(Picture picture) {
    if (statistics.openToFirstFrame.count() < 0)
        statistics.openToFirstFrame = duration_cast<milliseconds>(now() - m_openedAt);
    ++statistics.shown;
    shownPts = picture.pts;
    m_shownEnd = picture.pts + picture.duration;
    image = imageOf(picture);
    followRung(picture);
    Q_EMIT q->frameChanged();
}

bool Player::Private::enoughBuffered() const {
    playback::PictureQueue& pictures = engine->pictures();
    if (pictures.size() < 2 && !pictures.state().finished) return false;
    const playback::OutputState sound = engine->sound()->state();
    return sound.finished || engine->sound()->size() >= kSoundToStart;
}

void Player::Private::startIfReady() {
    if (!wantsToPlay || m_previewing || m_ended) return;
    if (!m_awaiting) {
        // Blocks that a seek made stale are in the way of fresh ones.
        if (feed) feed->dropUntil(Time(0));
        if (enoughBuffered()) {
            mediaClock->setRunning(true);
            feed->setPlaying(true);
            output->setPaused(false);
            setState(PlayerState::Playing);
            showDue();
            return;
        }
    }
    if (state == PlayerState::Playing && now() - m_stalledAt >= kStallShown) setState(PlayerState::Buffering);
}

/// The end of the part that repeats was reached: back to its start.
bool Player::Private::repeatIfOver() {
    if (!loop || !m_inLoop || !wantsToPlay || mediaClock->position() < loop->to) return false;
    restart(loop->from, SeekMode::Exact, Purpose::Seek);
    return true;
}

void Player::Private::showDue() {
    if (repeatIfOver()) return;
    playback::PictureQueue& pictures = engine->pictures();
    const Time position = mediaClock->position();
    while (true) {
        const std::optional<Time> next = pictures.nextTime();
        if (!next || *next > position) break;
        const std::optional<Time> second = pictures.secondTime();
        std::optional<Picture> picture = pictures.take();
        if (!picture) break;
        if (second && *second <= position) {
            ++statistics.dropped;
            continue;
        }
        const Time late = position - picture->pts;
        if (late > picture->duration) ++statistics.late;
        engine->setCatchUp(late > kBehind);
        show(std::move(*picture));
    }
    if (output->state() != AudioOutput::State::Running) feed->dropUntil(position);
    if (pictures.size() == 0 && !pictures.state().finished && position > m_shownEnd + kRunDry) hold();
    if (!engine->hasVideo() && feed->empty() && !engine->sound()->state().finished) hold();
}

/// The source does not keep up: stand still until there is enough again.
void Player::Private::hold() {
    mediaClock->setRunning(false);
    feed->setPlaying(false);
    // The clock ran on without pictures; go on from the last one.
    if (engine->hasVideo()) mediaClock->set(m_shownEnd);
    m_stalledAt = now();
}

void Player::Private::finishIfOver() {
    if (m_awaiting || !m_announced || m_ended) return;
    playback::PictureQueue& pictures = engine->pictures();
    const playback::OutputState picturesState = pictures.state();
    const playback::OutputState soundState = engine->sound()->state();
    const bool picturesOver = picturesState.finished && pictures.size() == 0;
    const bool soundOver = soundState.finished && (!feed || feed->empty());
    if (picturesOver && picturesState.error) return fail(*picturesState.error);
    if (soundOver && soundState.error) return fail(*soundState.error);
    if (!mediaClock->running() || !picturesOver || !soundOver || mediaClock->position() < m_shownEnd) return;
    if (loop && m_inLoop) {
        restart(loop->from, SeekMode::Exact, Purpose::Seek);
        return;
    }
    m_ended = true;
    wantsToPlay = false;
    mediaClock->setRunning(false);
    feed->setPlaying(false);
    output->setPaused(true);
    mediaClock->set(std::max(info.duration, m_shownEnd));
    m_floor = Time(0);
    setState(PlayerState::Ended);
    report();
}

void Player::Private::fail(Error reason) {
    error = std::move(reason);
    wantsToPlay = false;
    m_awaiting = false;
    m_tick.stop();
    m_report.stop();
    mediaClock->setRunning(false);
    if (feed) feed->setPlaying(false);
    output->setPaused(true);
    setState(PlayerState::Failed);
}

void Player::Private::scheduleNext() {
    if (!mediaClock->running()) {
        if (wantsToPlay && !m_previewing && state == PlayerState::Playing) m_tick.start(kStallShown);
        return;
    }
    milliseconds wait = kLongestTick;
    std::optional<Time> next = engine->pictures().nextTime();
    if (loop && m_inLoop) next = std::min(next.value_or(loop->to), loop->to);
    if (next) {
        const double distance =
            static_cast<double>((*next - mediaClock->position()).count()) / 1000.0 / speed;
        wait = std::clamp(milliseconds(static_cast<std::int64_t>(std::ceil(distance))), milliseconds(0),
                          kLongestTick);
    }
    m_tick.start(wait);
}

void Player::Private::restart(Time target, SeekMode mode, Purpose purpose) {
    if (!engine) return;
    m_target = std::max(target, Time(0));
    if (info.duration > Time(0)) m_target = std::min(m_target, info.duration);
    m_inLoop = loop && m_target < loop->to;
    m_purpose = purpose;
    m_awaiting = true;
    m_stepWanted = false;
    m_soughtAt = now();
    m_stalledAt = m_soughtAt;
    m_madeForWidth = m_width;
    m_madeForHeight = m_height;
    mediaClock->setRunning(false);
    if (feed) feed->setPlaying(false);
    if (purpose != Purpose::Refresh) {
        m_ended = false;
        m_floor = m_target;
        mediaClock->set(m_target);
    } else {
        m_target = mediaClock->position();
    }
    engine->setCatchUp(false);
    engine->seek(purpose == Purpose::Refresh ? target : m_target, mode);
    if (feed) feed->dropUntil(Time(0));
}

void Player::Private::seek(Time target, SeekMode mode) {
    if (!engine) return;
    const bool preview = mode == SeekMode::KeyFrame;
    m_previewing = preview;
    restart(target, mode, preview ? Purpose::Preview : Purpose::Seek);
    if (state == PlayerState::Failed && m_announced) {
        error = {};
        m_report.start();
        setState(PlayerState::Paused);
    }
    if (state == PlayerState::Ended) setState(PlayerState::Paused);
    Q_EMIT q->positionChanged(inMilliseconds(m_target));
    post();
}

void Player::Private::play() {
    if (!engine || (state == PlayerState::Failed && !m_announced)) return;
    wantsToPlay = true;
    m_stepWanted = false;
    if (state == PlayerState::Ended || m_ended) {
        seek(Time(0), SeekMode::Exact);
    } else if (m_previewing || state == PlayerState::Failed) {
        seek(position(), SeekMode::Exact);
    }
    if (state == PlayerState::Opening) return;
    m_stalledAt = now();
    setState(PlayerState::Playing);
    post();
}

void Player::Private::pause() {
    if (!engine) return;
    wantsToPlay = false;
    mediaClock->setRunning(false);
    if (feed) feed->setPlaying(false);
    output->setPaused(true);
    if (state == PlayerState::Playing || state == PlayerState::Buffering) setState(PlayerState::Paused);
    report();
}

void Player::Private::setSpeed(double wanted) {
    wanted = std::isfinite(wanted) ? std::clamp(wanted, kSlowest, kFastest) : 1.0;
    if (std::fabs(wanted - speed) < 1e-6) return;
    const Time here = position();
    speed = wanted;
    mediaClock->setRate(speed);
    if (engine) {
        engine->setSpeed(speed);
        renewSound(here);
    }
    Q_EMIT q->speedChanged(speed);
}

void Player::Private::setLoop(std::optional<PlayerLoop> wanted) {
    if (wanted) {
        wanted->from = std::max(wanted->from, Time(0));
        if (info.duration > Time(0)) wanted->to = std::min(wanted->to, info.duration);
        if (wanted->to <= wanted->from) wanted.reset();
    }
    if (std::exchange(loop, wanted) == wanted) return;
    // Whoever marks the end of a part at the place that plays wants to see it again.
    m_inLoop = loop && position() <= loop->to;
    Q_EMIT q->loopChanged();
    post();
}

PlayerStatistics Player::Private::measured() const {
    PlayerStatistics now = statistics;
    if (!engine) return now;
    const playback::EngineCounters counters = engine->counters();
    now.decoded = counters.decoded;
    now.corrupt = counters.corrupt;
    now.queuedPictures = engine->pictures().size();
    now.queuedVideo = duration_cast<milliseconds>(counters.queuedVideo);
    now.queuedAudio = duration_cast<milliseconds>(counters.queuedAudio);
    now.queuedBytes = counters.queuedBytes;
    now.queuedSound = milliseconds(10 * engine->sound()->size());
    now.audioOffset = mediaClock->offset();
    return now;
}

void Player::Private::setOutputSize(int width, int height) {
    m_width = std::max(width, 0);
    m_height = std::max(height, 0);
    if (!engine) return;
    engine->setOutputSize(m_width, m_height);
    const bool stale = m_madeForWidth != m_width || m_madeForHeight != m_height;
    m_madeForWidth = m_width;
    m_madeForHeight = m_height;
    if (stale && !m_awaiting) renewPicture();
}

Player::Private::Time Player::Private::position() const {
    const Time position = std::max(mediaClock->position(), m_floor);
    return info.duration > Time(0) ? std::min(position, std::max(info.duration, Time(0))) : position;
}

Player::Private::Time Player::Private::buffered() const {
    if (!engine) return Time(0);
    const Time until = std::max(engine->bufferedUntil(), position());
    return info.duration > Time(0) ? std::min(until, info.duration) : until;
}

bool Player::Private::isAhead() const {
    if (!engine) return false;
    const std::optional<Time> next = engine->pictures().nextTime();
    return enoughBuffered() && (!next || *next > mediaClock->position());
}

void Player::Private::setState(PlayerState next) {
    if (std::exchange(state, next) == next) return;
    Q_EMIT q->stateChanged(state);
}

void Player::Private::report() {
    if (!engine) return;
    const playback::EngineCounters counters = engine->counters();
    if (std::exchange(m_reportedDamage, counters.damaged) != counters.damaged)
        Q_EMIT q->damageSkipped(inMilliseconds(counters.damagedAt));
    if (state == PlayerState::Playing || state == PlayerState::Ended)
        Q_EMIT q->positionChanged(inMilliseconds(position()));
    if (const qint64 until = inMilliseconds(buffered()); std::exchange(m_reportedBuffer, until) != until)
        Q_EMIT q->bufferedChanged(until);
}

}  // namespace keyreel::player
