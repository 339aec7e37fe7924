#pragma once

namespace keyreel::playback {

/// How a person wants the picture, other than it was made. Done by the scaler on its way, at no cost.
struct PictureTuning {
    /// -100 to 100; 0 is as made.
    int brightness = 0;
    int contrast = 0;
    int saturation = 0;
    /// Width of the upright picture by its height; 0: as the film says.
    double aspect = 0;
    bool operator==(const PictureTuning&) const = default;
};
inline constexpr double kNarrowestAspect = 0.2;
inline constexpr double kWidestAspect = 5;

}  // namespace keyreel::playback
