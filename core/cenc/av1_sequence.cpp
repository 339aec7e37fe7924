#include "core/cenc/av1_sequence.h"

#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

void skipUvlc(BitReader& in) {
    unsigned zeros = 0;
    while (!in.failed() && !in.flag())
        ++zeros;
    if (zeros < 32) in.skip(zeros);
}

void readOperatingPoints(BitReader& in, Av1Sequence& out) {
    std::uint8_t bufferDelayBits = 0;
    if (in.flag()) {  // timing_info_present_flag
        in.skip(64);
        out.equalPictureInterval = in.flag();
        if (out.equalPictureInterval) skipUvlc(in);
        out.decoderModel = in.flag();
        if (out.decoderModel) {
            bufferDelayBits = static_cast<std::uint8_t>(in.bits(5) + 1);
            in.skip(32);
            out.bufferRemovalTimeBits = static_cast<std::uint8_t>(in.bits(5) + 1);
            out.framePresentationTimeBits = static_cast<std::uint8_t>(in.bits(5) + 1);
        }
    }
    const bool displayDelay = in.flag();
    out.operatingPoints = static_cast<std::uint8_t>(in.bits(5) + 1);
    for (unsigned i = 0; i < out.operatingPoints; ++i) {
        out.operatingPointIdc[i] = static_cast<std::uint16_t>(in.bits(12));
        if (in.bits(5) > 7) in.skip(1);
        if (out.decoderModel) {
            out.operatingPointModel[i] = in.flag();
            if (out.operatingPointModel[i]) in.skip(2U * bufferDelayBits + 1U);
        }
        if (displayDelay && in.flag()) in.skip(4);
    }
}

void readTools(BitReader& in, Av1Sequence& out) {
    in.skip(2);  // interintra, masked compound
    out.warpedMotion = in.flag();
    in.skip(1);  // dual filter
    out.orderHint = in.flag();
    if (out.orderHint) {
        in.skip(1);
        out.refFrameMvs = in.flag();
    }
    out.screenContentTools = in.flag() ? Av1Sequence::kSelect : in.bit();
    if (out.screenContentTools > 0) out.integerMv = in.flag() ? Av1Sequence::kSelect : in.bit();
    if (out.orderHint) out.orderHintBits = static_cast<std::uint8_t>(in.bits(3) + 1);
}

void readColour(BitReader& in, std::uint32_t profile, Av1Sequence& out) {
    const bool highBitDepth = in.flag();
    const bool twelveBit = profile == 2 && highBitDepth && in.flag();
    out.monochrome = profile != 1 && in.flag();
    std::uint32_t primaries = 2;
    std::uint32_t transfer = 2;
    std::uint32_t matrix = 2;
    if (in.flag()) {
        primaries = in.bits(8);
        transfer = in.bits(8);
        matrix = in.bits(8);
    }
    if (out.monochrome) {
        in.skip(1);
        return;
    }
    if (primaries == 1 && transfer == 13 && matrix == 0) {
        out.subsamplingX = out.subsamplingY = false;
    } else {
        in.skip(1);
        if (profile == 0) {
            out.subsamplingX = out.subsamplingY = true;
        } else if (profile == 1) {
            out.subsamplingX = out.subsamplingY = false;
        } else if (twelveBit) {
            out.subsamplingX = in.flag();
            out.subsamplingY = out.subsamplingX && in.flag();
        } else {
            out.subsamplingX = true;
            out.subsamplingY = false;
        }
        if (out.subsamplingX && out.subsamplingY) in.skip(2);
    }
    out.separateUvDeltaQ = in.flag();
}

}  // namespace

bool Av1Sequence::read(ByteView payload) {
    BitReader in(payload);
    Av1Sequence out;
    const std::uint32_t profile = in.bits(3);
    in.skip(1);
    out.reducedStillPicture = in.flag();
    if (out.reducedStillPicture)
        in.skip(5);
    else
        readOperatingPoints(in, out);
    out.widthBits = static_cast<std::uint8_t>(in.bits(4) + 1);
    out.heightBits = static_cast<std::uint8_t>(in.bits(4) + 1);
    out.maxWidth = in.bits(out.widthBits) + 1;
    out.maxHeight = in.bits(out.heightBits) + 1;
    if (!out.reducedStillPicture) out.frameIds = in.flag();
    if (out.frameIds) {
        out.deltaFrameIdBits = static_cast<std::uint8_t>(in.bits(4) + 2);
        out.frameIdBits = static_cast<std::uint8_t>(in.bits(3) + out.deltaFrameIdBits + 1);
    }
    out.superblock128 = in.flag();
    in.skip(2);  // filter intra, intra edge filter
    if (!out.reducedStillPicture) readTools(in, out);
    out.superres = in.flag();
    out.cdef = in.flag();
    out.restoration = in.flag();
    readColour(in, profile, out);
    out.filmGrain = in.flag();
    if (in.failed() || profile > 2) return false;
    out.known = true;
    *this = out;
    return true;
}

}  // namespace keyreel::cenc
