#include "core/cenc/avc_slice.h"

#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

void skipScalingList(BitReader& in, unsigned size) {
    std::int32_t last = 8;
    std::int32_t next = 8;
    for (unsigned i = 0; i < size && !in.failed(); ++i) {
        if (next != 0) next = (last + in.se() + 256) & 255;
        last = next == 0 ? last : next;
    }
}

bool hasChromaFormat(std::uint32_t profile) {
    switch (profile) {
        case 100:
        case 110:
        case 122:
        case 244:
        case 44:
        case 83:
        case 86:
        case 118:
        case 128:
        case 138:
        case 139:
        case 134:
        case 135:
            return true;
        default:
            return false;
    }
}

/// ref_pic_list_modification() for one list (section 7.3.3.1).
void skipListModification(BitReader& in) {
    if (!in.flag()) return;
    while (!in.failed()) {
        const std::uint32_t operation = in.ueUpTo(3);
        if (operation == 3) return;
        (void)in.ue();
    }
}

/// pred_weight_table() (section 7.3.3.2).
void skipWeights(BitReader& in, bool chroma, bool bipredictive, const std::uint32_t (&active)[2]) {
    (void)in.ue();
    if (chroma) (void)in.ue();
    for (unsigned list = 0; list < (bipredictive ? 2U : 1U); ++list) {
        for (std::uint32_t i = 0; i < active[list] && !in.failed(); ++i) {
            if (in.flag()) {
                (void)in.se();
                (void)in.se();
            }
            if (chroma && in.flag())
                for (int k = 0; k < 4; ++k)
                    (void)in.se();
        }
    }
}

/// dec_ref_pic_marking() (section 7.3.3.3).
void skipMarking(BitReader& in, bool idr) {
    if (idr) {
        in.skip(2);
        return;
    }
    if (!in.flag()) return;
    while (!in.failed()) {
        const std::uint32_t operation = in.ueUpTo(6);
        if (operation == 0) return;
        if (operation != 5) (void)in.ue();
        if (operation == 3) (void)in.ue();
    }
}

}  // namespace

bool AvcParser::addSps(ByteView nal) {
    BitReader in(nal, true);
    in.skip(8);
    Sps sps;
    const std::uint32_t profile = in.bits(8);
    in.skip(16);
    const std::uint32_t id = in.ueUpTo(31);
    if (hasChromaFormat(profile)) {
        const std::uint32_t chromaFormat = in.ueUpTo(3);
        sps.separateColourPlane = chromaFormat == 3 && in.flag();
        sps.chromaArrayType = static_cast<std::uint8_t>(sps.separateColourPlane ? 0 : chromaFormat);
        (void)in.ue();
        (void)in.ue();
        in.skip(1);
        if (in.flag()) {
            for (unsigned i = 0; i < (chromaFormat != 3 ? 8U : 12U); ++i)
                if (in.flag()) skipScalingList(in, i < 6 ? 16 : 64);
        }
    }
    sps.frameNumBits = static_cast<std::uint8_t>(in.ueUpTo(12) + 4);
    sps.pocType = static_cast<std::uint8_t>(in.ueUpTo(2));
    if (sps.pocType == 0) {
        sps.pocLsbBits = static_cast<std::uint8_t>(in.ueUpTo(12) + 4);
    } else if (sps.pocType == 1) {
        sps.deltaPicOrderAlwaysZero = in.flag();
        (void)in.se();
        (void)in.se();
        const std::uint32_t cycle = in.ueUpTo(255);
        for (std::uint32_t i = 0; i < cycle; ++i)
            (void)in.se();
    }
    (void)in.ue();
    in.skip(1);
    const std::uint64_t width = std::uint64_t{in.ueUpTo(1U << 16)} + 1;
    const std::uint64_t height = std::uint64_t{in.ueUpTo(1U << 16)} + 1;
    sps.mapUnits = width * height;
    sps.frameMbsOnly = in.flag();
    if (in.failed()) return false;
    sps.known = true;
    m_sps[id] = sps;
    return true;
}

bool AvcParser::addPps(ByteView nal) {
    BitReader in(nal, true);
    in.skip(8);
    Pps pps;
    const std::uint32_t id = in.ueUpTo(255);
    pps.sps = static_cast<std::uint8_t>(in.ueUpTo(31));
    pps.cabac = in.flag();
    pps.bottomFieldPicOrder = in.flag();
    const std::uint32_t groups = in.ueUpTo(7) + 1;
    if (groups > 1) {
        pps.sliceGroups = true;
        pps.sliceGroupType = static_cast<std::uint8_t>(in.ueUpTo(6));
        if (pps.sliceGroupType == 0) {
            for (std::uint32_t i = 0; i < groups; ++i)
                (void)in.ue();
        } else if (pps.sliceGroupType == 2) {
            for (std::uint32_t i = 0; i + 1 < groups; ++i) {
                (void)in.ue();
                (void)in.ue();
            }
        } else if (pps.sliceGroupType >= 3 && pps.sliceGroupType <= 5) {
            in.skip(1);
            pps.sliceGroupChangeRate = in.ueUpTo(0xfffffffe - 1) + 1;
        } else if (pps.sliceGroupType == 6) {
            const std::uint64_t units = std::uint64_t{in.ue()} + 1;
            in.skip(units * ceilLog2(groups));
        }
    }
    pps.refIndices[0] = static_cast<std::uint8_t>(in.ueUpTo(31) + 1);
    pps.refIndices[1] = static_cast<std::uint8_t>(in.ueUpTo(31) + 1);
    pps.weightedPrediction = in.flag();
    pps.weightedBipredIdc = static_cast<std::uint8_t>(in.bits(2));
    for (int i = 0; i < 3; ++i)
        (void)in.se();
    pps.deblockingControl = in.flag();
    in.skip(1);
    pps.redundantPicCount = in.flag();
    if (in.failed()) return false;
    pps.known = true;
    m_pps[id] = pps;
    return true;
}

bool AvcParser::knowsParameterSets(ByteView nal) const {
    BitReader in(nal, true);
    in.skip(8);
    (void)in.ue();
    (void)in.ue();
    const std::uint32_t id = in.ueUpTo(255);
    return in.failed() || (m_pps[id].known && m_sps[m_pps[id].sps].known);
}

std::optional<std::size_t> AvcParser::sliceHeaderSize(ByteView nal) const {
    BitReader in(nal, true);
    in.skip(1);
    const bool reference = in.bits(2) != 0;
    const std::uint32_t type = in.bits(5);
    if (type != 1 && type != 5) return std::nullopt;
    const bool idr = type == 5;

    (void)in.ue();
    const std::uint32_t sliceType = in.ueUpTo(9) % 5;
    const bool isP = sliceType == 0;
    const bool isB = sliceType == 1;
    const bool isI = sliceType == 2;
    const bool isSp = sliceType == 3;
    const bool isSi = sliceType == 4;
    const std::uint32_t ppsId = in.ueUpTo(255);
    const Pps& pps = m_pps[ppsId];
    const Sps& sps = m_sps[pps.sps];
    if (in.failed() || !pps.known || !sps.known) return std::nullopt;

    if (sps.separateColourPlane) in.skip(2);
    in.skip(sps.frameNumBits);
    bool field = false;
    if (!sps.frameMbsOnly) {
        field = in.flag();
        if (field) in.skip(1);
    }
    if (idr) (void)in.ue();
    if (sps.pocType == 0) {
        in.skip(sps.pocLsbBits);
        if (pps.bottomFieldPicOrder && !field) (void)in.se();
    } else if (sps.pocType == 1 && !sps.deltaPicOrderAlwaysZero) {
        (void)in.se();
        if (pps.bottomFieldPicOrder && !field) (void)in.se();
    }
    if (pps.redundantPicCount) (void)in.ue();
    if (isB) in.skip(1);
    std::uint32_t active[2] = {pps.refIndices[0], pps.refIndices[1]};
    if ((isP || isSp || isB) && in.flag()) {
        active[0] = in.ueUpTo(31) + 1;
        if (isB) active[1] = in.ueUpTo(31) + 1;
    }
    if (!isI && !isSi) skipListModification(in);
    if (isB) skipListModification(in);
    if ((pps.weightedPrediction && (isP || isSp)) || (pps.weightedBipredIdc == 1 && isB))
        skipWeights(in, sps.chromaArrayType != 0, isB, active);
    if (reference) skipMarking(in, idr);
    if (pps.cabac && !isI && !isSi) (void)in.ueUpTo(2);
    (void)in.se();
    if (isSp || isSi) {
        if (isSp) in.skip(1);
        (void)in.se();
    }
    if (pps.deblockingControl && in.ueUpTo(2) != 1) {
        (void)in.se();
        (void)in.se();
    }
    if (pps.sliceGroups && pps.sliceGroupType >= 3 && pps.sliceGroupType <= 5) {
        const std::uint64_t rate = pps.sliceGroupChangeRate;
        // Ceil(Log2(PicSizeInMapUnits / SliceGroupChangeRate + 1)) with an exact quotient.
        in.skip(ceilLog2((sps.mapUnits + rate - 1) / rate + 1));
    }
    if (in.failed()) return std::nullopt;
    return in.bytesUsed();
}

}  // namespace keyreel::cenc
