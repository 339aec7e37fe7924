#include "ui/widgets/layout_tools.h"

#include <QLayout>
#include <QScrollArea>
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

QScrollArea* makeScrolled(QWidget* list) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(list);
    // Qt fills both; a sheet has its own ground.
    area->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    return area;
}

}  // namespace keyreel::ui
