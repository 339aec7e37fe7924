#include "ui/paint/picture_strip.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace keyreel::ui::paint {
namespace {

constexpr qreal kNarrowest = 8;

}  // namespace

PictureStrip pictureStrip(const QSizeF& size, qreal radius, qreal ratio,
                          const std::function<QImage(qreal part)>& at) {
    const QImage first = at(0);
    if (first.isNull() || size.width() < 1 || size.height() < 1) return {};
    const qreal tile = std::max(kNarrowest, size.height() * first.width() / first.height());
    QPixmap pixmap((size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    p.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(QPointF(), size), radius, radius);
    p.setClipPath(shape);
    for (qreal x = 0; x < size.width(); x += tile)
        p.drawImage(QRectF(x, 0, tile, size.height()),
                    at(std::min(x + tile / 2, size.width()) / size.width()));
    p.end();
    return {pixmap, tile};
}

}  // namespace keyreel::ui::paint
