#pragma once

#include <QPointer>
#include <QTimer>

#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

/// After a film, what comes next: its title, and the seconds until it begins. Enter begins it at once, Esc
/// leaves everything as it is. Takes the focus unless the person is busy in a panel.
class UpNextCard : public RaisedPanel {
    Q_OBJECT
public:
    explicit UpNextCard(QWidget* parent);

    /// How long it waits; 5 by default.
    void setSeconds(int seconds) { m_seconds = seconds; }
    void begin(const QString& title, const QString& note);
    /// Without an answer.
    void dismiss();

Q_SIGNALS:
    /// By the person, or since the time is over.
    void accepted();
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void tick();
    void showLeft();

    Label* m_title;
    Label* m_note;
    Label* m_left;
    Button* m_now;
    QTimer m_tick;
    QPointer<QWidget> m_focusBefore;
    int m_seconds = 5;
    int m_secondsLeft = 0;
};

}  // namespace keyreel::ui
