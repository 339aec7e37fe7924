#pragma once

#include <QColor>
#include <array>

namespace keyreel::ui {

/// The colour roles of the interface (design section 1). Widgets name a role, never a colour.
enum class Role {
    BgWindow,
    BgRail,
    BgCard,
    BgRaised,
    BgField,
    BgPopover,
    BgHover,
    BgPressed,
    Text,
    Text2,
    Text3,
    TextDisabled,
    LineSoft,
    Line,
    LineStrong,
    LineField,
    LineControl,
    Accent,
    AccentHover,
    AccentPressed,
    AccentEdge,
    AccentInk,
    AccentText,
    AccentBar,
    Track,
    AccentSoft,
    AccentWash,
    AccentLine,
    Ok,
    OkSoft,
    OkLine,
    Warn,
    WarnSoft,
    WarnLine,
    Error,
    ErrorSoft,
    ErrorLine,
    ErrorFill,
    OnErrorFill,
    Info,
    InfoSoft,
    InfoLine,
    Series1,
    Series2,
    Series3,
    Series4,
    TrackMedia,
    Buffer,
    /// The black behind moving pictures, in both themes.
    Stage,
    /// Text and strokes laid directly on a picture.
    OnPicture,
    /// A small plate laid on a picture (duration, "Change poster").
    PicturePlate,
    /// Veil over a hovered cover (46 %) and under a sheet (72 %). Alpha is part of the token.
    PictureVeil,
    SheetVeil,
    /// Elevation shadow at its darkest. Alpha is part of the token.
    Shadow,
    /// Bar of a finished stage: the accent at half strength, as an opaque colour.
    AccentDone,
    /// Knob of a switch that is off, and of one that is on.
    KnobOff,
    KnobOn,
    Count_
};

enum class Appearance { Dark = 1, Light = 2 };

/// A colour family for status: its text, soft fill and line.
enum class Tone { Neutral = 1, Accent, Ok, Warn, Error, Info };

/// All colours of one appearance, with the "More contrast" overlay applied if asked.
class Tokens {
public:
    static Tokens make(Appearance appearance, bool moreContrast);

    QColor operator[](Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    bool operator==(const Tokens&) const = default;

private:
    std::array<QColor, static_cast<std::size_t>(Role::Count_)> m_colors;
};

/// Foreground, soft fill and line role of a tone.
Role toneText(Tone tone);
Role toneSoft(Tone tone);
Role toneLine(Tone tone);

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

}  // namespace keyreel::ui
