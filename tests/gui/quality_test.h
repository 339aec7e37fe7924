#pragma once

#include <QObject>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The codings of a film: chosen by mouse and by key, remembered, adapting, and said.
class QualityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ladderFilm();
    void oneQuality();
    void damagedPartOfOneCoding();

private:
    QString publish(Person& person, const QString& film);

    World m_world;
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
