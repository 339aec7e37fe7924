#include "player/video_surface.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QRegion>
#include <QStyleHints>
#include <algorithm>
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
        connect(player, &Player::opened, this, &VideoSurface::requestSize);
        connect(player, &QObject::destroyed, this, [this] {
            m_image = QImage();
            update();
        });
        requestSize();
    }
    update();
}

Player* VideoSurface::player() const {
    return m_player;
}

QSize VideoSurface::deviceSize() const {
    return (QSizeF(size()) * devicePixelRatioF()).toSize();
}

QRect VideoSurface::wholePicture() const {
    if (m_image.isNull()) return {};
    const QSize device = deviceSize();
    const bool turned = m_view.quarterTurns % 2 != 0;
    const QSize made = turned ? m_image.size().transposed() : m_image.size();
    // Made for this size: copied, not scaled.
    const bool exact = made.width() <= device.width() && made.height() <= device.height() &&
                       (device.width() - made.width() <= 1 || device.height() - made.height() <= 1);
    if (m_view.zoom <= 1) {
        const QSize shown = exact ? made : made.scaled(device, Qt::KeepAspectRatio);
        return {QPoint((device.width() - shown.width()) / 2, (device.height() - shown.height()) / 2), shown};
    }
    const QSize shown = (QSizeF(made).scaled(device, Qt::KeepAspectRatio) * m_view.zoom).toSize();
    const auto place = [](int room, int part, double middle) {
        return part <= room ? (room - part) / 2
                            : std::clamp(qRound(room / 2.0 - part * middle), room - part, 0);
    };
    return {QPoint(place(device.width(), shown.width(), m_view.middle.x()),
                   place(device.height(), shown.height(), m_view.middle.y())),
            shown};
}

QRect VideoSurface::pictureRect() const {
    if (m_image.isNull()) return {};
    const QRectF whole = wholePicture();
    const qreal ratio = devicePixelRatioF();
    return QRectF(whole.topLeft() / ratio, whole.size() / ratio).toAlignedRect().intersected(rect());
}

void VideoSurface::setView(const PictureView& view) {
    const PictureView before = m_view;
    m_view = view;
    bound();
    if (m_view == before) return;
    requestSize();
    update();
}

/// The middle stays where no edge of an enlarged picture comes inside.
void VideoSurface::bound() {
    m_view.zoom = std::isfinite(m_view.zoom) ? std::clamp(m_view.zoom, 1.0, kLargestZoom) : 1;
    m_view.quarterTurns = ((m_view.quarterTurns % 4) + 4) % 4;
    if (m_view.zoom <= 1 || m_image.isNull()) {
        if (m_view.zoom <= 1) m_view.middle = {0.5, 0.5};
        return;
    }
    const QSizeF device = deviceSize();
    const QSizeF shown = wholePicture().size();
    const auto held = [](double middle, double room, double part) {
        const double least = part > room ? room / part / 2 : 0.5;
        return std::isfinite(middle) ? std::clamp(middle, least, 1 - least) : 0.5;
    };
    m_view.middle = {held(m_view.middle.x(), device.width(), shown.width()),
                     held(m_view.middle.y(), device.height(), shown.height())};
}

void VideoSurface::zoomAt(const QPointF& at, double zoom) {
    if (m_image.isNull()) return;
    const QRectF before = wholePicture();
    const QPointF place = at * devicePixelRatioF() - before.topLeft();
    const QPointF part(place.x() / before.width(), place.y() / before.height());
    PictureView view = m_view;
    view.zoom = std::clamp(zoom, 1.0, kLargestZoom);
    const double grown = view.zoom / m_view.zoom;
    const QPointF off =
        QPointF(deviceSize().width() / 2.0, deviceSize().height() / 2.0) - at * devicePixelRatioF();
    view.middle = {part.x() + off.x() / (before.width() * grown),
                   part.y() + off.y() / (before.height() * grown)};
    setView(view);
}

void VideoSurface::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_image.isNull()) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    const qreal ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const QRect whole = wholePicture();
    for (const QRect& edge : QRegion(QRect(QPoint(0, 0), deviceSize())) - QRegion(whole))
        painter.fillRect(edge, Qt::black);
    const bool turned = m_view.quarterTurns % 2 != 0;
    const QSize upright = turned ? whole.size().transposed() : whole.size();
    painter.translate(whole.topLeft());
    if (m_view.quarterTurns == 1) painter.translate(whole.width(), 0);
    if (m_view.quarterTurns == 2) painter.translate(whole.width(), whole.height());
    if (m_view.quarterTurns == 3) painter.translate(0, whole.height());
    painter.rotate(90 * m_view.quarterTurns);
    if (m_image.size() == upright) {
        painter.drawImage(QPoint(0, 0), m_image);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view.zoom > 1);
    painter.drawImage(QRect(QPoint(0, 0), upright), m_image);
}

void VideoSurface::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_resize.start();
}

void VideoSurface::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    requestSize();
}

void VideoSurface::mousePressEvent(QMouseEvent* event) {
    m_moved = false;
    if (event->button() == Qt::LeftButton && m_view.zoom > 1) m_grip = event->position();
    QWidget::mousePressEvent(event);
}

void VideoSurface::mouseMoveEvent(QMouseEvent* event) {
    QWidget::mouseMoveEvent(event);
    if (!m_grip || m_image.isNull()) return;
    const QPointF by = event->position() - *m_grip;
    if (!m_moved && by.manhattanLength() < QGuiApplication::styleHints()->startDragDistance()) return;
    m_moved = true;
    m_grip = event->position();
    const QSizeF shown = QSizeF(wholePicture().size()) / devicePixelRatioF();
    PictureView view = m_view;
    view.middle -= QPointF(by.x() / shown.width(), by.y() / shown.height());
    setView(view);
    Q_EMIT viewMoved();
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event) {
    m_grip.reset();
    if (!m_moved && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
    QWidget::mouseReleaseEvent(event);
}

void VideoSurface::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT doubleClicked();
    QWidget::mouseDoubleClickEvent(event);
}

/// No larger than the film itself, unless that fits: enlarging more is the painter's.
void VideoSurface::requestSize() {
    if (!m_player || !isVisible()) return;
    QSize wanted = deviceSize();
    if (m_view.quarterTurns % 2 != 0) wanted.transpose();
    const playback::TrackInfo* film = m_player->info().find(playback::TrackKind::Video);
    if (m_view.zoom > 1 && film != nullptr && film->displayWidth > 0) {
        const QSize whole(film->displayWidth, film->displayHeight);
        const double fitted = whole.scaled(wanted, Qt::KeepAspectRatio).width();
        wanted *= std::clamp(whole.width() / std::max(fitted, 1.0), 1.0, m_view.zoom);
    }
    m_player->setOutputSize(wanted.width(), wanted.height());
}

}  // namespace keyreel::player
