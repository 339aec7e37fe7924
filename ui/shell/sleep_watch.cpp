#include "ui/shell/sleep_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 3000;
constexpr QLatin1String kService("org.freedesktop.login1");
constexpr QLatin1String kPath("/org/freedesktop/login1");
constexpr QLatin1String kManager("org.freedesktop.login1.Manager");

}  // namespace

struct SleepWatch::Login {
    QDBusConnection system;
    QDBusUnixFileDescriptor delay;  ///< As long as it is open, the login manager waits.
};

SleepWatch::SleepWatch(const QString& systemBus, QObject* parent)
    : QObject(parent),
      m_login(std::make_unique<Login>(
          Login{systemBus.isEmpty() ? QDBusConnection::systemBus() : QDBusConnection(systemBus), {}})) {}

SleepWatch::~SleepWatch() = default;

void SleepWatch::letSleep() {
    m_login->delay = {};
}

bool SleepWatch::isHeld() const {
    return m_login->delay.isValid();
}

void SleepWatch::setActive(bool active) {
    if (active == m_active || !m_login->system.isConnected()) return;
    m_active = active;
    if (!active) {
        m_login->system.disconnect(kService, kPath, kManager, u"PrepareForSleep"_s, this,
                                   SLOT(prepareForSleep(bool)));
        letSleep();
        return;
    }
    m_login->system.connect(kService, kPath, kManager, u"PrepareForSleep"_s, this,
                            SLOT(prepareForSleep(bool)));
    ask();
}

void SleepWatch::prepareForSleep(bool begins) {
    if (begins)
        Q_EMIT goingToSleep();
    else
        ask();
}

void SleepWatch::ask() {
    auto call = QDBusMessage::createMethodCall(kService, kPath, kManager, u"Inhibit"_s);
    call << u"sleep"_s << u"Keyreel"_s << u"Locks its keys"_s << u"delay"_s;
    auto* answer = new QDBusPendingCallWatcher(m_login->system.asyncCall(call, kPatienceMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        done->deleteLater();
        if (m_active && reply.isValid()) m_login->delay = reply.value();
    });
}

}  // namespace keyreel::ui
