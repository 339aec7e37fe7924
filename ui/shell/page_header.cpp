#include <QHBoxLayout>

#include "ui/shell/page_host.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent),
      m_back(Button::iconOnly(Icon::ArrowLeft, tr("Back"), this, 32)),
      m_title(new Label(title, Type::Page, Role::Text)),
      m_line(new Label(QString(), Type::Body, Role::Text3)),
      m_middle(new QHBoxLayout),
      m_actions(new QHBoxLayout) {
    setFixedHeight(metrics::kHeaderHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kPageMargin, 0, metrics::kPageMargin, 0);
    row->setSpacing(12);
    m_back->setObjectName(QStringLiteral("header.back"));
    setCommands(m_back, {QStringLiteral("go.back")});
    m_back->hide();
    m_title->setObjectName(QStringLiteral("header.title"));
    m_title->setElided(Qt::ElideRight);
    m_line->setElided(Qt::ElideRight);
    m_line->setContentsMargins(0, 3, 0, 0);
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addWidget(m_line);
    row->addLayout(m_middle);
    row->addStretch(1);
    m_actions->setSpacing(12);
    row->addLayout(m_actions);
    m_line->hide();
    connect(m_back, &Button::clicked, this, &PageHeader::backRequested);
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}
QString PageHeader::title() const {
    return m_title->source();
}

void PageHeader::setLine(const QString& line) {
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void PageHeader::setBackVisible(bool visible) {
    m_back->setVisible(visible);
    // The arrow itself, not its hover box, stands on the page margin.
    layout()->setContentsMargins(metrics::kPageMargin - (visible ? 6 : 0), 0, metrics::kPageMargin, 0);
}

void PageHeader::addMiddle(QWidget* widget) {
    m_middle->addSpacing(24);
    m_middle->addWidget(widget);
}

void PageHeader::addAction(QWidget* widget) {
    m_actions->addWidget(widget);
}

}  // namespace keyreel::ui
