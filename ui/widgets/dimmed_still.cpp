#include "ui/widgets/dimmed_still.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace keyreel::ui {
namespace {

constexpr qreal kLeft = 0.2;  ///< Of the picture's light.

}  // namespace

DimmedStill::DimmedStill(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DimmedStill::set(const QImage& image) {
    m_image = image;
    m_scaled = {};
    update();
}

void DimmedStill::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_scaled = {};
}

void DimmedStill::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.fillRect(rect(), Theme::color(Role::Stage));
    if (m_image.isNull()) return;
    const qreal ratio = devicePixelRatioF();
    if (m_scaled.isNull() || m_scaled.devicePixelRatio() != ratio) {
        const QSize box = QSizeF(QSizeF(size()) * ratio).toSize();
        m_scaled = QPixmap::fromImage(m_image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(ratio);
    }
    const QSizeF shown = m_scaled.deviceIndependentSize();
    p.setOpacity(kLeft);
    p.drawPixmap(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), m_scaled);
}

}  // namespace keyreel::ui
