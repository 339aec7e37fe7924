#pragma once

#include <QColor>

namespace keyreel::ui {

/// What is printed, whatever the theme.
inline QColor paperColour() {
    return Qt::white;
}
inline QColor inkColour() {
    return Qt::black;
}

}  // namespace keyreel::ui
