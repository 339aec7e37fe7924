#include "ui/widgets/up_next_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr int kWidth = 344;
constexpr int kSecondMs = 1000;

/// Whether the focus is in one of the panels over the picture, where a person reads or types.
bool isInPanel(const QWidget* focus) {
    for (; focus != nullptr; focus = focus->parentWidget())
        if (qobject_cast<const RaisedPanel*>(focus) != nullptr) return true;
    return false;
}

}  // namespace

UpNextCard::UpNextCard(QWidget* parent)
    : RaisedPanel(parent),
      m_title(new Label(QString(), Type::Section, Role::Text)),
      m_note(new Label(QString(), Type::Small, Role::Text2)),
      m_left(new Label(QString(), Type::Small, Role::Text2)),
      m_now(new Button(tr("Play now"), Button::Kind::Primary, Icon::Play)) {
    installAccessibility();
    setObjectName(QStringLiteral("player.upNext"));
    m_title->setObjectName(QStringLiteral("upNext.title"));
    m_title->setWordWrap(true);
    m_left->setObjectName(QStringLiteral("upNext.left"));
    m_now->setObjectName(QStringLiteral("upNext.now"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(6);
    column->addWidget(m_left);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addSpacing(6);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(8);
    auto* cancel = new Button(tr("Cancel"), Button::Kind::Ghost);
    cancel->setObjectName(QStringLiteral("upNext.cancel"));
    acts->addWidget(m_now);
    acts->addWidget(cancel);
    acts->addStretch(1);
    column->addLayout(acts);
    setFixedWidth(kWidth + width() - contentsRect().width());
    m_tick.setInterval(kSecondMs);
    connect(&m_tick, &QTimer::timeout, this, &UpNextCard::tick);
    connect(cancel, &Button::clicked, this, &UpNextCard::dismiss);
    connect(m_now, &Button::clicked, this, [this]() {
        dismiss();
        Q_EMIT accepted();
    });
    hide();
}

void UpNextCard::begin(const QString& title, const QString& note) {
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_secondsLeft = m_seconds;
    showLeft();
    setAccessibleName(tr("Up next: %1").arg(title));
    layout()->activate();
    show();
    raise();
    announce(this, accessibleName());
    m_focusBefore = window()->focusWidget();
    if (!isInPanel(m_focusBefore)) m_now->setFocus(Qt::PopupFocusReason);
    m_tick.start();
}

void UpNextCard::dismiss() {
    if (isHidden()) return;
    m_tick.stop();
    const bool had = isAncestorOf(window()->focusWidget());
    hide();
    if (had && m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

void UpNextCard::tick() {
    if (--m_secondsLeft > 0) return showLeft();
    dismiss();
    Q_EMIT accepted();
}

void UpNextCard::showLeft() {
    m_left->setText(tr("Up next, in %1 s").arg(m_secondsLeft));
}

void UpNextCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return m_now->click();
    RaisedPanel::keyPressEvent(event);
}

}  // namespace keyreel::ui
