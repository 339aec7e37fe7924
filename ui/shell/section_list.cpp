#include "ui/shell/section_list.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/shell/navigation_item.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr int kWidth = 188;
}

SectionList::SectionList(const QString& name, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)) {
    installAccessibility();
    setAccessibleName(name);
    setFixedWidth(kWidth);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
}

void SectionList::add(const QString& id, Icon icon, const QString& title) {
    auto* item = new NavigationItem(id, icon, title, this);
    item->setObjectName(QStringLiteral("section.") + id);
    m_column->addWidget(item);
    m_items << item;
    connect(item, &NavigationItem::clicked, this, [this, id] {
        setCurrent(id);
        Q_EMIT activated(id);
    });
    if (m_current.isEmpty()) setCurrent(id);
}

void SectionList::setCurrent(const QString& id) {
    m_current = id;
    for (NavigationItem* item : m_items)
        item->setCurrent(item->id() == id);
}

void SectionList::setShown(const QString& id, bool shown) {
    for (NavigationItem* item : m_items)
        if (item->id() == id) item->setVisible(shown);
}

void SectionList::keyPressEvent(QKeyEvent* event) {
    QList<NavigationItem*> stops;
    for (NavigationItem* item : m_items)
        if (item->isVisible()) stops << item;
    qsizetype at = -1;
    for (qsizetype i = 0; i < stops.size(); ++i)
        if (stops.at(i)->hasFocus()) at = i;
    const int key = event->key();
    if (at >= 0 && key == Qt::Key_Up) {
        stops.at(std::max<qsizetype>(0, at - 1))->setFocus(Qt::BacktabFocusReason);
    } else if (at >= 0 && key == Qt::Key_Down) {
        stops.at(std::min(stops.size() - 1, at + 1))->setFocus(Qt::TabFocusReason);
    } else if (at >= 0 && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        stops.at(at)->click();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace keyreel::ui
