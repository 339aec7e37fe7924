#include "core/adaptive/disk_codings.h"

namespace keyreel::adaptive {

std::optional<std::size_t> DiskCodings::standIn(std::size_t wanted) const {
    for (std::size_t i = wanted + 1; i-- > 0;)
        if (!m_broken.contains(i)) return i;
    for (std::size_t i = wanted + 1; i < m_rungs.size(); ++i)
        if (!m_broken.contains(i)) return i;
    return std::nullopt;
}

std::size_t DiskCodings::choose(std::size_t segment) {
    const std::lock_guard lock(m_mutex);
    const bool goesOn = m_reading && segment == *m_reading + 1;
    if (!goesOn) m_broken.clear();
    m_reading = segment;
    const std::size_t wanted = m_state.fixed.value_or(m_rungs.size() - 1);
    const std::size_t rung = standIn(wanted).value_or(wanted);
    if (goesOn && m_state.rung != rung) ++m_state.changes;
    m_state.rung = rung;
    return rung;
}

std::optional<std::size_t> DiskCodings::instead(std::size_t segment, std::size_t rung) {
    const std::lock_guard lock(m_mutex);
    if (rung >= m_rungs.size() || segment >= m_starts.size()) return std::nullopt;
    m_broken.insert(rung);
    const auto other = standIn(rung);
    if (!other) return std::nullopt;
    m_reading = segment;
    ++m_state.changes;
    ++m_state.replaced;
    m_state.lastReplaced = Replaced{segment, rung, *other};
    m_state.rung = other;
    return other;
}

void DiskCodings::fix(std::optional<std::size_t> rung) {
    const std::lock_guard lock(m_mutex);
    if (!rung || *rung < m_rungs.size()) m_state.fixed = rung;
}

PictureCodings::State DiskCodings::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

}  // namespace keyreel::adaptive
