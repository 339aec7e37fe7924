#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The picture as a person wants it: enlarged, moved, turned, in another shape and light, remembered, put
/// back, and in a small window that stays on top.
class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void shownAsThePersonWants();
    void smallWindow();
    void savedAsAFile();

private:
    World m_world;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
