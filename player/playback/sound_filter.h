#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace keyreel::playback {

/// How sound is to be heard.
struct SoundWish {
    double speed = 1;   ///< 0.25 to 4, at the same pitch.
    bool even = false;  ///< Quiet parts are about as loud as loud ones.

    [[nodiscard]] bool changesNothing() const;
};

/// Changes 48 kHz stereo sound: its speed by libavfilter's atempo, its loudness by its dynaudnorm, which
/// looks three quarters of a second ahead, so that the last half second of a track stays about as it is for
/// who begins there. As many frames come out as went in, by the speed, so that their time can be counted.
/// Thread: one at a time.
class SoundFilter {
public:
    /// `media_decode_failed` when libavfilter lacks what is wanted.
    static Result<std::unique_ptr<SoundFilter>> create(const SoundWish& wish);
    ~SoundFilter();

    /// Appends what is ready to `out`; interleaved.
    Status process(std::span<const float> in, std::vector<float>& out);
    /// Appends the rest; nothing can follow.
    Status drain(std::vector<float>& out);

private:
    struct Graph;
    explicit SoundFilter(std::unique_ptr<Graph> graph);
    Status collect(std::vector<float>& out);
    std::unique_ptr<Graph> m_graph;
};

}  // namespace keyreel::playback
