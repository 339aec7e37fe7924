#pragma once

#include <QList>
#include <QString>
#include <optional>
#include <utility>

namespace keyreel::ui {

/// A film that is to be watched.
struct ListedFilm {
    QString link;  ///< Empty: a clear file, `file`.
    QString file;
    QString title;
    QString note;  ///< One quiet line; may be empty.

    bool operator==(const ListedFilm&) const = default;
};

/// Films in the order in which they are watched, one of which is on. A value; it ends where it ends and
/// never begins again by itself.
class WatchList {
public:
    WatchList() = default;
    /// The first film is on.
    explicit WatchList(QList<ListedFilm> films) : m_films(std::move(films)) {}

    [[nodiscard]] const QList<ListedFilm>& films() const { return m_films; }
    /// Place of the film that is on.
    [[nodiscard]] qsizetype now() const { return m_now; }
    /// Place of the film that many further on (negative: back); nothing beyond either end.
    [[nodiscard]] std::optional<qsizetype> after(qsizetype by) const;
    /// Places beyond the list change nothing, here and below. The film that is on stays on, wherever it goes.
    void setNow(qsizetype place);
    void move(qsizetype from, qsizetype to);
    /// False for the film that is on: it is left, not removed.
    bool remove(qsizetype place);
    /// At `place`, or at the end where that is past it.
    void insert(qsizetype place, const ListedFilm& film);

private:
    [[nodiscard]] bool has(qsizetype place) const { return place >= 0 && place < m_films.size(); }
    QList<ListedFilm> m_films;
    qsizetype m_now = 0;
};

}  // namespace keyreel::ui
