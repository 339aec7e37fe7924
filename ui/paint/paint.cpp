#include "ui/paint/paint.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPixmapCache>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui::paint {

void roundedBox(QPainter& p, const QRectF& r, qreal radius, const QColor& fill, const QColor& edge,
                qreal edgeWidth, Qt::PenStyle style) {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    if (!edge.isValid()) {
        p.setPen(Qt::NoPen);
        p.setBrush(fill);
        p.drawRoundedRect(r, radius, radius);
        p.restore();
        return;
    }
    const qreal half = edgeWidth / 2;
    const QRectF inner = r.adjusted(half, half, -half, -half);
    QPen pen(edge, edgeWidth, style == Qt::CustomDashLine ? Qt::SolidLine : style);
    if (style == Qt::DashLine) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({3.5 / edgeWidth, 2.5 / edgeWidth});
        pen.setCapStyle(Qt::FlatCap);
    }
    p.setPen(pen);
    p.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p.drawRoundedRect(inner, radius - half, radius - half);
    p.restore();
}

void focusRing(QPainter& p, const QRectF& r, qreal radius) {
    const qreal reach = metrics::kRingGap + metrics::kRingWidth;
    roundedBox(p, r.adjusted(-reach, -reach, reach, reach), radius + reach, {}, Theme::color(Role::AccentBar),
               metrics::kRingWidth);
}

void text(QPainter& p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
          Qt::Alignment align, Qt::TextElideMode elide) {
    const QFontMetricsF fm(font, p.device());
    p.setFont(font);
    p.setPen(color);
    // A hair of slack: fractional advances must not elide text that fits.
    const QString shown =
        fm.horizontalAdvance(value) <= r.width() + 0.75 ? value : fm.elidedText(value, elide, r.width());
    p.drawText(r, int(align) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

qreal wrapped(QPainter* p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
              qreal lineHeight, int maxLines, Qt::Alignment align) {
    const QFontMetricsF fm(font);
    qreal y = 0;
    int lines = 0;
    if (p) {
        p->setFont(font);
        p->setPen(color);
    }
    const QStringList paragraphs = value.split(QLatin1Char('\n'));
    for (const QString& paragraph : paragraphs) {
        if (paragraph.isEmpty()) {
            y += lineHeight;
            ++lines;
            continue;
        }
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        while (true) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) break;
            line.setLineWidth(r.width());
            ++lines;
            const bool last = maxLines > 0 && lines == maxLines;
            if (p) {
                const QRectF box(r.left(), r.top() + y, r.width(), lineHeight);
                QString part = paragraph.mid(line.textStart(), line.textLength()).trimmed();
                if (last) part = fm.elidedText(paragraph.mid(line.textStart()), Qt::ElideRight, r.width());
                p->drawText(box, int(align) | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, part);
            }
            y += lineHeight;
            if (last) {
                layout.endLayout();
                return y;
            }
        }
        layout.endLayout();
    }
    return y;
}

namespace {
bool tabular(QChar c) {
    return c.isDigit();
}
}  // namespace

qreal digitsWidth(const QString& value, const QFont& font) {
    const QFontMetricsF fm(font);
    const qreal cell = fm.horizontalAdvance(QLatin1Char('0'));
    qreal width = 0;
    QString run;
    for (const QChar c : value) {
        if (!tabular(c)) {
            run += c;
            continue;
        }
        width += fm.horizontalAdvance(run) + cell;
        run.clear();
    }
    return width + fm.horizontalAdvance(run);
}

void digits(QPainter& p, const QRectF& r, const QString& value, const QFont& font, const QColor& color,
            Qt::Alignment align) {
    const QFontMetricsF fm(font);
    const qreal cell = fm.horizontalAdvance(QLatin1Char('0'));
    const qreal width = digitsWidth(value, font);
    if (width > r.width() + 0.75) {
        text(p, r, value, font, color, align);
        return;
    }
    qreal x = r.left();
    if (align & Qt::AlignRight) x = r.right() - width;
    if (align & Qt::AlignHCenter) x = r.center().x() - width / 2;
    qreal baseline = r.center().y() + (fm.ascent() - fm.descent()) / 2;
    if (align & Qt::AlignTop) baseline = r.top() + fm.ascent();
    p.setFont(font);
    p.setPen(color);
    QString run;
    const auto flush = [&] {
        if (run.isEmpty()) return;
        p.drawText(QPointF(x, baseline), run);
        x += fm.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar c : value) {
        if (!tabular(c)) {
            run += c;
            continue;
        }
        flush();
        p.drawText(QPointF(x + (cell - fm.horizontalAdvance(c)) / 2, baseline), QString(c));
        x += cell;
    }
    flush();
}

namespace {

// Three box passes of a coverage mask approximate a Gaussian closely enough for a shadow.
void blur(QImage& mask, int radius) {
    const int w = mask.width();
    const int h = mask.height();
    std::vector<uchar> line(static_cast<std::size_t>(std::max(w, h)));
    const auto pass = [&](int count, const auto& at) {
        int sum = 0;
        const int span = 2 * radius + 1;
        for (int i = -radius; i <= radius; ++i)
            sum += i >= 0 && i < count ? at(i) : 0;
        for (int i = 0; i < count; ++i) {
            line[static_cast<std::size_t>(i)] = static_cast<uchar>(sum / span);
            const int out = i - radius;
            const int in = i + radius + 1;
            if (in < count) sum += at(in);
            if (out >= 0) sum -= at(out);
        }
        for (int i = 0; i < count; ++i)
            at(i) = line[static_cast<std::size_t>(i)];
    };
    for (int round = 0; round < 3; ++round) {
        for (int y = 0; y < h; ++y) {
            uchar* row = mask.scanLine(y);
            pass(w, [row](int i) -> uchar& { return row[i]; });
        }
        for (int x = 0; x < w; ++x) {
            pass(h, [&mask, x](int i) -> uchar& { return mask.scanLine(i)[x]; });
        }
    }
}

constexpr int kCorner = 56;

QPixmap shadowTile(qreal radius, qreal dpr) {
    const QColor ink = Theme::color(Role::Shadow);
    const QString key = QStringLiteral("shadow-%1-%2-%3").arg(radius).arg(dpr).arg(ink.rgba());
    QPixmap tile;
    if (QPixmapCache::find(key, &tile)) return tile;
    const int side = 2 * (kShadowReach + kCorner);
    const int px = qCeil(side * dpr);
    QImage mask(px, px, QImage::Format_Alpha8);
    mask.fill(0);
    {
        QPainter p(&mask);
        p.scale(dpr, dpr);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(QColor(ink.red(), ink.green(), ink.blue()));
        const qreal spread = 2;
        p.drawRoundedRect(QRectF(kShadowReach, kShadowReach, side - 2 * kShadowReach, side - 2 * kShadowReach)
                              .adjusted(spread, spread, -spread, -spread),
                          radius, radius);
    }
    blur(mask, qRound(8 * dpr));
    QImage image(px, px, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < px; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        const uchar* in = mask.constScanLine(y);
        for (int x = 0; x < px; ++x) {
            out[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), in[x] * ink.alpha() / 255));
        }
    }
    tile = QPixmap::fromImage(image);
    tile.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, tile);
    return tile;
}

}  // namespace

void shadow(QPainter& p, const QRectF& r, qreal radius) {
    const qreal dpr = p.device()->devicePixelRatioF();
    const QPixmap tile = shadowTile(radius, dpr);
    constexpr qreal kDrop = 12;
    // Whole pixels: slices that meet between two pixels show a seam.
    const QRectF target = r.translated(0, kDrop)
                              .adjusted(-kShadowReach, -kShadowReach, kShadowReach, kShadowReach)
                              .toAlignedRect();
    const qreal cut = kShadowReach + kCorner - 1;
    const qreal cornerX = std::floor(std::min(cut, target.width() / 2));
    const qreal cornerY = std::floor(std::min(cut, target.height() / 2));
    const qreal tileSide = tile.width() / dpr;
    const qreal xs[] = {target.left(), target.left() + cornerX, target.right() - cornerX, target.right()};
    const qreal ys[] = {target.top(), target.top() + cornerY, target.bottom() - cornerY, target.bottom()};
    const qreal txs[] = {0, cornerX, tileSide - cornerX, tileSide};
    const qreal tys[] = {0, cornerY, tileSide - cornerY, tileSide};
    for (int i = 0; i < 3; ++i) {
        for (int j = 0; j < 3; ++j) {
            const QRectF to(xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j]);
            if (to.width() <= 0 || to.height() <= 0) continue;
            const QRectF from(txs[i] * dpr, tys[j] * dpr, (txs[i + 1] - txs[i]) * dpr,
                              (tys[j + 1] - tys[j]) * dpr);
            p.drawPixmap(to, tile, from);
        }
    }
}

QPixmap roundedPicture(const QImage& image, const QSize& size, qreal radius, qreal dpr) {
    if (image.isNull() || size.isEmpty()) return {};
    const QSize device = size * dpr;
    const QImage scaled = image.scaled(device, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    QPixmap out(device);
    out.fill(Qt::transparent);
    QPainter p(&out);
    p.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(QRectF(QPointF(0, 0), QSizeF(device)), radius * dpr, radius * dpr);
    p.translate(-(scaled.width() - device.width()) / 2.0, -(scaled.height() - device.height()) / 2.0);
    p.setPen(Qt::NoPen);
    p.setBrush(QBrush(scaled));
    p.drawPath(
        clip.translated((scaled.width() - device.width()) / 2.0, (scaled.height() - device.height()) / 2.0));
    p.end();
    out.setDevicePixelRatio(dpr);
    return out;
}

void picture(QPainter& p, const QRectF& r, const QPixmap& pixmap, qreal radius) {
    if (pixmap.isNull()) {
        roundedBox(p, r, radius, Theme::color(Role::BgRaised));
        return;
    }
    p.save();
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.drawPixmap(r.topLeft(), pixmap);
    p.restore();
    // A hairline keeps dark pictures from melting into a dark page.
    roundedBox(p, r, radius, {}, withAlpha(Theme::color(Role::OnPicture), 0.08));
}

void spinner(QPainter& p, const QRectF& r, const QColor& track, const QColor& arc, qreal phase, qreal width) {
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = r.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(track, width));
    p.drawEllipse(box);
    p.setPen(QPen(arc, width, Qt::SolidLine, Qt::RoundCap));
    if (Theme::lessMotion()) {
        p.drawArc(box, 90 * 16, -180 * 16);
    } else {
        p.drawArc(box, int((90 - phase * 360) * 16), -110 * 16);
    }
    p.restore();
}

QColor mix(const QColor& a, const QColor& b, qreal t) {
    const auto one = [t](int x, int y) { return int(std::lround(x + (y - x) * t)); };
    return QColor(one(a.red(), b.red()), one(a.green(), b.green()), one(a.blue(), b.blue()),
                  one(a.alpha(), b.alpha()));
}

QColor withAlpha(QColor c, qreal alpha) {
    c.setAlphaF(static_cast<float>(alpha));
    return c;
}

}  // namespace keyreel::ui::paint
