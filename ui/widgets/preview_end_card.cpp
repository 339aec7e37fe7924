#include "ui/widgets/preview_end_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr int kWidth = 420;

}  // namespace

PreviewEndCard::PreviewEndCard(QWidget* parent)
    : RaisedPanel(parent),
      m_note(new Label(QString(), Type::Body, Role::Text2)),
      m_act(new Button(QString(), Button::Kind::Primary)) {
    installAccessibility();
    setObjectName(QStringLiteral("player.previewEnd"));
    m_note->setObjectName(QStringLiteral("previewEnd.note"));
    m_note->setWordWrap(true);
    m_act->setObjectName(QStringLiteral("previewEnd.act"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(6);
    auto* title = new Label(tr("That was the free preview"), Type::Section, Role::Text);
    column->addWidget(title);
    column->addWidget(m_note);
    column->addSpacing(8);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    auto* again = new Button(tr("Watch again"), Button::Kind::Ghost, Icon::Retry);
    again->setObjectName(QStringLiteral("previewEnd.again"));
    acts->addWidget(m_act);
    acts->addWidget(again);
    acts->addStretch(1);
    column->addLayout(acts);
    setFixedWidth(kWidth + width() - contentsRect().width());
    setAccessibleName(title->text());
    connect(m_act, &Button::clicked, this, &PreviewEndCard::accepted);
    connect(again, &Button::clicked, this, [this]() {
        dismiss();
        Q_EMIT againRequested();
    });
    hide();
}

void PreviewEndCard::begin(const QString& note, const QString& act, Icon icon) {
    m_note->setText(note);
    m_act->setText(act);
    m_act->setIconGlyph(icon);
    layout()->activate();
    show();
    raise();
    announce(this, accessibleName());
    m_act->setFocus(Qt::PopupFocusReason);
}

void PreviewEndCard::dismiss() {
    if (isHidden()) return;
    const bool had = isAncestorOf(window()->focusWidget());
    hide();
    if (had && parentWidget() != nullptr) parentWidget()->setFocus(Qt::PopupFocusReason);
}

void PreviewEndCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return m_act->click();
    RaisedPanel::keyPressEvent(event);
}

}  // namespace keyreel::ui
