#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/paint/paint.h"
#include "ui/paint/picture_strip.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/film_timeline.h"
#include "ui/widgets/time_ticks.h"

namespace keyreel::ui {
namespace {

constexpr int kEdge = 12;
constexpr int kStripHeight = 52;
constexpr int kGap = 4;
constexpr int kTickRoom = 8;
constexpr int kTabPadding = 5;
constexpr int kTabGap = 2;
constexpr int kNarrowestTab = 6;
constexpr int kHead = 11;
constexpr qreal kHandle = 8;
/// How far from a handle it is taken hold of.
constexpr qreal kReach = 8;
/// The lower edge of the preview's frame, and how narrow it can become.
constexpr qreal kPreviewBar = 10;
constexpr qreal kNarrowestPreview = 8;
/// How much of what is cut off can still be seen.
constexpr qreal kShade = 0.72;

int rulerHeight() {
    return Theme::lineHeight(Type::Micro) + kTickRoom;
}

int laneHeight() {
    return Theme::lineHeight(Type::Small) + 2 * 3;
}

}  // namespace

QSize FilmTimeline::sizeHint() const {
    return {400, kGap + rulerHeight() + kStripHeight + kGap + laneHeight() + kGap};
}

QSize FilmTimeline::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

QRectF FilmTimeline::ruler() const {
    return {qreal(kEdge), qreal(kGap), qreal(width() - 2 * kEdge), qreal(rulerHeight())};
}

QRectF FilmTimeline::strip() const {
    const QRectF above = ruler();
    return {above.left(), above.bottom(), above.width(), qreal(kStripHeight)};
}

QRectF FilmTimeline::lane() const {
    const QRectF above = strip();
    return {above.left(), above.bottom() + kGap, above.width(), qreal(laneHeight())};
}

qreal FilmTimeline::xAt(qint64 ms) const {
    const QRectF r = ruler();
    return r.left() + (m_duration > 0 ? r.width() * qreal(ms) / qreal(m_duration) : 0);
}

qint64 FilmTimeline::timeAt(qreal x) const {
    const QRectF r = ruler();
    const qreal part = std::clamp((x - r.left()) / std::max(1.0, r.width()), 0.0, 1.0);
    return static_cast<qint64>(std::llround(part * static_cast<double>(m_duration)));
}

QRectF FilmTimeline::tabOf(int chapter) const {
    const QRectF r = lane();
    const qreal from = xAt(startOf(chapter));
    const qreal to = chapter + 1 < m_chapters.size() ? xAt(startOf(chapter + 1)) - kTabGap : r.right();
    return {from, r.top(), std::max<qreal>(kNarrowestTab, to - from), r.height()};
}

int FilmTimeline::tabAt(const QPointF& place) const {
    if (place.y() < lane().top()) return -1;
    // Where they are narrower than a hand can point, the later one lies on top.
    for (int i = static_cast<int>(m_chapters.size()) - 1; i >= 0; --i)
        if (place.x() >= tabOf(i).left() - kTabGap) return place.x() <= tabOf(i).right() ? i : -1;
    return -1;
}

// The handles lie outside of what they hold, so that both can be taken hold of however short it is.
FilmTimeline::Grip FilmTimeline::gripAt(const QPointF& place) const {
    const QRectF r = strip();
    if (place.y() < r.top() || place.y() > r.bottom()) return Grip::Playhead;
    const qreal begin = xAt(m_begin);
    const qreal end = xAt(m_end);
    if (place.x() <= begin + 1 && place.x() >= begin - kReach) return Grip::Begin;
    if (place.x() >= end - 1 && place.x() <= end + kReach) return Grip::End;
    if (m_previewLength > 0 && previewBar().adjusted(-1, -2, 1, 2).contains(place)) return Grip::Preview;
    return Grip::Playhead;
}

QPoint FilmTimeline::beginGrip() const {
    return {qRound(xAt(m_begin) - kHandle / 2), qRound(strip().center().y())};
}

QPoint FilmTimeline::endGrip() const {
    return {qRound(xAt(m_end) + kHandle / 2), qRound(strip().center().y())};
}

QRectF FilmTimeline::previewBar() const {
    const qreal from = xAt(shownPreview());
    const qreal to = xAt(shownPreview() + m_previewLength);
    return {from, strip().bottom() - kPreviewBar, std::max(to - from, kNarrowestPreview), kPreviewBar};
}

QPoint FilmTimeline::previewGrip() const {
    return previewBar().center().toPoint();
}

QPoint FilmTimeline::placeOf(qint64 ms) const {
    return {qRound(xAt(ms)), qRound(ruler().center().y())};
}

QPoint FilmTimeline::gripOf(int chapter) const {
    const QRectF tab = tabOf(chapter);
    return {qRound(std::min(tab.left() + kTabPadding, tab.center().x())), qRound(tab.center().y())};
}

void FilmTimeline::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintStrip(p);
    if (m_duration > 0) {
        paintRuler(p);
        paintTabs(p);
        paintPreview(p);
        paintPart(p);
        paintPlayhead(p);
    }
    if (hasFocus() && FocusRing::byKeyboard())
        paint::roundedBox(p, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadiusControl, {},
                          Theme::color(Role::AccentBar), 1.5);
}

void FilmTimeline::paintRuler(QPainter& p) const {
    const QRectF r = ruler();
    const QFont font = Theme::font(Type::Micro);
    const TimeTicks ticks = TimeTicks::over(
        m_duration, r.width(), [&](const QString& text) { return paint::digitsWidth(text, font); });
    const QColor line = Theme::color(Role::LineControl);
    const qreal labels = Theme::lineHeight(Type::Micro);
    for (qint64 ms = 0; ms <= m_duration; ms += ticks.line) {
        const qreal x = std::round(xAt(ms));
        const bool isWritten = ms % ticks.written == 0;
        const qreal height = isWritten ? kTickRoom - 1 : kTickRoom / 2.0 - 1;
        p.fillRect(QRectF(x, r.bottom() - height - 1, 1, height), line);
        if (!isWritten) continue;
        const QString text = ticks.text(ms);
        const qreal width = paint::digitsWidth(text, font) + 1;
        // In the middle above its line, and whole at both ends.
        const qreal left = std::clamp(x - width / 2, r.left() - kEdge / 2.0, r.right() + kEdge / 2.0 - width);
        paint::digits(p, QRectF(left, r.top(), width, labels), text, font, Theme::color(Role::Text3));
    }
}

void FilmTimeline::paintStrip(QPainter& p) {
    const QRectF r = strip();
    if (m_small && (m_strip.isNull() || m_strip.devicePixelRatio() != devicePixelRatioF()))
        m_strip =
            paint::pictureStrip(r.size(), metrics::kRadiusBadge, devicePixelRatioF(), [this](qreal part) {
                return m_small(std::llround(part * static_cast<double>(m_duration)));
            }).pixmap;
    if (m_strip.isNull())
        paint::roundedBox(p, r, metrics::kRadiusBadge, Theme::color(Role::BgRaised));
    else
        p.drawPixmap(r.topLeft(), m_strip);
}

void FilmTimeline::paintTabs(QPainter& p) const {
    const int here =
        m_drag && m_drag->begun && m_drag->grip == Grip::Chapter ? m_drag->chapter : chapterHere();
    for (int i = 0; i < m_chapters.size(); ++i) {
        const QRectF tab = tabOf(i);
        const bool isHere = i == here;
        paint::roundedBox(p, tab, metrics::kRadiusBadge,
                          Theme::color(isHere ? Role::AccentSoft : Role::BgRaised),
                          Theme::color(isHere ? Role::AccentLine : Role::Line));
        // Its beginning, over the pictures, too.
        const QRectF pictures = strip();
        p.fillRect(QRectF(std::round(tab.left()), pictures.top(), 2, pictures.height()),
                   Theme::color(Role::OnPicture));
        const QRectF words = tab.adjusted(kTabPadding, 0, -kTabPadding, 0);
        const QString title =
            m_chapters.at(i).title.isEmpty() ? QString::number(i + 1) : m_chapters.at(i).title;
        if (words.width() > 2 * kTabPadding)
            paint::text(p, words, title, Theme::font(Type::Small),
                        Theme::color(isHere ? Role::AccentText : Role::Text2));
    }
}

void FilmTimeline::paintPart(QPainter& p) const {
    const qreal begin = xAt(shownBegin());
    const qreal end = xAt(shownEnd());
    const QRectF pictures = strip();
    const QRectF below = lane();
    const QColor shade = paint::withAlpha(Theme::color(Role::BgCard), kShade);
    for (const auto& [from, to] : {std::pair{pictures.left(), begin}, std::pair{end, pictures.right()}})
        if (to > from)
            p.fillRect(QRectF(from, pictures.top(), to - from, below.bottom() - pictures.top()), shade);
    for (const auto& [x, left] : {std::pair{begin, true}, std::pair{end, false}}) {
        const QRectF handle(left ? x - kHandle : x, pictures.top(), kHandle, pictures.height());
        paint::roundedBox(p, handle, 3, Theme::color(Role::AccentBar));
        p.fillRect(QRectF(handle.center().x() - 1, handle.center().y() - 7, 2, 14),
                   Theme::color(Role::BgCard));
    }
}

void FilmTimeline::paintPreview(QPainter& p) const {
    if (m_previewLength <= 0) return;
    const QRectF bar = previewBar();
    const QRectF frame(bar.left(), strip().top(), bar.width(), strip().height());
    const QColor edge = Theme::color(Role::BgCard);
    const QColor ink = Theme::color(Role::Info);
    // Seen on every picture.
    paint::roundedBox(p, frame, 3, {}, edge, 4);
    paint::roundedBox(p, frame, 3, {}, ink, 2);
    paint::roundedBox(p, bar, 3, ink);
    p.fillRect(QRectF(bar.center().x() - std::min(7.0, bar.width() / 4), bar.center().y() - 1,
                      2 * std::min(7.0, bar.width() / 4), 2),
               edge);
}

void FilmTimeline::paintPlayhead(QPainter& p) const {
    const qreal x = xAt(m_position);
    const qreal top = ruler().bottom() - kHead;
    const QColor edge = Theme::color(Role::BgCard);
    const QColor ink = Theme::color(Role::AccentBar);
    QPainterPath head;
    head.moveTo(x - kHead / 2.0, top);
    head.lineTo(x + kHead / 2.0, top);
    head.lineTo(x + kHead / 2.0, top + kHead * 0.55);
    head.lineTo(x, top + kHead);
    head.lineTo(x - kHead / 2.0, top + kHead * 0.55);
    head.closeSubpath();
    // Seen on every picture.
    p.fillRect(QRectF(x - 2, top, 4, lane().bottom() - top), edge);
    p.fillRect(QRectF(x - 1, top, 2, lane().bottom() - top), ink);
    p.strokePath(head, QPen(edge, 2));
    p.fillPath(head, ink);
}

}  // namespace keyreel::ui
