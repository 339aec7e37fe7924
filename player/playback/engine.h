#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "player/playback/audio_ring.h"
#include "player/playback/frame_reader.h"
#include "player/playback/picture.h"
#include "player/playback/picture_queue.h"
#include "player/playback/picture_tuning.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

struct EngineOptions {
    Time startAt{0};
    int outputWidth = 0;  ///< Device pixels; 0 x 0: the film's own display size.
    int outputHeight = 0;
    double speed = 1.0;
    bool evenLoudness = false;
    PictureTuning tuning{};
};

/// Where opening stands.
struct EngineStatus {
    bool opened = false;           ///< Every track is open; `info` is complete.
    std::optional<Error> failure;  ///< Why it never will be.
    MediaInfo info;
};

struct EngineCounters {
    std::uint64_t decoded = 0;
    std::uint64_t corrupt = 0;
    std::uint64_t damaged = 0;  ///< Damaged places, each left out up to the next key frame.
    Time damagedAt{0};          ///< The last of them.
    Time queuedVideo{0};        ///< Clear samples that wait for their decoder.
    Time queuedAudio{0};
    std::size_t queuedBytes = 0;  ///< Of both.
    std::size_t peakQueuedBytes =
        0;  ///< Largest amount of clear samples that waited at one time, all tracks.
};

/// Demuxes and decodes a film on its own threads, ahead of whoever shows it. It has no clock: the owner takes
/// pictures and sound when they are due. Construction begins to open; nothing here blocks but stop(), which
/// takes well under 250 ms even when a source hangs. Thread: one owner, unless said otherwise.
class Engine {
public:
    /// `changed` is called on the engine's threads whenever there is something new to look at, until stop()
    /// returns.
    Engine(std::vector<TrackSource> sources, EngineOptions options, std::function<void()> changed);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] EngineStatus status() const;

    /// Goes there under a new serial number, which it returns. Any number of seeks may follow each other;
    /// only the newest counts.
    std::uint64_t seek(Time target, SeekMode mode);
    /// Of the pictures.
    [[nodiscard]] std::uint64_t serial() const;

    /// Another sound track in place of the one that plays, from `at` on; pictures are left alone. To be
    /// called when every track is open, for a film that has sound. `soundChanges()` counts those that are
    /// open; one that cannot be opened is told by `takeSoundFailure()`, and there is silence until the next.
    void setSound(TrackSource source, Time at);
    [[nodiscard]] std::uint64_t soundChanges() const;
    std::optional<Error> takeSoundFailure();

    /// What the pictures of a rung are; nothing before any of them came.
    [[nodiscard]] std::optional<TrackInfo> rungInfo(std::size_t rung) const;

    /// For the pictures to come.
    void setOutputSize(int width, int height);
    /// Of the pictures that are made from now on.
    void setTuning(const PictureTuning& tuning);
    /// 0.25 to 4; sound follows from the next seek on.
    void setSpeed(double speed);
    /// From the next seek on.
    void setEvenLoudness(bool even);
    /// While true, frames that no other depends on are left out.
    void setCatchUp(bool catchUp);

    [[nodiscard]] bool hasVideo() const;
    [[nodiscard]] bool hasAudio() const;
    PictureQueue& pictures();
    /// Shared, so that a sound device's thread may hold it beyond the engine.
    std::shared_ptr<AudioRing> sound();

    /// How far every track is queued; the seek's target until something is.
    [[nodiscard]] Time bufferedUntil() const;
    [[nodiscard]] EngineCounters counters() const;

    /// Ends all threads; idempotent.
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::playback
