#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/gallery/gallery.h"

namespace keyreel::ui {

QImage sampleArt(const QString& title, const QSize& size) {
    uint seed = 2166136261U;
    for (const QChar c : title)
        seed = (seed ^ c.unicode()) * 16777619U;
    const auto next = [&seed] {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        return float(seed >> 8) / float(1U << 24);
    };
    for (int i = 0; i < 3; ++i)
        next();
    const float hue = next();
    const auto tint = [hue](float shift, float saturation, float lightness) {
        return QColor::fromHslF(std::fmod(hue + shift + 1.0F, 1.0F), saturation, lightness);
    };
    QImage image(size, QImage::Format_RGB32);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    const qreal w = size.width();
    const qreal h = size.height();
    QLinearGradient sky(0, 0, 0, h);
    sky.setColorAt(0, tint(0, 0.55F, 0.22F));
    sky.setColorAt(0.62, tint(0.08F, 0.6F, 0.5F));
    sky.setColorAt(1, tint(0.14F, 0.7F, 0.68F));
    p.fillRect(image.rect(), sky);
    const QPointF sun(w * (0.25 + 0.5 * next()), h * (0.34 + 0.12 * next()));
    QRadialGradient glow(sun, w * 0.7);
    QColor warm = tint(0.16F, 0.8F, 0.82F);
    warm.setAlphaF(0.55F);
    glow.setColorAt(0, warm);
    warm.setAlphaF(0);
    glow.setColorAt(1, warm);
    p.fillRect(image.rect(), glow);
    p.setPen(Qt::NoPen);
    p.setBrush(tint(0.16F, 0.8F, 0.9F));
    p.drawEllipse(sun, w * 0.11, w * 0.11);
    for (int layer = 0; layer < 3; ++layer) {
        QPainterPath hills;
        const qreal base = h * (0.6 + 0.13 * layer);
        const qreal phase = next() * 6.28F;
        const qreal waves = 1.2 + 1.4 * next();
        hills.moveTo(0, h);
        for (int x = 0; x <= size.width(); x += 4) {
            hills.lineTo(x, base + h * 0.05 * std::sin(phase + waves * 6.28 * x / w) +
                                h * 0.02 * std::sin(phase * 2 + 17.0 * x / w));
        }
        hills.lineTo(w, h);
        hills.closeSubpath();
        p.setBrush(tint(0.02F * float(layer), 0.5F, 0.36F - 0.11F * float(layer)));
        p.drawPath(hills);
    }
    return image;
}

}  // namespace keyreel::ui
