#pragma once

#include <QStringList>
#include <QWidget>

#include "tests/gui/gui_world.h"

class QWindow;

namespace keyreel::gui_test {

/// A person's keyboard: every key goes to the window that has the focus, as the window system sends it.
/// Remembers the first key after which nobody could see where the focus is.
class Keyboard {
public:
    explicit Keyboard(Person& person) : m_person(person) {}

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Tab, until the focus is on the widget of that name, or in it; false when it never comes there.
    bool tabTo(const QString& name);
    [[nodiscard]] int presses() const { return m_presses; }

    /// The widget that the next key goes to; null when none.
    [[nodiscard]] static QWidget* focus();
    /// Why a person cannot see where the focus is; empty when they can.
    [[nodiscard]] static QString whyUnseen();
    /// The first fault that keys led to; empty when there was none.
    [[nodiscard]] const QString& fault() const { return m_fault; }

private:
    [[nodiscard]] QWindow* target() const;

    Person& m_person;
    int m_presses = 0;
    QString m_fault;
};

/// For messages: class and object name, and what a screen reader says of it.
QString nameOf(const QWidget* widget);

/// What Tab does on the page that is shown: every stop once, in reading order, visible and with a name. Each
/// fault is one line.
QStringList faultsOfTabbing(Person& person);

}  // namespace keyreel::gui_test
