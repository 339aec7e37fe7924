#include "ui/widgets/picture_tile.h"

#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

PictureTile::PictureTile(const QSize& size, QWidget* parent) : QAbstractButton(parent), m_size(size) {
    installAccessibility();
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(size);
}

void PictureTile::set(const QImage& picture, const QString& name) {
    m_picture = picture;
    setAccessibleName(name);
    setToolTip(name);
    setEnabled(!picture.isNull());
    update();
}

void PictureTile::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(3, 3, -3, -3);
    if (m_picture.isNull())
        paint::roundedBox(p, box, metrics::kRadiusBadge, Theme::color(Role::BgRaised));
    else
        p.drawPixmap(box.topLeft(), paint::roundedPicture(m_picture, box.size().toSize(),
                                                          metrics::kRadiusBadge, devicePixelRatioF()));
    if (isChecked() || underMouse())
        paint::roundedBox(p, rect(), metrics::kRadiusControl, {},
                          Theme::color(isChecked() ? Role::AccentBar : Role::LineStrong), 2);
}

}  // namespace keyreel::ui
