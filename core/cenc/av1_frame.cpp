#include <algorithm>

#include "core/cenc/av1_frame_header.h"
#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

/// Smallest k with (block << k) >= target (section 5.9.16).
unsigned tileLog2(std::uint64_t block, std::uint64_t target) {
    unsigned k = 0;
    while ((block << k) < target)
        ++k;
    return k;
}

}  // namespace

std::uint32_t readNonSymmetric(BitReader& in, std::uint32_t n) {
    unsigned bits = 0;
    for (std::uint32_t x = n; x != 0; x >>= 1U)
        ++bits;
    const std::uint32_t shorter = (1U << bits) - n;
    const std::uint32_t value = in.bits(bits - 1);
    if (value < shorter) return value;
    return (value << 1U) - shorter + in.bit();
}

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
