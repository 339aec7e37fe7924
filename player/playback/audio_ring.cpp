#include "player/playback/audio_ring.h"

#include <chrono>
#include <utility>

namespace keyreel::playback {

namespace {

/// The consumer takes no lock, so it cannot wake the producer; half a block is soon enough.
constexpr std::chrono::milliseconds kLook{5};

}  // namespace

AudioRing::AudioRing() : m_blocks(std::make_unique<std::array<AudioBlock, kCapacity>>()) {}

AudioBlock* AudioRing::beginWrite() {
    const std::size_t written = m_written.load(std::memory_order_relaxed);
    if (written - m_read.load(std::memory_order_acquire) == kCapacity) return nullptr;
    return &(*m_blocks)[written % kCapacity];
}

void AudioRing::endWrite() {
    m_written.store(m_written.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

bool AudioRing::waitForRoom(std::uint64_t serial) {
    std::unique_lock lock(m_mutex);
    while (!m_closed && m_state.serial == serial) {
        if (beginWrite() != nullptr) return true;
        m_changed.wait_for(lock, kLook);
    }
    return false;
}

void AudioRing::finish(std::uint64_t serial, std::optional<Error> error) {
    const std::lock_guard lock(m_mutex);
    if (serial != m_state.serial) return;
    m_state.finished = true;
    m_state.error = std::move(error);
}

const AudioBlock* AudioRing::front() {
    const std::uint64_t current = serial();
    for (;;) {
        const std::size_t read = m_read.load(std::memory_order_relaxed);
        if (read == m_written.load(std::memory_order_acquire)) return nullptr;
        const AudioBlock& block = (*m_blocks)[read % kCapacity];
        if (block.serial == current) return &block;
        pop();
    }
}

void AudioRing::pop() {
    m_read.store(m_read.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

std::size_t AudioRing::size() const {
    // Read before written: the difference can then only be too large, never negative.
    const std::size_t read = m_read.load(std::memory_order_acquire);
    return m_written.load(std::memory_order_acquire) - read;
}

OutputState AudioRing::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void AudioRing::clear(std::uint64_t serial) {
    const std::lock_guard lock(m_mutex);
    m_state = {serial, false, std::nullopt};
    m_serial.store(serial, std::memory_order_release);
    m_changed.notify_all();
}

void AudioRing::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

}  // namespace keyreel::playback
