#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/choice.h"

namespace keyreel::ui {

namespace {
constexpr int kInset = 3;
constexpr int kPad = 12;
}  // namespace

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(const QList<Segment>& segments) {
    m_segments = segments;
    m_current = std::clamp(m_current, 0, std::max(0, int(segments.size()) - 1));
    updateGeometry();
    update();
}

void SegmentedControl::setCount(int index, int count) {
    if (index < 0 || index >= m_segments.size()) return;
    m_segments[index].count = count;
    updateGeometry();
    update();
}

QString SegmentedControl::currentId() const {
    return m_current < m_segments.size() ? m_segments.at(m_current).id : QString();
}

void SegmentedControl::setCurrent(int index) {
    if (index < 0 || index >= m_segments.size() || index == m_current) return;
    m_current = index;
    update();
    announce(this, itemName(index));
    Q_EMIT currentChanged(index);
}

void SegmentedControl::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
}

QString SegmentedControl::itemName(int index) const {
    const Segment& s = m_segments.at(index);
    const QString name = s.text.isEmpty() ? s.id : s.text;
    return s.count < 0 ? name : name + QStringLiteral(", %1").arg(s.count);
}

int SegmentedControl::widthOf(int index) const {
    const Segment& s = m_segments.at(index);
    const QFontMetricsF fm(Theme::font(m_compact ? Type::SmallStrong : Type::Control));
    const int pad = m_compact ? 9 : kPad;
    qreal width = 2 * pad;
    if (s.icon != Icon::None) width = 32 + (s.text.isEmpty() ? 0 : 6);
    if (!s.text.isEmpty()) width += fm.horizontalAdvance(s.text);
    if (s.count >= 0) {
        width += 8 + paint::digitsWidth(QString::number(s.count), Theme::font(Type::SmallStrong));
    }
    return int(std::ceil(width));
}

QRect SegmentedControl::segmentRect(int index) const {
    int x = kInset;
    for (int i = 0; i < index; ++i)
        x += widthOf(i);
    return {x, kInset, widthOf(index), height() - 2 * kInset};
}

QSize SegmentedControl::sizeHint() const {
    int width = 2 * kInset;
    for (int i = 0; i < m_segments.size(); ++i)
        width += widthOf(i);
    return {width, Theme::scaled(m_compact ? 28 : 32)};
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const bool dark = Theme::isDark();
    paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(dark ? Role::BgField : Role::BgHover),
                      Theme::color(dark ? Role::Line : Role::LineField));
    for (int i = 0; i < m_segments.size(); ++i) {
        const Segment& s = m_segments.at(i);
        const QRectF box = segmentRect(i);
        const bool on = i == m_current;
        if (on) {
            if (dark) {
                paint::roundedBox(p, box, 6, Theme::color(Role::BgHover));
            } else {
                paint::roundedBox(p, box, 6, Theme::color(Role::BgCard), Theme::color(Role::LineField));
            }
        }
        const QColor ink = Theme::color(!isEnabled()           ? Role::TextDisabled
                                        : on || i == m_hovered ? Role::Text
                                                               : Role::Text2);
        qreal x = box.left() + (m_compact ? 9 : kPad);
        if (s.icon != Icon::None) {
            const qreal at = s.text.isEmpty() ? box.center().x() - 8 : box.left() + 10;
            paintIcon(p, s.icon, QRectF(at, box.center().y() - 8, 16, 16), ink);
            x = at + 22;
        }
        const QFont font = Theme::font(m_compact ? Type::SmallStrong : Type::Control);
        if (!s.text.isEmpty()) {
            paint::text(p, QRectF(x, box.top(), box.right() - x, box.height()), s.text, font, ink);
            x += QFontMetricsF(font).horizontalAdvance(s.text) + 8;
        }
        if (s.count >= 0) {
            paint::digits(p, QRectF(x, box.top() + 0.5, box.right() - x, box.height()),
                          QString::number(s.count), Theme::font(Type::SmallStrong),
                          Theme::color(Role::Text3));
        }
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    for (int i = 0; i < m_segments.size(); ++i) {
        if (segmentRect(i).adjusted(0, -kInset, 0, kInset).contains(event->position().toPoint()))
            setCurrent(i);
    }
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event) {
    int hovered = -1;
    for (int i = 0; i < m_segments.size(); ++i) {
        if (segmentRect(i).contains(event->position().toPoint())) hovered = i;
    }
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    setToolTip(hovered >= 0 && m_segments.at(hovered).text.isEmpty() ? m_segments.at(hovered).id : QString());
    update();
}

void SegmentedControl::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
        case Qt::Key_Left:
            setCurrent(m_current - forward);
            return;
        case Qt::Key_Right:
            setCurrent(m_current + forward);
            return;
        case Qt::Key_Home:
            setCurrent(0);
            return;
        case Qt::Key_End:
            setCurrent(int(m_segments.size()) - 1);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace keyreel::ui
