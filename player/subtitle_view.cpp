#include "player/subtitle_view.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "player/cue_text.h"
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
constexpr QColor kInk(255, 255, 255);
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
                range.format.setForeground(run.colour.isValid() ? run.colour : kInk);
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
        Block block = draw(cue, m_picture, second);
        if (block.image.isNull()) return;
        place(std::move(block), second);
    }
    for (const auto& line : lines) {
        QString whole;
        for (const CueRun& run : line)
            whole += run.text;
        words << whole;
    }
}

/// Later cues give way to those that were there before (section 7.2): upwards at the bottom.
void SubtitleView::place(Block block, bool second) {
    for (qsizetype tries = 0; tries <= m_blocks.size(); ++tries) {
        const auto hit = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const Block& other) {
            return other.box().intersects(block.box());
        });
        if (hit == m_blocks.end()) break;
        const bool upper = second || hit->box().center().y() < m_picture.center().y();
        block.at.setY(upper ? hit->box().bottom() + 1 : hit->box().top() - block.box().height());
    }
    m_blocks.append(std::move(block));
}

SubtitleView::Block SubtitleView::draw(const media::TextCue& cue, const QRect& picture, bool second) const {
    const CueLines lines = parseCueText(cue.text);
    // The second text has the top to itself, wherever its maker wanted it.
    const CuePlace place = second ? CuePlace() : parseCuePlace(cue.settings);
    const bool rightToLeft = readsFromTheRight(lines);
    QFont text = font();
    text.setPixelSize(std::max(kSmallestText, qRound(picture.height() * kTextPart * m_scale)));
    text.setWeight(QFont::Medium);
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

    Block block;
    const qreal ratio = devicePixelRatioF();
    block.image = QImage((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (block.image.isNull()) return {};
    block.image.setDevicePixelRatio(ratio);
    block.image.fill(Qt::transparent);
    block.at = QPoint(qRound(left + setting.left()), qRound(y));
    QPainter painter(&block.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, m_ground == Ground::Solid ? kSolid : kVeil));
    if (m_ground != Ground::None) painter.drawRoundedRect(QRectF(QPointF(0, 0), size), em * 0.12, em * 0.12);
    setting.draw(painter, QPointF(across - setting.left(), along));
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
