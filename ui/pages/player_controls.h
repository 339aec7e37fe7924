#pragma once

#include <QObject>
#include <optional>

#include "player/player.h"
#include "ui/pages/player_keys.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::ui {

class KeyFeedback;
class PlayerMenu;
class SettingsTable;

/// Everything that a person does to the film that runs: by the bar, by the speed menu, by keys and by the
/// wheel. Keeps the bar and the player at one; a pill says what a key did while the bar is hidden.
class PlayerControls : public QObject {
    Q_OBJECT
public:
    PlayerControls(player::Player& player, TransportBar& bar, PlayerMenu& speedMenu, KeyFeedback& feedback,
                   SettingsTable* settings, QObject* parent);

    /// False for what is the page's: full screen, panels, leaving.
    bool act(const PlayerKey& key);
    /// Whether there is a chapter that many further on (negative: back) to go to.
    [[nodiscard]] bool canChangeChapter(int by) const { return chapterAfter(by).has_value(); }
    /// The pill, unless the bar shows it already.
    void say(const QString& text);

private:
    void connectPlayer();
    void connectBar();
    void followPosition(qint64 ms);
    void seekTo(qint64 ms);
    void skip(qint64 ms);
    void step(qint64 frames);
    void changeChapter(qint64 chapters);
    [[nodiscard]] std::optional<int> chapterAfter(qint64 chapters) const;
    void changeVolume(double delta);
    void toggleMute();
    void setSpeed(double speed);
    void chooseSpeed();
    void changeLoop();
    void showLoop();
    [[nodiscard]] qint64 duration() const;
    [[nodiscard]] qint64 position() const;

    player::Player& m_player;
    TransportBar& m_bar;
    PlayerMenu& m_speedMenu;
    KeyFeedback& m_feedback;
    SettingsTable* m_settings;
    qint64 m_loopStart = -1;  ///< Chosen, while the end is not.
};

}  // namespace keyreel::ui
