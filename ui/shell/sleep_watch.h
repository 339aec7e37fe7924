#pragma once

#include <QObject>
#include <memory>

namespace keyreel::ui {

/// Tells before the computer goes to sleep, and holds that off, for as long as the login manager lets it
/// (some seconds), until letSleep(): what must not lie in a sleeping computer's memory is put away in
/// between. Without a login manager nothing happens. Nothing waits. GUI thread.
class SleepWatch : public QObject {
    Q_OBJECT
public:
    /// Name of a connection that is open already; empty: the system's own bus.
    explicit SleepWatch(const QString& systemBus = {}, QObject* parent = nullptr);
    ~SleepWatch() override;
    void setActive(bool active);
    /// What goingToSleep() told of is done.
    void letSleep();
    /// Whether the login manager has promised to wait.
    [[nodiscard]] bool isHeld() const;

Q_SIGNALS:
    void goingToSleep();

private Q_SLOTS:
    void prepareForSleep(bool begins);

private:
    void ask();
    struct Login;
    std::unique_ptr<Login> m_login;
    bool m_active = false;
};

}  // namespace keyreel::ui
