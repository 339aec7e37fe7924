#include "ui/widgets/label.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextDocument>
#include <cmath>

#include "ui/paint/paint.h"

namespace keyreel::ui {

Label::Label(const QString& text, Type type, Role role, QWidget* parent)
    : QLabel(parent), m_type(type), m_role(role) {
    QLabel::setTextFormat(Qt::AutoText);
    setText(text);
    connect(&Theme::current(), &Theme::changed, this, [this] { restyle(); });
    restyle();
}

void Label::setText(const QString& text) {
    m_source = text;
    restyle();
}

void Label::setRole(Role role) {
    if (role == m_role) return;
    m_role = role;
    restyle();
}

void Label::setType(Type type) {
    if (type == m_type) return;
    m_type = type;
    restyle();
}

void Label::setElided(Qt::TextElideMode mode) {
    m_elide = mode;
    setToolTip(mode == Qt::ElideNone ? QString() : m_source);
    updateGeometry();
}

void Label::restyle() {
    const QFont now = Theme::font(m_type);
    if (now != font()) updateGeometry();
    setFont(now);
    QPalette p = palette();
    const QColor ink = Theme::color(m_role);
    p.setColor(QPalette::WindowText, ink);
    p.setColor(QPalette::Link, Theme::color(Role::AccentText));
    setPalette(p);
    m_rich = Qt::mightBeRichText(m_source);
    if (m_rich) {
        // Rich text takes line height, link and strong colours from the theme at this moment.
        QString html = m_source;
        html.replace(QStringLiteral("<b>"),
                     QStringLiteral("<b style=\"color:%1; font-weight:600\">")
                         .arg(Theme::color(m_role == Role::TextDisabled ? m_role : Role::Text).name()));
        html.replace(QStringLiteral("<a href"),
                     QStringLiteral("<a style=\"color:%1; text-decoration:none; font-weight:500\" href")
                         .arg(Theme::color(Role::AccentText).name()));
        QLabel::setText(QStringLiteral("<div style=\"line-height:%1%\">%2</div>")
                            .arg(qRound(100.0 * Theme::lineHeight(m_type) / QFontMetricsF(font()).height()))
                            .arg(html));
    } else {
        QLabel::setText(m_source);
    }
    if (m_elide != Qt::ElideNone) setToolTip(m_source);
    update();
}

QSize Label::sizeHint() const {
    if (m_rich) return QLabel::sizeHint();
    const QFontMetricsF fm(font());
    if (wordWrap()) {
        const int width = std::min(int(std::ceil(fm.horizontalAdvance(m_source))) + 1, Theme::scaled(480));
        return {width, heightForWidth(width)};
    }
    qreal width = 0;
    const QStringList lines = m_source.split(QLatin1Char('\n'));
    for (const QString& line : lines)
        width = std::max(width, fm.horizontalAdvance(line));
    return {int(std::ceil(width)) + 1, int(lines.size()) * Theme::lineHeight(m_type)};
}

QSize Label::minimumSizeHint() const {
    if (m_elide != Qt::ElideNone) return {std::min(sizeHint().width(), 24), Theme::lineHeight(m_type)};
    if (m_rich) return QLabel::minimumSizeHint();
    if (wordWrap()) return {std::min(sizeHint().width(), 80), Theme::lineHeight(m_type)};
    return sizeHint();
}

int Label::heightForWidth(int width) const {
    if (m_rich || !wordWrap()) return QLabel::heightForWidth(width);
    const QMargins around = contentsMargins();
    const qreal room = width - around.left() - around.right();
    return around.top() + around.bottom() +
           int(std::ceil(paint::wrapped(nullptr, QRectF(0, 0, room, 1), m_source, font(), {},
                                        Theme::lineHeight(m_type))));
}

void Label::paintEvent(QPaintEvent* event) {
    if (m_rich) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter p(this);
    const QColor ink = isEnabled() ? Theme::color(m_role) : Theme::color(Role::TextDisabled);
    const QRectF box = contentsRect();
    const int line = Theme::lineHeight(m_type);
    if (wordWrap() || m_source.contains(QLatin1Char('\n'))) {
        const qreal height =
            wordWrap() ? heightForWidth(width()) - (this->height() - box.height()) : sizeHint().height();
        qreal top = box.top();
        if (alignment() & Qt::AlignVCenter) top += std::max(0.0, (box.height() - height) / 2);
        paint::wrapped(&p, QRectF(box.left(), top, box.width(), height), m_source, font(), ink, line, 0,
                       alignment() & Qt::AlignHorizontal_Mask);
        return;
    }
    paint::text(p, box, m_source, font(), ink, alignment(),
                m_elide == Qt::ElideNone ? Qt::ElideRight : m_elide);
}

void Label::focusInEvent(QFocusEvent* event) {
    QLabel::focusInEvent(event);
    // The first link is ready for Enter at once; QLabel would want a second Tab.
    if (!hasSelectedText() && m_source.contains(QStringLiteral("<a ")) &&
        (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        QLabel::focusNextPrevChild(event->reason() == Qt::TabFocusReason);
}

void Label::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) update();
}

DigitsLabel::DigitsLabel(const QString& text, Type type, Role role, QWidget* parent)
    : QWidget(parent), m_text(text), m_type(type), m_role(role) {
    setAccessibleName(text);
}

void DigitsLabel::setText(const QString& text) {
    if (text == m_text) return;
    const bool grows =
        sizeHint().width() != int(std::ceil(paint::digitsWidth(text, Theme::font(m_type)))) + 1;
    m_text = text;
    setAccessibleName(text);
    if (grows) updateGeometry();
    update();
}

void DigitsLabel::setRole(Role role) {
    m_role = role;
    update();
}

void DigitsLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

QSize DigitsLabel::sizeHint() const {
    return {int(std::ceil(paint::digitsWidth(m_text, Theme::font(m_type)))) + 1, Theme::lineHeight(m_type)};
}

void DigitsLabel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::digits(p, rect(), m_text, Theme::font(m_type), Theme::color(m_role), m_alignment);
}

KeyCap::KeyCap(const QString& text, QWidget* parent) : QWidget(parent), m_text(text) {
    setAccessibleName(text);
}

QSize KeyCap::sizeHint() const {
    const qreal width = QFontMetricsF(Theme::font(Type::Micro)).horizontalAdvance(m_text);
    const int height = Theme::scaled(18);
    return {std::max(height, int(std::ceil(width)) + 11), height};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QSize size = sizeHint();
    paint(
        p,
        QRectF((width() - size.width()) / 2.0, (height() - size.height()) / 2.0, size.width(), size.height()),
        m_text);
}

void KeyCap::paint(QPainter& p, const QRectF& r, const QString& text) {
    paint::roundedBox(p, r, 5, Theme::color(Role::BgRaised), Theme::color(Role::Line));
    paint::text(p, r, text, Theme::font(Type::Micro), Theme::color(Role::Text3), Qt::AlignCenter);
}

}  // namespace keyreel::ui
