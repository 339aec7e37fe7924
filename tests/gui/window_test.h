#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// Drives the real window through what a person does with it.
class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// From nothing to a published film and its link, by the mouse; a film is dropped on the window.
    void creatorJourney();
    /// A second person is refused with the reason, let in by the first, and sees the film move.
    void viewerJourney();
    /// A locked keyring is asked to be unlocked; it never looks like a first start.
    void lockedKeyring();
    /// Drafts outlive the window; what is no film is refused in words; wrong words are named.
    void draftsAndRefusals();
    /// Settings apply at once and are found; Create works in a narrow window; the palette leads to a draft.
    void settingsAndNarrowWindow();
    /// At the next start an interrupted job goes on unasked, a paused one only when the person says so.
    void interruptedAndPausedJobs();
    /// Another draft is opened before the first one has become a job: it stays as it is.
    void otherDraftMeanwhile();

private:
    void makeFilm();
    void begin(Person& person);
    QString publish(Person& person, bool granted);

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QString m_film;
};

}  // namespace keyreel::gui_test
