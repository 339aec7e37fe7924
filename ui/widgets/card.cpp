#include "ui/widgets/card.h"

#include <QPainter>
#include <algorithm>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

Card::Card(QWidget* parent, Kind kind) : QFrame(parent), m_kind(kind), m_body(new QVBoxLayout(this)) {
    m_body->setContentsMargins(metrics::kCardPadding, metrics::kCardPadding, metrics::kCardPadding,
                               metrics::kCardPadding);
    m_body->setSpacing(12);
}

QHBoxLayout* Card::addTitle(const QString& title, const QString& note) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* heading = new Label(title, Type::Strong, Role::Text);
    row->addWidget(heading);
    if (!note.isEmpty()) row->addWidget(new Label(note, Type::Small, Role::Text3));
    row->addStretch(1);
    m_body->addLayout(row);
    if (accessibleName().isEmpty()) setAccessibleName(title);
    return row;
}

void Card::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter p(this);
    Role ground = Role::BgCard;
    Role edge = Theme::isDark() ? Role::LineSoft : Role::Line;
    if (m_kind == Kind::Inset) ground = Role::BgField;
    if (m_kind == Kind::Popover) {
        ground = Role::BgPopover;
        edge = Role::LineStrong;
    }
    if (m_tone != Tone::Neutral) edge = toneLine(m_tone);
    paint::roundedBox(p, rect(), m_kind == Kind::Inset ? metrics::kRadiusBanner : metrics::kRadiusCard,
                      Theme::color(ground), Theme::color(edge));
}

Divider::Divider(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_orientation(orientation) {
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Divider::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::color(Role::Line));
}

IconTile::IconTile(Icon icon, Tone tone, int size, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_tone(tone), m_size(size) {
    setFixedSize(size, size);
}

void IconTile::setIcon(Icon icon, Tone tone) {
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconTile::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), m_size >= 52 ? metrics::kRadiusCard : metrics::kRadiusBanner,
                      Theme::color(toneSoft(m_tone)), Theme::color(toneLine(m_tone)));
    const qreal side = m_size >= 52 ? 26 : m_size >= 44 ? 22 : 20;
    paintIcon(p, m_icon,
              QRectF(rect()).adjusted((m_size - side) / 2, (m_size - side) / 2, -(m_size - side) / 2,
                                      -(m_size - side) / 2),
              Theme::color(toneText(m_tone)));
}

Avatar::Avatar(const QString& name, int size, QWidget* parent) : QWidget(parent), m_name(name), m_size(size) {
    setFixedSize(size, size);
}

void Avatar::setName(const QString& name) {
    m_name = name;
    update();
}

void Avatar::paint(QPainter& p, const QRectF& r, const QString& name) {
    QString initials;
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (initials.size() < 2) initials += word.at(0).toUpper();
    }
    paint::roundedBox(p, r, r.width() / 2, Theme::color(Role::AccentSoft), Theme::color(Role::AccentLine));
    QFont font = Theme::font(Type::Micro);
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(std::max(10, int(r.width() * 0.37)));
    paint::text(p, r, initials, font, Theme::color(Role::AccentText), Qt::AlignCenter);
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint(p, rect(), m_name);
}

StatusLine::StatusLine(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent), m_label(new Label(text, Type::Small, Role::Text2)), m_tone(tone) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(15, 0, 0, 0);
    m_label->setWordWrap(true);
    row->addWidget(m_label);
}

void StatusLine::set(const QString& text, Tone tone) {
    m_label->setText(text);
    m_tone = tone;
    update();
}

QString StatusLine::text() const {
    return m_label->source();
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(Theme::color(m_tone == Tone::Neutral ? Role::Text3 : toneText(m_tone)));
    p.drawEllipse(QPointF(3.5, std::min(height(), Theme::lineHeight(Type::Small)) / 2.0), 3.5, 3.5);
}

}  // namespace keyreel::ui
