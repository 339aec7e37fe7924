#pragma once

#include <QList>
#include <QRectF>
#include <QString>
#include <QWidget>

namespace keyreel::gui_test {

/// A run of text as a person sees it: already wrapped, and elided where it did not fit.
struct PaintedText {
    QString text;
    QRectF box;   ///< Where it stands in the window.
    QRectF room;  ///< What of its widget is visible there.
};

/// Everything that the widget and those in it write on the screen, whatever paints it.
QList<PaintedText> paintedTexts(QWidget& widget);

}  // namespace keyreel::gui_test
