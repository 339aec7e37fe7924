#include "ui/shell/desktop_session.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QVariantMap>
#include <algorithm>
#include <utility>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 3000;
constexpr int kAsLongAsTheDesktopLikes = -1;
/// org.freedesktop.portal.Inhibit: not to be suspended.
constexpr uint kSuspend = 4;

}  // namespace

struct DesktopSession::Buses {
    QDBusConnection session;
    QDBusConnection system;
    QDBusUnixFileDescriptor lock;  ///< Of logind: as long as it is open.
    QString handle;                ///< Of the portal: until it is closed.
};

DesktopSession::DesktopSession(const QString& sessionBus, const QString& systemBus, QObject* parent)
    : QObject(parent),
      m_buses(std::make_unique<Buses>(
          Buses{sessionBus.isEmpty() ? QDBusConnection::sessionBus() : QDBusConnection(sessionBus),
                systemBus.isEmpty() ? QDBusConnection::systemBus() : QDBusConnection(systemBus),
                {},
                {}})) {}

DesktopSession::~DesktopSession() {
    showProgress(std::nullopt);
    keepAwake(false);
}

void DesktopSession::notify(const QString& title, const QString& text) {
    if (!m_buses->session.isConnected()) return;
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                               u"/org/freedesktop/Notifications"_s,
                                               u"org.freedesktop.Notifications"_s, u"Notify"_s);
    // The body may hold markup; titles of films are text.
    call << u"Keyreel"_s << m_notification << u"keyreel"_s << title << text.toHtmlEscaped() << QStringList()
         << QVariantMap{{u"desktop-entry"_s, u"keyreel"_s}} << kAsLongAsTheDesktopLikes;
    auto* answer = new QDBusPendingCallWatcher(m_buses->session.asyncCall(call, kPatienceMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        if (const QDBusPendingReply<quint32> reply = *done; reply.isValid()) m_notification = reply.value();
        done->deleteLater();
    });
}

void DesktopSession::showProgress(std::optional<double> share) {
    const int percent = share ? static_cast<int>(std::clamp(*share, 0.0, 1.0) * 100) : -1;
    if (percent == m_percent || !m_buses->session.isConnected()) return;
    m_percent = percent;
    auto told = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/keyreel"_s,
                                           u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    told << u"application://keyreel.desktop"_s
         << QVariantMap{{u"progress"_s, std::max(percent, 0) / 100.0}, {u"progress-visible"_s, percent >= 0}};
    m_buses->session.send(told);
}

void DesktopSession::keepAwake(bool awake, const QString& why) {
    if (awake == m_awake) return;
    m_awake = awake;
    const int wish = ++m_wish;
    if (!awake) {
        const bool kept = isKeptAwake();
        m_buses->lock = {};
        if (!m_buses->handle.isEmpty())
            m_buses->session.send(QDBusMessage::createMethodCall(
                u"org.freedesktop.portal.Desktop"_s, std::exchange(m_buses->handle, {}),
                u"org.freedesktop.portal.Request"_s, u"Close"_s));
        if (kept) Q_EMIT keptAwakeChanged(false);
        return;
    }
    if (!m_buses->system.isConnected()) {
        askPortal(why, wish);
        return;
    }
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                               u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call << u"sleep"_s << u"Keyreel"_s << why << u"block"_s;
    auto* answer = new QDBusPendingCallWatcher(m_buses->system.asyncCall(call, kPatienceMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, why, wish](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
                done->deleteLater();
                if (wish != m_wish) return;
                if (!reply.isValid()) {
                    askPortal(why, wish);
                    return;
                }
                m_buses->lock = reply.value();
                Q_EMIT keptAwakeChanged(true);
            });
}

void DesktopSession::askPortal(const QString& why, int wish) {
    if (!m_buses->session.isConnected()) return;
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                               u"/org/freedesktop/portal/desktop"_s,
                                               u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    call << QString() << kSuspend << QVariantMap{{u"reason"_s, why}};
    auto* answer = new QDBusPendingCallWatcher(m_buses->session.asyncCall(call, kPatienceMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, wish](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        done->deleteLater();
        if (!reply.isValid()) return;
        m_buses->handle = reply.value().path();
        if (wish == m_wish) {
            Q_EMIT keptAwakeChanged(true);
            return;
        }
        // Nobody wants it any more.
        m_buses->session.send(QDBusMessage::createMethodCall(
            u"org.freedesktop.portal.Desktop"_s, std::exchange(m_buses->handle, {}),
            u"org.freedesktop.portal.Request"_s, u"Close"_s));
    });
}

bool DesktopSession::isKeptAwake() const {
    return m_buses->lock.isValid() || !m_buses->handle.isEmpty();
}

}  // namespace keyreel::ui
