#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "player/playback/picture.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

/// Small pictures for the scrub bar: key frames only, made on a thread of its own from a source of its own,
/// one at a time, the newest request wins. Results stay in memory (16 MiB, least recently used go first), are
/// wiped, and never reach a disk. Thread: any; the callback comes on the thumbnailer's thread.
class Thumbnailer {
public:
    /// The time that was asked for and its picture; a film that cannot be read gives none.
    using Ready = std::function<void(Time asked, const Picture& picture)>;

    /// Pictures fit into `boxWidth` x `boxHeight`. Nothing is opened before the first request.
    Thumbnailer(TrackSource video, int boxWidth, int boxHeight, Ready ready);
    /// Ends within 250 ms, also when the source hangs; no callback runs afterwards.
    ~Thumbnailer();
    Thumbnailer(const Thumbnailer&) = delete;
    Thumbnailer& operator=(const Thumbnailer&) = delete;

    /// Answers through the callback, at the latest when nothing newer was asked.
    void request(Time at);
    [[nodiscard]] std::size_t cachedBytes() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::playback
