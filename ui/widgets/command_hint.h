#pragma once

#include <QStringList>
#include <QVariant>
#include <QWidget>

namespace keyreel::ui {

/// Which commands of the window `widget` stands for, by their ids. Whoever knows the keys shows them behind
/// its tooltip.
inline void setCommands(QWidget* widget, const QStringList& ids) {
    widget->setProperty("commands", ids);
}

inline QStringList commandsOf(const QObject* widget) {
    return widget->property("commands").toStringList();
}

}  // namespace keyreel::ui
