#include "player/playback/engine.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "player/playback/stages.h"
#include "player/playback/track_pipeline.h"

namespace keyreel::playback {

namespace {

constexpr QueueLimit kVideoLimit{4 * 1024 * 1024, Time(1'000'000)};
constexpr QueueLimit kAudioLimit{512 * 1024, Time(1'000'000)};
/// Opus wants 80 ms (RFC 7845 section 4.6), AAC one frame.
constexpr Time kAudioPreroll{100'000};

}  // namespace

struct Engine::State {
    std::function<void()> changed;
    StageSettings settings;
    PictureQueue pictures;
    std::shared_ptr<AudioRing> sound = std::make_shared<AudioRing>();
    bool hasVideo = false;
    bool hasAudio = false;
    std::uint64_t serial = 1;         ///< The newest of all.
    std::uint64_t pictureSerial = 1;  ///< Those of pictures and sound part when the sound track changes.

    mutable std::mutex mutex;
    EngineStatus status;
    std::size_t toOpen = 0;
    std::uint64_t soundChanges = 0;
    std::optional<Error> soundFailure;
    std::map<std::size_t, TrackInfo> rungs;

    std::vector<std::unique_ptr<TrackPipeline>> pipelines;

    void opened(Result<TrackInfo> track) {
        {
            const std::lock_guard lock(mutex);
            if (!track) {
                if (!status.failure) status.failure = std::move(track).error();
            } else {
                status.info.duration = std::max(status.info.duration, track->duration.value_or(Time(0)));
                if (status.info.chapters.empty()) status.info.chapters = track->chapters;
                status.info.tracks.push_back(std::move(*track));
                std::sort(status.info.tracks.begin(), status.info.tracks.end(),
                          [](const TrackInfo& a, const TrackInfo& b) { return a.kind < b.kind; });
                status.opened = --toOpen == 0 && !status.failure;
            }
        }
        changed();
    }

    /// A sound track that takes the place of another.
    void soundOpened(Result<TrackInfo> track) {
        {
            const std::lock_guard lock(mutex);
            if (track) {
                for (TrackInfo& each : status.info.tracks)
                    if (each.kind == TrackKind::Audio) each = std::move(*track);
                ++soundChanges;
            } else {
                soundFailure = std::move(track).error();
            }
        }
        changed();
    }

    void begin(TrackSource source, const Seek& seek, std::function<void(Result<TrackInfo>)> opened) {
        const TrackKind kind = source.kind;
        const bool video = kind == TrackKind::Video;
        TrackPipeline::Callbacks callbacks;
        callbacks.makeStage = [this, kind](std::unique_ptr<Decoder> decoder, std::size_t rung) {
            return makeStage(kind, std::move(decoder), rung);
        };
        if (video)
            callbacks.entered = [this](std::size_t rung, const TrackInfo& track) {
                const std::lock_guard lock(mutex);
                rungs[rung] = track;
            };
        callbacks.opened = std::move(opened);
        pipelines.push_back(
            std::make_unique<TrackPipeline>(std::move(source), video ? kVideoLimit : kAudioLimit,
                                            video ? Time(0) : kAudioPreroll, seek, std::move(callbacks)));
    }

    std::unique_ptr<DecodeStage> makeStage(TrackKind kind, std::unique_ptr<Decoder> decoder,
                                           std::size_t rung) {
        if (kind == TrackKind::Video)
            return std::make_unique<VideoStage>(std::move(decoder), rung, pictures, settings, changed);
        return std::make_unique<AudioStage>(std::move(decoder), *sound, settings, changed);
    }
};

Engine::Engine(std::vector<TrackSource> sources, EngineOptions options, std::function<void()> changed)
    : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.changed = std::move(changed);
    state.settings.setOutputSize({options.outputWidth, options.outputHeight});
    state.settings.speed = options.speed;
    state.settings.even = options.evenLoudness;
    state.settings.setTuning(options.tuning);
    state.pictures.clear(state.serial);
    state.sound->clear(state.serial);

    // One track of each kind: a second one would fight for the same output.
    std::vector<TrackSource> used;
    for (TrackSource& source : sources) {
        bool& has = source.kind == TrackKind::Video ? state.hasVideo : state.hasAudio;
        if (!std::exchange(has, true)) used.push_back(std::move(source));
    }
    if (!state.hasVideo) state.pictures.finish(state.serial, std::nullopt);
    if (!state.hasAudio) state.sound->finish(state.serial, std::nullopt);
    state.toOpen = used.size();
    if (used.empty()) {
        state.status.failure = Error{"media_no_video", "No track was given.", {}};
        return;
    }
    const Seek first{state.serial, options.startAt, SeekMode::Exact};
    for (TrackSource& source : used)
        state.begin(std::move(source), first,
                    [&state](Result<TrackInfo> track) { state.opened(std::move(track)); });
}

Engine::~Engine() {
    stop();
}

EngineStatus Engine::status() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->status;
}

std::uint64_t Engine::seek(Time target, SeekMode mode) {
    State& state = *m_state;
    const Seek seek{++state.serial, std::max(target, Time(0)), mode};
    state.pictureSerial = seek.serial;
    state.pictures.clear(seek.serial);
    state.sound->clear(seek.serial);
    if (!state.hasVideo) state.pictures.finish(seek.serial, std::nullopt);
    if (!state.hasAudio) state.sound->finish(seek.serial, std::nullopt);
    for (const auto& pipeline : state.pipelines)
        pipeline->seek(seek);
    return seek.serial;
}

std::uint64_t Engine::serial() const {
    return m_state->pictureSerial;
}

void Engine::setSound(TrackSource source, Time at) {
    State& state = *m_state;
    const Seek seek{++state.serial, std::max(at, Time(0)), SeekMode::Exact};
    const auto old = std::find_if(state.pipelines.begin(), state.pipelines.end(),
                                  [](const auto& each) { return each->kind() == TrackKind::Audio; });
    if (old == state.pipelines.end()) return;
    (*old)->requestStop();
    // Wakes a stage that waits for room in the ring.
    state.sound->clear(seek.serial);
    (*old)->join();
    state.pipelines.erase(old);
    {
        const std::lock_guard lock(state.mutex);
        state.soundFailure.reset();
    }
    state.begin(std::move(source), seek,
                [&state](Result<TrackInfo> track) { state.soundOpened(std::move(track)); });
}

std::uint64_t Engine::soundChanges() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->soundChanges;
}

std::optional<Error> Engine::takeSoundFailure() {
    const std::lock_guard lock(m_state->mutex);
    return std::exchange(m_state->soundFailure, std::nullopt);
}

std::optional<TrackInfo> Engine::rungInfo(std::size_t rung) const {
    const std::lock_guard lock(m_state->mutex);
    const auto found = m_state->rungs.find(rung);
    return found == m_state->rungs.end() ? std::nullopt : std::optional(found->second);
}

void Engine::setOutputSize(int width, int height) {
    m_state->settings.setOutputSize({std::clamp(width, 0, kMaxWidth), std::clamp(height, 0, kMaxWidth)});
}

void Engine::setTuning(const PictureTuning& tuning) {
    m_state->settings.setTuning(tuning);
}

void Engine::setSpeed(double speed) {
    m_state->settings.speed = speed;
}

void Engine::setEvenLoudness(bool even) {
    m_state->settings.even = even;
}

void Engine::setCatchUp(bool catchUp) {
    m_state->settings.catchUp = catchUp;
}

bool Engine::hasVideo() const {
    return m_state->hasVideo;
}

bool Engine::hasAudio() const {
    return m_state->hasAudio;
}

PictureQueue& Engine::pictures() {
    return m_state->pictures;
}

std::shared_ptr<AudioRing> Engine::sound() {
    return m_state->sound;
}

Time Engine::bufferedUntil() const {
    Time until = Time::max();
    for (const auto& pipeline : m_state->pipelines)
        until = std::min(until, pipeline->bufferedUntil());
    return m_state->pipelines.empty() ? Time(0) : until;
}

EngineCounters Engine::counters() const {
    EngineCounters counters;
    counters.decoded = m_state->settings.decoded;
    counters.corrupt = m_state->settings.corrupt;
    counters.damaged = m_state->settings.damaged;
    counters.damagedAt = Time(m_state->settings.damagedAt);
    for (const auto& pipeline : m_state->pipelines) {
        counters.peakQueuedBytes += pipeline->peakQueuedBytes();
        counters.queuedBytes += pipeline->queuedBytes();
        (pipeline->kind() == TrackKind::Video ? counters.queuedVideo : counters.queuedAudio) =
            pipeline->queuedTime();
    }
    return counters;
}

void Engine::stop() {
    for (const auto& pipeline : m_state->pipelines)
        pipeline->requestStop();
    m_state->pictures.close();
    m_state->sound->close();
    for (const auto& pipeline : m_state->pipelines)
        pipeline->join();
}

}  // namespace keyreel::playback
