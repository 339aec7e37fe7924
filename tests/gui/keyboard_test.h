#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The window without a mouse.
class KeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// From nothing to a published film that plays: only keys, and the focus is always to be seen.
    void creatorJourneyByKeys();
    /// On every page and sheet Tab comes to every control once, in reading order, and each has a name.
    void tabOnEveryPage();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
