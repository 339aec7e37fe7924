#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What a maker publishes alike: saved under a name, applied, undone, renamed, deleted, and begun with.
class PresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void savedAppliedAndBegunWith();

private:
    World m_world;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
