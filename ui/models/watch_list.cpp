#include "ui/models/watch_list.h"

#include <algorithm>

namespace keyreel::ui {

std::optional<qsizetype> WatchList::after(qsizetype by) const {
    const qsizetype place = m_now + by;
    return has(place) ? std::optional(place) : std::nullopt;
}

void WatchList::setNow(qsizetype place) {
    if (has(place)) m_now = place;
}

void WatchList::move(qsizetype from, qsizetype to) {
    if (!has(from) || !has(to)) return;
    m_films.move(from, to);
    if (m_now == from)
        m_now = to;
    else if (from < m_now && to >= m_now)
        --m_now;
    else if (from > m_now && to <= m_now)
        ++m_now;
}

bool WatchList::remove(qsizetype place) {
    if (!has(place) || place == m_now) return false;
    m_films.removeAt(place);
    if (place < m_now) --m_now;
    return true;
}

void WatchList::insert(qsizetype place, const ListedFilm& film) {
    const qsizetype at = std::clamp<qsizetype>(place, 0, m_films.size());
    if (at <= m_now && !m_films.isEmpty()) ++m_now;
    m_films.insert(at, film);
}

}  // namespace keyreel::ui
