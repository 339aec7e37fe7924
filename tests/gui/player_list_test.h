#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::ui {
class PlayerList;
}

namespace keyreel::gui_test {

/// Several films one after the other in the player of the real window.
class PlayerListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Files that are dropped, or a folder, are a list; keys, buttons, the panel by mouse and by keys.
    void walkedAndArranged();
    /// What comes after a film begins by itself, at once, or not at all.
    void upNext();
    /// A film that cannot be played stays on until the person goes on.
    void passedOverByChoice();
    /// Several films of the library; each is left where it was left.
    void fromTheLibrary();

private:
    /// Three films of 4, 6 and 8 seconds in a folder.
    QString makeFolder();
    void shoot(Person& person, const QString& name);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
