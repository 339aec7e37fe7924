#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "player/player.h"
#include "ui/shell/media_session.h"

namespace keyreel::ui {

class MainWindow;
class PlayerControls;
class PlayerList;

/// Media keys and the desktop's media controls at the film that plays, through MediaSession. Next and
/// previous are the films of a list, else its chapters; stop goes back to its start and stands there.
class PlayerRemote : public QObject {
    Q_OBJECT
public:
    PlayerRemote(player::Player& player, PlayerControls& controls, PlayerList& list, MainWindow& window,
                 QObject* parent);

    /// Who the film is that is opened next, or is open already.
    void setFilm(const QString& title, const QString& maker);

private:
    void connectSession();
    void connectPlayer();
    void follow();
    void followPosition(qint64 ms);
    void followState(player::PlayerState state);
    [[nodiscard]] bool canGo(int by) const;
    [[nodiscard]] MediaState now() const;

    player::Player& m_player;
    PlayerControls& m_controls;
    PlayerList& m_list;
    MainWindow& m_window;
    MediaSession m_session;
    QString m_title;
    QString m_maker;
    QElapsedTimer m_since;  ///< Since m_position was told.
    qint64 m_position = 0;
    bool m_stopped = false;  ///< By a stop, until it plays or is sought.
    bool m_stalled = false;
};

}  // namespace keyreel::ui
