#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "core/media/text_track.h"

namespace keyreel::player {

/// The cues of one text track, found by time: in O(log n) for each cue that shows, also when one of them
/// shows from the beginning to the end. A value that does not change; built on any thread.
class CueTimeline {
public:
    using Time = std::chrono::milliseconds;
    /// As many show at once, and no more.
    static constexpr std::size_t kMostAtOnce = 16;

    CueTimeline() = default;
    explicit CueTimeline(std::vector<media::TextCue> cues);

    [[nodiscard]] std::size_t size() const { return m_cues.size(); }
    /// By place in the order of their begin.
    [[nodiscard]] const media::TextCue& at(std::size_t place) const { return m_cues[place]; }

    /// The places of the cues that show at `time`, in their order; the first kMostAtOnce of them.
    [[nodiscard]] std::vector<std::size_t> showing(Time time) const;

private:
    void collect(std::size_t node, std::size_t from, std::size_t to, std::size_t end, std::int64_t time,
                 std::vector<std::size_t>& out) const;

    std::vector<media::TextCue> m_cues;
    /// A binary tree over m_cues: the latest end below each node; node i has 2i and 2i + 1.
    std::vector<std::int64_t> m_latestEnd;
    std::size_t m_leaves = 1;
};

}  // namespace keyreel::player
