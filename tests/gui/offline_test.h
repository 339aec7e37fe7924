#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// What needs no network: kept films, and proofs of how a film was opened.
class OfflineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// A film is kept for the seven days that its maker allows, plays with every server dead, ends, also for
    /// a clock that is turned back, is renewed by one button, and is given back.
    void keptForAWeek();
    /// Several films chosen in the library are kept one after the other; why one of them cannot be is said
    /// with its title, and without a network the library shows which ones open. Cancel leaves out those that
    /// wait.
    void severalAtOnce();
    /// The proof of an opening goes to a file; the Activity page says what it proves, and that a changed one
    /// proves nothing.
    void proofTravels();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
