#pragma once

#include <QWidget>

#include "ui/models/engine.h"

namespace keyreel::ui {

class Label;
class MainWindow;

/// This computer was revoked by its account: nothing of the network opens, and recovery is what helps. Covers
/// the window while the engine says Revoked.
class RevokedPage : public QWidget {
    Q_OBJECT
public:
    RevokedPage(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

private:
    void follow();
    void restore();

    Engine& m_engine;
    MainWindow& m_window;
    Label* m_who = nullptr;
};

}  // namespace keyreel::ui
