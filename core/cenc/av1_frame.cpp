#include "core/cenc/av1_frame.h"

#include <algorithm>

#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

constexpr std::uint32_t kKeyFrame = 0;
constexpr std::uint32_t kInterFrame = 1;
constexpr std::uint32_t kIntraOnlyFrame = 2;
constexpr std::uint32_t kSwitchFrame = 3;
constexpr std::uint32_t kNoPrimaryReference = 7;

/// su(n): two's complement in n bits (section 4.10.6).
std::int32_t readSigned(BitReader& in, unsigned bits) {
    const auto value = static_cast<std::int32_t>(in.bits(bits));
    return (value & (1 << (bits - 1))) != 0 ? value - (1 << bits) : value;
}

/// ns(n): values below n (section 4.10.7).
std::uint32_t readNonSymmetric(BitReader& in, std::uint32_t n) {
    unsigned bits = 0;
    for (std::uint32_t x = n; x != 0; x >>= 1U)
        ++bits;
    const std::uint32_t shorter = (1U << bits) - n;
    const std::uint32_t value = in.bits(bits - 1);
    if (value < shorter) return value;
    return (value << 1U) - shorter + in.bit();
}

/// Smallest k with (block << k) >= target (section 5.9.16).
unsigned tileLog2(std::uint64_t block, std::uint64_t target) {
    unsigned k = 0;
    while ((block << k) < target)
        ++k;
    return k;
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

Av1FrameParser::WarpModels Av1FrameParser::identity() {
    WarpModels models{};
    for (auto& model : models) {
        model[2] = 1 << 16;
        model[5] = 1 << 16;
    }
    return models;
}

/// get_relative_dist() (section 5.9.3).
std::int32_t Av1FrameParser::distance(const Av1Sequence& sequence, std::uint32_t a, std::uint32_t b) {
    if (!sequence.orderHint) return 0;
    const std::int32_t difference = static_cast<std::int32_t>(a) - static_cast<std::int32_t>(b);
    const std::int32_t sign = 1 << (sequence.orderHintBits - 1);
    return (difference & (sign - 1)) - (difference & sign);
}

void Av1FrameParser::readSuperres(BitReader& in, const Av1Sequence& sequence, Header& header) {
    header.upscaledWidth = header.frameWidth;
    if (!sequence.superres || !in.flag()) return;
    const std::uint32_t denominator = in.bits(3) + 9;
    header.frameWidth = (header.upscaledWidth * 8 + denominator / 2) / denominator;
}

void Av1FrameParser::readFrameSize(BitReader& in, const Av1Sequence& sequence, Header& header) {
    header.frameWidth = header.sizeOverride ? in.bits(sequence.widthBits) + 1 : sequence.maxWidth;
    header.frameHeight = header.sizeOverride ? in.bits(sequence.heightBits) + 1 : sequence.maxHeight;
    readSuperres(in, sequence, header);
    if (in.flag()) in.skip(32);  // render_and_frame_size_different
}

/// set_frame_refs() (section 7.8).
void Av1FrameParser::deriveShortReferences(const Av1Sequence& sequence, Header& header, std::uint32_t last,
                                           std::uint32_t golden) const {
    const std::int32_t current = 1 << (sequence.orderHintBits - 1);
    std::array<std::int32_t, kReferences> hints{};
    std::array<bool, kReferences> used{};
    for (unsigned i = 0; i < kReferences; ++i)
        hints[i] = current + distance(sequence, m_references[i].orderHint, header.orderHint);
    std::array<int, kActiveReferences> chosen;
    chosen.fill(-1);
    chosen[0] = static_cast<int>(last);
    chosen[3] = static_cast<int>(golden);
    used[last] = used[golden] = true;

    enum class Order { Latest, Earliest };
    const auto find = [&](bool backward, Order order) {
        int best = -1;
        for (unsigned i = 0; i < kReferences; ++i) {
            if (used[i] || (hints[i] >= current) != backward) continue;
            if (best < 0 || (order == Order::Latest ? hints[i] >= hints[static_cast<unsigned>(best)]
                                                    : hints[i] < hints[static_cast<unsigned>(best)]))
                best = static_cast<int>(i);
        }
        return best;
    };
    const auto assign = [&](unsigned slot, int reference) {
        if (reference < 0) return;
        chosen[slot] = reference;
        used[static_cast<unsigned>(reference)] = true;
    };
    assign(6, find(true, Order::Latest));
    assign(4, find(true, Order::Earliest));
    assign(5, find(true, Order::Earliest));
    for (const unsigned slot : {1U, 2U, 4U, 5U, 6U})
        if (chosen[slot] < 0) assign(slot, find(false, Order::Latest));
    int earliest = 0;
    for (unsigned i = 1; i < kReferences; ++i)
        if (hints[i] < hints[static_cast<unsigned>(earliest)]) earliest = static_cast<int>(i);
    for (unsigned i = 0; i < kActiveReferences; ++i)
        header.references[i] = static_cast<std::uint32_t>(chosen[i] < 0 ? earliest : chosen[i]);
}

void Av1FrameParser::readReferences(BitReader& in, const Av1Sequence& sequence, Header& header) const {
    bool shortSignaling = false;
    if (sequence.orderHint) {
        shortSignaling = in.flag();
        if (shortSignaling) {
            const std::uint32_t last = in.bits(3);
            deriveShortReferences(sequence, header, last, in.bits(3));
        }
    }
    for (std::uint32_t& reference : header.references) {
        if (!shortSignaling) reference = in.bits(3);
        if (sequence.frameIds) in.skip(sequence.deltaFrameIdBits);
    }
    if (header.sizeOverride && !header.errorResilient) {
        for (const std::uint32_t reference : header.references) {
            if (!in.flag()) continue;
            header.frameWidth = m_references[reference].upscaledWidth;
            header.frameHeight = m_references[reference].frameHeight;
            readSuperres(in, sequence, header);
            return;
        }
    }
    readFrameSize(in, sequence, header);
}

/// tile_info() (section 5.9.15).
bool Av1FrameParser::readTiles(BitReader& in, const Av1Sequence& sequence, const Header& header, Frame& out) {
    const std::uint32_t columns4 = 2 * ((header.frameWidth + 7) >> 3U);
    const std::uint32_t rows4 = 2 * ((header.frameHeight + 7) >> 3U);
    const unsigned shift = sequence.superblock128 ? 5 : 4;
    const std::uint32_t sbColumns = (columns4 + (1U << shift) - 1) >> shift;
    const std::uint32_t sbRows = (rows4 + (1U << shift) - 1) >> shift;
    if (sbColumns == 0 || sbRows == 0) return false;
    const unsigned sbBits = shift + 2;
    const std::uint32_t maxTileWidth = 4096U >> sbBits;
    std::uint32_t maxTileArea = (4096U * 2304U) >> (2 * sbBits);
    const unsigned minColumnsLog2 = tileLog2(maxTileWidth, sbColumns);
    const unsigned maxColumnsLog2 = tileLog2(1, std::min(sbColumns, 64U));
    const unsigned maxRowsLog2 = tileLog2(1, std::min(sbRows, 64U));
    const unsigned minLog2 =
        std::max(minColumnsLog2, tileLog2(maxTileArea, std::uint64_t{sbRows} * sbColumns));
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    if (in.flag()) {
        out.tileColumnsLog2 = minColumnsLog2;
        while (out.tileColumnsLog2 < maxColumnsLog2 && in.flag())
            ++out.tileColumnsLog2;
        const std::uint32_t width = (sbColumns + (1U << out.tileColumnsLog2) - 1) >> out.tileColumnsLog2;
        columns = (sbColumns + width - 1) / width;
        out.tileRowsLog2 = minLog2 > out.tileColumnsLog2 ? minLog2 - out.tileColumnsLog2 : 0;
        while (out.tileRowsLog2 < maxRowsLog2 && in.flag())
            ++out.tileRowsLog2;
        const std::uint32_t height = (sbRows + (1U << out.tileRowsLog2) - 1) >> out.tileRowsLog2;
        rows = (sbRows + height - 1) / height;
    } else {
        std::uint32_t widest = 0;
        for (std::uint32_t start = 0; start < sbColumns && !in.failed(); ++columns) {
            const std::uint32_t width = readNonSymmetric(in, std::min(sbColumns - start, maxTileWidth)) + 1;
            widest = std::max(widest, width);
            start += width;
        }
        if (in.failed()) return false;
        out.tileColumnsLog2 = tileLog2(1, columns);
        maxTileArea = minLog2 > 0 ? (sbRows * sbColumns) >> (minLog2 + 1) : sbRows * sbColumns;
        const std::uint32_t maxHeight = std::max(maxTileArea / widest, 1U);
        for (std::uint32_t start = 0; start < sbRows && !in.failed(); ++rows)
            start += readNonSymmetric(in, std::min(sbRows - start, maxHeight)) + 1;
        out.tileRowsLog2 = tileLog2(1, rows);
    }
    if (columns > 64 || rows > 64) return false;
    out.tiles = columns * rows;
    if (out.tileColumnsLog2 > 0 || out.tileRowsLog2 > 0) {
        in.skip(out.tileColumnsLog2 + out.tileRowsLog2);
        out.tileSizeBytes = in.bits(2) + 1;
    }
    return !in.failed();
}

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

/// skip_mode_params() (section 5.9.22).
bool Av1FrameParser::skipModeAllowed(const Av1Sequence& sequence, const Header& header,
                                     bool referenceSelect) const {
    if (header.intra || !referenceSelect || !sequence.orderHint) return false;
    int forward = -1;
    int backward = -1;
    std::uint32_t forwardHint = 0;
    std::uint32_t backwardHint = 0;
    for (const std::uint32_t reference : header.references) {
        const std::uint32_t hint = m_references[reference].orderHint;
        const std::int32_t side = distance(sequence, hint, header.orderHint);
        if (side < 0 && (forward < 0 || distance(sequence, hint, forwardHint) > 0)) {
            forward = static_cast<int>(reference);
            forwardHint = hint;
        } else if (side > 0 && (backward < 0 || distance(sequence, hint, backwardHint) < 0)) {
            backward = static_cast<int>(reference);
            backwardHint = hint;
        }
    }
    if (forward < 0) return false;
    if (backward >= 0) return true;
    return std::any_of(header.references.begin(), header.references.end(), [&](std::uint32_t reference) {
        return distance(sequence, m_references[reference].orderHint, forwardHint) < 0;
    });
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

bool Av1FrameParser::readFields(BitReader& in, const Av1Sequence& sequence, unsigned temporalId,
                                unsigned spatialId, Header& header, Frame& out) {
    const bool presentationTime = sequence.decoderModel && !sequence.equalPictureInterval;
    if (!sequence.reducedStillPicture) {
        if (in.flag()) {
            out.showExisting = true;
            const Reference shown = m_references[in.bits(3)];
            if (presentationTime) in.skip(sequence.framePresentationTimeBits);
            if (sequence.frameIds) in.skip(sequence.frameIdBits);
            // A shown key frame refreshes every slot (section 7.21).
            if (shown.frameType == kKeyFrame && !in.failed()) m_references.fill(shown);
            return !in.failed();
        }
        header.type = in.bits(2);
        header.intra = header.type == kKeyFrame || header.type == kIntraOnlyFrame;
        header.show = in.flag();
        if (header.show && presentationTime) in.skip(sequence.framePresentationTimeBits);
        header.showable = header.show ? header.type != kKeyFrame : in.flag();
        header.errorResilient =
            header.type == kSwitchFrame || (header.type == kKeyFrame && header.show) || in.flag();
    }
    const bool shownKey = header.type == kKeyFrame && header.show;
    if (shownKey)
        for (Reference& reference : m_references)
            reference.orderHint = 0;
    const bool disableCdfUpdate = in.flag();
    header.allowScreenContent =
        sequence.screenContentTools == Av1Sequence::kSelect ? in.flag() : sequence.screenContentTools != 0;
    if (header.allowScreenContent)
        header.forceIntegerMv =
            sequence.integerMv == Av1Sequence::kSelect ? in.flag() : sequence.integerMv != 0;
    if (sequence.frameIds) in.skip(sequence.frameIdBits);
    if (header.type == kSwitchFrame)
        header.sizeOverride = true;
    else if (!sequence.reducedStillPicture)
        header.sizeOverride = in.flag();
    header.orderHint = in.bits(sequence.orderHintBits);
    if (!header.intra && !header.errorResilient) {
        header.primaryReference = in.bits(3);
    } else if (header.intra && !header.errorResilient) {
        header.primaryReference = kNoPrimaryReference;
    }
    if (sequence.decoderModel && in.flag()) {
        for (unsigned i = 0; i < sequence.operatingPoints; ++i) {
            if (!sequence.operatingPointModel[i]) continue;
            const unsigned idc = sequence.operatingPointIdc[i];
            if (idc == 0 || (((idc >> temporalId) & 1U) != 0 && ((idc >> (spatialId + 8)) & 1U) != 0))
                in.skip(sequence.bufferRemovalTimeBits);
        }
    }
    if (header.type != kSwitchFrame && !shownKey) header.refresh = in.bits(8);
    if ((!header.intra || header.refresh != 0xff) && header.errorResilient && sequence.orderHint)
        for (Reference& reference : m_references)
            reference.orderHint = in.bits(sequence.orderHintBits);
    if (header.intra) {
        readFrameSize(in, sequence, header);
        if (header.allowScreenContent && header.upscaledWidth == header.frameWidth)
            header.allowIntraBc = in.flag();
    } else {
        readReferences(in, sequence, header);
        header.highPrecisionMv = !header.forceIntegerMv && in.flag();
        if (!in.flag()) in.skip(2);
        in.skip(1);
        if (!header.errorResilient && sequence.refFrameMvs) in.skip(1);
    }
    if (!sequence.reducedStillPicture && !disableCdfUpdate) in.skip(1);
    WarpModels previous = identity();
    if (header.primaryReference != kNoPrimaryReference) {
        const Reference& primary = m_references[header.references[header.primaryReference]];
        previous = primary.warp;
        header.segmentQ = primary.segmentQ;
    }
    if (in.failed() || !readTiles(in, sequence, header, out)) return false;
    readQuantization(in, sequence, header);
    readSegmentation(in, header);
    readDeltas(in, header);
    skipFilters(in, sequence, header);
    const bool referenceSelect = !header.intra && in.flag();
    if (skipModeAllowed(sequence, header, referenceSelect)) in.skip(1);
    if (!header.intra && !header.errorResilient && sequence.warpedMotion) in.skip(1);
    in.skip(1);  // reduced_tx_set
    readWarpModels(in, header, previous);
    skipFilmGrain(in, sequence, header);
    return !in.failed();
}

bool Av1FrameParser::read(const Av1Sequence& sequence, ByteView payload, unsigned temporalId,
                          unsigned spatialId, Frame& out) {
    if (!sequence.known) return false;
    out = {};
    Header header;
    BitReader in(payload);
    if (!readFields(in, sequence, temporalId, spatialId, header, out)) return false;
    out.headerSize = in.bytesUsed();
    if (out.showExisting) return true;
    for (unsigned i = 0; i < kReferences; ++i) {
        if (((header.refresh >> i) & 1U) == 0) continue;
        m_references[i] = {header.type,      header.upscaledWidth, header.frameWidth, header.frameHeight,
                           header.orderHint, header.warp,          header.segmentQ};
    }
    return true;
}

}  // namespace keyreel::cenc
