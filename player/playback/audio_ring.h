#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/result.h"
#include "player/playback/picture_queue.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

inline constexpr int kSoundRate = 48'000;
inline constexpr int kSoundChannels = 2;
inline constexpr int kBlockFrames = 480;

/// Up to 10 ms of sound with its place in the film.
struct AudioBlock {
    std::uint64_t serial = 0;
    double start = 0;  ///< Media time of the first frame, microseconds.
    double mediaPerFrame =
        0;  ///< Media time that one frame covers, microseconds: 1e6 / 48000 times the speed.
    int frames = 0;
    std::array<float, kBlockFrames * kSoundChannels> samples{};  ///< Interleaved.
};

/// Sound on its way from the decoder to the device: a lock-free ring for one producer and one consumer.
/// Blocks of an old serial are left to the consumer to drop, which is why a seek needs no lock, either.
class AudioRing {
public:
    static constexpr std::size_t kCapacity = 40;  ///< 400 ms.

    AudioRing();

    /// Producer: the block to fill, null when the ring is full.
    AudioBlock* beginWrite();
    void endWrite();
    /// Producer: waits for room; false when `serial` is stale or the ring closed.
    bool waitForRoom(std::uint64_t serial);
    void finish(std::uint64_t serial, std::optional<Error> error);

    /// Consumer: the oldest block of the current serial, null when there is none. Older serials are dropped.
    const AudioBlock* front();
    void pop();

    /// Any thread: what is queued, stale blocks included.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::uint64_t serial() const { return m_serial.load(std::memory_order_acquire); }
    [[nodiscard]] OutputState state() const;
    void clear(std::uint64_t serial);
    void close();

private:
    std::unique_ptr<std::array<AudioBlock, kCapacity>> m_blocks;
    std::atomic<std::size_t> m_written{0};
    std::atomic<std::size_t> m_read{0};
    std::atomic<std::uint64_t> m_serial{0};
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    OutputState m_state;
    bool m_closed = false;
};

}  // namespace keyreel::playback
