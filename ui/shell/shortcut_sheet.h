#pragma once

#include <QStringList>

namespace keyreel::ui {

class Sheet;

struct ShortcutLine {
    QString group;
    QString what;
    QStringList keys;
};

/// The sheet of all shortcuts (F1), in two columns by group. The caller opens it.
Sheet* makeShortcutSheet(const QList<ShortcutLine>& lines);

}  // namespace keyreel::ui
