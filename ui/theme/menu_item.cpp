#include "ui/theme/menu_item.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

namespace {

constexpr int kLeft = 10;
constexpr int kRight = 28;
constexpr int kAboveAndBelow = 7;
constexpr int kSeparatorHeight = 13;
constexpr int kMark = 16;
constexpr int kMarkGap = 8;
constexpr int kShortcutGap = 24;

bool hasMarks(const QStyleOptionMenuItem& item) {
    return item.maxIconWidth > 0 || item.menuHasCheckableItems;
}

}  // namespace

QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& content) {
    if (item.menuItemType == QStyleOptionMenuItem::Separator) return {content.width(), kSeparatorHeight};
    const int marks = hasMarks(item) ? kMark + kMarkGap : 0;
    const int shortcut = item.text.contains(QLatin1Char('\t')) ? kShortcutGap : 0;
    return {kLeft + marks + content.width() + shortcut + kRight,
            std::max(content.height(), item.fontMetrics.height()) + 2 * kAboveAndBelow};
}

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item, const QStyle& style) {
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(item.rect.left() + 4, item.rect.center().y(), item.rect.width() - 8, 1),
                         Theme::color(Role::Line));
        return;
    }
    const bool enabled = item.state & QStyle::State_Enabled;
    if (enabled && item.state & QStyle::State_Selected)
        paint::roundedBox(painter, item.rect, metrics::kRadiusSmall, Theme::color(Role::BgHover));
    // Drawn for those who read from the left, then mirrored as a whole.
    const auto place = [&item](const QRect& r) { return QStyle::visualRect(item.direction, item.rect, r); };
    const QRect line = item.rect.adjusted(kLeft, 0, -kLeft, 0);
    const QRect mark(line.left(), line.center().y() - kMark / 2 + 1, kMark, kMark);
    if (item.checked) {
        paintIcon(painter, Icon::Check, place(mark), Theme::color(enabled ? Role::Text : Role::TextDisabled));
    } else if (!item.icon.isNull()) {
        item.icon.paint(&painter, place(mark), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const int begin = line.left() + (hasMarks(item) ? kMark + kMarkGap : 0);
    const QRect words(begin, line.top(), item.rect.right() - kRight - begin + 1, line.height());
    const int flags =
        Qt::TextSingleLine | Qt::TextDontClip |
        (style.styleHint(QStyle::SH_UnderlineShortcut, &item) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.setFont(item.font);
    painter.setPen(Theme::color(enabled ? Role::Text : Role::TextDisabled));
    painter.drawText(place(words),
                     flags | int(QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     item.text.section(QLatin1Char('\t'), 0, 0));
    painter.setPen(Theme::color(enabled ? Role::Text3 : Role::TextDisabled));
    painter.drawText(place(line),
                     flags | int(QStyle::visualAlignment(item.direction, Qt::AlignRight | Qt::AlignVCenter)),
                     item.text.section(QLatin1Char('\t'), 1, 1));
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(line.right() - kMark + 1, mark.top(), kMark, kMark);
        paintIcon(painter, item.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight,
                  place(arrow), Theme::color(enabled ? Role::Text3 : Role::TextDisabled));
    }
}

}  // namespace keyreel::ui
