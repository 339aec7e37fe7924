#include "ui/widgets/day_chart.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {
namespace {

constexpr int kHeight = 132;
constexpr qreal kAbove = 22;  ///< For the day that is pointed at.
constexpr qreal kBelow = 20;  ///< For the ends of the time.
constexpr qreal kGapShare = 0.3;
constexpr qreal kNothing = 2;  ///< How high the mark of a day without any is.

}  // namespace

DayChart::DayChart(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QSize DayChart::sizeHint() const {
    return {200, Theme::scaled(kHeight)};
}

void DayChart::setCounts(const QList<quint64>& counts, const QStringList& days, const QString& spoken) {
    m_counts = counts.first(std::min(counts.size(), days.size()));
    m_days = days;
    m_pointed = -1;
    setAccessibleName(spoken);
    setAccessibleDescription({});
    update();
}

QString DayChart::told() const {
    if (m_pointed < 0 || m_pointed >= m_counts.size()) return {};
    return tr("%1: %2").arg(m_days[m_pointed], QLocale().toString(m_counts[m_pointed]));
}

QRectF DayChart::plot() const {
    return QRectF(rect()).adjusted(metrics::kRingWidth, Theme::scaled(int(kAbove)), -metrics::kRingWidth,
                                   -Theme::scaled(int(kBelow)));
}

QRectF DayChart::barOf(qsizetype index) const {
    if (index < 0 || index >= m_counts.size()) return {};
    const QRectF area = plot();
    const qreal step = area.width() / qreal(m_counts.size());
    const quint64 most = std::max<quint64>(1, *std::max_element(m_counts.cbegin(), m_counts.cend()));
    const qreal height = std::max(kNothing, std::round(area.height() * qreal(m_counts[index]) / qreal(most)));
    // As it is read: the newest day is where a line of text ends.
    const qsizetype place = layoutDirection() == Qt::RightToLeft ? m_counts.size() - 1 - index : index;
    return {area.left() + step * qreal(place) + step * kGapShare / 2, area.bottom() - height,
            step * (1 - kGapShare), height};
}

void DayChart::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_counts.isEmpty()) return;
    for (qsizetype i = 0; i < m_counts.size(); ++i) {
        const QRectF bar = barOf(i);
        const Role role = m_counts[i] == 0 ? Role::Track : i == m_pointed ? Role::AccentBar : Role::Series1;
        paint::roundedBox(p, bar, std::min<qreal>(3, bar.height() / 2), Theme::color(role));
    }
    const QRectF area = plot();
    const QFont small = Theme::font(Type::Micro);
    const QColor quiet = Theme::color(Role::Text3);
    const QRectF below(area.left(), area.bottom() + 2, area.width(), height() - area.bottom() - 2);
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    paint::text(p, below, m_days.first(), small, quiet,
                (reversed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    paint::text(p, below, m_days.last(), small, quiet,
                (reversed ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    paint::text(p, QRectF(area.left(), 0, area.width(), area.top() - 4), told(), small,
                Theme::color(Role::Text), Qt::AlignHCenter | Qt::AlignVCenter);
}

void DayChart::point(qsizetype index) {
    if (index == m_pointed) return;
    m_pointed = index;
    setAccessibleDescription(told());
    update();
}

void DayChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plot();
    if (m_counts.isEmpty() || area.width() <= 0) return;
    const auto place = static_cast<qsizetype>(
        std::floor((event->position().x() - area.left()) / area.width() * qreal(m_counts.size())));
    const qsizetype index = layoutDirection() == Qt::RightToLeft ? m_counts.size() - 1 - place : place;
    point(std::clamp<qsizetype>(index, 0, m_counts.size() - 1));
}

void DayChart::leaveEvent(QEvent*) {
    point(-1);
}

void DayChart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    point(-1);
    update();
}

void DayChart::keyPressEvent(QKeyEvent* event) {
    if (m_counts.isEmpty()) return QWidget::keyPressEvent(event);
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const qsizetype last = m_counts.size() - 1;
    const qsizetype from = m_pointed < 0 ? last + (event->key() == Qt::Key_Left ? forward : 0) : m_pointed;
    switch (event->key()) {
        case Qt::Key_Left:
            point(std::clamp<qsizetype>(from - forward, 0, last));
            break;
        case Qt::Key_Right:
            point(std::clamp<qsizetype>(from + forward, 0, last));
            break;
        case Qt::Key_Home:
            point(0);
            break;
        case Qt::Key_End:
            point(last);
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    announce(this, told());
}

}  // namespace keyreel::ui
