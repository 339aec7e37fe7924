#include "player/sound_feed.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyreel::player {

namespace {

/// Sound that comes this late is left out instead of played late.
constexpr double kTooLate = 80'000;

double endOf(const playback::AudioBlock& block) {
    return block.start + block.frames * block.mediaPerFrame;
}

}  // namespace

SoundFeed::SoundFeed(std::shared_ptr<playback::AudioRing> ring, std::shared_ptr<MediaClock> clock)
    : m_ring(std::move(ring)), m_clock(std::move(clock)) {}

const playback::AudioBlock* SoundFeed::current() {
    const playback::AudioBlock* block = m_ring->front();
    // A slot of the ring is used again, so the address alone does not tell blocks apart after a seek.
    if (block != m_block || (block != nullptr && block->serial != m_serial)) {
        m_block = block;
        m_serial = block != nullptr ? block->serial : 0;
        m_taken = 0;
    }
    return block;
}

void SoundFeed::pull(std::span<float> samples, std::chrono::microseconds latency) {
    std::fill(samples.begin(), samples.end(), 0.0F);
    const std::lock_guard lock(m_mutex);
    if (!m_playing) return;
    const auto position = static_cast<double>(m_clock->position().count());
    const playback::AudioBlock* block = current();
    while (block != nullptr && endOf(*block) < position - kTooLate) {
        m_ring->pop();
        block = current();
    }
    if (block != nullptr) {
        const double next = block->start + m_taken * block->mediaPerFrame;
        m_clock->correct(std::chrono::microseconds(
            std::llround(next - static_cast<double>(latency.count()) * m_clock->rate())));
    }
    const auto wanted = static_cast<int>(samples.size() / kAudioChannels);
    const float step = wanted > 0 ? (m_wantedGain - m_gain) / static_cast<float>(wanted) : 0;
    for (int written = 0; written < wanted && block != nullptr;) {
        const int count = std::min(wanted - written, block->frames - m_taken);
        for (int i = 0; i < count; ++i) {
            const float gain = m_gain + step * static_cast<float>(written + i);
            for (int channel = 0; channel < kAudioChannels; ++channel)
                samples[static_cast<std::size_t>((written + i) * kAudioChannels + channel)] =
                    gain * block->samples[static_cast<std::size_t>((m_taken + i) * kAudioChannels + channel)];
        }
        written += count;
        m_taken += count;
        if (m_taken == block->frames) {
            m_ring->pop();
            m_block = nullptr;
            block = current();
        }
    }
    m_gain = m_wantedGain;
}

void SoundFeed::setPlaying(bool playing) {
    const std::lock_guard lock(m_mutex);
    m_playing = playing;
}

void SoundFeed::setVolume(double volume) {
    const std::lock_guard lock(m_mutex);
    m_wantedGain = static_cast<float>(volume * volume * volume);
}

void SoundFeed::dropUntil(std::chrono::microseconds position) {
    const std::lock_guard lock(m_mutex);
    for (const playback::AudioBlock* block = current();
         block != nullptr && endOf(*block) <= static_cast<double>(position.count()); block = current()) {
        m_ring->pop();
        m_block = nullptr;
    }
}

bool SoundFeed::empty() {
    const std::lock_guard lock(m_mutex);
    return current() == nullptr;
}

}  // namespace keyreel::player
