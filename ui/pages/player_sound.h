#pragma once

#include <QObject>

#include "player/player.h"
#include "ui/pages/player_keys.h"

namespace keyreel::ui {

class KeyFeedback;
class SettingsTable;
class TracksPanel;

/// How all films sound, and from where: whether quiet parts are made louder, and the device. Kept for the
/// person. There is a choice of devices only where there are several, or the chosen one is gone.
class PlayerSound : public QObject {
    Q_OBJECT
public:
    /// `settings` may be null.
    PlayerSound(player::Player& player, TracksPanel& panel, KeyFeedback& feedback, SettingsTable* settings,
                QObject* parent);

    /// False for what is not about this.
    bool act(const PlayerKey& key);

private:
    void setEven(bool even);
    void chooseDevice(const QString& id);
    void showDevices();

    player::Player& m_player;
    TracksPanel& m_panel;
    KeyFeedback& m_feedback;
    SettingsTable* m_settings;
    QString m_device;  ///< Empty: the system's default.
    QString m_deviceName;
};

}  // namespace keyreel::ui
