#pragma once

#include <QFont>
#include <QPainter>
#include <QPixmap>
#include <QString>

#include "ui/theme/tokens.h"

/// Drawing that several widgets and delegates share. Everything is in logical pixels and honours the
/// painter's ratio.
namespace keyreel::ui::paint {

/// Rounded rectangle with a crisp inner edge of `edgeWidth`. An invalid colour is not drawn.
void roundedBox(QPainter& p, const QRectF& r, qreal radius, const QColor& fill, const QColor& edge = {},
                qreal edgeWidth = 1, Qt::PenStyle style = Qt::SolidLine);
/// 2 px focus ring 2 px outside `r`.
void focusRing(QPainter& p, const QRectF& r, qreal radius);
/// One line of text, elided to `r`.
void text(QPainter& p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
          Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter, Qt::TextElideMode elide = Qt::ElideRight);
/// Wrapped text; returns the height used. With `maxLines` the last line is elided.
qreal wrapped(QPainter* p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
              qreal lineHeight, int maxLines = 0, Qt::Alignment align = Qt::AlignLeft);
/// Width of `value` with every digit as wide as "0".
qreal digitsWidth(const QString& value, const QFont& font);
/// One line whose digits stand in equal cells, so that changing numbers do not dance.
void digits(QPainter& p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
            Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);
/// Shadow of elevation 1 around `r` (y 12, spread 32), from a cached nine-patch.
void shadow(QPainter& p, const QRectF& r, qreal radius);
/// How far a shadow reaches beyond its box.
inline constexpr int kShadowReach = 40;
/// `image` cropped to fill `size` logical pixels with rounded corners, at ratio `dpr`.
QPixmap roundedPicture(const QImage& image, const QSize& size, qreal radius, qreal dpr);
/// The same for painting directly.
void picture(QPainter& p, const QRectF& r, const QPixmap& pixmap, qreal radius);
/// Arc of a spinner at `phase` 0..1, or a static ring under less motion.
void spinner(QPainter& p, const QRectF& r, const QColor& track, const QColor& arc, qreal phase,
             qreal width = 1.75);
/// `a` towards `b` by t 0..1.
QColor mix(const QColor& a, const QColor& b, qreal t);
QColor withAlpha(QColor c, qreal alpha);

}  // namespace keyreel::ui::paint
