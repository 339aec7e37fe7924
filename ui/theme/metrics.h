#pragma once

/// Space, radius and fixed sizes of the interface, in logical pixels (design section 1).
namespace keyreel::ui::metrics {

inline constexpr int kPageMargin = 28;
inline constexpr int kHeaderHeight = 64;
inline constexpr int kCardPadding = 16;
inline constexpr int kCardPaddingDense = 14;
inline constexpr int kCardGap = 16;
inline constexpr int kCardGapDense = 12;
inline constexpr int kRailWidth = 212;
inline constexpr int kRailNarrow = 60;
/// Windows narrower than this: the rail shows icons, Create's side becomes a bar.
inline constexpr int kRailBreakpoint = 1100;
/// Windows narrower than this: side columns stand below the content, the library has one cover less.
inline constexpr int kSideBreakpoint = 1280;
inline constexpr int kMinimumWidth = 960;
inline constexpr int kMinimumHeight = 640;

inline constexpr int kRadiusBadge = 5;
inline constexpr int kRadiusSmall = 7;
inline constexpr int kRadiusControl = 8;
inline constexpr int kRadiusBanner = 10;
inline constexpr int kRadiusCard = 12;
inline constexpr int kRadiusPlayer = 14;
inline constexpr int kRadiusSheet = 16;

inline constexpr int kFieldHeight = 34;
inline constexpr int kRingWidth = 2;
inline constexpr int kRingGap = 2;

inline constexpr int kHoverMs = 120;
inline constexpr int kPopoverMs = 160;
inline constexpr int kPageMs = 180;
inline constexpr int kProgressMs = 250;

}  // namespace keyreel::ui::metrics
