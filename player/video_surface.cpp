#include "player/video_surface.h"

#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "player/player.h"

namespace keyreel::player {

namespace {

constexpr int kResizeQuietMilliseconds = 100;

}  // namespace

VideoSurface::VideoSurface(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setAccessibleName(tr("Picture"));
    setMinimumSize(160, 90);
    m_resize.setSingleShot(true);
    m_resize.setInterval(kResizeQuietMilliseconds);
    connect(&m_resize, &QTimer::timeout, this, &VideoSurface::requestSize);
}

void VideoSurface::setPlayer(Player* player) {
    if (m_player) disconnect(m_player, nullptr, this, nullptr);
    m_player = player;
    m_image = player != nullptr ? player->currentImage() : QImage();
    if (player != nullptr) {
        connect(player, &Player::frameChanged, this, [this] {
            m_image = m_player->currentImage();
            update();
        });
        connect(player, &QObject::destroyed, this, [this] {
            m_image = QImage();
            update();
        });
        requestSize();
    }
    update();
}

QRect VideoSurface::pictureRect() const {
    if (m_image.isNull()) return {};
    const QSize fitted = m_image.size().scaled(size() * devicePixelRatioF(), Qt::KeepAspectRatio);
    const QSizeF logical = QSizeF(fitted) / devicePixelRatioF();
    return QRectF(QPointF((width() - logical.width()) / 2, (height() - logical.height()) / 2), logical)
        .toAlignedRect();
}

void VideoSurface::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const qreal ratio = devicePixelRatioF();
    const QSize device(qRound(width() * ratio), qRound(height() * ratio));
    if (m_image.isNull()) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    // In device pixels: a picture that was made for this size is copied, not scaled.
    painter.scale(1 / ratio, 1 / ratio);
    const bool exact = m_image.width() <= device.width() && m_image.height() <= device.height() &&
                       (device.width() - m_image.width() <= 1 || device.height() - m_image.height() <= 1);
    const QSize shown = exact ? m_image.size() : m_image.size().scaled(device, Qt::KeepAspectRatio);
    const QRect target(QPoint((device.width() - shown.width()) / 2, (device.height() - shown.height()) / 2),
                       shown);
    painter.fillRect(QRect(0, 0, device.width(), target.top()), Qt::black);
    painter.fillRect(QRect(0, target.bottom() + 1, device.width(), device.height() - target.bottom()),
                     Qt::black);
    painter.fillRect(QRect(0, target.top(), target.left(), target.height()), Qt::black);
    painter.fillRect(
        QRect(target.right() + 1, target.top(), device.width() - target.right(), target.height()), Qt::black);
    if (exact)
        painter.drawImage(target.topLeft(), m_image);
    else
        painter.drawImage(target, m_image);
}

void VideoSurface::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_resize.start();
}

void VideoSurface::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    requestSize();
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) Q_EMIT clicked();
    QWidget::mouseReleaseEvent(event);
}

void VideoSurface::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT doubleClicked();
    QWidget::mouseDoubleClickEvent(event);
}

void VideoSurface::requestSize() {
    if (!m_player || !isVisible()) return;
    const qreal ratio = devicePixelRatioF();
    m_player->setOutputSize(qRound(width() * ratio), qRound(height() * ratio));
}

}  // namespace keyreel::player
