#pragma once

#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"

namespace keyreel::ui {

namespace gallery {

/// Texts of the gallery: it is English only.
inline QString q(const char* text) {
    return QString::fromUtf8(text);
}

/// The whole window with `page` at `id`, as people see it.
MainWindow* windowWith(const QString& id, QWidget* page);
/// The library with some films.
PageHost* libraryPage();

}  // namespace gallery
}  // namespace keyreel::ui
