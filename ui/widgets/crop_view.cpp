#include "ui/widgets/crop_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr double kSmallest = 0.2;
constexpr double kMove = 0.02;
constexpr double kZoom = 0.05;
constexpr qreal kCorner = 14;

}  // namespace

CropView::CropView(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setMouseTracking(true);
    describe();
}

void CropView::setPicture(const QImage& picture) {
    m_picture = picture;
    put(m_middle, m_size);
}

void CropView::setShape(double shape) {
    m_shape = shape;
    setFocusPolicy(shape > 0 ? Qt::StrongFocus : Qt::NoFocus);
    put(m_middle, m_size);
}

QSizeF CropView::largest() const {
    if (m_shape <= 0 || m_picture.isNull()) return {1, 1};
    const double own = static_cast<double>(m_picture.width()) / m_picture.height();
    return own > m_shape ? QSizeF(m_shape / own, 1) : QSizeF(1, own / m_shape);
}

QRectF CropView::part() const {
    if (m_shape <= 0) return {0, 0, 1, 1};
    const QSizeF size = largest() * m_size;
    return {m_middle.x() - size.width() / 2, m_middle.y() - size.height() / 2, size.width(), size.height()};
}

void CropView::setPart(const QRectF& part) {
    const QSizeF most = largest();
    put(part.center(), part.width() / most.width());
}

void CropView::put(QPointF middle, double size) {
    m_size = std::clamp(size, kSmallest, 1.0);
    const QSizeF half = largest() * m_size / 2;
    const auto within = [](double value, double edge) {
        return edge >= 0.5 ? 0.5 : std::clamp(value, edge, 1 - edge);
    };
    m_middle = {within(middle.x(), half.width()), within(middle.y(), half.height())};
    describe();
    update();
    Q_EMIT changed();
}

void CropView::describe() {
    const QRectF kept = part();
    setAccessibleName(m_shape <= 0 ? tr("The whole picture")
                                   : tr("Kept part: %1 % of the picture's width, its middle at %2 % and %3 %")
                                         .arg(qRound(kept.width() * 100))
                                         .arg(qRound(m_middle.x() * 100))
                                         .arg(qRound(m_middle.y() * 100)));
}

QImage CropView::cut() const {
    const QRectF kept = part();
    const QRect box = QRectF(kept.x() * m_picture.width(), kept.y() * m_picture.height(),
                             kept.width() * m_picture.width(), kept.height() * m_picture.height())
                          .toRect()
                          .intersected(m_picture.rect());
    return m_picture.copy(box);
}

QRectF CropView::place() const {
    if (m_picture.isNull()) return rect();
    const QSizeF size = QSizeF(m_picture.size()).scaled(this->size(), Qt::KeepAspectRatio);
    return {(width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height()};
}

QRectF CropView::box() const {
    const QRectF at = place();
    const QRectF kept = part();
    return {at.x() + kept.x() * at.width(), at.y() + kept.y() * at.height(), kept.width() * at.width(),
            kept.height() * at.height()};
}

void CropView::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(Role::BgField));
    if (m_picture.isNull()) return;
    const QRectF at = place();
    p.drawImage(at, m_picture);
    if (m_shape <= 0) return;
    const QRectF kept = box();
    QPainterPath outside;
    outside.addRect(at);
    QPainterPath inside;
    inside.addRect(kept);
    p.fillPath(outside.subtracted(inside), paint::withAlpha(Theme::color(Role::Stage), 0.6));
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(Theme::color(Role::AccentBar), 2));
    p.drawRect(kept.adjusted(1, 1, -1, -1));
    for (const QPointF& corner : {kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()}) {
        const QPointF inward(corner.x() < kept.center().x() ? 5 : -5,
                             corner.y() < kept.center().y() ? 5 : -5);
        const QPointF middle = corner + inward;
        paint::roundedBox(p, QRectF(middle.x() - 5, middle.y() - 5, 10, 10), 2,
                          Theme::color(Role::AccentBar));
    }
}

void CropView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_shape <= 0 || m_picture.isNull()) return;
    const QRectF kept = box();
    const QPointF at = event->position();
    bool corner = false;
    for (const QPointF& each : {kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()})
        corner |= QLineF(each, at).length() <= kCorner;
    // A press beside the part brings it there.
    if (!corner && !kept.contains(at)) {
        const QRectF whole = place();
        put({(at.x() - whole.x()) / whole.width(), (at.y() - whole.y()) / whole.height()}, m_size);
    }
    m_grip = Grip{at, part(), corner};
}

void CropView::mouseMoveEvent(QMouseEvent* event) {
    if (m_shape <= 0 || m_picture.isNull()) return;
    const QRectF whole = place();
    const QPointF at = event->position();
    if (!m_grip) {
        const QRectF kept = box();
        const bool inside = kept.contains(at);
        const bool falling = (at.x() < kept.center().x()) == (at.y() < kept.center().y());
        bool corner = false;
        for (const QPointF& each : {kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()})
            corner |= QLineF(each, at).length() <= kCorner;
        setCursor(corner   ? (falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor)
                  : inside ? Qt::SizeAllCursor
                           : Qt::ArrowCursor);
        return;
    }
    if (m_grip->corner) {
        const QPointF middle(whole.x() + m_grip->part.center().x() * whole.width(),
                             whole.y() + m_grip->part.center().y() * whole.height());
        const double before = std::max(1.0, QLineF(middle, m_grip->from).length());
        const double grown = QLineF(middle, at).length() / before;
        put(m_grip->part.center(), m_grip->part.width() / largest().width() * grown);
        return;
    }
    const QPointF way = at - m_grip->from;
    put(m_grip->part.center() + QPointF(way.x() / whole.width(), way.y() / whole.height()), m_size);
}

void CropView::mouseReleaseEvent(QMouseEvent*) {
    m_grip.reset();
}

void CropView::wheelEvent(QWheelEvent* event) {
    if (m_shape <= 0) {
        event->ignore();
        return;
    }
    put(m_middle, m_size + kZoom * event->angleDelta().y() / 120.0);
    event->accept();
}

void CropView::keyPressEvent(QKeyEvent* event) {
    const auto move = [this](double x, double y) { put(m_middle + QPointF(x, y), m_size); };
    if (m_shape > 0) switch (event->key()) {
            case Qt::Key_Left:
                return move(-kMove, 0);
            case Qt::Key_Right:
                return move(kMove, 0);
            case Qt::Key_Up:
                return move(0, -kMove);
            case Qt::Key_Down:
                return move(0, kMove);
            case Qt::Key_Plus:
            case Qt::Key_Equal:
                return put(m_middle, m_size + kZoom);
            case Qt::Key_Minus:
                return put(m_middle, m_size - kZoom);
            case Qt::Key_0:
                return put({0.5, 0.5}, 1);
            default:
                break;
        }
    QWidget::keyPressEvent(event);
}

}  // namespace keyreel::ui
