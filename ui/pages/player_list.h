#pragma once

#include <QObject>

#include "player/player.h"
#include "ui/models/watch_list.h"
#include "ui/pages/player_keys.h"

namespace keyreel::ui {

class FilmListPanel;
class KeyFeedback;
class ToastHost;
class TransportBar;
class UpNextCard;

/// The films that are watched one after the other: by the bar's buttons, by keys, out of the list, and by
/// themselves after a moment at the end of a film. A film that cannot be opened stays on until the person
/// goes on. One film alone is no list, and nothing of this is seen.
class PlayerList : public QObject {
    Q_OBJECT
public:
    PlayerList(player::Player& player, TransportBar& bar, FilmListPanel& panel, UpNextCard& card,
               KeyFeedback& feedback, ToastHost& toasts, QObject* parent);

    /// Asks for the first one with wanted().
    void open(QList<ListedFilm> films);
    void clear();
    [[nodiscard]] bool isOn() const { return m_list.films().size() > 1; }
    [[nodiscard]] const WatchList& list() const { return m_list; }
    [[nodiscard]] bool canGo(int by) const { return isOn() && m_list.after(by).has_value(); }
    void go(int by);
    /// False for what is not the list's, or while there is none.
    bool act(const PlayerKey& key);

Q_SIGNALS:
    void wanted(const keyreel::ui::ListedFilm& film);
    /// What is on, or what stands around it.
    void changed();

private:
    void connectPanel();
    void goTo(qsizetype place);
    void remove(qsizetype place);
    void follow();
    void showNext();
    void followState(player::PlayerState state);

    player::Player& m_player;
    TransportBar& m_bar;
    FilmListPanel& m_panel;
    UpNextCard& m_card;
    KeyFeedback& m_feedback;
    ToastHost& m_toasts;
    WatchList m_list;
    quint64 m_lists = 0;  ///< Counts them.
};

}  // namespace keyreel::ui
