#pragma once

#include <QCoreApplication>
#include <QString>

namespace keyreel::ui {

/// The words of functions that belong to no class with Q_OBJECT, in the person's language. lupdate files the
/// texts of such functions under their namespace, hence this context. Any thread.
inline QString tr(const char* text) {
    return QCoreApplication::translate("keyreel::ui", text);
}

}  // namespace keyreel::ui
