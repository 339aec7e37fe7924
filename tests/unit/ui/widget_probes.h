#pragma once

#include <QAccessible>
#include <QApplication>
#include <QTest>

#include "tests/support/patient_tries.h"
#include "ui/theme/theme.h"

// What the tests of widgets share.

inline QString q(const char* text) {
    return QString::fromUtf8(text);
}

template <typename Widget>
void showAndFocus(Widget& widget) {
    widget.show();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
    widget.setFocus();
    QTRY_VERIFY(widget.hasFocus() || widget.focusProxy());
}

inline QAccessibleInterface* accessible(QObject* object) {
    return QAccessible::queryAccessibleInterface(object);
}

/// What a screen reader says of it first.
inline QString spoken(QObject* object) {
    return accessible(object)->text(QAccessible::Name);
}

/// All of a class of tests in the dark theme, without motion.
template <typename Test>
int runInTheDark(int argc, char** argv) {
    QApplication app(argc, argv);
    keyreel::ui::ThemeOptions options;
    options.mode = keyreel::ui::ThemeOptions::Mode::Dark;
    options.lessMotion = true;
    const keyreel::ui::Theme theme(app, options);
    QAccessible::setActive(true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
