#include "ui/widgets/picture.h"

#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

Picture::Picture(const QSize& size, int radius, QWidget* parent) : QWidget(parent), m_radius(radius) {
    setFixedSize(size);
}

void Picture::setBox(const QSize& size, int radius) {
    m_radius = radius;
    m_scaled = {};
    setFixedSize(size);
    update();
}

void Picture::set(const QImage& image) {
    m_image = image;
    m_scaled = {};
    update();
}

void Picture::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_image.isNull()) {
        paint::roundedBox(p, rect(), m_radius, Theme::color(Role::BgRaised));
        const qreal side = std::min(20.0, height() * 0.6);
        paintIcon(p, Icon::Film, QRectF((width() - side) / 2, (height() - side) / 2, side, side),
                  Theme::color(Role::Text3));
        return;
    }
    if (m_scaled.isNull() || m_scaled.devicePixelRatio() != devicePixelRatioF())
        m_scaled = paint::roundedPicture(m_image, size(), m_radius, devicePixelRatioF());
    p.drawPixmap(rect(), m_scaled);
}

}  // namespace keyreel::ui
