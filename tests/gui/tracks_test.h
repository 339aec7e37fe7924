#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Sound tracks and subtitles of the player, by mouse and by key, of clear files and of protected films.
class TracksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void clearFile();
    void protectedFilm();
    void looksAndSecondText();
    void transcript();

private:
    void makeFilm();
    [[nodiscard]] bool shows(Person& person, const QString& text);

    World m_world;
    QString m_film;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
