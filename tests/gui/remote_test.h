#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The desktop's media controls at the film that plays: asked and told over a real session bus by other
/// processes, as media keys, lock screens and phones do.
class RemoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void chaptersAndEveryCommand();
    /// Next and previous are films, not chapters, where there are several.
    void filmsOfAList();
    void protectedFilmShowsNoPicture();
    void secondWindowHasANameOfItsOwn();
    void withoutABus();

private:
    World m_world;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
