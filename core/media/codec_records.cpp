#include "core/media/codec_records.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/byte_io.h"

namespace keyreel::media {
namespace {

constexpr const char* kTranscodeIt = "Convert the film with another program, or try another file.";

/// LEB128 as AV1 uses it (AV1 specification 4.10.5).
std::optional<std::uint64_t> leb128(ByteReader& reader) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) {
        const std::uint8_t byte = reader.u8();
        value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) return reader.failed() ? std::nullopt : std::optional(value);
    }
    return std::nullopt;
}

struct Vp9Level {
    std::uint8_t level;
    std::uint64_t pictureSize;
    std::uint64_t sampleRate;
};
// VP9 levels, luma picture size and luma sample rate (VP9 bitstream specification annex A).
constexpr std::array<Vp9Level, 14> kVp9Levels{{{10, 36864, 829440},
                                               {11, 73728, 2764800},
                                               {20, 122880, 4608000},
                                               {21, 245760, 9216000},
                                               {30, 552960, 20736000},
                                               {31, 983040, 36864000},
                                               {40, 2228224, 83558400},
                                               {41, 2228224, 160432128},
                                               {50, 8912896, 311951360},
                                               {51, 8912896, 588251136},
                                               {52, 8912896, 1176502272},
                                               {60, 35651584, 1176502272},
                                               {61, 35651584, 2353004544},
                                               {62, 35651584, 4706009088}}};

}  // namespace

std::vector<ByteView> nalUnits(ByteView stream) {
    std::vector<ByteView> units;
    std::size_t begin = stream.size();
    bool open = false;
    for (std::size_t i = 0; i + 3 <= stream.size();) {
        if (stream[i] != 0 || stream[i + 1] != 0 || stream[i + 2] != 1) {
            ++i;
            continue;
        }
        if (open) {
            std::size_t end = i;
            while (end > begin && stream[end - 1] == 0)
                --end;
            units.push_back(stream.subspan(begin, end - begin));
        }
        begin = i + 3;
        open = true;
        i += 3;
    }
    if (open) {
        std::size_t end = stream.size();
        while (end > begin && stream[end - 1] == 0)
            --end;
        units.push_back(stream.subspan(begin, end - begin));
    }
    return units;
}

Result<Bytes> withFourByteLengths(ByteView record, bool hevc, unsigned& lengthSize) {
    const std::size_t minimum = hevc ? 23 : 7;
    const std::size_t place = hevc ? 21 : 4;
    if (record.size() < minimum || record[0] != 1)
        return fail("media_damaged", "The video track has no usable codec configuration.", kTranscodeIt);
    Bytes out = toBytes(record);
    lengthSize = (record[place] & 3U) + 1U;
    out[place] = static_cast<std::uint8_t>(out[place] | 3U);
    return out;
}

Result<Bytes> avcRecordFromAnnexB(ByteView parameterSets) {
    std::vector<ByteView> sps;
    std::vector<ByteView> pps;
    for (const ByteView unit : nalUnits(parameterSets)) {
        if (unit.empty()) continue;
        const unsigned type = unit[0] & 0x1fU;
        if (type == 7) sps.push_back(unit);
        if (type == 8) pps.push_back(unit);
    }
    if (sps.empty() || pps.empty() || sps.front().size() < 4 || sps.size() > 31 || pps.size() > 255)
        return fail("transcode_failed", "The H.264 encoder delivered no parameter sets.");
    ByteWriter writer;
    writer.u8(1);
    writer.bytes(sps.front().subspan(1, 3));
    writer.u8(0xff);
    writer.u8(static_cast<std::uint8_t>(0xe0 | sps.size()));
    for (const ByteView unit : sps) {
        writer.u16(static_cast<std::uint16_t>(unit.size()));
        writer.bytes(unit);
    }
    writer.u8(static_cast<std::uint8_t>(pps.size()));
    for (const ByteView unit : pps) {
        writer.u16(static_cast<std::uint16_t>(unit.size()));
        writer.bytes(unit);
    }
    const std::uint8_t profile = sps.front()[1];
    if (profile != 66 && profile != 77 && profile != 88) {
        // Our encoder is only ever asked for 8-bit 4:2:0.
        writer.u8(0xfc | 1);
        writer.u8(0xf8);
        writer.u8(0xf8);
        writer.u8(0);
    }
    return writer.take();
}

Result<Bytes> dOpsFromOpusHead(ByteView head) {
    if (head.size() < 19 || asText(head.first(8)) != "OpusHead")
        return fail("media_damaged", "An Opus track has no usable header.", kTranscodeIt);
    const auto u16le = [&](std::size_t at) {
        return static_cast<std::uint16_t>(head[at] | (head[at + 1] << 8));
    };
    ByteWriter writer;
    writer.u8(0);
    writer.u8(head[9]);
    writer.u16(u16le(10));
    writer.u32(static_cast<std::uint32_t>(u16le(12)) | (static_cast<std::uint32_t>(u16le(14)) << 16));
    writer.u16(u16le(16));
    writer.u8(head[18]);
    if (head[18] != 0) {
        if (head.size() < 21U + head[9])
            return fail("media_damaged", "An Opus track has a header that is cut off.", kTranscodeIt);
        writer.bytes(head.subspan(19, 2U + head[9]));
    }
    return writer.take();
}

Result<Bytes> dfLaFromStreamInfo(ByteView streamInfo) {
    if (streamInfo.size() < kFlacStreamInfo)
        return fail("media_damaged", "The FLAC sound does not describe itself.", kTranscodeIt);
    ByteWriter out;
    out.u32(0);
    out.u32(0x80000000U | static_cast<std::uint32_t>(kFlacStreamInfo));  // last block, STREAMINFO
    out.bytes(streamInfo.first(kFlacStreamInfo));
    return out.take();
}

Bytes vpcRecord(const Vp9Properties& p) {
    const std::uint64_t picture = static_cast<std::uint64_t>(p.width) * p.height;
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(picture) * std::max(p.frameRate, 1.0));
    std::uint8_t level = kVp9Levels.back().level;
    for (const Vp9Level& candidate : kVp9Levels) {
        if (picture > candidate.pictureSize || rate > candidate.sampleRate) continue;
        level = candidate.level;
        break;
    }
    ByteWriter writer;
    writer.u32(0x01000000);
    writer.u8(static_cast<std::uint8_t>(p.profile));
    writer.u8(level);
    writer.u8(static_cast<std::uint8_t>((p.bitDepth << 4) | (p.chroma << 1) | (p.fullRange ? 1U : 0U)));
    writer.u8(p.primaries);
    writer.u8(p.transfer);
    writer.u8(p.matrix);
    writer.u16(0);
    return writer.take();
}

Status widenNalLengths(ByteView sample, unsigned lengthSize, Bytes& out) {
    out.clear();
    ByteReader reader(sample);
    while (!reader.atEnd()) {
        std::uint32_t length = 0;
        for (unsigned i = 0; i < lengthSize; ++i)
            length = (length << 8) | reader.u8();
        const ByteView unit = reader.bytes(length);
        if (reader.failed())
            return fail("media_damaged", "A video sample has a unit that is longer than the sample.",
                        kTranscodeIt);
        for (int shift = 24; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(length >> shift));
        append(out, unit);
    }
    return {};
}

Status lengthsFromStartCodes(ByteView sample, Bytes& out) {
    out.clear();
    const std::vector<ByteView> units = nalUnits(sample);
    if (units.empty()) return fail("transcode_failed", "The H.264 encoder delivered a sample without units.");
    for (const ByteView unit : units) {
        const auto length = static_cast<std::uint32_t>(unit.size());
        for (int shift = 24; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(length >> shift));
        append(out, unit);
    }
    return {};
}

Result<bool> withoutTemporalDelimiters(ByteView sample, Bytes& out) {
    // The usual sample has none, so look before copying.
    bool found = false;
    for (int pass = 0; pass < 2; ++pass) {
        if (pass == 1) out.clear();
        ByteReader reader(sample);
        while (!reader.atEnd()) {
            const std::size_t begin = reader.position();
            const std::uint8_t header = reader.u8();
            if ((header & 0x04) != 0) reader.skip(1);
            std::uint64_t size = reader.remaining();
            if ((header & 0x02) != 0) {
                const std::optional<std::uint64_t> coded = leb128(reader);
                if (!coded)
                    size = sample.size() + 1;
                else
                    size = *coded;
            }
            if (reader.failed() || size > reader.remaining())
                return fail("media_damaged", "An AV1 sample has a unit that is longer than the sample.",
                            kTranscodeIt);
            reader.skip(static_cast<std::size_t>(size));
            const bool delimiter = ((header >> 3) & 0x0f) == 2;
            found |= delimiter;
            if (pass == 1 && !delimiter) append(out, sample.subspan(begin, reader.position() - begin));
        }
        if (!found) return false;
    }
    return true;
}

}  // namespace keyreel::media
