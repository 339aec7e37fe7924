#include "ui/widgets/frame_view.h"

#include <QPainter>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {
namespace {

constexpr qreal kIcon = 24;

}  // namespace

FrameView::FrameView(const QSize& box, QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFixedSize(box);
}

void FrameView::set(const QImage& picture) {
    m_picture = picture;
    m_scaled = {};
    update();
}

void FrameView::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_picture.isNull()) {
        paint::roundedBox(p, rect(), metrics::kRadiusSmall, Theme::color(Role::BgRaised));
        paintIcon(p, Icon::Film, QRectF((width() - kIcon) / 2, (height() - kIcon) / 2, kIcon, kIcon),
                  Theme::color(Role::Text3));
        return;
    }
    const qreal ratio = devicePixelRatioF();
    if (m_scaled.isNull() || m_scaled.devicePixelRatio() != ratio) {
        m_scaled = QPixmap::fromImage(
            m_picture.scaled(size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(ratio);
    }
    paint::roundedBox(p, rect(), metrics::kRadiusSmall, Theme::color(Role::Stage));
    QRectF box(QPointF(), m_scaled.deviceIndependentSize());
    box.moveCenter(QRectF(rect()).center());
    paint::picture(p, box, m_scaled, metrics::kRadiusSmall);
}

}  // namespace keyreel::ui
