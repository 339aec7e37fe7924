#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Several jobs: paused, resumed, reordered, over a restart and over kill -9.
class QueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// By keys and by the mouse; the next start has the same order and the same paused jobs, and they are
    /// published in that order.
    void reorderedAndPausedOverARestart();
    /// A second process, killed with paused and reordered jobs.
    void killedWhilePausedAndReordered();
    /// As chosen in the settings, for this time only.
    void quitsWhenAllIsPublished();
    /// A gateway that dies in the middle of an upload: the film waits, says so, and goes on untouched.
    void goesOnWhenTheGatewayAnswersAgain();
    /// Asked for in the settings, off otherwise; its arguments are what was written, whatever a shell would
    /// make of them.
    void runsACommandWhenAllIsPublished();

private:
    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

/// What that second process does: jobs, an order, and then nothing until it is killed.
int waitToBeKilled(const QString& folder, const QString& film);

}  // namespace keyreel::gui_test
