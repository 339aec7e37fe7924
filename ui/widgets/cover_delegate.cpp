#include <QPainter>
#include <QPixmapCache>

#include "ui/paint/paint.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

namespace {

constexpr int kTextGap = 9;
constexpr int kCardFoot = 22;
// Room for the focus ring above a picture, and the space between two.
constexpr int kMargin = 5;
constexpr int kGap = 19;

int pictureWidth(int cell, int columns) {
    return cell - kGap + kGap / std::max(1, columns);
}

constexpr qreal kDim = 0.34;

QPixmap coverPixmap(const QModelIndex& index, const QSize& size, qreal dpr) {
    const auto image = index.data(CoverImageRole).value<QImage>();
    if (image.isNull()) return {};
    const QString key = QStringLiteral("cover-%1-%2-%3x%4-%5")
                            .arg(index.data(CoverIdRole).toString())
                            .arg(image.cacheKey())
                            .arg(size.width())
                            .arg(size.height())
                            .arg(dpr);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(size * dpr);
        pixmap.setDevicePixelRatio(dpr);
        pixmap.fill(Qt::transparent);
        QPainter p(&pixmap);
        // With its hairline, which costs more than the picture itself in every frame that is scrolled.
        paint::picture(p, QRectF(QPointF(), QSizeF(size)),
                       paint::roundedPicture(image, size, metrics::kRadiusControl, dpr),
                       metrics::kRadiusControl);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintPicture(QPainter& p, const QRect& box, const QModelIndex& index, bool dimmed) {
    const qreal radius = metrics::kRadiusControl;
    // Asking for the picture is what makes a model read it.
    const QPixmap pixmap = coverPixmap(index, box.size(), p.device()->devicePixelRatioF());
    if (index.data(CoverLoadingRole).toBool()) {
        paint::roundedBox(p, box, radius, Theme::color(Role::BgRaised));
        return;
    }
    if (!pixmap.isNull()) {
        p.save();
        if (dimmed) {
            paint::roundedBox(p, box, radius, Theme::color(Role::BgCard));
            p.setOpacity(kDim);
        }
        p.drawPixmap(box.topLeft(), pixmap);
        p.restore();
        return;
    }
    const bool missing = index.data(CoverMissingRole).toBool();
    paint::roundedBox(p, box, radius, Theme::color(missing ? Role::BgCard : Role::AccentWash),
                      Theme::color(missing ? Role::Line : Role::AccentLine));
    const QRectF words = QRectF(box).adjusted(14, 0, -14, 0);
    const QString title = index.data(Qt::DisplayRole).toString();
    const qreal line = Theme::lineHeight(Type::Section);
    const qreal height = paint::wrapped(nullptr, words, title, Theme::font(Type::Section), {}, line, 4);
    qreal y = box.center().y() - height / 2;
    if (missing) {
        paintIcon(p, Icon::Image, QRectF(box.center().x() - 12, y - 34, 24, 24), Theme::color(Role::Text3));
    } else {
        paintIcon(p, Icon::Reel, QRectF(box.center().x() - 14, y - 42, 28, 28), Theme::color(Role::Text2));
    }
    paint::wrapped(&p, QRectF(words.left(), y, words.width(), height), title, Theme::font(Type::Section),
                   Theme::color(Role::Text), line, 4, Qt::AlignHCenter);
    if (missing) {
        paint::text(p, QRectF(words.left(), box.bottom() - 30, words.width(), 18),
                    CoverDelegate::tr("Cover missing"), Theme::font(Type::Small), Theme::color(Role::Text3),
                    Qt::AlignCenter);
    }
}

}  // namespace

CoverDelegate::CoverDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QRect CoverDelegate::pictureRect(const QRect& card, int columns) {
    // Cells are equal, but the outer pictures stand flush with the page: each picture is moved by its
    // column's share of the gap. The column follows from the cell's place.
    const int cell = std::max(1, card.width());
    const int width = pictureWidth(cell, columns);
    const int column = std::clamp((card.left() + cell / 2) / cell, 0, std::max(0, columns - 1));
    const int shift = columns > 1 ? column * (cell - width) / (columns - 1) : 0;
    return {card.left() + shift, card.top() + kMargin, width, width * 3 / 2};
}

QRect CoverDelegate::thumbRect(const QRect& row) {
    return {row.left() + kMargin + 8, row.top() + 6, 32, 48};
}

QRect CoverDelegate::playRect(const QRect& card, int columns) {
    const QPoint c = pictureRect(card, columns).center();
    return {c.x() - 23, c.y() - 23, 48, 48};
}

QRect CoverDelegate::moreRect(const QRect& card, int columns) {
    const QRect picture = pictureRect(card, columns);
    return {picture.right() - 35, picture.top() + 8, 28, 28};
}

int CoverDelegate::heightForWidth(int cell, int columns) {
    return kMargin + pictureWidth(cell, columns) * 3 / 2 + kTextGap + Theme::lineHeight(Type::Strong) + 2 +
           Theme::scaled(20) + kCardFoot;
}

QSize CoverDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(index)
    const auto* grid = qobject_cast<const QListView*>(option.widget);
    return grid ? grid->gridSize() : QSize(190, heightForWidth(190, 6));
}

QString CoverDelegate::spokenText(const QModelIndex& index) {
    const QString given = index.data(Qt::AccessibleTextRole).toString();
    if (!given.isEmpty()) return given;
    QStringList parts{index.data(Qt::DisplayRole).toString()};
    const auto badge = index.data(CoverBadgeRole).value<BadgeSpec>();
    if (!badge.isEmpty()) parts << badge.text.toLower();
    const QString meta = index.data(CoverMetaRole).toString();
    if (!meta.isEmpty()) parts << meta;
    return parts.join(QStringLiteral(", "));
}

void CoverDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const bool dimmed = index.data(CoverDimmedRole).toBool();
    const bool loading = index.data(CoverLoadingRole).toBool();
    const bool hovered = option.state & QStyle::State_MouseOver && !loading;
    const bool focused = option.state & QStyle::State_HasFocus && FocusRing::byKeyboard();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool rowMode = option.rect.width() > 2 * option.rect.height();

    if (rowMode) {
        const QRect row = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        if (hovered || focused)
            paint::roundedBox(*p, row, metrics::kRadiusControl, Theme::color(Role::BgRaised));
        if (selected) paint::roundedBox(*p, row, metrics::kRadiusControl, Theme::color(Role::AccentSoft));
        if (focused) {
            paint::roundedBox(*p, row, metrics::kRadiusControl, {}, Theme::color(Role::AccentBar), 2);
        }
        const QRect thumb = thumbRect(option.rect);
        paintPicture(*p, thumb, index, dimmed);
        const auto badge = index.data(CoverBadgeRole).value<BadgeSpec>();
        const qreal x = thumb.right() + 16;
        const qreal title = std::max(80.0, row.width() * 0.4);
        paint::text(*p, QRectF(x, row.top(), title, row.height()), index.data(Qt::DisplayRole).toString(),
                    Theme::font(Type::Strong), Theme::color(dimmed ? Role::Text3 : Role::Text));
        Badge::paint(*p, QPointF(x + title + 16, row.center().y() - 9), badge, dimmed);
        paint::text(*p, QRectF(row.right() - 216, row.top(), 200, row.height()),
                    index.data(CoverMetaRole).toString(), Theme::font(Type::Small), Theme::color(Role::Text3),
                    Qt::AlignRight | Qt::AlignVCenter);
        p->restore();
        return;
    }

    const auto* grid = qobject_cast<const CoverGrid*>(option.widget);
    const int columns = grid ? grid->columns() : 1;
    const QRect picture = pictureRect(option.rect, columns);
    paintPicture(*p, picture, index, dimmed);
    if (hovered) {
        paint::roundedBox(*p, picture, metrics::kRadiusControl, Theme::color(Role::PictureVeil));
        const QRectF play = playRect(option.rect, columns);
        paint::roundedBox(*p, play, play.width() / 2, Theme::color(Role::Accent));
        paintIcon(*p, Icon::Play, play.adjusted(14, 14, -14, -14).translated(0.5, 0),
                  Theme::color(Role::AccentInk));
        const QRectF more = moreRect(option.rect, columns);
        paint::roundedBox(*p, more, metrics::kRadiusSmall, Theme::color(Role::PicturePlate));
        paintIcon(*p, Icon::More, more.adjusted(6, 6, -6, -6), Theme::color(Role::OnPicture));
    }
    if (selected) {
        const QRectF mark(picture.left() + 8, picture.top() + 8, 26, 26);
        paint::roundedBox(*p, picture, metrics::kRadiusControl, {}, Theme::color(Role::AccentBar), 3);
        paint::roundedBox(*p, mark, 13, Theme::color(Role::Accent));
        paintIcon(*p, Icon::Check, mark.adjusted(5, 5, -5, -5), Theme::color(Role::AccentInk));
    }
    const double watched = index.data(CoverProgressRole).toDouble();
    if (watched > 0 && !loading) {
        QPainterPath clip;
        clip.addRoundedRect(picture, metrics::kRadiusControl, metrics::kRadiusControl);
        p->save();
        p->setClipPath(clip);
        const QRectF bar(picture.left(), picture.bottom() - 3, picture.width(), 4);
        p->fillRect(bar, paint::withAlpha(Theme::color(Role::Stage), 0.55));
        p->fillRect(QRectF(bar.left(), bar.top(), bar.width() * std::min(1.0, watched), 4),
                    Theme::color(dimmed ? Role::Buffer : Role::Accent));
        p->restore();
    }
    if (focused || hovered) {
        // At the page's edge the ring lies on the picture rather than be cut off.
        const QRectF ring = QRectF(picture)
                                .adjusted(-4, -4, 4, 4)
                                .intersected(grid ? QRectF(grid->viewport()->rect()) : QRectF(option.rect));
        if (focused) paint::roundedBox(*p, ring, 11, {}, Theme::color(Role::AccentBar), 2);
    }
    const qreal left = picture.left();
    const qreal width = picture.width();
    qreal y = picture.bottom() + 1 + kTextGap;
    if (loading) {
        paint::roundedBox(*p, QRectF(left, y + 4, width * 0.6, 11), 4, Theme::color(Role::BgRaised));
        paint::roundedBox(*p, QRectF(left, y + 26, width * 0.4, 11), 4, Theme::color(Role::BgRaised));
        p->restore();
        return;
    }
    const qreal line = Theme::lineHeight(Type::Strong);
    paint::text(*p, QRectF(left, y, width, line), index.data(Qt::DisplayRole).toString(),
                Theme::font(Type::Strong), Theme::color(dimmed ? Role::Text3 : Role::Text));
    y += line + 2;
    const auto badge = index.data(CoverBadgeRole).value<BadgeSpec>();
    Badge::paint(*p, QPointF(left, y), badge, dimmed);
    const int badgeWidth = Badge::size(badge).width();
    const qreal x = left + (badgeWidth ? badgeWidth + 8 : 0);
    paint::text(*p, QRectF(x, y, left + width - x, Theme::scaled(20)), index.data(CoverMetaRole).toString(),
                Theme::font(Type::Small), Theme::color(Role::Text3));
    p->restore();
}

}  // namespace keyreel::ui
