#include "ui/widgets/readiness_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

namespace {
int rowHeight() {
    return Theme::scaled(26);
}
}  // namespace

ReadinessList::ReadinessList(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReadinessList::setItems(const QList<Item>& items) {
    if (items == m_items) return;
    m_items = items;
    m_current = std::clamp(m_current, 0, std::max(0, int(items.size()) - 1));
    const QString name = tr("Ready to publish, %1 of %2").arg(doneCount()).arg(m_items.size());
    setAccessibleName(name);
    announce(this, name);
    updateGeometry();
    update();
}

int ReadinessList::doneCount() const {
    return int(std::count_if(m_items.begin(), m_items.end(), [](const Item& item) { return item.done; }));
}

QString ReadinessList::itemName(int index) const {
    const Item& item = m_items.at(index);
    return item.done ? item.text + tr(", done") : item.text + tr(", open. Enter shows it");
}

void ReadinessList::activateItem(int index) {
    if (index >= 0 && index < m_items.size() && !m_items.at(index).done)
        Q_EMIT showRequested(m_items.at(index).id);
}

QRect ReadinessList::itemRect(int index) const {
    return {0, index * rowHeight(), width(), rowHeight()};
}

QSize ReadinessList::sizeHint() const {
    return {240, int(m_items.size()) * rowHeight()};
}

void ReadinessList::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_items.size(); ++i) {
        const Item& item = m_items.at(i);
        const QRectF row = itemRect(i);
        if (i == m_hovered && !item.done) {
            paint::roundedBox(p, row.adjusted(-2, 0, 2, 0), 6, Theme::color(Role::BgRaised));
        }
        if (hasFocus() && FocusRing::byKeyboard() && i == m_current) {
            paint::roundedBox(p, row.adjusted(0, 1, 0, -1), 6, {}, Theme::color(Role::AccentBar), 2);
        }
        const QRectF disc(2, row.center().y() - 8, 16, 16);
        if (item.done) {
            paint::roundedBox(p, disc, 8, Theme::color(Role::OkSoft), Theme::color(Role::OkLine));
            paintIcon(p, Icon::Check, disc.adjusted(3, 3, -3, -3), Theme::color(Role::Ok));
        } else {
            paint::roundedBox(p, disc, 8, Theme::color(Role::WarnSoft), Theme::color(Role::Warn), 1.5);
            paintIcon(p, Icon::ChevronRight, disc.adjusted(3, 3, -3, -3), Theme::color(Role::Warn));
        }
        const QFont link = Theme::font(Type::SmallStrong);
        const QString show = tr("Show");
        const qreal linkWidth = item.done ? 0 : QFontMetricsF(link).horizontalAdvance(show) + 6;
        paint::text(p, QRectF(27, row.top(), width() - 29 - linkWidth, row.height()), item.text,
                    Theme::font(item.done ? Type::Body : Type::Control),
                    Theme::color(item.done ? Role::Text2 : Role::Text));
        if (!item.done) {
            paint::text(p, row.adjusted(0, 0, -2, 0), show, link, Theme::color(Role::AccentText),
                        Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

void ReadinessList::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const int index = int(event->position().y()) / rowHeight();
    if (index < 0 || index >= m_items.size()) return;
    m_current = index;
    activateItem(index);
    update();
}

void ReadinessList::mouseMoveEvent(QMouseEvent* event) {
    const int index = int(event->position().y()) / rowHeight();
    m_hovered = index >= 0 && index < m_items.size() ? index : -1;
    setCursor(m_hovered >= 0 && !m_items.at(m_hovered).done ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ReadinessList::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void ReadinessList::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up:
            m_current = std::max(0, m_current - 1);
            break;
        case Qt::Key_Down:
            m_current = std::min(int(m_items.size()) - 1, m_current + 1);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            activateItem(m_current);
            return;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    announce(this, itemName(m_current));
    update();
}

void ReadinessList::focusInEvent(QFocusEvent* event) {
    // Focus starts at the first thing that is still to do.
    for (int i = 0; i < m_items.size(); ++i) {
        if (!m_items.at(i).done) {
            m_current = i;
            break;
        }
    }
    QWidget::focusInEvent(event);
    update();
}

void ReadinessList::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace keyreel::ui
