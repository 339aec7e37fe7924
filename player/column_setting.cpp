#include "player/column_setting.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSet>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <utility>

#include "player/letter_standing.h"

namespace keyreel::player {
namespace {

using Direction = CuePlace::Direction;

/// Of the text's height.
constexpr double kUnderline = 1.0 / 16;

/// Where a line may be broken, by the letters before.
QSet<qsizetype> breaksOf(const QVector<CueRun>& line) {
    QString text;
    for (const CueRun& run : line)
        text += run.text;
    QSet<qsizetype> breaks;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype at = finder.toNextBoundary(); at >= 0; at = finder.toNextBoundary())
        breaks.insert(at);
    return breaks;
}

QString withoutSpaceBehind(const QString& text) {
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    return text.left(end);
}

}  // namespace

ColumnSetting::ColumnSetting(CueLines lines, const QFont& font, double room, const CuePlace& place)
    : m_lines(std::move(lines)), m_font(font), m_place(place), m_column(QFontMetricsF(font).height()) {
    for (const QVector<CueRun>& line : std::as_const(m_lines))
        add(line, room);
    for (const Column& column : std::as_const(m_columns))
        m_longest = std::max(m_longest, column.seen);
}

QFont ColumnSetting::fontOf(const CueRun& look) const {
    QFont font = m_font;
    font.setWeight(look.bold ? QFont::Bold : QFont::Medium);
    font.setItalic(look.italic);
    return font;
}

QVector<ColumnSetting::Piece> ColumnSetting::piecesOf(const QVector<CueRun>& line, double room) const {
    const QSet<qsizetype> breaks = breaksOf(line);
    const double em = m_font.pixelSize();
    QVector<Piece> pieces;
    qsizetype before = 0;
    for (const CueRun& run : line) {
        const QFontMetricsF metrics(fontOf(run));
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, run.text);
        for (qsizetype from = 0, to = finder.toNextBoundary(); to > from;
             from = to, to = finder.toNextBoundary()) {
            Piece piece;
            piece.text = run.text.mid(from, to - from);
            piece.look = &run;
            piece.breakable = breaks.contains(before + from);
            const Standing standing = standingOf(piece.text.toUcs4().constFirst());
            piece.upright = standing.upright;
            piece.shift = standing.shift;
            // Letters that lie are written as one word, so that they join and kern.
            Piece* word = pieces.isEmpty() ? nullptr : &pieces.last();
            if (word && word->look == &run && !word->upright && !piece.upright && !piece.breakable &&
                metrics.horizontalAdvance(withoutSpaceBehind(word->text + piece.text)) <= room) {
                word->text += piece.text;
            } else {
                pieces.append(piece);
            }
        }
        before += run.text.size();
    }
    for (Piece& piece : pieces) {
        const QFontMetricsF metrics(fontOf(*piece.look));
        const QString seen = withoutSpaceBehind(piece.text);
        piece.length = piece.upright ? em : metrics.horizontalAdvance(piece.text);
        piece.seen = seen.isEmpty() ? 0 : piece.upright ? em : metrics.horizontalAdvance(seen);
    }
    return pieces;
}

void ColumnSetting::add(const QVector<CueRun>& line, double room) {
    const QVector<Piece> pieces = piecesOf(line, room);
    Column column;
    const auto end = [&] {
        // The space at its end is not underlined.
        if (!column.pieces.isEmpty()) column.pieces.last().length = column.pieces.last().seen;
        m_columns.append(std::exchange(column, {}));
    };
    const auto beginUnlessFits = [&](double length) {
        if (column.length + length > room && !column.pieces.isEmpty()) end();
    };
    for (qsizetype i = 0; i < pieces.size();) {
        qsizetype next = i;
        double length = 0;
        double seen = 0;
        do {
            seen = length + pieces[next].seen;
            length += pieces[next].length;
        } while (++next < pieces.size() && !pieces[next].breakable);
        beginUnlessFits(seen);
        for (; i < next; ++i) {
            beginUnlessFits(pieces[i].seen);
            if (pieces[i].seen > 0) column.seen = column.length + pieces[i].seen;
            column.length += pieces[i].length;
            column.pieces.append(pieces[i]);
        }
    }
    end();
}

/// On the left, which is below letters that lie. Of whole pixels, so that those of two pieces are one.
QPainterPath ColumnSetting::underlineOf(const Piece& piece, QPointF at) const {
    QPainterPath path;
    const double top = std::floor(at.y());
    path.addRect(std::round(at.x()), top, std::max(1.0, std::round(m_font.pixelSize() * kUnderline)),
                 std::ceil(at.y() + piece.length) - top);
    return path;
}

QTransform ColumnSetting::placeOf(const Piece& piece, QPointF at) const {
    const QFontMetricsF metrics(fontOf(*piece.look));
    const double em = m_font.pixelSize();
    const double middle = at.x() + m_column / 2;
    // The middle of the letters is above the line by this much.
    const double above = (metrics.ascent() - metrics.descent()) / 2;
    if (!piece.upright) return QTransform().translate(middle - above, at.y()).rotate(90);
    const QPointF shift = piece.shift * em;
    return QTransform::fromTranslate(middle - metrics.horizontalAdvance(piece.text) / 2 + shift.x(),
                                     at.y() + em / 2 + above + shift.y());
}

void ColumnSetting::draw(QPainter& painter, const QRectF& box, QPointF origin, double outline) const {
    QVector<std::pair<const Piece*, QPointF>> all;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const qsizetype before = m_place.direction == Direction::GrowingLeft ? m_columns.size() - 1 - i : i;
        QPointF at =
            origin + QPointF(m_column * static_cast<double>(before), m_place.above(m_longest - column.seen));
        if (at.x() + m_column < box.left() || at.x() > box.right()) continue;
        for (const Piece& piece : column.pieces) {
            all.append({&piece, at});
            at.ry() += piece.length;
        }
    }
    // All outlines first: none lies on a letter.
    const QPen edge(Qt::black, 2 * outline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (const auto& [piece, at] : all) {
        QPainterPath path;
        path.addText(0, 0, fontOf(*piece->look), piece->text);
        painter.strokePath(placeOf(*piece, at).map(path), edge);
        if (piece->look->underlined) painter.strokePath(underlineOf(*piece, at), edge);
    }
    const QTransform whole = painter.transform();
    for (const auto& [piece, at] : all) {
        const QColor ink = piece->look->ink();
        painter.setFont(fontOf(*piece->look));
        painter.setPen(ink);
        painter.setTransform(placeOf(*piece, at), true);
        painter.drawText(QPointF(), piece->text);
        painter.setTransform(whole);
        if (piece->look->underlined) painter.fillPath(underlineOf(*piece, at), ink);
    }
}

}  // namespace keyreel::player
