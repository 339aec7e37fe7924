#pragma once

#include <QPointF>

namespace keyreel::player {

/// How a letter stands in a vertical line, where upright and lying letters are mixed.
struct Standing {
    bool upright = false;  ///< Else it lies on its right side.
    /// From where it stands in a horizontal line, in parts of an em.
    QPointF shift;

    bool operator==(const Standing&) const = default;
};

/// Unicode UAX #50, Vertical_Orientation of Unicode 14. No font is asked for its own vertical forms: letters
/// of class Tr lie, those of class Tu are shifted as such forms are. Any code point is fine.
Standing standingOf(char32_t letter);

}  // namespace keyreel::player
