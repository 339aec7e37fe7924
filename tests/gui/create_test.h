#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What the form of a draft says is what becomes public, over a restart, too.
class CreateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Two pictures are chosen, undone and chosen again; the published film holds exactly these.
    void twoRungs();
    /// Those of the file are there, one is renamed and one added; the player jumps by what was published.
    void chapters();
    /// Drafts and films go to the trash and come back, at once and after a restart; what is published stays
    /// so.
    void trash();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
