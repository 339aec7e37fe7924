#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace keyreel::ui {

namespace {

struct Row {
    Role role;
    QRgb dark;
    QRgb light;
};

// The table of the design, in its order. Values are 0xAARRGGBB.
constexpr Row kTable[] = {
    {Role::BgWindow, 0xFF0F1012, 0xFFF6F6F4},     {Role::BgRail, 0xFF0B0C0D, 0xFFEEEEEB},
    {Role::BgCard, 0xFF17181B, 0xFFFFFFFF},       {Role::BgRaised, 0xFF1E2024, 0xFFF4F4F1},
    {Role::BgField, 0xFF111215, 0xFFFFFFFF},      {Role::BgPopover, 0xFF1C1E22, 0xFFFFFFFF},
    {Role::BgHover, 0xFF26282D, 0xFFEBEBE7},      {Role::BgPressed, 0xFF2D3036, 0xFFE2E2DD},
    {Role::Text, 0xFFECEDEF, 0xFF1A1B1E},         {Role::Text2, 0xFFB1B5BD, 0xFF4B4F56},
    {Role::Text3, 0xFF8C919B, 0xFF63676F},        {Role::TextDisabled, 0xFF5C616B, 0xFFA0A39F},
    {Role::LineSoft, 0xFF212327, 0xFFECECE8},     {Role::Line, 0xFF2B2E34, 0xFFDFDFDA},
    {Role::LineStrong, 0xFF434750, 0xFFBDBDB6},   {Role::LineField, 0xFF2B2E34, 0xFFCFCFC9},
    {Role::LineControl, 0xFF6E7480, 0xFF85857E},  {Role::Accent, 0xFFE9BC62, 0xFFEBBE63},
    {Role::AccentHover, 0xFFF2CB7C, 0xFFE3B14D},  {Role::AccentPressed, 0xFFD3A446, 0xFFD29F38},
    {Role::AccentEdge, 0xFFE9BC62, 0xFFC99732},   {Role::AccentInk, 0xFF221800, 0xFF221800},
    {Role::AccentText, 0xFFEBC26E, 0xFF775300},   {Role::AccentBar, 0xFFE9BC62, 0xFFA07310},
    {Role::Track, 0xFF33363D, 0xFFDEDED9},        {Role::AccentSoft, 0xFF2B251A, 0xFFFBF2DD},
    {Role::AccentWash, 0xFF1D1B17, 0xFFFFFBF2},   {Role::AccentLine, 0xFF5E4D2A, 0xFFDDBF7C},
    {Role::Ok, 0xFF72CE97, 0xFF19693C},           {Role::OkSoft, 0xFF182820, 0xFFE5F4EA},
    {Role::OkLine, 0xFF2C5440, 0xFFA5D3B6},       {Role::Warn, 0xFFF4A26B, 0xFF97430B},
    {Role::WarnSoft, 0xFF2C2119, 0xFFFDEFE3},     {Role::WarnLine, 0xFF65452D, 0xFFEBBE9B},
    {Role::Error, 0xFFFF8A84, 0xFFB02A28},        {Role::ErrorSoft, 0xFF2F1C1D, 0xFFFCEAE9},
    {Role::ErrorLine, 0xFF6C3839, 0xFFEFB4B1},    {Role::ErrorFill, 0xFFC93D40, 0xFFC23634},
    {Role::OnErrorFill, 0xFFFFFFFF, 0xFFFFFFFF},  {Role::Info, 0xFF86B7F5, 0xFF1F57A8},
    {Role::InfoSoft, 0xFF19222E, 0xFFE8F0FB},     {Role::InfoLine, 0xFF304A69, 0xFFAFC8EA},
    {Role::Series1, 0xFFE9BC62, 0xFFB5841C},      {Role::Series2, 0xFF6FA8DC, 0xFF2F6FB5},
    {Role::Series3, 0xFFC58BC9, 0xFF92509A},      {Role::Series4, 0xFF6CC4A1, 0xFF24815C},
    {Role::TrackMedia, 0xFF474B54, 0xFFDEDED9},   {Role::Buffer, 0xFF8A8E97, 0xFFA2A29B},
    {Role::Stage, 0xFF000000, 0xFF000000},        {Role::OnPicture, 0xFFFFFFFF, 0xFFFFFFFF},
    {Role::PicturePlate, 0xDB0F1012, 0xDB0F1012}, {Role::PictureVeil, 0x75000000, 0x75000000},
    {Role::SheetVeil, 0xB8000000, 0xB8000000},    {Role::Shadow, 0x61000000, 0x29000000},
    {Role::AccentDone, 0xFF8C7546, 0xFFD0B06A},   {Role::KnobOff, 0xFFB1B5BD, 0xFFFFFFFF},
    {Role::KnobOn, 0xFF221800, 0xFF221800},
};
static_assert(std::size(kTable) == static_cast<std::size_t>(Role::Count_), "every role has a row");

double channel(double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

}  // namespace

Tokens Tokens::make(Appearance appearance, bool moreContrast) {
    Tokens tokens;
    for (const Row& row : kTable) {
        tokens.m_colors[static_cast<std::size_t>(row.role)] =
            QColor::fromRgba(appearance == Appearance::Dark ? row.dark : row.light);
    }
    if (moreContrast) {
        const auto at = [&tokens](Role role) -> QColor& {
            return tokens.m_colors[static_cast<std::size_t>(role)];
        };
        at(Role::LineSoft) = at(Role::Line) = at(Role::LineField) = at(Role::LineControl);
        at(Role::Text3) = at(Role::Text2);
    }
    return tokens;
}

Role toneText(Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            return Role::Text2;
        case Tone::Accent:
            return Role::AccentText;
        case Tone::Ok:
            return Role::Ok;
        case Tone::Warn:
            return Role::Warn;
        case Tone::Error:
            return Role::Error;
        case Tone::Info:
            return Role::Info;
    }
    return Role::Text2;
}

Role toneSoft(Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            return Role::BgRaised;
        case Tone::Accent:
            return Role::AccentSoft;
        case Tone::Ok:
            return Role::OkSoft;
        case Tone::Warn:
            return Role::WarnSoft;
        case Tone::Error:
            return Role::ErrorSoft;
        case Tone::Info:
            return Role::InfoSoft;
    }
    return Role::BgRaised;
}

Role toneLine(Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            return Role::Line;
        case Tone::Accent:
            return Role::AccentLine;
        case Tone::Ok:
            return Role::OkLine;
        case Tone::Warn:
            return Role::WarnLine;
        case Tone::Error:
            return Role::ErrorLine;
        case Tone::Info:
            return Role::InfoLine;
    }
    return Role::Line;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace keyreel::ui
