#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/bytes.h"

namespace keyreel::cenc {

class BitReader;

/// The parameter sets of an HEVC stream, as far as slice segment headers depend on them (ISO/IEC 23008-2
/// section 7.3). Fixed size, nothing allocates. NAL units come without their length field. Screen content, 3D
/// and multilayer extensions change the slice header and are refused, not guessed.
class HevcParser {
public:
    static unsigned nalType(std::uint8_t firstByte) { return (firstByte >> 1U) & 63U; }
    /// Slice segments; reserved VCL types carry nothing that a decoder uses.
    static bool isVcl(std::uint8_t firstByte) {
        const unsigned type = nalType(firstByte);
        return type <= 9 || (type >= 16 && type <= 21);
    }
    static bool isSps(std::uint8_t firstByte) { return nalType(firstByte) == 33; }
    static bool isPps(std::uint8_t firstByte) { return nalType(firstByte) == 34; }

    /// Replaces a parameter set. False when it cannot be read; what was known before stays.
    bool addSps(ByteView nal);
    bool addPps(ByteView nal);

    /// Bytes from the NAL header to the end of the slice segment header, its byte_alignment() and emulation
    /// prevention included; nothing when it cannot be read.
    [[nodiscard]] std::optional<std::size_t> sliceHeaderSize(ByteView nal) const;
    /// Whether the slice's parameter sets are known (true also when the slice does not even name one).
    [[nodiscard]] bool knowsParameterSets(ByteView nal) const;

private:
    /// A decoded short-term reference picture set (section 7.4.8).
    struct ReferenceSet {
        std::uint8_t negatives = 0;
        std::uint8_t positives = 0;
        std::array<std::int32_t, 32> delta{};  ///< Negatives first.
        std::array<bool, 32> used{};
        [[nodiscard]] unsigned count() const { return negatives + positives; }
    };
    struct Sps {
        bool known = false;
        std::uint8_t chromaArrayType = 1;
        bool separateColourPlane = false;
        std::uint64_t pictureCtbs = 0;
        std::uint8_t pocLsbBits = 4;
        bool sampleAdaptiveOffset = false;
        std::uint8_t referenceSetCount = 0;
        std::array<ReferenceSet, 64> referenceSets{};
        bool longTermReferences = false;
        std::uint8_t longTermCount = 0;
        std::array<bool, 32> longTermUsed{};
        bool temporalMvp = false;
    };
    struct Pps {
        bool known = false;
        std::uint8_t sps = 0;
        bool dependentSlices = false;
        bool outputFlag = false;
        std::uint8_t extraSliceHeaderBits = 0;
        bool cabacInit = false;
        std::array<std::uint8_t, 2> refIndices{};
        bool sliceChromaQpOffsets = false;
        bool weightedPrediction = false;
        bool weightedBiprediction = false;
        bool entryPoints = false;
        bool loopFilterAcrossSlices = false;
        bool deblockingOverride = false;
        bool deblockingDisabled = false;
        bool listsModification = false;
        bool sliceHeaderExtension = false;
        bool chromaQpOffsetList = false;
    };

    static bool readReferenceSet(BitReader& in, unsigned index, unsigned total,
                                 const std::array<ReferenceSet, 64>& known, ReferenceSet& out);
    static void skipReferences(BitReader& in, const Sps& sps, const Pps& pps, bool idr, bool& temporalMvp,
                               unsigned& picturesInUse);
    static void skipInterFields(BitReader& in, const Sps& sps, const Pps& pps, bool bipredictive,
                                bool temporalMvp, unsigned picturesInUse);
    static void skipIndependentFields(BitReader& in, const Sps& sps, const Pps& pps, unsigned type);

    std::array<Sps, 16> m_sps{};
    std::array<Pps, 64> m_pps{};
};

}  // namespace keyreel::cenc
