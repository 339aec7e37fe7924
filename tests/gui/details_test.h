#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What people read and see of a film, before it is out and afterwards.
class DetailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// One of the sharpest pictures, any along the strip, a part of it, a file; undone, kept, and published.
    void posterOfRealFrames();
    /// By mouse and keys, suggested from before, undone; published, shown, found and filtered.
    void tags();
    /// Words, tags and poster of a film that is out: cancelled, refused, signed, and seen by who has the
    /// link.
    void editedWhileOut();
    /// After a person has agreed, and only then; a file for this account alone, never over another.
    void keysInTheClear();
    /// By Ctrl, Shift and keys; copied, dragged and thrown away together, and back again.
    void severalFilms();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
