#include "player/cue_timeline.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace keyreel::player {

CueTimeline::CueTimeline(std::vector<media::TextCue> cues) : m_cues(std::move(cues)) {
    std::stable_sort(m_cues.begin(), m_cues.end(),
                     [](const auto& a, const auto& b) { return a.begin < b.begin; });
    while (m_leaves < m_cues.size())
        m_leaves *= 2;
    m_latestEnd.assign(2 * m_leaves, std::numeric_limits<std::int64_t>::min());
    for (std::size_t i = 0; i < m_cues.size(); ++i)
        m_latestEnd[m_leaves + i] = m_cues[i].end;
    for (std::size_t node = m_leaves - 1; node > 0; --node)
        m_latestEnd[node] = std::max(m_latestEnd[2 * node], m_latestEnd[2 * node + 1]);
}

std::vector<std::size_t> CueTimeline::showing(Time time) const {
    std::vector<std::size_t> out;
    const auto begun = std::upper_bound(m_cues.begin(), m_cues.end(), time.count(),
                                        [](std::int64_t at, const auto& cue) { return at < cue.begin; });
    const auto end = static_cast<std::size_t>(begun - m_cues.begin());
    if (end > 0) collect(1, 0, m_leaves, end, time.count(), out);
    return out;
}

void CueTimeline::collect(std::size_t node, std::size_t from, std::size_t to, std::size_t end,
                          std::int64_t time, std::vector<std::size_t>& out) const {
    if (from >= end || m_latestEnd[node] <= time || out.size() == kMostAtOnce) return;
    if (to - from == 1) {
        out.push_back(from);
        return;
    }
    const std::size_t middle = (from + to) / 2;
    collect(2 * node, from, middle, end, time, out);
    collect(2 * node + 1, middle, to, end, time, out);
}

}  // namespace keyreel::player
