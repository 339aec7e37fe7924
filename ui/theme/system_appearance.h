#pragma once

#include <QObject>
#include <QPalette>
#include <QVariant>
#include <optional>

#include "ui/theme/tokens.h"

class QDBusVariant;

namespace keyreel::ui {

/// What the desktop wishes: dark or light, more contrast, less motion. Asks the settings portal without
/// blocking and follows its changes; while nothing answers, the lightness of the platform's palette decides.
/// GUI thread.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(const QPalette& platformPalette, QObject* parent = nullptr);

    Appearance appearance() const { return m_portal.value_or(m_fromPalette); }
    bool moreContrast() const { return m_contrast; }
    bool lessMotion() const { return m_lessMotion; }

    /// Takes one portal setting; public so that a test can stand in for the portal.
    void take(const QString& space, const QString& key, const QVariant& value);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& space, const QString& key);
    Appearance m_fromPalette;
    std::optional<Appearance> m_portal;
    bool m_contrast = false;
    bool m_lessMotion = false;
};

}  // namespace keyreel::ui
