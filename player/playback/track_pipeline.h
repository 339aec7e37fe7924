#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/result.h"
#include "player/playback/bounded_queue.h"
#include "player/playback/decoder.h"
#include "player/playback/demuxer.h"
#include "player/playback/frame_reader.h"
#include "player/playback/sample_feed.h"

namespace keyreel::playback {

/// Where to go on, under a new serial number.
struct Seek {
    std::uint64_t serial = 0;
    Time target{0};
    SeekMode mode = SeekMode::Exact;
};

/// What a track does with its samples. Called on the track's decode thread only. Every function returns early
/// when its serial is stale.
class DecodeStage {
public:
    virtual ~DecodeStage() = default;
    /// Forgets what it had; what follows belongs to this seek.
    virtual void begin(const Seek& seek) = 0;
    virtual Status decode(const Sample& sample) = 0;
    /// What follows is coded otherwise, in this rung, and begins at `from`: what the decoder before still
    /// holds is given first, up to there.
    virtual Status change(std::unique_ptr<Decoder> decoder, Time from, std::size_t rung) = 0;
    /// The same where nothing of before counts: begin() follows.
    virtual void replace(std::unique_ptr<Decoder> decoder, std::size_t rung) = 0;
    /// The end of the track: gives what the decoder still holds.
    virtual Status drain() = 0;
    /// Nothing follows until the next begin().
    virtual void finish(std::optional<Error> error) = 0;
};

/// The two threads of one track: demux -> bounded queue -> decode.
class TrackPipeline {
public:
    struct Callbacks {
        /// Builds the stage around the opened decoder. On the demux thread.
        std::function<std::unique_ptr<DecodeStage>(std::unique_ptr<Decoder>, std::size_t rung)> makeStage;
        /// The track is open, or never will be. Once, on the demux thread.
        std::function<void(Result<TrackInfo>)> opened;
        /// Samples of this rung, which turned out to be this, will follow. On the demux thread; may be null.
        std::function<void(std::size_t rung, const TrackInfo&)> entered;
    };

    /// `preroll` is how much earlier than the target to begin (a sound decoder needs some samples to settle).
    TrackPipeline(TrackSource source, QueueLimit limit, Time preroll, Seek first, Callbacks callbacks);
    ~TrackPipeline();
    TrackPipeline(const TrackPipeline&) = delete;
    TrackPipeline& operator=(const TrackPipeline&) = delete;

    /// The newest call wins. Thread: any.
    void seek(const Seek& seek);
    /// Asks both threads to end; join() waits for them. The stage's own outputs must be closed in between.
    void requestStop();
    void join();

    /// End of the last sample that was queued since the last seek.
    [[nodiscard]] Time bufferedUntil() const { return Time(m_bufferedUntil.load()); }
    [[nodiscard]] TrackKind kind() const { return m_feed.kind(); }
    [[nodiscard]] Time queuedTime() const { return m_queue.duration(); }
    [[nodiscard]] std::size_t queuedBytes() const { return m_queue.bytes(); }
    [[nodiscard]] std::size_t peakQueuedBytes() const { return m_queue.peakBytes(); }

private:
    enum class Kind { Begin, Change, Sample, End, Failure };
    struct Item {
        Kind kind = Kind::Sample;
        std::uint64_t serial = 0;
        std::size_t bytes = 0;
        Time duration{0};
        Sample sample;
        Seek seek;
        std::unique_ptr<Decoder> decoder;  ///< Of Change, and of Begin in another rung.
        std::size_t rung = 0;
        std::uint64_t change = 0;  ///< Which of all decoders that were sent after the first.
        Time from{0};
        std::optional<Error> error;
    };

    void demux();
    void decode();
    bool openTrack();
    std::optional<Seek> takeSeek();
    /// False when the thread should end.
    bool waitForSeek();
    [[nodiscard]] bool stopping() const;
    void begin(const Seek& seek, bool& running);
    bool forward(std::uint64_t serial);
    Status changeDecoder(Item& item);

    SampleFeed m_feed;
    const Time m_preroll;
    const Time m_firstTarget;
    const Callbacks m_callbacks;
    BoundedQueue<Item> m_queue;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Seek> m_pending;
    bool m_stopping = false;
    std::uint64_t m_changesSent = 0;  // by the demux thread only
    std::atomic<std::uint64_t> m_changesDone{0};
    std::atomic<std::int64_t> m_bufferedUntil{0};

    std::unique_ptr<DecodeStage> m_stage;  // Of the decode thread from its start.
    std::thread m_decodeThread;
    std::thread m_demuxThread;
};

}  // namespace keyreel::playback
