#pragma once

#include <QStringList>

namespace keyreel::ui {

class Sheet;

struct ShortcutLine {
    QString group;
    QString what;
    QStringList keys;
};

/// The sheet of all shortcuts (F1), in two columns by group, in the order of the first line of each. It is
/// accepted by who wants to change them. The caller opens it.
Sheet* makeShortcutSheet(const QList<ShortcutLine>& lines);

}  // namespace keyreel::ui
