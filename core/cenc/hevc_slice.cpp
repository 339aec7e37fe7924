#include "core/cenc/hevc_slice.h"

#include <algorithm>

#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

/// profile_tier_level(1, maxSubLayersMinus1) (section 7.3.3); returns general_profile_idc.
std::uint32_t skipProfileTierLevel(BitReader& in, unsigned subLayersMinus1) {
    in.skip(3);
    const std::uint32_t profile = in.bits(5);
    in.skip(32 + 48 + 8);
    std::array<bool, 8> profilePresent{};
    std::array<bool, 8> levelPresent{};
    for (unsigned i = 0; i < subLayersMinus1; ++i) {
        profilePresent[i] = in.flag();
        levelPresent[i] = in.flag();
    }
    if (subLayersMinus1 > 0) in.skip(2 * (8 - subLayersMinus1));
    for (unsigned i = 0; i < subLayersMinus1; ++i) {
        if (profilePresent[i]) in.skip(88);
        if (levelPresent[i]) in.skip(8);
    }
    return profile;
}

/// scaling_list_data() (section 7.3.4).
void skipScalingLists(BitReader& in) {
    for (unsigned size = 0; size < 4; ++size) {
        for (unsigned matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
            if (!in.flag()) {
                (void)in.ue();
                continue;
            }
            const unsigned coefficients = std::min(64U, 1U << (4 + 2 * size));
            if (size > 1) (void)in.se();
            for (unsigned i = 0; i < coefficients; ++i)
                (void)in.se();
        }
    }
}

/// pred_weight_table() (section 7.3.6.3) for one layer without the current picture as a reference.
void skipWeights(BitReader& in, bool chroma, bool bipredictive, const std::uint32_t (&active)[2]) {
    (void)in.ue();
    if (chroma) (void)in.se();
    for (unsigned list = 0; list < (bipredictive ? 2U : 1U); ++list) {
        const std::uint32_t luma = in.bits(active[list]);
        const std::uint32_t chromaFlags = chroma ? in.bits(active[list]) : 0;
        for (std::uint32_t i = 0; i < active[list]; ++i) {
            const unsigned shift = active[list] - 1 - i;
            if (((luma >> shift) & 1U) != 0) {
                (void)in.se();
                (void)in.se();
            }
            if (((chromaFlags >> shift) & 1U) != 0)
                for (int k = 0; k < 4; ++k)
                    (void)in.se();
        }
    }
}

}  // namespace

/// st_ref_pic_set() (section 7.3.7) and its derivation (section 7.4.8, equations 7-61 and 7-62).
bool HevcParser::readReferenceSet(BitReader& in, unsigned index, unsigned total,
                                  const std::array<ReferenceSet, 64>& known, ReferenceSet& out) {
    out = {};
    const bool predicted = index != 0 && in.flag();
    if (!predicted) {
        const std::uint32_t negatives = in.ueUpTo(16);
        const std::uint32_t positives = in.ueUpTo(16);
        out.negatives = static_cast<std::uint8_t>(negatives);
        out.positives = static_cast<std::uint8_t>(positives);
        std::int32_t delta = 0;
        for (std::uint32_t i = 0; i < negatives + positives; ++i) {
            if (i == negatives) delta = 0;
            const auto step = static_cast<std::int32_t>(in.ueUpTo(1U << 15) + 1);
            delta += i < negatives ? -step : step;
            out.delta[i] = delta;
            out.used[i] = in.flag();
        }
        return !in.failed();
    }
    const std::uint32_t back = index == total ? in.ueUpTo(index - 1) + 1 : 1;
    const bool negativeSign = in.flag();
    const auto absolute = static_cast<std::int32_t>(in.ueUpTo(1U << 15) + 1);
    const std::int32_t deltaRps = negativeSign ? -absolute : absolute;
    if (in.failed()) return false;
    const ReferenceSet& from = known[index - back];
    const unsigned count = from.count();
    std::array<bool, 33> used{};
    std::array<bool, 33> kept{};
    for (unsigned j = 0; j <= count; ++j) {
        used[j] = in.flag();
        kept[j] = used[j] || in.flag();
    }
    if (in.failed()) return false;

    const auto take = [&](std::int32_t delta, unsigned j, bool negative) {
        if (!kept[j] || delta == 0 || (delta < 0) != negative || out.count() >= out.delta.size()) return;
        out.delta[out.count()] = delta;
        out.used[out.count()] = used[j];
        if (negative)
            ++out.negatives;
        else
            ++out.positives;
    };
    for (unsigned i = from.positives; i-- > 0;)
        take(from.delta[from.negatives + i] + deltaRps, from.negatives + i, true);
    take(deltaRps, count, true);
    for (unsigned i = 0; i < from.negatives; ++i)
        take(from.delta[i] + deltaRps, i, true);
    for (unsigned i = from.negatives; i-- > 0;)
        take(from.delta[i] + deltaRps, i, false);
    take(deltaRps, count, false);
    for (unsigned i = 0; i < from.positives; ++i)
        take(from.delta[from.negatives + i] + deltaRps, from.negatives + i, false);
    return out.count() <= 16;
}

bool HevcParser::addSps(ByteView nal) {
    BitReader in(nal, true);
    in.skip(5);
    in.skip(2);
    const bool baseLayer = nal.size() >= 2 && (nal[0] & 1U) == 0 && nal[1] >> 3U == 0;
    if (!baseLayer) return true;
    in.skip(9 + 4);
    Sps sps;
    const std::uint32_t subLayersMinus1 = in.bits(3);
    in.skip(1);
    const std::uint32_t profile = skipProfileTierLevel(in, subLayersMinus1);
    // Screen content coding (9, 11) adds fields to the slice header behind extensions that follow the VUI.
    if (profile == 9 || profile == 11) return false;
    const std::uint32_t id = in.ueUpTo(15);
    const std::uint32_t chromaFormat = in.ueUpTo(3);
    sps.separateColourPlane = chromaFormat == 3 && in.flag();
    sps.chromaArrayType = static_cast<std::uint8_t>(sps.separateColourPlane ? 0 : chromaFormat);
    const std::uint64_t width = in.ueUpTo(1U << 16);
    const std::uint64_t height = in.ueUpTo(1U << 16);
    if (in.flag())
        for (int i = 0; i < 4; ++i)
            (void)in.ue();
    (void)in.ue();
    (void)in.ue();
    sps.pocLsbBits = static_cast<std::uint8_t>(in.ueUpTo(12) + 4);
    const bool ordering = in.flag();
    for (std::uint32_t i = ordering ? 0 : subLayersMinus1; i <= subLayersMinus1; ++i)
        for (int k = 0; k < 3; ++k)
            (void)in.ue();
    const std::uint32_t minimumCb = in.ueUpTo(3) + 3;
    const unsigned ctbBits = minimumCb + in.ueUpTo(3);
    const std::uint64_t ctb = std::uint64_t{1} << ctbBits;
    sps.pictureCtbs = ((width + ctb - 1) >> ctbBits) * ((height + ctb - 1) >> ctbBits);
    for (int i = 0; i < 4; ++i)
        (void)in.ue();
    if (in.flag() && in.flag()) skipScalingLists(in);
    in.skip(1);
    sps.sampleAdaptiveOffset = in.flag();
    if (in.flag()) {
        in.skip(8);
        (void)in.ue();
        (void)in.ue();
        in.skip(1);
    }
    sps.referenceSetCount = static_cast<std::uint8_t>(in.ueUpTo(64));
    for (unsigned i = 0; i < sps.referenceSetCount; ++i)
        if (!readReferenceSet(in, i, sps.referenceSetCount, sps.referenceSets, sps.referenceSets[i]))
            return false;
    sps.longTermReferences = in.flag();
    if (sps.longTermReferences) {
        sps.longTermCount = static_cast<std::uint8_t>(in.ueUpTo(32));
        for (unsigned i = 0; i < sps.longTermCount; ++i) {
            in.skip(sps.pocLsbBits);
            sps.longTermUsed[i] = in.flag();
        }
    }
    sps.temporalMvp = in.flag();
    if (in.failed() || sps.pictureCtbs == 0) return false;
    sps.known = true;
    m_sps[id] = sps;
    return true;
}

bool HevcParser::addPps(ByteView nal) {
    BitReader in(nal, true);
    const bool baseLayer = nal.size() >= 2 && (nal[0] & 1U) == 0 && nal[1] >> 3U == 0;
    if (!baseLayer) return true;
    in.skip(16);
    Pps pps;
    const std::uint32_t id = in.ueUpTo(63);
    pps.sps = static_cast<std::uint8_t>(in.ueUpTo(15));
    pps.dependentSlices = in.flag();
    pps.outputFlag = in.flag();
    pps.extraSliceHeaderBits = static_cast<std::uint8_t>(in.bits(3));
    in.skip(1);
    pps.cabacInit = in.flag();
    pps.refIndices[0] = static_cast<std::uint8_t>(in.ueUpTo(14) + 1);
    pps.refIndices[1] = static_cast<std::uint8_t>(in.ueUpTo(14) + 1);
    (void)in.se();
    in.skip(1);
    const bool transformSkip = in.flag();
    if (in.flag()) (void)in.ue();
    (void)in.se();
    (void)in.se();
    pps.sliceChromaQpOffsets = in.flag();
    pps.weightedPrediction = in.flag();
    pps.weightedBiprediction = in.flag();
    in.skip(1);
    const bool tiles = in.flag();
    const bool wavefront = in.flag();
    pps.entryPoints = tiles || wavefront;
    if (tiles) {
        const std::uint32_t columns = in.ueUpTo(1U << 12);
        const std::uint32_t rows = in.ueUpTo(1U << 12);
        if (!in.flag())
            for (std::uint32_t i = 0; i < columns + rows; ++i)
                (void)in.ue();
        in.skip(1);
    }
    pps.loopFilterAcrossSlices = in.flag();
    if (in.flag()) {
        pps.deblockingOverride = in.flag();
        pps.deblockingDisabled = in.flag();
        if (!pps.deblockingDisabled) {
            (void)in.se();
            (void)in.se();
        }
    }
    if (in.flag()) skipScalingLists(in);
    pps.listsModification = in.flag();
    (void)in.ue();
    pps.sliceHeaderExtension = in.flag();
    if (in.flag()) {
        const bool range = in.flag();
        // Multilayer, 3D and screen content extensions (one bit each).
        if (in.bits(3) != 0) return false;
        in.skip(4);
        if (range) {
            if (transformSkip) (void)in.ue();
            in.skip(1);
            pps.chromaQpOffsetList = in.flag();
        }
    }
    if (in.failed()) return false;
    pps.known = true;
    m_pps[id] = pps;
    return true;
}

bool HevcParser::knowsParameterSets(ByteView nal) const {
    if (nal.size() < 3) return true;
    const unsigned type = nalType(nal[0]);
    BitReader in(nal, true);
    in.skip(17);
    if (type >= 16 && type <= 23) in.skip(1);
    const std::uint32_t id = in.ueUpTo(63);
    return in.failed() || (m_pps[id].known && m_sps[m_pps[id].sps].known);
}

void HevcParser::skipReferences(BitReader& in, const Sps& sps, const Pps&, bool idr, bool& temporalMvp,
                                unsigned& picturesInUse) {
    if (idr) return;
    in.skip(sps.pocLsbBits);
    ReferenceSet own;
    const ReferenceSet* set = &own;
    if (!in.flag()) {
        if (!readReferenceSet(in, sps.referenceSetCount, sps.referenceSetCount, sps.referenceSets, own))
            in.fail();
    } else {
        const std::uint32_t index = in.bits(ceilLog2(sps.referenceSetCount));
        if (index >= sps.referenceSetCount) return in.fail();
        set = &sps.referenceSets[index];
    }
    for (unsigned i = 0; i < set->count(); ++i)
        picturesInUse += set->used[i] ? 1 : 0;
    if (sps.longTermReferences) {
        const std::uint32_t fromSps = sps.longTermCount > 0 ? in.ueUpTo(sps.longTermCount) : 0;
        const std::uint32_t own2 = in.ueUpTo(32);
        for (std::uint32_t i = 0; i < fromSps + own2 && !in.failed(); ++i) {
            if (i < fromSps) {
                const std::uint32_t index = in.bits(ceilLog2(sps.longTermCount));
                if (index >= sps.longTermCount) return in.fail();
                picturesInUse += sps.longTermUsed[index] ? 1 : 0;
            } else {
                in.skip(sps.pocLsbBits);
                picturesInUse += in.flag() ? 1 : 0;
            }
            if (in.flag()) (void)in.ue();
        }
    }
    if (sps.temporalMvp) temporalMvp = in.flag();
}

void HevcParser::skipInterFields(BitReader& in, const Sps& sps, const Pps& pps, bool bipredictive,
                                 bool temporalMvp, unsigned picturesInUse) {
    std::uint32_t active[2] = {pps.refIndices[0], pps.refIndices[1]};
    if (in.flag()) {
        active[0] = in.ueUpTo(14) + 1;
        if (bipredictive) active[1] = in.ueUpTo(14) + 1;
    }
    if (pps.listsModification && picturesInUse > 1) {
        for (unsigned list = 0; list < (bipredictive ? 2U : 1U); ++list)
            if (in.flag()) in.skip(active[list] * ceilLog2(picturesInUse));
    }
    if (bipredictive) in.skip(1);
    if (pps.cabacInit) in.skip(1);
    if (temporalMvp) {
        const bool fromFirst = bipredictive ? in.flag() : true;
        if (active[fromFirst ? 0 : 1] > 1) (void)in.ue();
    }
    if (bipredictive ? pps.weightedBiprediction : pps.weightedPrediction)
        skipWeights(in, sps.chromaArrayType != 0, bipredictive, active);
    (void)in.ueUpTo(4);
}

void HevcParser::skipIndependentFields(BitReader& in, const Sps& sps, const Pps& pps, unsigned type) {
    in.skip(pps.extraSliceHeaderBits);
    const std::uint32_t sliceType = in.ueUpTo(2);  // 0 B, 1 P, 2 I
    if (pps.outputFlag) in.skip(1);
    if (sps.separateColourPlane) in.skip(2);
    bool temporalMvp = false;
    unsigned picturesInUse = 0;
    skipReferences(in, sps, pps, type == 19 || type == 20, temporalMvp, picturesInUse);
    bool saoLuma = false;
    bool saoChroma = false;
    if (sps.sampleAdaptiveOffset) {
        saoLuma = in.flag();
        if (sps.chromaArrayType != 0) saoChroma = in.flag();
    }
    if (sliceType != 2) skipInterFields(in, sps, pps, sliceType == 0, temporalMvp, picturesInUse);
    (void)in.se();
    if (pps.sliceChromaQpOffsets) {
        (void)in.se();
        (void)in.se();
    }
    if (pps.chromaQpOffsetList) in.skip(1);
    bool deblockingDisabled = pps.deblockingDisabled;
    if (pps.deblockingOverride && in.flag()) {
        deblockingDisabled = in.flag();
        if (!deblockingDisabled) {
            (void)in.se();
            (void)in.se();
        }
    }
    if (pps.loopFilterAcrossSlices && (saoLuma || saoChroma || !deblockingDisabled)) in.skip(1);
}

std::optional<std::size_t> HevcParser::sliceHeaderSize(ByteView nal) const {
    if (nal.size() < 3) return std::nullopt;
    const unsigned type = nalType(nal[0]);
    const unsigned layer = (nal[0] & 1U) << 5U | nal[1] >> 3U;
    if (!isVcl(nal[0]) || layer != 0) return std::nullopt;
    BitReader in(nal, true);
    in.skip(16);
    const bool firstInPicture = in.flag();
    if (type >= 16 && type <= 23) in.skip(1);
    const Pps& pps = m_pps[in.ueUpTo(63)];
    const Sps& sps = m_sps[pps.sps];
    if (in.failed() || !pps.known || !sps.known) return std::nullopt;
    bool dependent = false;
    if (!firstInPicture) {
        if (pps.dependentSlices) dependent = in.flag();
        in.skip(ceilLog2(sps.pictureCtbs));
    }
    if (!dependent) skipIndependentFields(in, sps, pps, type);
    if (pps.entryPoints) {
        const std::uint32_t count = in.ueUpTo(1U << 16);
        if (count > 0) in.skip(std::uint64_t{count} * (in.ueUpTo(31) + 1));
    }
    if (pps.sliceHeaderExtension) in.skip(std::uint64_t{in.ueUpTo(256)} * 8);
    // byte_alignment() (section 7.3.2.12): a one, then zeros.
    if (!in.flag() || in.failed()) return std::nullopt;
    return in.bytesUsed();
}

}  // namespace keyreel::cenc
