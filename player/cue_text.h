#pragma once

#include <QColor>
#include <QString>
#include <QVector>
#include <optional>
#include <string_view>

namespace keyreel::player {

/// Words of one look.
struct CueRun {
    QString text;
    bool bold = false;
    bool italic = false;
    bool underlined = false;
    QColor colour;  ///< Invalid: none of its own.

    /// What the letters are drawn in.
    [[nodiscard]] QColor ink() const { return colour.isValid() ? colour : QColor(255, 255, 255); }

    bool operator==(const CueRun&) const = default;
};

/// A cue's lines as its maker broke them.
using CueLines = QVector<QVector<CueRun>>;

/// Longer cues are cut.
inline constexpr qsizetype kMaxCueLetters = 4096;

/// WebVTT cue text (W3C WebVTT section 6.4): b, i, u, entities and the colour classes of section 5.1; other
/// tags and time stamps are left out, what they surround stays.
CueLines parseCueText(std::string_view text);

/// Where a cue wants to be (W3C WebVTT section 6.3). Percentages of the picture.
struct CuePlace {
    enum class Align { Start, Center, End, Left, Right };
    /// Vertical lines are columns; the next one is on the left of the one before, or on its right.
    enum class Direction { Horizontal, GrowingLeft, GrowingRight };

    Direction direction = Direction::Horizontal;
    std::optional<double> line;  ///< Nothing: "auto", at the bottom; of columns, where the last one would be.
    bool lineIsPercent = false;  ///< Else a line's number, negative from where the last one would be.
    Align lineAlign = Align::Start;
    std::optional<double> position;  ///< Nothing: as `align` says.
    /// Start: its left side, of columns the upper one, stands there; nothing: as `align` says.
    std::optional<Align> positionAlign;
    double size = 100;
    Align align = Align::Center;

    bool operator==(const CuePlace&) const = default;

    /// The box across the picture, of columns down the picture, that the settings ask for, in percent
    /// (section 7.2, steps 4 to 8).
    struct Span {
        double left = 0;
        double width = 100;
    };
    [[nodiscard]] Span span(bool rightToLeft) const;
    /// Of the free part of a column's box: what is above the letters.
    [[nodiscard]] double above(double spare) const;
};

/// Settings that make no sense are as if they were not there.
CuePlace parseCuePlace(std::string_view settings);

}  // namespace keyreel::player
