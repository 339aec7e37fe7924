#include "core/cenc/av1_frame_header.h"
#include "core/cenc/bit_reader.h"

// How a frame is coded: what its header says behind the tiles, up to its end.

namespace keyreel::cenc {

namespace {

/// su(n): two's complement in n bits (section 4.10.6).
std::int32_t readSigned(BitReader& in, unsigned bits) {
    const auto value = static_cast<std::int32_t>(in.bits(bits));
    return (value & (1 << (bits - 1))) != 0 ? value - (1 << bits) : value;
}

std::int32_t inverseRecenter(std::int32_t r, std::int32_t v) {
    if (v > 2 * r) return v;
    return (v & 1) != 0 ? r - ((v + 1) >> 1) : r + (v >> 1);
}

std::int32_t decodeSubexp(BitReader& in, std::int32_t symbols) {
    unsigned i = 0;
    std::int32_t base = 0;
    for (;;) {
        const unsigned bits = i != 0 ? 3 + i - 1 : 3;
        const std::int32_t step = 1 << bits;
        if (in.failed()) return 0;
        if (symbols <= base + 3 * step)
            return static_cast<std::int32_t>(
                       readNonSymmetric(in, static_cast<std::uint32_t>(symbols - base))) +
                   base;
        if (!in.flag()) return static_cast<std::int32_t>(in.bits(bits)) + base;
        ++i;
        base += step;
    }
}

std::int32_t decodeSignedSubexpWithReference(BitReader& in, std::int32_t low, std::int32_t high,
                                             std::int32_t reference) {
    const std::int32_t size = high - low;
    const std::int32_t r = reference - low;
    const std::int32_t v = decodeSubexp(in, size);
    const std::int32_t x =
        (r << 1) <= size ? inverseRecenter(r, v) : size - 1 - inverseRecenter(size - 1 - r, v);
    return x + low;
}

}  // namespace

void Av1FrameParser::readQuantization(BitReader& in, const Av1Sequence& sequence, Header& header) {
    const auto deltaQ = [&] {
        if (in.flag() && readSigned(in, 7) != 0) header.anyDeltaQ = true;
    };
    header.baseQ = in.bits(8);
    deltaQ();
    if (!sequence.monochrome) {
        const bool different = sequence.separateUvDeltaQ && in.flag();
        deltaQ();
        deltaQ();
        if (different) {
            deltaQ();
            deltaQ();
        }
    }
    if (in.flag()) in.skip(sequence.separateUvDeltaQ ? 12 : 8);
}

void Av1FrameParser::readSegmentation(BitReader& in, Header& header) {
    static constexpr unsigned kBits[] = {8, 6, 6, 6, 6, 3, 0, 0};
    static constexpr bool kSigned[] = {true, true, true, true, true, false, false, false};
    header.segmentation = in.flag();
    if (!header.segmentation) {
        header.segmentQ = {};
        return;
    }
    bool updateData = true;
    if (header.primaryReference != kNoPrimaryReference) {
        if (in.flag()) in.skip(1);
        updateData = in.flag();
    }
    if (!updateData) return;
    for (SegmentQ& segment : header.segmentQ) {
        segment = {};
        for (unsigned feature = 0; feature < 8; ++feature) {
            if (!in.flag()) continue;
            if (feature == 0) {
                segment.enabled = true;
                segment.value = readSigned(in, 1 + kBits[0]);
            } else {
                in.skip(kBits[feature] + (kSigned[feature] ? 1U : 0U));
            }
        }
    }
}

void Av1FrameParser::readDeltas(BitReader& in, const Header& header) {
    if (header.baseQ == 0 || !in.flag()) return;  // delta_q_present
    in.skip(2);
    if (!header.allowIntraBc && in.flag()) in.skip(3);  // delta_lf_present: resolution, multi
}

/// loop_filter_params(), cdef_params(), lr_params() and read_tx_mode() (sections 5.9.11, 5.9.19 to 5.9.21).
void Av1FrameParser::skipFilters(BitReader& in, const Av1Sequence& sequence, const Header& header) {
    const bool lossless = header.codedLossless();
    const bool color = !sequence.monochrome;
    if (!lossless && !header.allowIntraBc) {
        const std::uint32_t level0 = in.bits(6);
        const std::uint32_t level1 = in.bits(6);
        if (color && (level0 != 0 || level1 != 0)) in.skip(12);
        in.skip(3);
        if (in.flag() && in.flag())
            for (int i = 0; i < 10; ++i)
                if (in.flag()) in.skip(7);
        if (sequence.cdef) {
            in.skip(2);
            const unsigned count = 1U << in.bits(2);
            in.skip(std::uint64_t{count} * (color ? 12 : 6));
        }
    }
    const bool allLossless = lossless && header.frameWidth == header.upscaledWidth;
    if (!allLossless && !header.allowIntraBc && sequence.restoration) {
        bool any = false;
        bool chroma = false;
        for (unsigned plane = 0; plane < (color ? 3U : 1U); ++plane) {
            if (in.bits(2) == 0) continue;
            any = true;
            chroma = chroma || plane > 0;
        }
        if (any) {
            const bool shift = in.flag();
            if (!sequence.superblock128 && shift) in.skip(1);
            if (sequence.subsamplingX && sequence.subsamplingY && chroma) in.skip(1);
        }
    }
    if (!lossless) in.skip(1);
}

/// global_motion_params() (sections 5.9.24 and 5.9.25).
void Av1FrameParser::readWarpModels(BitReader& in, Header& header, const WarpModels& previous) {
    header.warp = identity();
    if (header.intra) return;
    for (unsigned ref = 0; ref < kActiveReferences && !in.failed(); ++ref) {
        if (!in.flag()) continue;
        const bool rotZoom = in.flag();
        const bool translation = !rotZoom && in.flag();
        const bool affine = !rotZoom && !translation;
        auto& model = header.warp[ref];
        const auto parameter = [&](unsigned index) {
            unsigned absoluteBits = 12;
            unsigned precisionBits = 15;
            if (index < 2) {
                const unsigned coarse = header.highPrecisionMv ? 0 : 1;
                absoluteBits = translation ? 9 - coarse : 12;
                precisionBits = translation ? 3 - coarse : 6;
            }
            const unsigned difference = 16 - precisionBits;
            const std::int32_t round = index % 3 == 2 ? 1 << 16 : 0;
            const std::int32_t offset = index % 3 == 2 ? 1 << precisionBits : 0;
            const std::int32_t limit = 1 << absoluteBits;
            const std::int32_t reference = (previous[ref][index] >> difference) - offset;
            model[index] =
                decodeSignedSubexpWithReference(in, -limit, limit + 1, reference) * (1 << difference) + round;
        };
        if (rotZoom || affine) {
            parameter(2);
            parameter(3);
            if (affine) {
                parameter(4);
                parameter(5);
            } else {
                model[4] = -model[3];
                model[5] = model[2];
            }
        }
        parameter(0);
        parameter(1);
    }
}

/// film_grain_params() (section 5.9.30).
void Av1FrameParser::skipFilmGrain(BitReader& in, const Av1Sequence& sequence, const Header& header) {
    if (!sequence.filmGrain || (!header.show && !header.showable) || !in.flag()) return;
    in.skip(16);
    if (header.type == kInterFrame && !in.flag()) {
        in.skip(3);
        return;
    }
    const std::uint32_t luma = in.bits(4);
    in.skip(16ULL * luma);
    const bool fromLuma = !sequence.monochrome && in.flag();
    std::uint32_t cb = 0;
    std::uint32_t cr = 0;
    if (!sequence.monochrome && !fromLuma && !(sequence.subsamplingX && sequence.subsamplingY && luma == 0)) {
        cb = in.bits(4);
        in.skip(16ULL * cb);
        cr = in.bits(4);
        in.skip(16ULL * cr);
    }
    in.skip(2);
    const std::uint32_t lag = in.bits(2);
    const std::uint32_t positions = 2 * lag * (lag + 1);
    if (luma > 0) in.skip(8ULL * positions);
    const std::uint32_t chromaPositions = positions + (luma > 0 ? 1 : 0);
    if (fromLuma || cb > 0) in.skip(8ULL * chromaPositions);
    if (fromLuma || cr > 0) in.skip(8ULL * chromaPositions);
    in.skip(4);
    if (cb > 0) in.skip(25);
    if (cr > 0) in.skip(25);
    in.skip(2);
}

}  // namespace keyreel::cenc
