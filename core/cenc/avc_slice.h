#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/bytes.h"

namespace keyreel::cenc {

/// The parameter sets of an AVC stream, as far as slice headers depend on them (ISO/IEC 14496-10
/// sections 7.3.2 and 7.3.3). Fixed size, nothing allocates. NAL units come without their length field.
class AvcParser {
public:
    static bool isVcl(std::uint8_t nalHeader) { return (nalHeader & 31U) >= 1 && (nalHeader & 31U) <= 5; }
    static bool isSps(std::uint8_t nalHeader) { return (nalHeader & 31U) == 7; }
    static bool isPps(std::uint8_t nalHeader) { return (nalHeader & 31U) == 8; }

    /// Replaces a parameter set. False when it cannot be read; what was known before stays.
    bool addSps(ByteView nal);
    bool addPps(ByteView nal);

    /// Bytes from the NAL header to the end of the slice header, rounded up, emulation prevention included;
    /// nothing when it cannot be read (or is a data partition, which Keyreel does not protect).
    [[nodiscard]] std::optional<std::size_t> sliceHeaderSize(ByteView nal) const;
    /// Whether the slice's parameter sets are known (true also when the slice does not even name one).
    [[nodiscard]] bool knowsParameterSets(ByteView nal) const;

private:
    struct Sps {
        bool known = false;
        std::uint8_t chromaArrayType = 1;
        bool separateColourPlane = false;
        std::uint8_t frameNumBits = 4;
        std::uint8_t pocType = 0;
        std::uint8_t pocLsbBits = 4;
        bool deltaPicOrderAlwaysZero = false;
        bool frameMbsOnly = true;
        std::uint64_t mapUnits = 0;
    };
    struct Pps {
        bool known = false;
        std::uint8_t sps = 0;
        bool cabac = false;
        bool bottomFieldPicOrder = false;
        std::uint8_t sliceGroupType = 0;
        bool sliceGroups = false;
        std::uint32_t sliceGroupChangeRate = 0;
        std::array<std::uint8_t, 2> refIndices{};
        bool weightedPrediction = false;
        std::uint8_t weightedBipredIdc = 0;
        bool deblockingControl = false;
        bool redundantPicCount = false;
    };

    std::array<Sps, 32> m_sps{};
    std::array<Pps, 256> m_pps{};
};

}  // namespace keyreel::cenc
