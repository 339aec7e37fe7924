#include "ui/widgets/player_note.h"

#include <QHBoxLayout>

#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

PlayerNote::PlayerNote(QWidget* parent)
    : RaisedPanel(parent, 18),
      m_text(new Label(QString(), Type::Strong, Role::Text)),
      m_act(new Button(QString(), Button::Kind::Ghost)) {
    setObjectName(QStringLiteral("player.note"));
    m_text->setObjectName(QStringLiteral("player.note.text"));
    m_act->setObjectName(QStringLiteral("player.note.act"));
    m_act->setSize(Button::Size::Small);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(17, 4, 17, 4);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_act);
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, [this]() {
        if (underMouse() || m_act->hasFocus())
            m_hide.start();
        else
            hide();
    });
    connect(m_act, &Button::clicked, this, [this]() {
        hide();
        Q_EMIT acted();
    });
    hide();
}

void PlayerNote::show(const QString& text, int milliseconds, const QString& act) {
    m_text->setText(text);
    m_act->setText(act);
    m_act->setVisible(!act.isEmpty());
    setAccessibleName(text);
    place(m_width, m_top);
    raise();
    QWidget::show();
    announce(this, text);
    m_hide.start(milliseconds);
}

QString PlayerNote::text() const {
    return m_text->source();
}

void PlayerNote::place(int width, int top) {
    m_width = width;
    m_top = top;
    layout()->activate();
    const QSize hint = panelHint().expandedTo(QSize(0, 36));
    setPanelGeometry(QRect(QPoint((width - hint.width()) / 2, top), hint));
}

}  // namespace keyreel::ui
