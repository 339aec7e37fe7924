#pragma once

#include <QObject>
#include <QProcess>
#include <memory>

#include "tests/gui/gui_world.h"

namespace keyreel::gui_test {

/// The window on a session bus on which no keyring answers; the test starts and ends one.
class NoKeyringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    /// A first start explains it and makes no identity; when the keyring is there, it goes on.
    void firstRunWithoutKeyring();
    /// Who has an identity sees that the keyring is missing, never a first start, and gets it back.
    void identityWithoutKeyring();

private:
    void startKeyring();
    void endKeyring();

    std::unique_ptr<ui::Theme> m_theme;
    World m_world;
    QProcess m_keyring;
};

}  // namespace keyreel::gui_test
