#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What comes to the player page as a film: clear files, what is none, and what was changed or stays away.
class PlayerSourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// A clear file plays by drop; its chapters are on the bar; what is no film says so.
    void clearFiles();
    /// A part that was changed at the gateway is refused in words; leaving takes no time while it is silent.
    void changedPartAndSilentGateway();

private:
    /// What the player shows, 1440 px wide in both themes, kept as a file.
    void shoot(Person& person, const QString& name);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
