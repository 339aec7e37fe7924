#include "ui/widgets/film_timeline.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {
namespace {

constexpr qint64 kStep = 1000;
constexpr qint64 kLargeStep = 10'000;
constexpr double kUnknownRate = 25;
/// What may be left of a film.
constexpr qint64 kShortestPart = 100;
/// Of a picture: a time in whole milliseconds can lie a little before the picture that it was made for.
constexpr double kRounding = 0.02;

}  // namespace

FilmTimeline::FilmTimeline(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, &FilmTimeline::updateGeometry);
    setAccessibleName(spokenText());
}

void FilmTimeline::setFilm(qint64 duration, double frameRate) {
    m_duration = std::max<qint64>(0, duration);
    m_frameRate = frameRate;
    m_position = 0;
    m_begin = 0;
    m_end = m_duration;
    m_previewFrom = m_previewLength = 0;
    m_drag.reset();
    setPictures({});
    follow();
}

void FilmTimeline::setPictures(std::function<QImage(qint64)> small) {
    m_small = std::move(small);
    m_strip = {};
    update();
}

void FilmTimeline::setChapters(const QList<Chapter>& chapters) {
    if (m_chapters == chapters) return;
    m_chapters = chapters;
    m_drag.reset();
    follow();
}

void FilmTimeline::setPart(qint64 begin, qint64 end) {
    if (m_begin == begin && m_end == end) return;
    m_begin = begin;
    m_end = end;
    m_drag.reset();
    follow();
}

void FilmTimeline::setPreview(qint64 from, qint64 length) {
    if (m_previewFrom == from && m_previewLength == length) return;
    m_previewFrom = from;
    m_previewLength = length;
    m_drag.reset();
    follow();
}

void FilmTimeline::changePart(qint64 begin, qint64 end) {
    if (m_duration <= 0 || (begin == m_begin && end == m_end)) return;
    setPart(begin, end);
    Q_EMIT partChanged(begin, end);
}

void FilmTimeline::beginHere() {
    changePart(std::clamp<qint64>(m_position, 0, std::max<qint64>(0, m_end - kShortestPart)), m_end);
}

void FilmTimeline::endHere() {
    changePart(m_begin, std::clamp(m_position, std::min(m_duration, m_begin + kShortestPart), m_duration));
}

qint64 FilmTimeline::shownBegin() const {
    return m_drag && m_drag->begun && m_drag->grip == Grip::Begin ? m_drag->now : m_begin;
}

qint64 FilmTimeline::shownEnd() const {
    return m_drag && m_drag->begun && m_drag->grip == Grip::End ? m_drag->now : m_end;
}

qint64 FilmTimeline::shownPreview() const {
    return m_drag && m_drag->begun && m_drag->grip == Grip::Preview ? m_drag->now : m_previewFrom;
}

void FilmTimeline::setEditable(bool editable) {
    m_editable = editable;
    if (!editable) m_drag.reset();
    update();
}

void FilmTimeline::follow() {
    setAccessibleName(spokenText());
    update();
}

void FilmTimeline::moveTo(qint64 ms) {
    const qint64 to = std::clamp<qint64>(ms, 0, std::max<qint64>(0, m_duration - 1));
    if (to == m_position) return;
    m_position = to;
    follow();
    Q_EMIT moved(m_position);
}

int FilmTimeline::chapterAround() const {
    const auto next = std::upper_bound(m_chapters.begin(), m_chapters.end(), m_position,
                                       [](qint64 ms, const Chapter& chapter) { return ms < chapter.start; });
    return static_cast<int>(next - m_chapters.begin()) - 1;
}

int FilmTimeline::chapterHere() const {
    const int around = chapterAround();
    return around >= 0 && m_chapters.at(around).start == m_position ? around : -1;
}

QString FilmTimeline::spokenText() const {
    QString text =
        tr("Position %1 of %2").arg(ScrubBar::spokenTime(m_position), ScrubBar::spokenTime(m_duration));
    if (const int chapter = chapterAround(); chapter >= 0)
        text += tr(", chapter %1 %2").arg(chapter + 1).arg(m_chapters.at(chapter).title).trimmed();
    if (m_previewLength > 0)
        text += tr(", free preview from %1 to %2")
                    .arg(ScrubBar::spokenTime(m_previewFrom),
                         ScrubBar::spokenTime(m_previewFrom + m_previewLength));
    return text;
}

qint64 FilmTimeline::startOf(int chapter) const {
    const bool dragged =
        m_drag && m_drag->begun && m_drag->grip == Grip::Chapter && m_drag->chapter == chapter;
    return dragged ? m_drag->now : m_chapters.at(chapter).start;
}

qint64 FilmTimeline::roomFor(int chapter, qint64 ms) const {
    const qint64 first = chapter > 0 ? m_chapters.at(chapter - 1).start + 1 : 0;
    const qint64 last = (chapter + 1 < m_chapters.size() ? m_chapters.at(chapter + 1).start : m_duration) - 1;
    return std::clamp(ms, first, std::max(first, last));
}

qint64 FilmTimeline::framesAway(qint64 frames) const {
    const double rate = m_frameRate > 0 ? m_frameRate : kUnknownRate;
    const auto now =
        static_cast<qint64>(std::floor(static_cast<double>(m_position) * rate / 1000 + kRounding));
    return static_cast<qint64>(std::ceil(static_cast<double>(now + frames) * 1000 / rate));
}

void FilmTimeline::goToChapter(bool next) {
    const int around = chapterAround();
    // Back goes to the beginning of this chapter first.
    const int wanted = next ? around + 1 : chapterHere() >= 0 ? around - 1 : around;
    if (wanted >= m_chapters.size()) return;
    moveTo(wanted < 0 ? 0 : m_chapters.at(wanted).start);
}

void FilmTimeline::moveChapter(qint64 by) {
    const int here = chapterHere();
    if (here < 0 || !m_editable) return;
    const qint64 to = roomFor(here, m_position + by);
    if (to == m_position) return;
    Q_EMIT chapterMoved(here, to, true);
    moveTo(to);
}

void FilmTimeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_duration <= 0) return;
    const qreal x = event->position().x();
    const int tab = tabAt(event->position());
    m_drag = Drag{tab >= 0 ? Grip::Chapter : gripAt(event->position()), tab, x, false, 0};
    if (tab >= 0) moveTo(m_chapters.at(tab).start);
    if (m_drag->grip == Grip::Playhead) moveTo(timeAt(x));
}

void FilmTimeline::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag) return;
    const qreal x = event->position().x();
    if (m_drag->grip == Grip::Playhead) return moveTo(timeAt(x));
    if (m_drag->grip == Grip::Chapter && !m_editable) return;
    m_drag->begun = m_drag->begun || std::abs(x - m_drag->from) >= QApplication::startDragDistance();
    if (!m_drag->begun) return;
    const auto moved = [&](qint64 start) { return timeAt(xAt(start) + x - m_drag->from); };
    switch (m_drag->grip) {
        case Grip::Begin:
            m_drag->now = std::clamp<qint64>(moved(m_begin), 0, std::max<qint64>(0, m_end - kShortestPart));
            break;
        case Grip::End:
            m_drag->now = std::clamp(moved(m_end), std::min(m_duration, m_begin + kShortestPart), m_duration);
            break;
        case Grip::Preview:
            m_drag->now =
                std::clamp(moved(m_previewFrom), m_begin, std::max(m_begin, m_end - m_previewLength));
            break;
        default:
            m_drag->now = roomFor(m_drag->chapter, moved(m_chapters.at(m_drag->chapter).start));
    }
    update();
    moveTo(m_drag->now);
}

void FilmTimeline::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const Drag done = *std::exchange(m_drag, std::nullopt);
    update();
    if (!done.begun) return;
    if (done.grip == Grip::Begin) return changePart(done.now, m_end);
    if (done.grip == Grip::End) return changePart(m_begin, done.now);
    if (done.grip == Grip::Preview) {
        if (done.now != m_previewFrom) Q_EMIT previewMoved(done.now);
        return;
    }
    if (done.now != m_chapters.at(done.chapter).start) Q_EMIT chapterMoved(done.chapter, done.now, false);
}

void FilmTimeline::mouseDoubleClickEvent(QMouseEvent* event) {
    const int tab = tabAt(event->position());
    if (event->button() == Qt::LeftButton && tab >= 0)
        Q_EMIT renameRequested(tab);
    else
        mousePressEvent(event);
}

void FilmTimeline::keyPressEvent(QKeyEvent* event) {
    const auto with = event->modifiers();
    const qint64 step = (with & Qt::ShiftModifier) != 0 ? kLargeStep : kStep;
    const bool ctrl = (with & Qt::ControlModifier) != 0;
    if (m_duration <= 0 || (with & (Qt::AltModifier | Qt::MetaModifier)) != 0)
        return QWidget::keyPressEvent(event);
    if (ctrl && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        return moveChapter(event->key() == Qt::Key_Left ? -step : step);
    if (ctrl) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(m_position - step);
        case Qt::Key_Right:
            return moveTo(m_position + step);
        case Qt::Key_Comma:
            return moveTo(framesAway(-1));
        case Qt::Key_Period:
            return moveTo(framesAway(1));
        case Qt::Key_PageUp:
            return goToChapter(true);
        case Qt::Key_PageDown:
            return goToChapter(false);
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(m_duration - 1);
        case Qt::Key_BracketLeft:
            return beginHere();
        case Qt::Key_BracketRight:
            return endHere();
        case Qt::Key_P:
            return Q_EMIT previewMoved(m_position);
        case Qt::Key_M:
            if (m_editable && chapterHere() < 0) Q_EMIT addRequested();
            return;
        case Qt::Key_F2:
            if (chapterHere() >= 0) Q_EMIT renameRequested(chapterHere());
            return;
        case Qt::Key_Delete:
            if (m_editable && chapterHere() >= 0) Q_EMIT removeRequested(chapterHere());
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void FilmTimeline::resizeEvent(QResizeEvent*) {
    m_strip = {};
}

void FilmTimeline::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void FilmTimeline::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace keyreel::ui
