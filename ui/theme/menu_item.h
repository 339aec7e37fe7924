#pragma once

#include <QStyleOptionMenuItem>

namespace keyreel::ui {

/// Room of one line of a menu whose words, icon and shortcut need `content`, as QMenu measured them.
QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& content);

/// Draws one line of a menu: separator, or mark, icon, words, shortcut and the arrow of what opens from it.
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item, const QStyle& style);

}  // namespace keyreel::ui
