#pragma once

#include <QWidget>
#include <utility>

#include "ui/models/engine.h"

namespace keyreel::ui {

class Banner;
class Button;
class Field;
class MainWindow;
class StatusLine;

/// The first window: what Keyreel does as one picture, and an identity in one press. Shown only while the
/// engine says FirstRun or KeyLost.
class FirstRunPage : public QWidget {
    Q_OBJECT
public:
    FirstRunPage(Engine& engine, MainWindow& window, QWidget* parent = nullptr);

    /// Whether the identity under way is made for joining somebody else's devices; told once.
    [[nodiscard]] bool takeJoining() { return std::exchange(m_joining, false); }
    /// The names that the system knows, for fields that may be changed.
    static QString systemPersonName();
    static QString systemComputerName();

Q_SIGNALS:
    void openLinkRequested();

private:
    QWidget* makePicture();
    QWidget* makeForm();
    void follow();
    void create();
    void join();
    void restore();
    void fail(const Error& error);

    Engine& m_engine;
    MainWindow& m_window;
    Field* m_name = nullptr;
    Field* m_computer = nullptr;
    Button* m_create = nullptr;
    Button* m_words = nullptr;
    Button* m_unlock = nullptr;
    StatusLine* m_keyring = nullptr;
    Banner* m_banner = nullptr;
    Button* m_join = nullptr;
    bool m_joining = false;
};

}  // namespace keyreel::ui
