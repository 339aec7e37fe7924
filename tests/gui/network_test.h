#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Servers of the embedded network that die while the window lives.
class NetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Trying again after the gateway was killed starts it and plays; F5 brings back whatever is dead.
    void deadServersComeBackByTryingAgain();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
