#include "ui/shell/identity_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

IdentityCard::IdentityCard(QWidget* parent) : QAbstractButton(parent) {
    installAccessibility();
    setObjectName(QStringLiteral("rail.identity"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("ringRadius", 10);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHealth(tr("Ready"), Tone::Ok);
}

void IdentityCard::setName(const QString& name) {
    setText(name);
    setHealth(m_health, m_tone);
}

void IdentityCard::setHealth(const QString& word, Tone tone) {
    const bool changed = word != m_health;
    m_health = word;
    m_tone = tone;
    const QString spoken = text().isEmpty() ? word : text() + QStringLiteral(", ") + word;
    setAccessibleName(spoken);
    setToolTip(spoken);
    if (changed) announce(this, spoken);
    update();
}

void IdentityCard::setNarrow(bool narrow) {
    m_narrow = narrow;
    setHealth(m_health, m_tone);
    updateGeometry();
}

QSize IdentityCard::sizeHint() const {
    return m_narrow ? QSize(44, 44) : QSize(188, Theme::scaled(52));
}

void IdentityCard::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Role ground = isDown() ? Role::BgPressed : underMouse() ? Role::BgHover : Role::BgCard;
    paint::roundedBox(p, rect(), metrics::kRadiusBanner, Theme::color(ground), Theme::color(Role::Line));
    const QColor dot = Theme::color(m_tone == Tone::Neutral ? Role::Text3 : toneText(m_tone));
    if (m_narrow) {
        const QRectF face((width() - 28) / 2.0, (height() - 28) / 2.0, 28, 28);
        Avatar::paint(p, face, text());
        paint::roundedBox(p, QRectF(face.right() - 7, face.bottom() - 7, 9, 9), 4.5, dot,
                          Theme::color(ground), 1.5);
        return;
    }
    const QRectF face(11, (height() - 28) / 2.0, 28, 28);
    Avatar::paint(p, face, text());
    const qreal strong = Theme::lineHeight(Type::Strong) - 3;
    const qreal small = Theme::lineHeight(Type::Small) - 2;
    const qreal y = (height() - strong - small) / 2;
    paint::text(p, QRectF(48, y, width() - 76, strong), text(), Theme::font(Type::Strong),
                Theme::color(Role::Text));
    p.setPen(Qt::NoPen);
    p.setBrush(dot);
    p.drawEllipse(QPointF(52, y + strong + small / 2), 3.5, 3.5);
    paint::text(p, QRectF(62, y + strong, width() - 88, small), m_health, Theme::font(Type::Micro),
                Theme::color(Role::Text3));
    paintIcon(p, Icon::ChevronUp, QRectF(width() - 25, height() / 2.0 - 7, 14, 14),
              Theme::color(Role::Text3));
}

HealthPopover::HealthPopover(QWidget* parent)
    : RaisedPanel(parent, metrics::kRadiusCard), m_rows(new QVBoxLayout(this)) {
    installAccessibility();
    setAccessibleName(tr("What works right now"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setObjectName(QStringLiteral("health"));
    m_rows->setContentsMargins(16, 14, 16, 16);
    m_rows->setSpacing(10);
    hide();
}

void HealthPopover::setEntries(const QList<Entry>& entries, const QString& time) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 2);
    row->addWidget(new Label(tr("What works right now"), Type::Strong, Role::Text));
    row->addStretch(1);
    row->addWidget(new DigitsLabel(time, Type::Small, Role::Text3));
    m_rows->addWidget(head);
    for (const Entry& entry : entries) {
        auto* block = new QWidget;
        auto* column = new QVBoxLayout(block);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* line = new StatusLine(QString(), entry.tone);
        line->set(QStringLiteral("<b>%1</b>").arg(entry.fact.toHtmlEscaped()), entry.tone);
        column->addWidget(line);
        auto* meaning = new Label(entry.meaning, Type::Small, Role::Text3);
        meaning->setWordWrap(true);
        meaning->setContentsMargins(15, 0, 0, 0);
        column->addWidget(meaning);
        m_rows->addWidget(block);
    }
    adjustSize();
}

void HealthPopover::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    RaisedPanel::keyPressEvent(event);
}

}  // namespace keyreel::ui
