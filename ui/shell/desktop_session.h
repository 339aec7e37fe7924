#pragma once

#include <QObject>
#include <memory>
#include <optional>

namespace keyreel::ui {

/// What the desktop around the window does for it over D-Bus: notifications (org.freedesktop.Notifications),
/// progress in the taskbar and no sleep while work runs (logind, else the desktop's portal). A service that
/// is absent or refuses is a normal state: then nothing happens. Nothing waits. GUI thread.
class DesktopSession : public QObject {
    Q_OBJECT
public:
    /// Names of connections that are open already; empty: the session's and the system's own bus.
    explicit DesktopSession(const QString& sessionBus = {}, const QString& systemBus = {},
                            QObject* parent = nullptr);
    ~DesktopSession() override;

    /// Plain text; the newest notification of this window replaces the one before.
    void notify(const QString& title, const QString& text);
    /// How far the work is, 0 to 1, on the program's entry in the taskbar or dock (the LauncherEntry signal
    /// that docks of Plasma, GNOME and Ubuntu heed); nothing: no work. Told by whole percents.
    void showProgress(std::optional<double> share);
    /// Keeps the computer from going to sleep, until it is called with false or this is destroyed.
    void keepAwake(bool awake, const QString& why = {});
    /// Whether somebody has promised that it does not sleep.
    [[nodiscard]] bool isKeptAwake() const;

Q_SIGNALS:
    void keptAwakeChanged(bool kept);

private:
    void askPortal(const QString& why, int wish);
    struct Buses;
    std::unique_ptr<Buses> m_buses;
    int m_wish = 0;  ///< How often keepAwake() changed: an answer to an older wish is let go of.
    bool m_awake = false;
    quint32 m_notification = 0;
    int m_percent = -1;
};

}  // namespace keyreel::ui
