#pragma once

#include <algorithm>

#include "core/cenc/av1_frame.h"

namespace keyreel::cenc {

// What Av1FrameParser knows of the frame that it is reading; private to it.

inline constexpr std::uint32_t kKeyFrame = 0;
inline constexpr std::uint32_t kInterFrame = 1;
inline constexpr std::uint32_t kIntraOnlyFrame = 2;
inline constexpr std::uint32_t kSwitchFrame = 3;
inline constexpr std::uint32_t kNoPrimaryReference = 7;

/// ns(n): values below n (section 4.10.7).
std::uint32_t readNonSymmetric(BitReader& in, std::uint32_t n);

struct Av1FrameParser::Header {
    std::uint32_t type = kKeyFrame;
    bool intra = true;
    bool show = true;
    bool showable = false;
    bool errorResilient = true;
    bool allowScreenContent = false;
    bool forceIntegerMv = false;
    bool sizeOverride = false;
    std::uint32_t orderHint = 0;
    std::uint32_t primaryReference = kNoPrimaryReference;
    std::uint32_t refresh = 0xff;
    bool allowIntraBc = false;
    bool highPrecisionMv = false;
    std::array<std::uint32_t, kActiveReferences> references{};
    std::uint32_t upscaledWidth = 0;
    std::uint32_t frameWidth = 0;
    std::uint32_t frameHeight = 0;
    std::uint32_t baseQ = 0;
    bool anyDeltaQ = false;
    bool segmentation = false;
    std::array<SegmentQ, kSegments> segmentQ{};
    WarpModels warp = identity();

    [[nodiscard]] bool codedLossless() const {
        if (anyDeltaQ) return false;
        for (const SegmentQ& segment : segmentQ) {
            std::int32_t q = static_cast<std::int32_t>(baseQ);
            if (segmentation && segment.enabled) q = std::clamp(q + segment.value, 0, 255);
            if (q != 0) return false;
        }
        return true;
    }
};

}  // namespace keyreel::cenc
