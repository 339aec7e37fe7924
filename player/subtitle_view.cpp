#include "player/subtitle_view.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "player/column_setting.h"
#include "player/player.h"
#include "player/video_surface.h"

namespace keyreel::player {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

/// Of the picture's height: the text, and how far from the edges it stays.
constexpr double kTextPart = 0.053;
constexpr double kEdgePart = 0.04;
constexpr int kSmallestText = 11;
/// Of the text's height.
constexpr double kOutline = 0.09;
constexpr double kPadAcross = 0.35;
constexpr double kPadAlong = 0.12;
constexpr int kAboveFloor = 10;
constexpr int kVeil = 140;
constexpr int kSolid = 255;

/// The lines of a cue, broken where they do not fit; once with an outline around the letters and once
/// without, to be drawn above it.
class Setting {
public:
    Setting(const CueLines& lines, const QFont& font, double width, Qt::Alignment alignment) {
        const double outline = std::max(1.0, font.pixelSize() * kOutline);
        for (const QVector<CueRun>& line : lines) {
            QString text;
            QVector<QTextLayout::FormatRange> plain;
            QVector<QTextLayout::FormatRange> outlined;
            for (const CueRun& run : line) {
                QTextLayout::FormatRange range{
                    static_cast<int>(text.size()), static_cast<int>(run.text.size()), {}};
                range.format.setFontWeight(run.bold ? QFont::Bold : QFont::Medium);
                range.format.setFontItalic(run.italic);
                range.format.setFontUnderline(run.underlined);
                range.format.setForeground(run.ink());
                plain.append(range);
                range.format.setForeground(Qt::black);
                range.format.setTextOutline(
                    QPen(Qt::black, 2 * outline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                outlined.append(range);
                text += run.text;
            }
            add(text, font, outlined, width, alignment, m_below);
            const double height = add(text, font, plain, width, alignment, m_above);
            m_y += height;
        }
    }

    [[nodiscard]] double height() const { return m_y; }
    [[nodiscard]] double width() const { return m_right > m_left ? m_right - m_left : 0; }
    [[nodiscard]] double left() const { return m_left; }

    void draw(QPainter& painter, QPointF origin) const {
        for (const auto* layer : {&m_below, &m_above})
            for (const auto& layout : *layer)
                layout->draw(&painter, origin);
    }

private:
    double add(const QString& text, const QFont& font, const QVector<QTextLayout::FormatRange>& formats,
               double width, Qt::Alignment alignment, std::vector<std::unique_ptr<QTextLayout>>& layer) {
        auto layout = std::make_unique<QTextLayout>(text, font);
        QTextOption option(alignment | Qt::AlignAbsolute);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout->setTextOption(option);
        layout->setFormats(formats);
        layout->beginLayout();
        double y = 0;
        for (;;) {
            QTextLine line = layout->createLine();
            if (!line.isValid()) break;
            line.setLineWidth(width);
            line.setPosition(QPointF(0, m_y + y));
            y += line.height();
            m_left = std::min(m_left, line.naturalTextRect().left());
            m_right = std::max(m_right, line.naturalTextRect().right());
        }
        layout->endLayout();
        layer.push_back(std::move(layout));
        return y;
    }

    std::vector<std::unique_ptr<QTextLayout>> m_below;
    std::vector<std::unique_ptr<QTextLayout>> m_above;
    double m_y = 0;
    double m_left = std::numeric_limits<double>::max();
    double m_right = 0;
};

bool readsFromTheRight(const CueLines& lines) {
    return !lines.isEmpty() && !lines[0].isEmpty() && lines[0][0].text.isRightToLeft();
}

Qt::Alignment alignmentOf(CuePlace::Align align, bool rightToLeft) {
    using Align = CuePlace::Align;
    if (align == Align::Center) return Qt::AlignHCenter;
    const bool left = align == Align::Left || (align == Align::Start && !rightToLeft) ||
                      (align == Align::End && rightToLeft);
    return left ? Qt::AlignLeft : Qt::AlignRight;
}

/// The number of a column that is counted from the side of the first one; negative from the other side.
double columnOf(const CuePlace& place) {
    return std::floor(place.line.value_or(-1) + 0.5);
}

/// How far columns in a box of that width stand from the left of their picture (section 7.2, step 10).
double leftOf(const CuePlace& place, double box, double column, double pad, double edge, double picture) {
    using Align = CuePlace::Align;
    const double spare = picture - box;
    if (place.line && place.lineIsPercent) {
        const double before = place.lineAlign == Align::Center ? box / 2
                              : place.lineAlign == Align::End  ? box
                                                               : 0;
        return std::clamp(*place.line / 100 * picture - before, 0.0, spare);
    }
    const double number = columnOf(place);
    const double grown = number * column + (number < 0 ? picture - edge - 2 * pad : edge);
    const double least = std::min(edge, spare / 2);
    const double from = std::clamp(grown, least, spare - least);
    return place.direction == CuePlace::Direction::GrowingLeft ? spare - from : from;
}

}  // namespace

SubtitleView::SubtitleView(Player& player, VideoSurface& surface)
    : QWidget(&surface), m_player(&player), m_surface(surface), m_floor(std::numeric_limits<int>::max()) {
    setObjectName(QStringLiteral("player.subtitles"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setGeometry(surface.rect());
    surface.installEventFilter(this);
    connect(&player, &Player::frameChanged, this, &SubtitleView::follow);
    connect(&player, &Player::positionChanged, this, &SubtitleView::follow);
    connect(&m_script, &AssLayer::changed, this, qOverload<>(&QWidget::update));
    connect(&m_script, &AssLayer::givenUp, this, [this](const Error& error) {
        arrange();
        Q_EMIT scriptGivenUp(error);
    });
}

void SubtitleView::setTimeline(std::shared_ptr<const CueTimeline> timeline,
                               std::shared_ptr<const AssScript> script) {
    m_timeline = std::move(timeline);
    m_script.setScript(std::move(script));
    m_showing.clear();
    arrange();
    follow();
}

void SubtitleView::setSecond(std::shared_ptr<const CueTimeline> timeline) {
    m_second = std::move(timeline);
    m_secondShowing.clear();
    arrange();
    follow();
}

void SubtitleView::setLift(double part) {
    m_lift = std::isfinite(part) ? std::clamp(part, 0.0, kHighest) : 0;
    arrange();
}

void SubtitleView::setGround(Ground ground) {
    m_ground = ground;
    arrange();
}

void SubtitleView::setShown(bool shown) {
    m_shown = shown;
    follow();
    if (m_script.draws()) update();
}

void SubtitleView::setDelay(milliseconds delay) {
    m_delay = delay;
    follow();
}

void SubtitleView::setScale(double scale) {
    m_scale = std::isfinite(scale) ? std::clamp(scale, kSmallest, kLargest) : 1;
    arrange();
}

void SubtitleView::setFloor(int y) {
    if (std::exchange(m_floor, y) != y) arrange();
}

QVector<QRect> SubtitleView::boxes() const {
    QVector<QRect> out;
    for (const Block& block : m_blocks)
        out.append(block.box());
    return out;
}

void SubtitleView::follow() {
    std::vector<std::size_t> showing;
    std::vector<std::size_t> second;
    if (m_shown && m_player && m_player->isOpen()) {
        const auto time = duration_cast<milliseconds>(m_player->position()) - m_delay;
        if (m_timeline) showing = m_timeline->showing(time);
        if (m_second) second = m_second->showing(time);
    }
    followScript();
    const bool moved = !m_blocks.isEmpty() && m_surface.pictureRect() != m_picture;
    if (showing == m_showing && second == m_secondShowing && !moved) return;
    m_showing = std::move(showing);
    m_secondShowing = std::move(second);
    arrange();
}

void SubtitleView::followScript() {
    if (!m_script.draws() || !m_shown || !m_player || !m_player->isOpen()) return;
    const playback::TrackInfo* film = m_player->info().find(playback::TrackKind::Video);
    const QRect whole = m_surface.wholePicture();
    if (film == nullptr || whole.isEmpty()) return;
    AssView view;
    view.time = duration_cast<milliseconds>(m_player->position()) - m_delay;
    view.frame = (QSizeF(m_surface.size()) * devicePixelRatioF()).toSize();
    view.picture = whole;
    const bool turned = (m_surface.view().quarterTurns * 90 + film->rotation) % 180 != 0;
    view.film = turned ? QSize(film->height, film->width) : QSize(film->width, film->height);
    view.scale = m_scale;
    const double covered = m_surface.pictureRect().bottom() + 1.0 - m_floor;
    view.lift = std::max(m_lift, covered * devicePixelRatioF() / whole.height());
    m_script.want(view);
}

void SubtitleView::arrange() {
    followScript();
    const bool had = !m_blocks.isEmpty();
    m_blocks.clear();
    QStringList words;
    m_picture = m_surface.pictureRect();
    if (!m_picture.isEmpty()) {
        for (const std::size_t place : m_showing)
            if (m_timeline) add(m_timeline->at(place), false, words);
        for (const std::size_t place : m_secondShowing)
            if (m_second) add(m_second->at(place), true, words);
    }
    m_text = words.join(u'\n');
    setAccessibleName(m_text);
    if (had || !m_blocks.isEmpty()) update();
}

void SubtitleView::add(const media::TextCue& cue, bool second, QStringList& words) {
    const CueLines lines = parseCueText(cue.text);
    if (second || !m_script.draws()) {
        // The second text has the top to itself, wherever its maker wanted it.
        const CuePlace wanted = second ? CuePlace() : parseCuePlace(cue.settings);
        Block block = wanted.direction == CuePlace::Direction::Horizontal ? draw(lines, wanted, second)
                                                                          : drawColumns(lines, wanted);
        if (block.image.isNull()) return;
        place(std::move(block));
    }
    for (const auto& line : lines) {
        QString whole;
        for (const CueRun& run : line)
            whole += run.text;
        words << whole;
    }
}

/// Later cues give way to those that were there before (section 7.2). One whose line is counted is left out
/// when there is no room for it; others overlap.
void SubtitleView::place(Block block) {
    const QPoint wanted = block.at;
    bool free = giveWay(block, block.way);
    if (!free) {
        block.at = wanted;
        free = giveWay(block, -block.way);
    }
    if (!free && block.counted) return;
    if (!free) block.at = wanted;
    m_blocks.append(std::move(block));
}

/// Whether it has a place of its own then.
bool SubtitleView::giveWay(Block& block, QPoint way) const {
    QRect area = m_picture;
    area.setBottom(std::min(area.bottom(), m_floor));
    for (qsizetype moves = 0;; ++moves) {
        const QRect box = block.box();
        const auto hit = std::find_if(m_blocks.begin(), m_blocks.end(),
                                      [&](const Block& other) { return other.box().intersects(box); });
        if (hit == m_blocks.end()) return moves == 0 || area.contains(box);
        const QRect other = hit->box();
        if (way.x() != 0) block.at.setX(way.x() < 0 ? other.left() - box.width() : other.right() + 1);
        if (way.y() != 0) block.at.setY(way.y() < 0 ? other.top() - box.height() : other.bottom() + 1);
    }
}

QFont SubtitleView::textFont() const {
    QFont text = font();
    text.setPixelSize(std::max(kSmallestText, qRound(m_picture.height() * kTextPart * m_scale)));
    text.setWeight(QFont::Medium);
    return text;
}

/// With what stands behind the letters.
SubtitleView::Block SubtitleView::blockOf(const QSizeF& size, double em) const {
    Block block;
    const qreal ratio = devicePixelRatioF();
    block.image = QImage((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (block.image.isNull()) return block;
    block.image.setDevicePixelRatio(ratio);
    block.image.fill(Qt::transparent);
    if (m_ground == Ground::None) return block;
    QPainter painter(&block.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, m_ground == Ground::Solid ? kSolid : kVeil));
    painter.drawRoundedRect(QRectF(QPointF(0, 0), size), em * 0.12, em * 0.12);
    return block;
}

SubtitleView::Block SubtitleView::draw(const CueLines& lines, const CuePlace& place, bool second) const {
    const QRect& picture = m_picture;
    const bool rightToLeft = readsFromTheRight(lines);
    const QFont text = textFont();
    const double em = text.pixelSize();
    const double across = em * kPadAcross;
    const double along = em * kPadAlong;
    const double edge = picture.height() * kEdgePart;

    // Across the picture.
    const CuePlace::Span span = place.span(rightToLeft);
    const double left = std::max(picture.left() + span.left / 100 * picture.width(), picture.left() + edge);
    const double right = std::min(picture.left() + (span.left + span.width) / 100 * picture.width(),
                                  picture.left() + picture.width() - edge);
    const double room = std::max(right - left - 2 * across, 4 * em);
    const Setting setting(lines, text, room, alignmentOf(place.align, rightToLeft));
    if (setting.width() <= 0) return {};
    const QSizeF size(setting.width() + 2 * across, setting.height() + 2 * along);

    // Down it.
    const double line = setting.height() / static_cast<double>(std::max<qsizetype>(lines.size(), 1));
    const double top = picture.top() + edge;
    const double bottom =
        std::min<double>(picture.top() + picture.height() - edge, static_cast<double>(m_floor) - kAboveFloor);
    double y = second ? top : bottom - size.height() - m_lift * picture.height();
    if (place.line && place.lineIsPercent) {
        const double at = picture.top() + *place.line / 100 * picture.height();
        y = at - (place.lineAlign == CuePlace::Align::Center ? size.height() / 2
                  : place.lineAlign == CuePlace::Align::End  ? size.height()
                                                             : 0);
    } else if (place.line) {
        y = *place.line >= 0 ? top + *place.line * line : bottom + *place.line * line - 2 * along;
    }
    y = std::max(std::min(y, bottom - size.height()), static_cast<double>(picture.top()));

    Block block = blockOf(size, em);
    if (block.image.isNull()) return block;
    block.at = QPoint(qRound(left + setting.left()), qRound(y));
    block.way = QPoint(0, second || block.box().center().y() < picture.center().y() ? 1 : -1);
    block.counted = !place.lineIsPercent;
    QPainter painter(&block.image);
    painter.setRenderHint(QPainter::Antialiasing);
    setting.draw(painter, QPointF(across - setting.left(), along));
    return block;
}

/// Section 7.2 with its axes exchanged: `position` and `size` are down the picture, `line` counts columns
/// from the side at which the first one would be.
SubtitleView::Block SubtitleView::drawColumns(const CueLines& lines, const CuePlace& place) const {
    const QRect& picture = m_picture;
    const QFont text = textFont();
    const double em = text.pixelSize();
    const double across = em * kPadAlong;
    const double along = em * kPadAcross;
    const double edge = picture.height() * kEdgePart;

    // Down the picture. Above the floor columns are moved, and broken only if they are longer than all of it.
    const CuePlace::Span span = place.span(false);
    const double highest = picture.top() + edge;
    const double lowest =
        std::min<double>(picture.top() + picture.height() - edge, static_cast<double>(m_floor) - kAboveFloor);
    const double top = picture.top() + span.left / 100 * picture.height();
    const double high = span.width / 100 * picture.height();
    const double room = std::max(std::min(high, lowest - highest) - 2 * along, 4 * em);
    const ColumnSetting setting(lines, text, room, place);
    if (setting.height() <= 0) return {};
    const QSizeF size =
        QSizeF(setting.width() + 2 * across, setting.height() + 2 * along).boundedTo(picture.size());
    double y = std::max(top + place.above(high - size.height()), highest);
    y = std::max(std::min(y, lowest - size.height()), static_cast<double>(picture.top()));

    Block block = blockOf(size, em);
    if (block.image.isNull()) return block;
    const bool growsLeft = place.direction == CuePlace::Direction::GrowingLeft;
    const double left = leftOf(place, size.width(), setting.columnWidth(), across, edge, picture.width());
    block.at = QPoint(qRound(picture.left() + left), qRound(y));
    block.way = QPoint(growsLeft == (columnOf(place) >= 0) ? -1 : 1, 0);
    block.counted = !place.lineIsPercent;
    QPainter painter(&block.image);
    painter.setRenderHint(QPainter::Antialiasing);
    // Of what is wider than the picture the first columns are seen.
    const double first = growsLeft ? size.width() - across - setting.width() : across;
    setting.draw(painter, QRectF(QPointF(), size), QPointF(first, along), std::max(1.0, em * kOutline));
    return block;
}

/// In the surface's device pixels.
void SubtitleView::paint(QPainter& painter) const {
    if (m_shown && m_script.draws() && m_player && m_player->isOpen())
        for (const AssPatch& patch : m_script.patches())
            painter.drawImage(patch.at, patch.image);
    painter.scale(devicePixelRatioF(), devicePixelRatioF());
    for (const Block& block : m_blocks)
        painter.drawImage(block.at, block.image);
}

void SubtitleView::drawInto(QImage& picture) const {
    const QRectF whole = m_surface.wholePicture();
    if (whole.isEmpty() || picture.isNull()) return;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(picture.width() / whole.width(), picture.height() / whole.height());
    painter.translate(-whole.topLeft());
    paint(painter);
}

void SubtitleView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
    paint(painter);
}

bool SubtitleView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_surface && event->type() == QEvent::Resize) {
        setGeometry(m_surface.rect());
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace keyreel::player
