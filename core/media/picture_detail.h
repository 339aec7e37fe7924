#pragma once

#include <algorithm>
#include <cstdint>

namespace keyreel::media {

/// How much detail a picture has: mean squared difference of neighbours, at every `step`th place. Dark and
/// flat pictures (fades, titles) score low. `value(x, y)` is the light there, 0 to 255. Private to this room.
template <class Value>
double pictureDetail(int width, int height, int step, Value value) {
    double sum = 0;
    double light = 0;
    std::uint64_t count = 0;
    for (int y = 0; y + 1 < height; y += step)
        for (int x = 0; x + 1 < width; x += step) {
            const double here = value(x, y);
            const double dx = value(x + 1, y) - here;
            const double dy = value(x, y + 1) - here;
            sum += dx * dx + dy * dy;
            light += here;
            ++count;
        }
    if (count == 0) return 0;
    const double mean = light / static_cast<double>(count);
    return sum / static_cast<double>(count) * std::clamp(mean / 48.0, 0.05, 1.0);
}

}  // namespace keyreel::media
