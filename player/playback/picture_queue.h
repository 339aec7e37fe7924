#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

#include "core/base/result.h"
#include "player/playback/picture.h"

namespace keyreel::playback {

/// How far a track's output has come.
struct OutputState {
    std::uint64_t serial = 0;
    bool finished = false;       ///< Nothing follows what is queued.
    std::optional<Error> error;  ///< Why, when it was not the end of the film.
};

/// The few pictures between the decoder, which waits for room, and the screen, which never waits. Thread:
/// any.
class PictureQueue {
public:
    static constexpr std::size_t kCapacity = 3;

    /// Waits for room; false when the picture is stale or the queue closed.
    bool push(Picture picture);
    void finish(std::uint64_t serial, std::optional<Error> error);

    [[nodiscard]] std::optional<Time> nextTime() const;
    /// The picture after the next one.
    [[nodiscard]] std::optional<Time> secondTime() const;
    std::optional<Picture> take();
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] OutputState state() const;

    void clear(std::uint64_t serial);
    void close();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::deque<Picture> m_pictures;
    OutputState m_state;
    bool m_closed = false;
};

}  // namespace keyreel::playback
