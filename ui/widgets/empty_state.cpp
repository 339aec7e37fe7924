#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

class EmptyState::Picture : public QWidget {
public:
    Picture() { set(Art::Covers, Icon::Reel, Tone::Neutral); }
    void set(Art art, Icon icon, Tone tone) {
        m_art = art;
        m_icon = icon;
        m_tone = tone;
        setFixedSize(art == Art::Covers ? QSize(420, 250) : QSize(76, 76));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        if (m_art == Art::Tile) {
            paint::roundedBox(p, QRectF(rect()).adjusted(4, 4, -4, -4), 14, Theme::color(toneSoft(m_tone)),
                              Theme::color(toneLine(m_tone)));
            paintIcon(p, m_icon, QRectF(rect()).adjusted(22, 22, -22, -22),
                      m_icon == Icon::Reel ? Theme::color(Role::Text) : Theme::color(toneText(m_tone)));
            return;
        }
        const auto ghost = [&p](const QPointF& centre, qreal turn) {
            p.save();
            p.translate(centre);
            p.rotate(turn);
            paint::roundedBox(p, QRectF(-62, -97, 124, 194), 10, {}, Theme::color(Role::LineStrong), 1,
                              Qt::DashLine);
            p.restore();
        };
        ghost({98, 132}, -8.5);
        ghost({322, 132}, 8.5);
        const QRectF front(136, 4, 148, 222);
        paint::roundedBox(p, front, 12, Theme::color(Role::BgCard), Theme::color(Role::LineStrong));
        paintIcon(p, m_icon, QRectF(front.center().x() - 34, front.center().y() - 34, 68, 68),
                  Theme::color(Role::Text));
    }

private:
    Art m_art = Art::Covers;
    Icon m_icon = Icon::Reel;
    Tone m_tone = Tone::Neutral;
};

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_picture(new Picture),
      m_title(new Label(QString(), Type::Hero, Role::Text)),
      m_text(new Label(QString(), Type::Body, Role::Text2)),
      m_actions(new QHBoxLayout),
      m_divider(new Divider),
      m_footnote(new Label(QString(), Type::Small, Role::Text3)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(3);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(22);
    m_title->setAlignment(Qt::AlignCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(Theme::scaled(480));
    // Not by an alignment: a layout then asks for the height at its own width.
    auto* text = new QHBoxLayout;
    text->addStretch(1);
    text->addWidget(m_text);
    text->addStretch(1);
    column->addLayout(text);
    column->addSpacing(24);
    m_actions->setSpacing(10);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addLayout(m_actions);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(32);
    m_divider->setFixedWidth(440);
    m_divider->hide();
    column->addWidget(m_divider, 0, Qt::AlignHCenter);
    column->addSpacing(22);
    m_footnote->hide();
    m_footnote->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_footnote->setObjectName(QStringLiteral("empty.footnote"));
    connect(m_footnote, &QLabel::linkActivated, this, &EmptyState::footnoteActivated);
    column->addWidget(m_footnote, 0, Qt::AlignHCenter);
    column->addStretch(4);
}

void EmptyState::setArt(Art art, Icon icon, Tone tone) {
    m_picture->set(art, icon, tone);
}

void EmptyState::setText(const QString& title, const QString& text) {
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
}

QString EmptyState::title() const {
    return m_title->source();
}

Button* EmptyState::addAction(const QString& label, Icon icon, bool primary) {
    auto* button = new Button(label, primary ? Button::Kind::Primary : Button::Kind::Secondary, icon, this);
    button->setSize(Button::Size::Large);
    button->setObjectName(QStringLiteral("empty.act%1").arg(m_actions->count() + 1));
    m_actions->addWidget(button);
    return button;
}

void EmptyState::clearActions() {
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void EmptyState::setFootnote(const QString& richText) {
    m_footnote->setText(richText);
    m_footnote->setVisible(!richText.isEmpty());
    m_divider->setVisible(!richText.isEmpty());
    m_footnote->setFocusPolicy(richText.contains(QStringLiteral("<a ")) ? Qt::StrongFocus : Qt::NoFocus);
}

}  // namespace keyreel::ui
