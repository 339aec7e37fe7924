#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Films that a packager cut into segments, opened from a folder.
class PlayerPackagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// A protected DASH package of two codings, dropped as a folder: asks for its key, plays, changes
    /// quality.
    void protectedFolder();
    /// An HLS playlist by the dialog, by drop and from outside, with its text; what is missing of it is said.
    void playlists();

private:
    /// A folder with a package; empty when it could not be made.
    QString package(const QString& name, bool isProtected);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
