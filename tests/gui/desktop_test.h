#pragma once

#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace keyreel::gui_test {

/// A desktop's notifications, as far as the window asks for them.
class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList told;
    QList<uint> replaced;

public Q_SLOTS:
    uint Notify(const QString& app, uint replaces, const QString& icon, const QString& title,
                const QString& body, const QStringList& actions, const QVariantMap& hints, int timeout);
};

/// A login manager that hands out one end of a pipe: the other tells when it was let go of.
class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    ~FakeLogin() override;
    QString asked;
    int reader = -1;
    /// Whether nobody holds the lock (any more).
    [[nodiscard]] bool isFree() const;

Q_SIGNALS:
    void PrepareForSleep(bool begins);

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why,
                                    const QString& mode);
};

/// A portal: what it inhibits lasts until the handle is closed.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    uint flags = 0;

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString& window, uint wanted, const QVariantMap& options);
};

class FakeRequest : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

/// A dock, as far as it shows how far a program is.
class FakeDock : public QObject {
    Q_OBJECT
public:
    QStringList shown;

public Q_SLOTS:
    void update(const QString& program, const QVariantMap& properties);
};

/// What a desktop does for the window, on a bus of this test's own.
class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyServiceNothingHappens();
    void notificationsArePlainTextAndReplaceEachOther();
    void theTaskbarShowsWholePercents();
    void sleepIsHeldOffUntilTheWorkIsDone();
    void thePortalStandsInForTheLoginManager();
    /// The whole window, with a login manager: when the computer goes to sleep it locks first, and the login
    /// manager waits for that.
    void keysAreLockedBeforeSleep();
};

}  // namespace keyreel::gui_test
