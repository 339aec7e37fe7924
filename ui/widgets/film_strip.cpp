#include "ui/widgets/film_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/paint/paint.h"
#include "ui/paint/picture_strip.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/scrub_bar.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr qreal kEdge = 4;

}  // namespace

FilmStrip::FilmStrip(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(spokenText());
}

void FilmStrip::setFilm(qint64 duration, qint64 step, qint64 frame, std::function<QImage(qint64)> small) {
    m_duration = std::max<qint64>(0, duration);
    m_step = std::max<qint64>(1, step);
    m_frame = std::max<qint64>(1, frame);
    m_small = std::move(small);
    m_strip = {};
    setPosition(m_position);
    setAccessibleName(spokenText());
    update();
}

qint64 FilmStrip::last() const {
    return std::max<qint64>(0, m_duration - m_frame);
}

void FilmStrip::setPosition(qint64 ms) {
    m_position = std::clamp<qint64>(ms, 0, last());
    setAccessibleName(spokenText());
    update();
}

void FilmStrip::moveTo(qint64 ms) {
    const qint64 before = m_position;
    setPosition(ms);
    if (m_position != before) Q_EMIT moved(m_position);
}

QString FilmStrip::spokenText() const {
    return tr("Picture at %1 of %2").arg(ScrubBar::spokenTime(m_position), ScrubBar::spokenTime(m_duration));
}

QRectF FilmStrip::track() const {
    return QRectF(rect()).adjusted(kEdge, kEdge, -kEdge, -kEdge);
}

qint64 FilmStrip::timeAt(qreal x) const {
    const QRectF t = track();
    const qreal part = std::clamp((x - t.left()) / std::max(1.0, t.width()), 0.0, 1.0);
    return static_cast<qint64>(std::llround(part * static_cast<double>(last())));
}

void FilmStrip::drawStrip() {
    const auto drawn =
        paint::pictureStrip(track().size(), metrics::kRadiusBadge, devicePixelRatioF(), [this](qreal part) {
            return m_small ? m_small(std::llround(part * static_cast<double>(last()))) : QImage();
        });
    m_strip = drawn.pixmap;
    m_tile = drawn.tile;
}

void FilmStrip::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF t = track();
    if (m_strip.isNull() || m_strip.devicePixelRatio() != devicePixelRatioF()) drawStrip();
    if (m_strip.isNull()) {
        paint::roundedBox(p, t, metrics::kRadiusBadge, Theme::color(Role::BgRaised));
        return;
    }
    p.drawPixmap(t.topLeft(), m_strip);
    const QImage chosen = m_small(m_position);
    const qreal part = last() > 0 ? static_cast<double>(m_position) / static_cast<double>(last()) : 0.0;
    const qreal width = std::min(m_tile, t.width());
    const QRectF frame(t.left() + part * (t.width() - width), t.top(), width, t.height());
    p.drawImage(frame, chosen);
    paint::roundedBox(p, frame.adjusted(-2, -2, 2, 2), metrics::kRadiusBadge, {},
                      Theme::color(Role::AccentBar), 3);
    if (hasFocus() && FocusRing::byKeyboard())
        paint::roundedBox(p, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadiusControl, {},
                          Theme::color(Role::AccentBar), 1.5);
}

void FilmStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_duration > 0) moveTo(timeAt(event->position().x()));
}

void FilmStrip::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0 && m_duration > 0) moveTo(timeAt(event->position().x()));
}

void FilmStrip::keyPressEvent(QKeyEvent* event) {
    const qint64 step = (event->modifiers() & Qt::ShiftModifier) != 0 ? m_frame : m_step;
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(m_position - step);
        case Qt::Key_Right:
            return moveTo(m_position + step);
        case Qt::Key_PageUp:
            return moveTo(m_position - 10 * m_step);
        case Qt::Key_PageDown:
            return moveTo(m_position + 10 * m_step);
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(last());
        default:
            QWidget::keyPressEvent(event);
    }
}

void FilmStrip::resizeEvent(QResizeEvent*) {
    m_strip = {};
}

void FilmStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void FilmStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace keyreel::ui
