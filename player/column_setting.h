#pragma once

#include <QFont>
#include <QPainterPath>
#include <QTransform>
#include <QVector>

#include "player/cue_text.h"

class QPainter;

namespace keyreel::player {

/// The lines of a vertical cue (W3C WebVTT section 3.1, "writing direction") as columns that run down, broken
/// where they do not fit (UAX #14). Some letters stand, others lie, as CSS Writing Modes has it of
/// `text-orientation: mixed`. Lengths are in the pixels of `font`. Thread: the GUI thread.
class ColumnSetting {
public:
    /// `room`: how long a column may be; what cannot be parted may be longer. `place`: for its direction and
    /// its alignment.
    ColumnSetting(CueLines lines, const QFont& font, double room, const CuePlace& place);
    ColumnSetting(const ColumnSetting&) = delete;
    ColumnSetting& operator=(const ColumnSetting&) = delete;

    [[nodiscard]] double columnWidth() const { return m_column; }
    [[nodiscard]] double width() const { return m_column * static_cast<double>(m_columns.size()); }
    /// Of the longest column; 0 when there is nothing to see.
    [[nodiscard]] double height() const { return m_longest; }
    /// Its upper left corner at `origin`; an outline of that width around the letters. Columns outside of
    /// `box` are left out.
    void draw(QPainter& painter, const QRectF& box, QPointF origin, double outline) const;

private:
    /// Letters that stay together.
    struct Piece {
        QString text;
        const CueRun* look = nullptr;
        bool upright = false;
        QPointF shift;
        bool breakable = false;  ///< A column may begin with it.
        double length = 0;
        double seen = 0;  ///< Without the space at its end.
    };
    struct Column {
        QVector<Piece> pieces;
        double length = 0;
        double seen = 0;
    };

    void add(const QVector<CueRun>& line, double room);
    [[nodiscard]] QVector<Piece> piecesOf(const QVector<CueRun>& line, double room) const;
    [[nodiscard]] QFont fontOf(const CueRun& look) const;
    /// From the line on which a piece is written to its place in the column whose free part begins at `at`.
    [[nodiscard]] QTransform placeOf(const Piece& piece, QPointF at) const;
    [[nodiscard]] QPainterPath underlineOf(const Piece& piece, QPointF at) const;

    CueLines m_lines;  ///< The pieces' looks live here.
    QFont m_font;
    CuePlace m_place;
    double m_column;
    double m_longest = 0;
    QVector<Column> m_columns;
};

}  // namespace keyreel::player
