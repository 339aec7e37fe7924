#pragma once

#include "ui/models/engine.h"
#include "ui/shell/page_host.h"

class QVBoxLayout;

namespace keyreel::ui {

class Avatar;
class Banner;
class Button;
class CopyField;
class Devices;
class DevicesCard;
class IconTile;
class KeyValueTable;
class Label;
class MainWindow;
class QuorumDiagram;
class SideColumn;

/// Who one is, on which computer, where the key lives, the 24 words, and who holds the shares.
class KeysPage : public PageHost {
    Q_OBJECT
public:
    KeysPage(Engine& engine, Devices& devices, MainWindow& window, QWidget* parent = nullptr);

Q_SIGNALS:
    void unlockRequested();
    void joinRequested();
    void rejoinRequested();

protected:
    void showEvent(QShowEvent*) override;

private:
    QWidget* makeContent();
    SideColumn* makeSide();
    void follow();
    void followNodes();

    Engine& m_engine;
    Devices& m_devices;
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
    Button* m_words = nullptr;
    QuorumDiagram* m_quorum = nullptr;
    Label* m_nodesText = nullptr;
    QVBoxLayout* m_nodeRows = nullptr;
    bool m_wordsAsked = false;
};

}  // namespace keyreel::ui
