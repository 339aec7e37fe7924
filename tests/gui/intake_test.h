#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Many files at once, wherever they are let go.
class IntakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// Files and a folder together: forty drafts, one message for the rest, and all can be published by one
    /// act that says what it will do.
    void fortyFilesAndThreeThatAreNone();
    /// Over a field of another draft, and pasted as a file manager copies them.
    void overAFieldAndFromTheClipboard();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
