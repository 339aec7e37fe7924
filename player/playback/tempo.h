#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace keyreel::playback {

/// Makes 48 kHz stereo sound faster or slower at the same pitch (libavfilter's atempo). Thread: one at a
/// time.
class Tempo {
public:
    /// `speed` 0.25 to 4. `media_decode_failed` when libavfilter has no atempo.
    static Result<std::unique_ptr<Tempo>> create(double speed);
    ~Tempo();

    /// Appends what is ready to `out`; interleaved.
    Status process(std::span<const float> in, std::vector<float>& out);
    /// Appends the rest; nothing can follow.
    Status drain(std::vector<float>& out);

private:
    struct Graph;
    explicit Tempo(std::unique_ptr<Graph> graph);
    Status collect(std::vector<float>& out);
    std::unique_ptr<Graph> m_graph;
};

}  // namespace keyreel::playback
