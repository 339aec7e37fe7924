#include "core/cenc/vp9_header.h"

#include "core/cenc/bit_reader.h"

namespace keyreel::cenc {

namespace {

bool readSyncCode(BitReader& in) {
    return in.bits(24) == 0x498342;
}

void skipColour(BitReader& in, unsigned profile) {
    if (profile >= 2) in.skip(1);
    const bool rgb = in.bits(3) == 7;
    if (!rgb) in.skip(1);
    if (profile == 1 || profile == 3) in.skip(rgb ? 1 : 3);
}

void skipRenderSize(BitReader& in) {
    if (in.flag()) in.skip(32);
}

void skipLoopFilter(BitReader& in) {
    in.skip(9);
    if (!in.flag() || !in.flag()) return;
    for (int i = 0; i < 6; ++i)
        if (in.flag()) in.skip(7);
}

void skipSegmentation(BitReader& in) {
    if (!in.flag()) return;
    if (in.flag()) {
        for (int i = 0; i < 7; ++i)
            if (in.flag()) in.skip(8);
        const bool temporal = in.flag();
        for (int i = 0; i < 3; ++i)
            if (temporal && in.flag()) in.skip(8);
    }
    if (in.flag()) {
        in.skip(1);
        static constexpr unsigned kBits[] = {8, 6, 2, 0};
        static constexpr unsigned kSign[] = {1, 1, 0, 0};
        for (int segment = 0; segment < 8; ++segment)
            for (int feature = 0; feature < 4; ++feature)
                if (in.flag()) in.skip(kBits[feature] + kSign[feature]);
    }
}

void skipTiles(BitReader& in, std::uint32_t width) {
    const std::uint32_t superblocks = (width + 63) / 64;
    unsigned smallest = 0;
    while ((64U << smallest) < superblocks)
        ++smallest;
    unsigned largest = 1;
    while ((superblocks >> largest) >= 4)
        ++largest;
    --largest;
    for (unsigned columns = smallest; columns < largest; ++columns)
        if (!in.flag()) break;
    if (in.flag()) in.skip(1);
}

}  // namespace

std::optional<std::size_t> Vp9Parser::uncompressedHeaderSize(ByteView frame) {
    BitReader in(frame);
    if (in.bits(2) != 2) return std::nullopt;
    const unsigned low = in.bit();
    const unsigned profile = in.bit() << 1U | low;
    if (profile == 3 && in.flag()) return std::nullopt;
    if (in.flag()) {  // show_existing_frame
        in.skip(3);
        if (in.failed()) return std::nullopt;
        return in.bytesUsed();
    }
    const bool key = !in.flag();
    const bool show = in.flag();
    const bool errorResilient = in.flag();
    Size size;
    std::uint32_t refresh = 0xff;
    const auto readSize = [&] {
        size.width = in.bits(16) + 1;
        size.height = in.bits(16) + 1;
    };
    if (key) {
        if (!readSyncCode(in)) return std::nullopt;
        skipColour(in, profile);
        readSize();
        skipRenderSize(in);
    } else {
        const bool intraOnly = !show && in.flag();
        if (!errorResilient) in.skip(2);
        if (intraOnly) {
            if (!readSyncCode(in)) return std::nullopt;
            if (profile > 0) skipColour(in, profile);
            refresh = in.bits(8);
            readSize();
            skipRenderSize(in);
        } else {
            refresh = in.bits(8);
            std::array<std::uint32_t, 3> references{};
            for (std::uint32_t& reference : references) {
                reference = in.bits(3);
                in.skip(1);
            }
            bool found = false;
            for (const std::uint32_t reference : references) {
                found = in.flag();
                if (!found) continue;
                size = m_references[reference];
                break;
            }
            if (!found) readSize();
            skipRenderSize(in);
            in.skip(1);
            if (!in.flag()) in.skip(2);
        }
    }
    if (size.width == 0) return std::nullopt;
    if (!errorResilient) in.skip(2);
    in.skip(2);
    skipLoopFilter(in);
    in.skip(8);
    for (int i = 0; i < 3; ++i)
        if (in.flag()) in.skip(5);
    skipSegmentation(in);
    skipTiles(in, size.width);
    const std::uint32_t compressedHeader = in.bits(16);
    if (in.failed() || compressedHeader == 0 || compressedHeader > frame.size() - in.bytesUsed())
        return std::nullopt;
    for (unsigned i = 0; i < 8; ++i)
        if (((refresh >> i) & 1U) != 0) m_references[i] = size;
    return in.bytesUsed();
}

std::optional<Vp9Parser::Superframe> Vp9Parser::splitSuperframe(ByteView sample) {
    Superframe out;
    if (sample.empty()) return out;
    const std::uint8_t marker = sample.back();
    const std::size_t frames = (marker & 7U) + 1;
    const std::size_t bytes = ((marker >> 3U) & 3U) + 1;
    const std::size_t indexSize = 2 + frames * bytes;
    if ((marker & 0xe0U) != 0xc0 || sample.size() < indexSize ||
        sample[sample.size() - indexSize] != marker) {
        out.sizes[0] = static_cast<std::uint32_t>(sample.size());
        out.count = 1;
        return out;
    }
    ByteView index = sample.subspan(sample.size() - indexSize + 1);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < frames; ++i) {
        for (std::size_t k = 0; k < bytes; ++k)
            out.sizes[i] |= static_cast<std::uint32_t>(index[i * bytes + k]) << (8 * k);
        total += out.sizes[i];
    }
    if (total > sample.size() - indexSize) return std::nullopt;
    out.count = frames;
    return out;
}

}  // namespace keyreel::cenc
