#pragma once

#include <QWidget>

namespace keyreel::ui {

class Button;
class Label;
class WatchFolder;

/// Which folder is watched, and the way to another or to none.
class WatchFolderControl : public QWidget {
    Q_OBJECT
public:
    explicit WatchFolderControl(WatchFolder& watch, QWidget* parent = nullptr);

private:
    void choose();
    void follow();

    WatchFolder& m_watch;
    Label* m_name;
    Button* m_choose;
    Button* m_stop;
};

}  // namespace keyreel::ui
