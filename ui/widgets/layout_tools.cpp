#include "ui/widgets/layout_tools.h"

#include <QLayout>
#include <QWidget>

namespace keyreel::ui {

void clearLayout(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

}  // namespace keyreel::ui
