#include "tests/gui/desktop_test.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QSignalSpy>
#include <QTest>
#include <array>

#include "tests/gui/gui_world.h"
#include "ui/shell/desktop_session.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

/// A service on a connection of its own, gone at the end of the scope.
class Service {
public:
    Service(const QString& name, const QString& path, QObject* object,
            QDBusConnection::RegisterOptions what = QDBusConnection::ExportAllSlots)
        : m_name(name), m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)) {
        isUp = m_bus.registerObject(path, object, what) && m_bus.registerService(name);
    }
    ~Service() {
        m_bus.unregisterService(m_name);
        QDBusConnection::disconnectFromBus(m_name);
    }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;
    /// Until the bus has dealt with all that was sent so far.
    [[nodiscard]] bool isHeard() const { return m_bus.interface()->isServiceRegistered(m_name); }
    bool add(const QString& path, QObject* object) {
        return m_bus.registerObject(path, object, QDBusConnection::ExportAllSlots);
    }
    bool isUp = false;

private:
    QString m_name;
    QDBusConnection m_bus;
};

/// The window's own connection; here the login manager is on the same bus as everything else.
QString windowBus() {
    static const QString kName =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"window"_s).name();
    return kName;
}

}  // namespace

uint FakeNotifications::Notify(const QString& app, uint replaces, const QString&, const QString& title,
                               const QString& body, const QStringList&, const QVariantMap&, int) {
    told.append(app + u'|' + title + u'|' + body);
    replaced.append(replaces);
    return 7;
}

FakeLogin::~FakeLogin() {
    if (reader >= 0) ::close(reader);
}

QDBusUnixFileDescriptor FakeLogin::Inhibit(const QString& what, const QString& who, const QString& why,
                                           const QString& mode) {
    asked = what + u'|' + who + u'|' + why + u'|' + mode;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return {};
    reader = ends[0];
    const QDBusUnixFileDescriptor lock(ends[1]);
    ::close(ends[1]);
    return lock;
}

bool FakeLogin::isFree() const {
    char byte = 0;
    // End of file: no writer is left.
    return reader < 0 || ::read(reader, &byte, 1) == 0;
}

QDBusObjectPath FakePortal::Inhibit(const QString&, uint wanted, const QVariantMap&) {
    flags = wanted;
    return QDBusObjectPath(u"/request/1"_s);
}

void FakeDock::update(const QString& program, const QVariantMap& properties) {
    const bool visible = properties.value(u"progress-visible"_s).toBool();
    shown.append(program + u'|' +
                 (visible ? QString::number(properties.value(u"progress"_s).toDouble()) : u"-"_s));
}

void DesktopTest::theTaskbarShowsWholePercents() {
    FakeDock dock;
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"dock"_s);
    QVERIFY(bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &dock,
                        SLOT(update(QString, QVariantMap))));
    {
        ui::DesktopSession desktop(windowBus(), windowBus());
        desktop.showProgress(std::nullopt);
        for (const double share : {0.0, 0.251, 0.254, 0.999, 7.0})
            desktop.showProgress(share);
    }
    const QString name = u"application://keyreel.desktop|"_s;
    QTRY_COMPARE(dock.shown, QStringList({name + u"0"_s, name + u"0.25"_s, name + u"0.99"_s, name + u"1"_s,
                                          name + u"-"_s}));
    QDBusConnection::disconnectFromBus(u"dock"_s);
}

void DesktopTest::withoutAnyServiceNothingHappens() {
    ui::DesktopSession desktop(windowBus(), windowBus());
    desktop.notify(u"Night ferry"_s, u"It is published."_s);
    desktop.keepAwake(true, u"work"_s);
    // What the bus says about absent services comes before the answers to later calls; one service is asked
    // after the other has refused.
    QDBusConnection bus(windowBus());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(bus.interface()->isServiceRegistered(bus.baseService()));
        QCoreApplication::processEvents();
    }
    QVERIFY(!desktop.isKeptAwake());
    desktop.keepAwake(false);
}

void DesktopTest::notificationsArePlainTextAndReplaceEachOther() {
    FakeNotifications notifications;
    const Service service(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                          &notifications);
    QVERIFY(service.isUp);
    ui::DesktopSession desktop(windowBus(), windowBus());
    desktop.notify(u"Published"_s, u"<b>Night</b> & day"_s);
    QTRY_COMPARE(notifications.told.size(), 1);
    QCOMPARE(notifications.told[0], u"Keyreel|Published|&lt;b&gt;Night&lt;/b&gt; &amp; day"_s);
    // The number of the first is known when its answer has come; every one after that replaces it.
    const auto replaces = [&]() {
        const auto told = notifications.told.size();
        desktop.notify(u"Published"_s, u"Harbour"_s);
        return QTest::qWaitFor([&]() { return notifications.told.size() > told; }) &&
               notifications.replaced.last() == 7U;
    };
    QTRY_VERIFY(replaces());
    QCOMPARE(notifications.replaced.first(), 0U);
    QVERIFY(replaces());
}

void DesktopTest::sleepIsHeldOffUntilTheWorkIsDone() {
    FakeLogin login;
    const Service service(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, &login);
    QVERIFY(service.isUp);
    {
        ui::DesktopSession desktop(windowBus(), windowBus());
        QSignalSpy changed(&desktop, &ui::DesktopSession::keptAwakeChanged);
        desktop.keepAwake(true, u"A film is on its way"_s);
        QTRY_VERIFY(desktop.isKeptAwake());
        QCOMPARE(login.asked, u"sleep|Keyreel|A film is on its way|block"_s);
        QVERIFY(!login.isFree());
        desktop.keepAwake(false);
        QTRY_VERIFY(login.isFree());
        QCOMPARE(changed.size(), 2);
        // Nobody wants it any more when the answer comes.
        login.asked.clear();
        desktop.keepAwake(true);
        desktop.keepAwake(false);
        QTRY_VERIFY(!login.asked.isEmpty());
        QTRY_VERIFY(login.isFree());
        desktop.keepAwake(true);
        QTRY_VERIFY(desktop.isKeptAwake());
    }
    QTRY_VERIFY(login.isFree());
}

void DesktopTest::thePortalStandsInForTheLoginManager() {
    FakePortal portal;
    FakeRequest request;
    Service service(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s, &portal);
    QVERIFY(service.isUp && service.add(u"/request/1"_s, &request));
    ui::DesktopSession desktop(windowBus(), windowBus());
    desktop.keepAwake(true, u"work"_s);
    QTRY_VERIFY(desktop.isKeptAwake());
    QCOMPARE(portal.flags, 4U);
    desktop.keepAwake(false);
    QTRY_COMPARE(request.closed, 1);
    QVERIFY(!desktop.isKeptAwake());
}

void DesktopTest::keysAreLockedBeforeSleep() {
    // The window's system bus is the bus of this test.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    FakeLogin login;
    const Service service(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, &login,
                          QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    QVERIFY(service.isUp);
    const auto theme = stillTheme();
    World world;
    auto ada = world.person(u"ada"_s);
    QVERIFY(ada->begin());
    ada->window().showPage(u"keys"_s);
    QVERIFY(login.asked.isEmpty());
    Q_EMIT login.PrepareForSleep(true);
    QVERIFY(service.isHeard());
    QVERIFY(ada->click(u"keys.sleep"_s));
    QTRY_COMPARE(login.asked, u"sleep|Keyreel|Locks its keys|delay"_s);
    QVERIFY(!login.isFree());
    QCOMPARE(ada->engine().readiness(), ui::Engine::Readiness::Ready);
    Q_EMIT login.PrepareForSleep(true);
    QTRY_COMPARE(ada->engine().readiness(), ui::Engine::Readiness::Locked);
    QTRY_VERIFY2(login.isFree(), "it may sleep once the keys are away");
    login.asked.clear();
    Q_EMIT login.PrepareForSleep(false);
    QTRY_VERIFY2(!login.asked.isEmpty(), "and before the next sleep again");
    QVERIFY(ada->click(u"keys.sleep"_s));
    QTRY_VERIFY2(login.isFree(), "who does not want it keeps nobody waiting");
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::DesktopTest)

#include "moc_desktop_test.cpp"
