#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Pictures of the real window.
class ScreenshotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Every page in both themes and three widths, kept as files.
    void screenshots();

private:
    void shoot(Person& person, const QString& name);
    void shootDragOver(Person& person);
    void shootOffline();

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
