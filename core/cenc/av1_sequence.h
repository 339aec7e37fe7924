#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"

namespace keyreel::cenc {

/// What a sequence header says and frame headers depend on (AV1 specification section 5.5).
struct Av1Sequence {
    static constexpr std::uint32_t kSelect = 2;  ///< SELECT_SCREEN_CONTENT_TOOLS, SELECT_INTEGER_MV

    bool known = false;
    bool reducedStillPicture = false;
    bool equalPictureInterval = false;
    bool decoderModel = false;
    std::uint8_t bufferRemovalTimeBits = 0;
    std::uint8_t framePresentationTimeBits = 0;
    std::uint8_t operatingPoints = 1;
    std::array<std::uint16_t, 32> operatingPointIdc{};
    std::array<bool, 32> operatingPointModel{};
    std::uint8_t widthBits = 0;
    std::uint8_t heightBits = 0;
    std::uint32_t maxWidth = 0;
    std::uint32_t maxHeight = 0;
    bool frameIds = false;
    std::uint8_t deltaFrameIdBits = 0;
    std::uint8_t frameIdBits = 0;
    bool superblock128 = false;
    bool warpedMotion = false;
    bool orderHint = false;
    bool refFrameMvs = false;
    std::uint32_t screenContentTools = kSelect;
    std::uint32_t integerMv = kSelect;
    std::uint8_t orderHintBits = 0;
    bool superres = false;
    bool cdef = false;
    bool restoration = false;
    bool monochrome = false;
    bool subsamplingX = true;
    bool subsamplingY = true;
    bool separateUvDeltaQ = false;
    bool filmGrain = false;

    /// Reads the payload of a sequence header OBU; false (and unchanged) when it is malformed.
    bool read(ByteView payload);
};

}  // namespace keyreel::cenc
