#include "ui/widgets/timeline_list.h"

#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr int kDisc = 30;
constexpr int kLeft = 16;
}  // namespace

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {320, Theme::scaled(index.data(TimelineHeadingRole).toBool() ? 44 : 54)};
}

void TimelineDelegate::paint(QPainter* p, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const QRectF row = option.rect;
    const bool heading = index.data(TimelineHeadingRole).toBool();
    const bool broken = index.data(TimelineBrokenRole).toBool();
    const bool first = index.row() == 0;
    const bool last = index.row() + 1 == index.model()->rowCount(index.parent());
    const qreal axis = row.left() + kLeft + kDisc / 2.0;
    const QColor line = Theme::color(Role::Line);

    if (!heading) {
        const bool focused = option.state & QStyle::State_HasFocus && FocusRing::byKeyboard();
        if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) {
            p->fillRect(row, Theme::color(Role::BgRaised));
        }
        if (focused)
            paint::roundedBox(*p, row.adjusted(2, 1, -2, -1), 8, {}, Theme::color(Role::AccentBar), 2);
    }
    // The chain: one continuous line, cut where a record does not follow.
    p->setPen(QPen(line, 2));
    if (heading) {
        if (!first) p->drawLine(QPointF(axis, row.top()), QPointF(axis, row.bottom() + 1));
        paint::text(*p, QRectF(axis + 29, row.top() + 8, row.width() - 80, row.height() - 8),
                    index.data(Qt::DisplayRole).toString(), Theme::font(Type::SmallStrong),
                    Theme::color(Role::Text3));
        p->restore();
        return;
    }
    const qreal mid = row.center().y();
    if (!first && !broken) p->drawLine(QPointF(axis, row.top()), QPointF(axis, mid - kDisc / 2.0 - 3));
    if (!last) p->drawLine(QPointF(axis, mid + kDisc / 2.0 + 3), QPointF(axis, row.bottom() + 1));
    if (broken) {
        p->setPen(QPen(Theme::color(Role::Error), 2, Qt::SolidLine, Qt::RoundCap));
        p->drawLine(QPointF(axis - 5, row.top() + 4), QPointF(axis + 5, row.top() + 1));
        p->drawLine(QPointF(axis - 5, row.top() + 8), QPointF(axis + 5, row.top() + 5));
    }
    auto tone = static_cast<Tone>(index.data(TimelineToneRole).toInt());
    if (tone < Tone::Neutral || tone > Tone::Info) tone = Tone::Neutral;
    if (broken) tone = Tone::Error;
    const QRectF disc(axis - kDisc / 2.0, mid - kDisc / 2.0, kDisc, kDisc);
    paint::roundedBox(*p, disc, kDisc / 2.0, Theme::color(toneSoft(tone)), Theme::color(toneLine(tone)));
    const int glyph = index.data(TimelineIconRole).toInt();
    const auto icon = glyph > 0 && glyph < int(Icon::Count_) ? static_cast<Icon>(glyph) : Icon::Ring;
    paintIcon(*p, icon, disc.adjusted(7, 7, -7, -7), Theme::color(toneText(tone)));

    const qreal x = axis + 29;
    const qreal timeWidth = 52;
    const qreal sealWidth = 84;
    const qreal right = row.right() - 16;
    const qreal words = right - timeWidth - sealWidth - 24 - x;
    const qreal strong = Theme::lineHeight(Type::Strong);
    const qreal small = Theme::lineHeight(Type::Small) - 1;
    const qreal top = mid - (strong + small) / 2;
    paint::text(*p, QRectF(x, top, words, strong), index.data(Qt::DisplayRole).toString(),
                Theme::font(Type::Strong), Theme::color(broken ? Role::Error : Role::Text));
    paint::text(*p, QRectF(x, top + strong, words, small), index.data(TimelineDetailRole).toString(),
                Theme::font(Type::Small), Theme::color(Role::Text3));
    const QRectF seal(right - timeWidth - sealWidth - 16, top, sealWidth, strong);
    paint::digits(*p, seal, index.data(TimelineNumberRole).toString(), Theme::font(Type::Small),
                  Theme::color(Role::Text3), Qt::AlignRight | Qt::AlignVCenter);
    paint::text(*p, seal.translated(0, strong - 1), index.data(TimelineSealRole).toString(),
                Theme::font(Type::Small), Theme::color(Role::Text3), Qt::AlignRight | Qt::AlignVCenter,
                Qt::ElideMiddle);
    paint::digits(*p, QRectF(right - timeWidth, row.top(), timeWidth, row.height()),
                  index.data(TimelineTimeRole).toString(), Theme::font(Type::Body), Theme::color(Role::Text2),
                  Qt::AlignRight | Qt::AlignVCenter);
    p->restore();
}

TimelineList::TimelineList(QWidget* parent) : QListView(parent) {
    installAccessibility();
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setProperty("ownFocus", true);
    setAccessibleName(tr("Records"));
}

}  // namespace keyreel::ui
