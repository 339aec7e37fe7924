#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

#include "player/playback/track_source.h"

namespace keyreel::playback {

/// What a queue may hold. It is full when either limit is reached, and takes more only when it is below half
/// of both, so that a demuxer works in bursts.
struct QueueLimit {
    std::size_t bytes = 4 * 1024 * 1024;
    Time duration{1'000'000};
};

/// A queue between two threads, bounded by bytes and by duration, that belongs to one serial number at a
/// time. `T` has `serial`, `bytes` and `duration`. Thread: any.
template <class T>
class BoundedQueue {
public:
    enum class Push { Done, Stale, Closed };

    explicit BoundedQueue(QueueLimit limit) : m_limit(limit) {}

    /// Waits while the queue is full. An item of another serial than the queue's is dropped as stale, also
    /// when the serial changes during the wait.
    Push push(T item) {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_closed || item.serial != m_serial || !m_full; });
        return put(std::move(item));
    }

    /// For markers: never waits.
    Push pushAlways(T item) {
        const std::lock_guard lock(m_mutex);
        return put(std::move(item));
    }

    /// Waits for an item; nothing when closed.
    std::optional<T> pop() {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return m_closed || !m_items.empty(); });
        if (m_closed) return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        m_bytes -= item->bytes;
        m_duration -= item->duration;
        if (m_full && m_bytes <= m_limit.bytes / 2 && m_duration <= m_limit.duration / 2) {
            m_full = false;
            m_room.notify_all();
        }
        return item;
    }

    /// Drops everything and takes only items of `serial` from now on: one act.
    void clear(std::uint64_t serial) {
        const std::lock_guard lock(m_mutex);
        drop();
        m_serial = serial;
        m_room.notify_all();
    }

    /// Wakes everyone for good.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        drop();
        m_room.notify_all();
        m_filled.notify_all();
    }

    [[nodiscard]] std::size_t bytes() const {
        const std::lock_guard lock(m_mutex);
        return m_bytes;
    }
    [[nodiscard]] Time duration() const {
        const std::lock_guard lock(m_mutex);
        return m_duration;
    }
    [[nodiscard]] std::size_t peakBytes() const {
        const std::lock_guard lock(m_mutex);
        return m_peakBytes;
    }

private:
    Push put(T item) {
        if (m_closed) return Push::Closed;
        if (item.serial != m_serial) return Push::Stale;
        m_bytes += item.bytes;
        m_duration += item.duration;
        if (m_bytes > m_peakBytes) m_peakBytes = m_bytes;
        if (m_bytes >= m_limit.bytes || m_duration >= m_limit.duration) m_full = true;
        m_items.push_back(std::move(item));
        m_filled.notify_one();
        return Push::Done;
    }

    void drop() {
        m_items.clear();
        m_bytes = 0;
        m_duration = Time(0);
        m_full = false;
    }

    const QueueLimit m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_filled;
    std::deque<T> m_items;
    std::size_t m_bytes = 0;
    std::size_t m_peakBytes = 0;
    Time m_duration{0};
    std::uint64_t m_serial = 0;
    bool m_full = false;
    bool m_closed = false;
};

}  // namespace keyreel::playback
