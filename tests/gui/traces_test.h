#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What a film that was published and watched in the window leaves on the disk.
class TracesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// No 4 KiB of the film's bytes or of its decoded pictures, while it plays and after; and the search
    /// would find them.
    void aPlayedFilmLeavesNoClearTrace();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
