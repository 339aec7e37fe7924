#include "ui/shell/side_column.h"

#include <QBoxLayout>

#include "ui/theme/metrics.h"

namespace keyreel::ui {

SideColumn::SideColumn(int width, QWidget* parent)
    : QWidget(parent), m_cards(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_width(width) {
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(metrics::kCardGap);
    arrange();
}

void SideColumn::add(QWidget* card) {
    m_cards->addWidget(card);
    arrange();
}

void SideColumn::setBelow(bool below) {
    if (below == m_below) return;
    m_below = below;
    arrange();
}

void SideColumn::arrange() {
    m_cards->setDirection(m_below ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int i = 0; i < m_cards->count(); ++i) {
        m_cards->setStretch(i, m_below ? 1 : 0);
        m_cards->setAlignment(m_cards->itemAt(i)->widget(), m_below ? Qt::AlignTop : Qt::Alignment());
    }
    setMinimumWidth(m_below ? 0 : m_width);
    setMaximumWidth(m_below ? QWIDGETSIZE_MAX : m_width);
}

}  // namespace keyreel::ui
