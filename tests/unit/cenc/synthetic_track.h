#pragma once

#include <random>

#include "core/base/bytes.h"
#include "core/isobmff/track_description.h"

namespace keyreel::test {

/// Tracks and samples that are syntactically real (parameter sets, slice headers) with random slice data.
class SyntheticTrack {
public:
    static isobmff::TrackDescription video();
    static isobmff::TrackDescription audio();
    static Bytes sps();
    static Bytes pps();

    /// An AVC sample of `size` bytes (0, or at least 16): random SEI and slices that fill it exactly.
    static Bytes videoSample(std::mt19937& random, std::size_t size);
    /// An Opus packet of `size` bytes with one frame.
    static Bytes audioSample(std::mt19937& random, std::size_t size);
};

}  // namespace keyreel::test
