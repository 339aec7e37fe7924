#pragma once

#include "ui/models/engine.h"
#include "ui/shell/page_host.h"
#include "ui/shell/sleep_watch.h"

class QVBoxLayout;

namespace keyreel::ui {

class Avatar;
class Banner;
class Button;
class Card;
class CopyField;
class Devices;
class DevicesCard;
class IconTile;
class KeyValueTable;
class Label;
class MainWindow;
class QuorumDiagram;
class RecoveryKits;
class SettingsTable;
class SideColumn;

/// Who one is, on which computer, where the key lives, the 24 words, and who holds the shares.
class KeysPage : public PageHost {
    Q_OBJECT
public:
    KeysPage(Engine& engine, Devices& devices, RecoveryKits& kits, SettingsTable& settings,
             MainWindow& window, QWidget* parent = nullptr);

Q_SIGNALS:
    void unlockRequested();
    void joinRequested();
    void rejoinRequested();

protected:
    void showEvent(QShowEvent*) override;

private:
    QWidget* makeContent();
    Card* makeRecovery();
    SideColumn* makeSide();
    QWidget* makeSleepRow();
    /// A row of the keyring's card: the vault, and new keys for it.
    void addVault(QVBoxLayout* column);
    void follow();
    void followKit(const QString& blocked);
    void followNodes();

    Engine& m_engine;
    Devices& m_devices;
    RecoveryKits& m_kits;
    SettingsTable& m_settings;
    MainWindow& m_window;
    DevicesCard* m_devicesCard = nullptr;
    Button* m_add = nullptr;
    Avatar* m_avatar = nullptr;
    Label* m_name = nullptr;
    CopyField* m_account = nullptr;
    KeyValueTable* m_identity = nullptr;
    IconTile* m_keyringTile = nullptr;
    Label* m_keyring = nullptr;
    Label* m_keyringText = nullptr;
    Button* m_lock = nullptr;
    Button* m_newKeys = nullptr;
    Button* m_words = nullptr;
    IconTile* m_kitTile = nullptr;
    Label* m_kit = nullptr;
    Label* m_kitText = nullptr;
    Button* m_makeKit = nullptr;
    QuorumDiagram* m_quorum = nullptr;
    Label* m_nodesText = nullptr;
    QVBoxLayout* m_nodeRows = nullptr;
    SleepWatch m_sleep;
    bool m_wordsAsked = false;
};

}  // namespace keyreel::ui
