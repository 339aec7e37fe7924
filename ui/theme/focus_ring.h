#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QApplication;

namespace keyreel::ui {

/// The ring around whatever has the keyboard focus: 2 px, 2 px outside the widget, only when the keyboard
/// moved the focus. A widget that draws its own focus sets the dynamic property "ownFocus"; one with other
/// corners sets "ringRadius" (int). GUI thread.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QApplication& app);
    ~FocusRing() override;

    /// True while the last thing that moved the focus was a key.
    static bool byKeyboard();
    /// The ring, or null while none is shown. For tests.
    QWidget* overlay() const { return m_overlay; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Overlay;
    void follow(QWidget* widget);
    void place();
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_overlay;
};

}  // namespace keyreel::ui
