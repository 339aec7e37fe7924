#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Publishing is cancelled in the window while it runs. The gateway stands still meanwhile, so that the job
/// is certainly under way.
class CancelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// The button: the job is gone, here and at the gateway; the draft is back and can be published.
    void cancelByButton();
    /// Delete asks, Esc goes on, the question's act cancels; the next start does not go on with it.
    void cancelByDelete();
    /// Who answers the question too late has a published film and no question any more.
    void tooLateToCancel();

private:
    void begin(Person& person, bool granted);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
