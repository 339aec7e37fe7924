#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/isobmff/aux_boxes.h"
#include "core/isobmff/movie.h"

namespace keyreel::isobmff {

struct FragmentSample {
    std::uint64_t offset = 0;  ///< In the file.
    std::uint32_t size = 0;
    std::uint32_t duration = 0;
    std::uint32_t flags = 0;
    std::int32_t compositionOffset = 0;

    /// sample_is_non_sync_sample is not set.
    [[nodiscard]] bool sync() const { return (flags & 0x10000U) == 0; }
};

/// A `traf` with its defaults resolved.
struct TrackFragment {
    std::uint32_t trackId = 0;
    std::uint32_t descriptionIndex = 1;
    std::uint64_t baseOffset = 0;      ///< What data and aux offsets count from.
    std::uint64_t baseDecodeTime = 0;  ///< tfdt; 0 when absent.
    std::vector<FragmentSample> samples;
    AuxBoxes aux;
};

struct Fragment {
    std::uint32_t sequenceNumber = 0;
    std::vector<TrackFragment> tracks;
    std::vector<std::uint64_t> protectionBoxes;  ///< File offsets, as in Movie.
};

/// Reads a `moof` box: several trafs and truns, tfhd and trex defaults, absent data offsets (ISO/IEC 14496-12
/// section 8.8). Code `box_malformed`; a trun of more than kMaxFragmentSamples samples is refused before
/// anything is allocated for it.
Result<Fragment> readFragment(const Box& moof, const Movie& movie);

}  // namespace keyreel::isobmff
