#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "ui/icons/icon.h"

namespace keyreel::ui {

class Button;

/// One line of news. Pauses under the pointer and while it has the focus; Esc closes.
class Toast : public QWidget {
    Q_OBJECT
public:
    Toast(const QString& text, Icon icon, const QString& act, std::function<void()> onAct, int lifetime,
          QWidget* parent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void done();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString m_text;
    Icon m_icon;
    Button* m_act = nullptr;
    QTimer m_timer;
};

}  // namespace keyreel::ui
