#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What a person sets along a film's time is in the draft and its undo, over a restart, too.
class TimelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Added, moved, named and removed by keys and mouse, undone and done again.
    void chaptersAlongTheFilm();
    /// A film that is gone when its pictures are wanted, and lines that nobody can read as chapters.
    void withoutPicturesAndWithBrokenLines();

    /// What is cut off by keys and mouse, and told where it really begins, is not in what is published.
    void onlyAPartIsPublished();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
};

}  // namespace keyreel::gui_test
