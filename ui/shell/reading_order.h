#pragma once

#include <QList>
#include <Qt>

class QWidget;

namespace keyreel::ui {

/// Everything below `root` that Tab comes to, in the order in which it is read: as the layouts stand, and
/// where there is none, as the widgets were made. Of a group of radio buttons it is the chosen one alone.
QList<QWidget*> tabStops(QWidget* root);

/// Gives the focus to a stop and scrolls it into sight.
void focusStop(QWidget* stop, Qt::FocusReason reason);

/// Gives the focus to the stop after the one that has it (or before it), around at the end. False when
/// there is no other.
bool moveFocus(QWidget* root, bool forward);

}  // namespace keyreel::ui
