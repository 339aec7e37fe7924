#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/icons/icon.h"

namespace keyreel::ui {

class Toast;

/// Short good news at the bottom centre: 5 s, optional act, at most three. Pauses under the pointer and with
/// focus, Esc closes. Never for errors that need an act. Announced politely.
class ToastHost : public QWidget {
    Q_OBJECT
public:
    explicit ToastHost(QWidget* parent);

    /// `act` is the label of an optional button ("Undo", "Copy link") that calls `onAct` and closes the
    /// toast.
    void show(const QString& text, Icon icon = Icon::Check, const QString& act = {},
              std::function<void()> onAct = {});
    int count() const;
    /// How far above the lower edge the lowest toast stands (a player's bar keeps its place); 24 by default.
    void setClearance(int pixels);
    /// What must not be covered while it is shown, for example an open menu.
    void avoid(QWidget* widget);
    /// How long a toast stays; 5000 by default.
    void setLifetime(int ms) { m_lifetime = ms; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    /// The lowest edge above which `size` covers nothing that is avoided.
    [[nodiscard]] int freeBottom(int bottom, const QSize& size) const;
    QList<Toast*> m_toasts;
    QList<QPointer<QWidget>> m_avoided;
    int m_lifetime = 5000;
    int m_clearance = 24;
};

}  // namespace keyreel::ui
