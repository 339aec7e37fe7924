#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Subtitles that have a look of their own: inside a film with their fonts, in a file beside it, in full
/// screen, the small window and an enlarged picture, and in the person's look instead.
class StyledTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void insideAFilm();
    void fromAFile();

private:
    [[nodiscard]] QString plainFilm();
    /// With the script and its font inside.
    [[nodiscard]] QString styledFilm();

    World m_world;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
