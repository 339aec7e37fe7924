#pragma once

#include <QPoint>
#include <QTest>
#include <QWidget>

namespace keyreel::gui_test {

/// With the left button held, from one place of `widget` to another.
inline void drag(QWidget* widget, QPoint from, QPoint to) {
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(widget, (from + to) / 2);
    QTest::mouseMove(widget, to);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

}  // namespace keyreel::gui_test
