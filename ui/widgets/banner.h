#pragma once

#include <QFrame>

#include "ui/icons/icon.h"

class QHBoxLayout;

namespace keyreel::ui {

class Button;
class Label;

/// One line of trouble in the layout: icon, bold fact, next step, one or two buttons. Role alert (error) or
/// status.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    /// Texts are plain; the fact is set bold.
    void setMessage(Tone tone, Icon icon, const QString& fact, const QString& nextStep = {});
    Tone tone() const { return m_tone; }
    QString fact() const { return m_fact; }
    QString nextStep() const { return m_next; }
    /// Adds an action at the right; the first is secondary, the others ghost.
    Button* addAction(const QString& label, Icon icon = Icon::None);
    void clearActions();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Tone m_tone = Tone::Warn;
    Icon m_icon = Icon::Warning;
    QString m_fact;
    QString m_next;
    Label* m_text;
    QHBoxLayout* m_row;
    QList<Button*> m_actions;
};

}  // namespace keyreel::ui
