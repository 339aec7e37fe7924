#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The player page of the real window: how a link becomes a picture, and what each key and control does then.
class PlayerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Two clicks at most for who never had a link, none for who comes back, who goes on where they stopped.
    void linkToPicture();
    /// Every key of the design's section 6 that the player has.
    void everyKey();
    /// What is done with the mouse: thumbnails, repeating a part, speed, statistics.
    void barAndPanels();

private:
    void makeFilm(int seconds);
    /// What the player shows, 1440 px wide in both themes, kept as a file.
    void shoot(Person& person, const QString& name);
    /// Publishes the film and opens it paused; its link.
    QString openPaused(Person& person);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
