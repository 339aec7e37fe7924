#pragma once

#include <memory>
#include <mutex>

#include "player/audio_output.h"
#include "player/media_clock.h"
#include "player/playback/audio_ring.h"

namespace keyreel::player {

/// Takes decoded sound out of the engine for a device, or lets it go by when there is none, and tells the
/// clock what is heard. Thread: pull() on the device's, the rest on the GUI's.
class SoundFeed final : public AudioFeed {
public:
    SoundFeed(std::shared_ptr<playback::AudioRing> ring, std::shared_ptr<MediaClock> clock);

    void pull(std::span<float> samples, std::chrono::microseconds latency) override;

    /// While false a device gets silence and nothing is taken.
    void setPlaying(bool playing);
    /// 0 to 1, as loud as a person expects of it.
    void setVolume(double volume);
    /// Lets go of what was due before `position`, and of everything that a seek has made stale.
    void dropUntil(std::chrono::microseconds position);
    /// Nothing is there to be taken right now.
    [[nodiscard]] bool empty();

private:
    const playback::AudioBlock* current();

    std::shared_ptr<playback::AudioRing> m_ring;
    std::shared_ptr<MediaClock> m_clock;
    std::mutex m_mutex;
    const playback::AudioBlock* m_block = nullptr;
    std::uint64_t m_serial = 0;
    int m_taken = 0;  // Frames of m_block.
    bool m_playing = false;
    float m_gain = 1;
    float m_wantedGain = 1;
};

}  // namespace keyreel::player
