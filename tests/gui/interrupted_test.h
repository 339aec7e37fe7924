#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Jobs that something ends in the middle, and that go on.
class InterruptedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// kill -9 while one film is out, one is uploaded, one is paused there, one is encrypted, one waits and
    /// one has failed: the next start goes on with what a person wants, and each is published once.
    void killedInSixStages();
    /// The keyring is locked in an upload: it stands still, and goes on after the unlock.
    void lockedHalfWay();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
