#include "ui/widgets/scrub_bar.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/paint/paint.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr qreal kHandle = 16;
constexpr qreal kEdge = 8;
constexpr qreal kPartGap = 3;
constexpr int kCardWidth = 216;
constexpr qreal kGripReach = 9;
constexpr qint64 kShortestLoop = 100;
}  // namespace

// Thumbnail, chapter and time above the pointer. A child of the window, so that it may stand above the bar.
class ScrubBar::HoverCard : public QWidget {
public:
    explicit HoverCard(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }
    void set(const QImage& image, const QString& chapter, const QString& time) {
        m_image = image;
        m_chapter = chapter;
        m_time = time;
        const int pictureHeight = image.isNull() ? 0 : 118;
        resize(kCardWidth + 2 * kReach, pictureHeight + 34 + 2 * kReach);
        update();
    }
    const QImage& image() const { return m_image; }
    static constexpr int kReach = 24;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        const QRectF box = QRectF(rect()).adjusted(kReach, kReach, -kReach, -kReach);
        paint::shadow(p, box, 10);
        paint::roundedBox(p, box, 10, Theme::color(Role::BgPopover), Theme::color(Role::LineStrong));
        if (!m_image.isNull()) {
            const QRectF picture(box.left() + 5, box.top() + 5, box.width() - 10, 116);
            p.drawPixmap(picture.topLeft(),
                         paint::roundedPicture(m_image, picture.size().toSize(), 6, devicePixelRatioF()));
        }
        const QRectF words(box.left() + 11, box.bottom() - 30, box.width() - 22, 26);
        const QFont time = Theme::font(Type::Strong);
        const qreal timeWidth = paint::digitsWidth(m_time, time);
        paint::digits(p, words, m_time, time, Theme::color(Role::Text), Qt::AlignRight | Qt::AlignVCenter);
        paint::text(p, words.adjusted(0, 0, -timeWidth - 10, 0), m_chapter, Theme::font(Type::Small),
                    Theme::color(Role::Text2));
    }

private:
    QImage m_image;
    QString m_chapter;
    QString m_time;
};

ScrubBar::ScrubBar(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(spokenText());
}

void ScrubBar::setDuration(qint64 ms) {
    m_duration = std::max<qint64>(0, ms);
    m_position = std::clamp<qint64>(m_position, 0, m_duration);
    if (m_duration == 0 && isVisible() && !m_timer && !Theme::lessMotion()) m_timer = startTimer(33);
    if (m_duration > 0 && m_timer) {
        killTimer(m_timer);
        m_timer = 0;
    }
    update();
}

void ScrubBar::setPosition(qint64 ms) {
    const qint64 clamped = std::clamp<qint64>(ms, 0, std::max<qint64>(0, m_duration));
    if (clamped == m_position) return;
    const bool newSecond = clamped / 1000 != m_position / 1000;
    m_position = clamped;
    if (newSecond) setAccessibleName(spokenText());
    update();
}

qint64 ScrubBar::position() const {
    return m_drag.value_or(m_position);
}

void ScrubBar::setBuffered(qint64 ms) {
    m_buffered = ms;
    update();
}

void ScrubBar::setChapters(const QList<Chapter>& chapters) {
    m_chapters = chapters;
    std::sort(m_chapters.begin(), m_chapters.end(),
              [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
    update();
}

void ScrubBar::setSeekable(bool seekable) {
    m_seekable = seekable;
    setFocusPolicy(seekable ? Qt::StrongFocus : Qt::NoFocus);
    update();
}

void ScrubBar::setRefused(bool refused) {
    m_refused = refused;
    update();
}

void ScrubBar::setThumbnailSource(std::function<QImage(qint64)> source) {
    m_thumbnails = std::move(source);
}

void ScrubBar::refreshThumbnail() {
    if (m_card && m_card->isVisible() && m_hoverX >= 0) showHover(m_hoverX, true);
}

QImage ScrubBar::thumbnail() const {
    return m_card && m_card->isVisible() ? m_card->image() : QImage();
}

void ScrubBar::setLoop(qint64 from, qint64 to) {
    if (m_loopFrom == from && m_loopTo == to) return;
    m_loopFrom = from;
    m_loopTo = to;
    update();
}

QPoint ScrubBar::loopGrip(bool end) const {
    return {qRound(xAt(end ? m_loopTo : m_loopFrom)), 3};
}

int ScrubBar::chapterAt(qint64 ms) const {
    int found = -1;
    for (int i = 0; i < m_chapters.size(); ++i) {
        if (m_chapters.at(i).start <= ms) found = i;
    }
    return found;
}

QString ScrubBar::clockText(qint64 ms) {
    const qint64 s = std::max<qint64>(0, ms) / 1000;
    const QLatin1Char zero('0');
    if (s >= 3600) {
        return QStringLiteral("%1:%2:%3")
            .arg(s / 3600)
            .arg(s / 60 % 60, 2, 10, zero)
            .arg(s % 60, 2, 10, zero);
    }
    return QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, zero);
}

QString ScrubBar::spokenTime(qint64 ms) {
    const int s = int(std::max<qint64>(0, ms) / 1000);
    QStringList parts;
    const auto add = [&parts](int n, const QString& one, const QString& many) {
        if (n > 0) parts << (n == 1 ? one : many.arg(n));
    };
    add(s / 3600, tr("1 hour"), tr("%1 hours"));
    add(s / 60 % 60, tr("1 minute"), tr("%1 minutes"));
    if (s < 3600) add(s % 60, tr("1 second"), tr("%1 seconds"));
    return parts.isEmpty() ? tr("0 seconds") : parts.join(QLatin1Char(' '));
}

QString ScrubBar::spokenText() const {
    if (m_duration <= 0) return tr("Position %1").arg(spokenTime(position()));
    QString text = tr("Position %1 of %2").arg(spokenTime(position()), spokenTime(m_duration));
    if (const int chapter = chapterAt(position()); chapter >= 0) {
        text += tr(", chapter %1 %2").arg(chapter + 1).arg(m_chapters.at(chapter).title);
    }
    return text;
}

QRectF ScrubBar::track() const {
    const bool grown = m_hoverX >= 0 || m_drag;
    const qreal h = grown && m_seekable ? 8 : 6;
    return {kEdge, (height() - h) / 2, width() - 2 * kEdge, h};
}

qint64 ScrubBar::timeAt(qreal x) const {
    const QRectF t = track();
    const qreal part = std::clamp((x - t.left()) / std::max(1.0, t.width()), 0.0, 1.0);
    return qint64(std::llround(part * double(m_duration)));
}

qreal ScrubBar::xAt(qint64 ms) const {
    const QRectF t = track();
    if (m_duration <= 0) return t.left();
    return t.left() + t.width() * std::clamp(double(ms) / double(m_duration), 0.0, 1.0);
}

void ScrubBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF t = track();
    const qreal radius = 2;
    if (m_duration <= 0) {
        paint::roundedBox(p, t, radius, Theme::color(Role::TrackMedia));
        const qreal w = t.width() * 0.2;
        const qreal at = t.left() + (t.width() - w) * (0.5 - 0.5 * std::cos(m_phase * 2 * M_PI));
        paint::roundedBox(p, QRectF(at, t.top(), w, t.height()), radius, Theme::color(Role::Buffer));
        return;
    }
    // Parts between chapter starts; a film without chapters is one part.
    QList<qint64> edges{0};
    for (const Chapter& c : m_chapters) {
        if (c.start > 0 && c.start < m_duration) edges << c.start;
    }
    edges << m_duration;
    const qreal played = xAt(position());
    const qreal buffered = xAt(std::max(m_buffered, position()));
    for (int i = 0; i + 1 < edges.size(); ++i) {
        const qreal from = xAt(edges.at(i)) + (i > 0 ? kPartGap / 2 : 0);
        const qreal to = xAt(edges.at(i + 1)) - (i + 2 < edges.size() ? kPartGap / 2 : 0);
        if (to <= from) continue;
        const QRectF part(from, t.top(), to - from, t.height());
        paint::roundedBox(p, part, radius, Theme::color(Role::TrackMedia));
        const auto fill = [&](qreal until, const QColor& color) {
            if (until <= from) return;
            p.save();
            p.setClipRect(QRectF(from, t.top(), std::min(until, to) - from, t.height()));
            paint::roundedBox(p, part, radius, color);
            p.restore();
        };
        fill(buffered, Theme::color(Role::Buffer));
        fill(played, Theme::color(Role::AccentBar));
    }
    paintLoop(p);
    if (m_hoverX >= 0 && m_seekable && !m_drag) {
        const qreal x = std::clamp(qreal(m_hoverX), t.left(), t.right());
        paint::roundedBox(p, QRectF(x - 1, t.center().y() - 9, 2, 18), 1, Theme::color(Role::Text));
    }
    if (!m_seekable) return;
    const qreal side = m_drag ? 18 : kHandle;
    const QRectF handle(played - side / 2, t.center().y() - side / 2, side, side);
    const QColor rim = Theme::color(m_refused ? Role::Error : Role::AccentBar);
    paint::roundedBox(p, handle, side / 2, rim);
    paint::roundedBox(p, handle.adjusted(4, 4, -4, -4), side / 2, Theme::color(Role::OnPicture));
    if (hasFocus() && FocusRing::byKeyboard()) {
        paint::roundedBox(p, handle.adjusted(-3, -3, 3, 3), side, {}, Theme::color(Role::AccentBar), 1.5);
    }
}

// Brackets above the track, so that the handle does not cover them.
void ScrubBar::paintLoop(QPainter& p) const {
    const QRectF t = track();
    const QColor ink = Theme::color(Role::Text);
    if (m_loopFrom >= 0 && m_loopTo >= 0) {
        const qreal from = xAt(m_loopFrom);
        paint::roundedBox(p, QRectF(from, t.top() - 5, std::max(2.0, xAt(m_loopTo) - from), 2), 1, ink);
    }
    for (const auto& [ms, toRight] : {std::pair{m_loopFrom, true}, std::pair{m_loopTo, false}}) {
        if (ms < 0) continue;
        const qreal x = xAt(ms);
        paint::roundedBox(p, QRectF(x - 1, t.top() - 8, 2, t.height() + 11), 1, ink);
        paint::roundedBox(p, QRectF(toRight ? x - 1 : x - 7, t.top() - 8, 8, 5), 1.5, ink);
    }
}

void ScrubBar::dragLoop(qint64 ms) {
    const qint64 from = m_grip == Grip::From ? std::min(ms, m_loopTo - kShortestLoop) : m_loopFrom;
    const qint64 to = m_grip == Grip::To ? std::max(ms, m_loopFrom + kShortestLoop) : m_loopTo;
    setLoop(std::max<qint64>(0, from), std::min(to, m_duration));
}

void ScrubBar::seekTo(qint64 ms) {
    const qint64 target = std::clamp<qint64>(ms, 0, m_duration);
    setPosition(target);
    Q_EMIT seekRequested(target);
}

void ScrubBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_seekable || m_duration <= 0) return;
    if (m_loopFrom >= 0 && m_loopTo >= 0 && event->position().y() < track().top()) {
        const qreal toFrom = std::abs(event->position().x() - xAt(m_loopFrom));
        const qreal toTo = std::abs(event->position().x() - xAt(m_loopTo));
        if (std::min(toFrom, toTo) <= kGripReach) {
            m_grip = toFrom < toTo ? Grip::From : Grip::To;
            return;
        }
    }
    m_drag = timeAt(event->position().x());
    Q_EMIT scrubStarted();
    Q_EMIT scrubbing(*m_drag);
    showHover(int(event->position().x()), true);
    update();
}

void ScrubBar::mouseMoveEvent(QMouseEvent* event) {
    if (m_duration <= 0) return;
    const int x = int(event->position().x());
    if (m_grip != Grip::None) dragLoop(timeAt(x));
    if (m_drag) {
        m_drag = timeAt(x);
        Q_EMIT scrubbing(*m_drag);
    }
    showHover(x, true);
    update();
}

void ScrubBar::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && std::exchange(m_grip, Grip::None) != Grip::None) {
        Q_EMIT loopMoved(m_loopFrom, m_loopTo);
        return;
    }
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const qint64 target = timeAt(event->position().x());
    m_drag.reset();
    seekTo(target);
    update();
}

void ScrubBar::showHover(int x, bool visible) {
    m_hoverX = visible ? x : -1;
    Q_EMIT hovered(visible ? timeAt(x) : -1, x);
    if (!visible || !m_seekable) {
        if (m_card) m_card->hide();
        return;
    }
    QWidget* host = window();
    if (!m_card || m_card->parentWidget() != host) {
        delete m_card;
        m_card = new HoverCard(host);
        connect(m_card, &QObject::destroyed, this, [this] { m_card = nullptr; });
    }
    const qint64 time = timeAt(x);
    const int chapter = chapterAt(time);
    m_card->set(m_thumbnails ? m_thumbnails(time) : QImage(),
                chapter >= 0 ? m_chapters.at(chapter).title : QString(), clockText(time));
    const QPoint at = mapTo(host, QPoint(x, 0));
    const int reach = HoverCard::kReach;
    const int left = std::clamp(at.x() - m_card->width() / 2, -reach + 4,
                                std::max(4, host->width() - m_card->width() + reach - 4));
    m_card->move(left, at.y() - m_card->height() + reach - 18);
    m_card->raise();
    m_card->show();
}

void ScrubBar::leaveEvent(QEvent*) {
    showHover(0, false);
    update();
}

void ScrubBar::hideEvent(QHideEvent*) {
    if (m_card) m_card->hide();
    if (m_timer) killTimer(m_timer);
    m_timer = 0;
}

void ScrubBar::keyPressEvent(QKeyEvent* event) {
    if (!m_seekable || m_duration <= 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    qint64 step = 5000;
    if (event->modifiers() & Qt::ShiftModifier) step = 1000;
    if (event->modifiers() & Qt::ControlModifier) step = 60000;
    switch (event->key()) {
        case Qt::Key_Left:
            seekTo(position() - step);
            return;
        case Qt::Key_Right:
            seekTo(position() + step);
            return;
        case Qt::Key_Home:
            seekTo(0);
            return;
        case Qt::Key_End:
            seekTo(m_duration);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ScrubBar::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ScrubBar::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void ScrubBar::timerEvent(QTimerEvent*) {
    m_phase = std::fmod(m_phase + 0.008, 1.0);
    update();
}

VolumeSlider::VolumeSlider(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setValue(1);
}

void VolumeSlider::setValue(double value) {
    m_value = std::clamp(value, 0.0, 1.0);
    const QString words = tr("Volume %1 %").arg(qRound(m_value * 100));
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void VolumeSlider::change(double value) {
    const double before = m_value;
    setValue(value);
    if (m_value != before) Q_EMIT valueChanged(m_value);
}

void VolumeSlider::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF t(6, (height() - 4) / 2.0, width() - 12, 4);
    paint::roundedBox(p, t, 2, Theme::color(Role::TrackMedia));
    const qreal x = t.left() + t.width() * m_value;
    const QColor ink = Theme::color(isEnabled() ? Role::Text2 : Role::TextDisabled);
    paint::roundedBox(p, QRectF(t.left(), t.top(), x - t.left(), t.height()), 2, ink);
    if (!isEnabled()) return;
    const qreal side = m_pressed ? 14 : 12;
    paint::roundedBox(p, QRectF(x - side / 2, t.center().y() - side / 2, side, side), side / 2,
                      Theme::color(Role::Text));
}

void VolumeSlider::dragTo(qreal x) {
    change((x - 6) / std::max(1.0, width() - 12.0));
}

void VolumeSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = true;
    dragTo(event->position().x());
    update();
}

void VolumeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed) dragTo(event->position().x());
}

void VolumeSlider::mouseReleaseEvent(QMouseEvent*) {
    m_pressed = false;
    update();
}

void VolumeSlider::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            change(m_value - 0.05);
            return;
        case Qt::Key_Right:
        case Qt::Key_Up:
            change(m_value + 0.05);
            return;
        case Qt::Key_Home:
            change(0);
            return;
        case Qt::Key_End:
            change(1);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void VolumeSlider::wheelEvent(QWheelEvent* event) {
    change(m_value + (event->angleDelta().y() > 0 ? 0.05 : -0.05));
    event->accept();
}

}  // namespace keyreel::ui
