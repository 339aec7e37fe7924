#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace keyreel::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnomeInterface = QStringLiteral("org.gnome.desktop.interface");

Appearance fromPalette(const QPalette& palette) {
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness()
               ? Appearance::Dark
               : Appearance::Light;
}

// `Read` wraps the value in a variant of a variant.
QVariant unwrap(QVariant value) {
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

SystemAppearance::SystemAppearance(const QPalette& platformPalette, QObject* parent)
    : QObject(parent), m_fromPalette(fromPalette(platformPalette)) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(kAppearance, QStringLiteral("color-scheme"));
    ask(kAppearance, QStringLiteral("contrast"));
    ask(kAppearance, QStringLiteral("reduced-motion"));
    ask(kGnomeInterface, QStringLiteral("enable-animations"));
}

void SystemAppearance::ask(const QString& space, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << space << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, space, key](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid()) take(space, key, unwrap(reply.value().variant()));
                done->deleteLater();
            });
}

void SystemAppearance::onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    take(space, key, unwrap(value.variant()));
}

void SystemAppearance::take(const QString& space, const QString& key, const QVariant& value) {
    const auto before = std::make_tuple(appearance(), m_contrast, m_lessMotion);
    if (space == kAppearance && key == QStringLiteral("color-scheme")) {
        // 1 prefers dark, 2 prefers light, anything else has no preference.
        const uint wish = value.toUInt();
        m_portal.reset();
        if (wish == 1) m_portal = Appearance::Dark;
        if (wish == 2) m_portal = Appearance::Light;
    } else if (space == kAppearance && key == QStringLiteral("contrast")) {
        m_contrast = value.toUInt() == 1;
    } else if (space == kAppearance && key == QStringLiteral("reduced-motion")) {
        m_lessMotion = value.toUInt() == 1;
    } else if (space == kGnomeInterface && key == QStringLiteral("enable-animations")) {
        m_lessMotion = !value.toBool();
    }
    if (before != std::make_tuple(appearance(), m_contrast, m_lessMotion)) Q_EMIT changed();
}

}  // namespace keyreel::ui
