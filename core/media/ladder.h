#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/media/probe.h"
#include "core/media/track.h"

namespace keyreel::media {

/// Most pictures of one film that are made at once.
inline constexpr std::size_t kMaxRungs = 8;
inline constexpr std::uint32_t kMinRungHeight = 64;
/// How bit rates follow the number of pixels: a quarter of them needs more than a quarter of the bits.
inline constexpr double kBitRateExponent = 0.85;

/// Heights of a quality ladder as people write them, "1080,720,480,360": highest first, each once. Code
/// `ladder_invalid`.
Result<std::vector<std::uint32_t>> parseLadder(std::string_view text);
/// The inverse of parseLadder().
std::string ladderText(const std::vector<std::uint32_t>& heights);

/// One picture of a ladder.
struct Rung {
    std::uint32_t width = 0;  ///< Even.
    std::uint32_t height = 0;
    /// Keeps the shape of the whole picture where even sizes cannot.
    Rational sampleAspectRatio{1, 1};
    int crf = 23;
    /// Bits per second that the encoder keeps to over two seconds; 0: no limit.
    std::uint64_t maxBitRate = 0;
    friend bool operator==(const Rung&, const Rung&) = default;
};

/// One picture of at most `height` lines (0: as many as the source has), never enlarged.
Rung rungOf(const Track& source, std::uint32_t height);

struct LadderChoice {
    std::vector<Rung> rungs;  ///< Highest first, at least one.
    std::vector<std::string> remarks;
};

/// The rungs of a ladder that a film gets: those above its coded height are left out, and told; when all
/// are, it gets its own height. With `sourceKept` those of its own height are left out, too, and none may be
/// left. Rate factors are `crf` and 1 or 3 more for 480 and 360 lines; the limits follow the number of pixels
/// (6 Mbit/s for 1080 lines) and are half as much again above 30 pictures per second.
LadderChoice chooseRungs(const Track& source, const std::vector<std::uint32_t>& heights, int crf,
                         bool sourceKept);

}  // namespace keyreel::media
