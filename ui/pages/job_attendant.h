#pragma once

#include <QObject>

#include "ui/shell/desktop_session.h"

namespace keyreel::ui {

class Engine;
class MainWindow;
class PublishPage;
class SettingsTable;

/// Looks after the jobs while nobody looks at the window: the desktop tells of a film that is published or
/// failed, the taskbar shows how far all of them are, the computer does not go to sleep while jobs run, and
/// what a person chose follows when the last one is done. Belongs to the window.
class JobAttendant : public QObject {
    Q_OBJECT
public:
    JobAttendant(Engine& engine, SettingsTable& settings, PublishPage& page, MainWindow& window);

private:
    void follow();
    void finish();
    void runCommand();
    void showProgress();

    Engine& m_engine;
    SettingsTable& m_settings;
    MainWindow& m_window;
    DesktopSession m_desktop;
    bool m_busy = false;     ///< Something runs or is about to.
    bool m_working = false;  ///< Or waits for its network.
    int m_published = 0;     ///< Since the jobs began to run.
};

}  // namespace keyreel::ui
