#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// How films sound, and from where, in the real window beside a real sound server with two devices.
class SoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// By mouse and by keys, kept for the next start, also while the device is gone.
    void chosenOutput();
    void evenLoudness();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
