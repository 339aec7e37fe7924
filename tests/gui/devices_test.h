#pragma once

#include <QObject>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// More than one computer: each person here sits at another.
class DevicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// A new computer joins by the code that it shows, is lent for a day, named anew, plays, is taken back,
    /// says so, and joins again with a new key.
    void lentForADay();
    /// A computer that its account revoked says so instead of failing, and comes back by the words and by a
    /// kit, as a new device.
    void revokedComputer();
    /// A kit and its page are made in the window, nothing is written over, and another computer comes back by
    /// the kit: identity, films and drafts.
    void recoveryKit();
    /// Joining and adding without a mouse.
    void joinedByKeys();
    /// The vault gets new keys from its page, and everything opens as before, also after a restart.
    void newVaultKeys();

private:
    std::unique_ptr<ui::Theme> m_theme;
};

}  // namespace keyreel::gui_test
