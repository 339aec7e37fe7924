#include "core/cenc/subsample_planner.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "core/base/byte_io.h"
#include "core/cenc/av1_frame.h"
#include "core/cenc/av1_sequence.h"
#include "core/cenc/avc_slice.h"
#include "core/cenc/bit_reader.h"
#include "core/cenc/hevc_slice.h"
#include "core/cenc/subsample_map_builder.h"
#include "core/cenc/vp9_header.h"

namespace keyreel::cenc {

namespace {

using isobmff::Codec;
using isobmff::TrackDescription;

tl::unexpected<Error> unparsable(const char* unit, std::size_t index, std::size_t offset,
                                 const std::string& why) {
    return fail("sample_unparsable",
                std::string(unit) + " " + std::to_string(index) + " at byte " + std::to_string(offset) +
                    " of the sample " + why,
                "Re-encode the track; Keyreel never protects data whose headers it cannot read.");
}

/// A slice or tile without its header.
void addRange(SubsampleMapBuilder& builder, Scheme scheme, std::uint64_t begin, std::uint64_t end) {
    if (scheme == Scheme::Cbcs)
        builder.addWhole(begin, end);
    else
        builder.addBlocks(begin, end);
}

/// Plans NAL-structured samples for a parser of either codec.
template <class Parser>
struct NalPlanner {
    Parser parser;
    Scheme scheme = Scheme::Cenc;
    unsigned lengthSize = 4;

    bool addParameterSet(ByteView nal) {
        if (nal.empty()) return true;
        if (Parser::isSps(nal[0])) return parser.addSps(nal);
        if (Parser::isPps(nal[0])) return parser.addPps(nal);
        return true;
    }

    Result<SubsampleMap> plan(ByteView sample) {
        SubsampleMapBuilder builder(scheme);
        std::size_t position = 0;
        for (std::size_t index = 0; position < sample.size(); ++index) {
            const std::size_t start = position;
            if (sample.size() - position < lengthSize)
                return unparsable("NAL unit", index, start, "has a length field that is cut off.");
            std::size_t length = 0;
            for (unsigned i = 0; i < lengthSize; ++i)
                length = length << 8U | sample[position++];
            if (length > sample.size() - position)
                return unparsable("NAL unit", index, start, "is longer than the sample.");
            const ByteView nal = sample.subspan(position, length);
            const std::size_t begin = position;
            position += length;
            if (nal.empty()) continue;
            if (!Parser::isVcl(nal[0])) {
                if (!addParameterSet(nal))
                    return unparsable("NAL unit", index, start, "is a parameter set that cannot be read.");
                continue;
            }
            const std::optional<std::size_t> header = parser.sliceHeaderSize(nal);
            if (!header)
                return unparsable("NAL unit", index, start, "has a slice header that cannot be read.");
            addRange(builder, scheme, begin + *header, position);
        }
        return builder.finish(sample.size());
    }
};

struct Vp9Planner {
    Vp9Parser parser;
    Scheme scheme = Scheme::Cenc;

    Result<SubsampleMap> plan(ByteView sample) {
        SubsampleMapBuilder builder(scheme);
        const auto superframe = Vp9Parser::splitSuperframe(sample);
        if (!superframe)
            return unparsable("Superframe index", 0, sample.size() - 1, "does not fit the sample.");
        std::size_t position = 0;
        for (std::size_t i = 0; i < superframe->count; ++i) {
            const ByteView frame = sample.subspan(position, superframe->sizes[i]);
            if (!frame.empty()) {
                const std::optional<std::size_t> header = parser.uncompressedHeaderSize(frame);
                if (!header) return unparsable("VP9 frame", i, position, "has a header that cannot be read.");
                builder.addBlocks(position + *header, position + frame.size());
            }
            position += frame.size();
        }
        return builder.finish(sample.size());
    }
};

/// AV1-ISOBMFF section 4: only the bytes of decode_tile are protected.
struct Av1Planner {
    static constexpr unsigned kSequenceHeader = 1;
    static constexpr unsigned kFrameHeader = 3;
    static constexpr unsigned kTileGroup = 4;
    static constexpr unsigned kFrame = 6;
    static constexpr unsigned kRedundantFrameHeader = 7;
    static constexpr unsigned kTileList = 8;

    Scheme scheme = Scheme::Cenc;
    Av1Sequence sequence;
    Av1FrameParser parser;
    Av1FrameParser::Frame frame;
    bool tilesExpected = false;

    struct Obu {
        unsigned type = 0;
        unsigned temporalId = 0;
        unsigned spatialId = 0;
        std::size_t payload = 0;  ///< Offset in the bytes walked.
        std::size_t end = 0;
    };

    /// The OBU at `position`, or nothing when it does not fit (AV1 specification section 5.3).
    static std::optional<Obu> readObu(ByteView bytes, std::size_t position) {
        ByteReader in(bytes.subspan(position));
        const std::uint8_t header = in.u8();
        if ((header & 0x80U) != 0) return std::nullopt;
        Obu obu;
        obu.type = (header >> 3U) & 15U;
        if ((header & 4U) != 0) {
            const std::uint8_t extension = in.u8();
            obu.temporalId = extension >> 5U;
            obu.spatialId = (extension >> 3U) & 3U;
        }
        std::uint64_t size = 0;
        if ((header & 2U) != 0) {
            for (unsigned i = 0; i < 8; ++i) {
                const std::uint8_t byte = in.u8();
                size |= static_cast<std::uint64_t>(byte & 0x7fU) << (7 * i);
                if ((byte & 0x80U) == 0) break;
            }
        } else {
            size =
                in.remaining();  // Only the last OBU of a sample may have no size (AV1-ISOBMFF section 2.4).
        }
        if (in.failed() || size > in.remaining()) return std::nullopt;
        obu.payload = position + in.position();
        obu.end = obu.payload + static_cast<std::size_t>(size);
        return obu;
    }

    bool addConfiguration(ByteView obus) {
        for (std::size_t position = 0; position < obus.size();) {
            const auto obu = readObu(obus, position);
            if (!obu) return false;
            if (obu->type == kSequenceHeader &&
                !sequence.read(obus.subspan(obu->payload, obu->end - obu->payload)))
                return false;
            position = obu->end;
        }
        return true;
    }

    /// tile_group_obu() (section 5.11.1) over `bytes` from `begin` to `end`.
    bool addTiles(ByteView sample, std::size_t begin, std::size_t end, SubsampleMapBuilder& builder) {
        unsigned first = 0;
        unsigned last = frame.tiles - 1;
        std::size_t position = begin;
        if (frame.tiles > 1) {
            const unsigned bits = frame.tileColumnsLog2 + frame.tileRowsLog2;
            BitReaderView fields(sample.subspan(begin, end - begin), bits);
            if (!fields.valid) return false;
            if (fields.present) {
                first = fields.first;
                last = fields.last;
            }
            position += fields.size;
        }
        if (last >= frame.tiles || first > last) return false;
        for (unsigned tile = first; tile <= last; ++tile) {
            std::size_t size = end - position;
            if (tile != last) {
                if (size < frame.tileSizeBytes) return false;
                std::size_t coded = 0;
                for (unsigned i = 0; i < frame.tileSizeBytes; ++i)
                    coded |= static_cast<std::size_t>(sample[position + i]) << (8 * i);
                position += frame.tileSizeBytes;
                if (coded + 1 > end - position) return false;
                size = coded + 1;
            }
            addRange(builder, scheme, position, position + size);
            position += size;
        }
        tilesExpected = last + 1 < frame.tiles;
        return true;
    }

    struct BitReaderView {
        bool valid = false;
        bool present = false;
        unsigned first = 0;
        unsigned last = 0;
        std::size_t size = 0;
        BitReaderView(ByteView bytes, unsigned bits);
    };

    bool addObu(ByteView sample, const Obu& obu, SubsampleMapBuilder& builder) {
        const ByteView payload = sample.subspan(obu.payload, obu.end - obu.payload);
        switch (obu.type) {
            case kSequenceHeader:
                return sequence.read(payload);
            case kFrameHeader:
            case kFrame:
            case kRedundantFrameHeader:
                // A repeated header is a copy of the one whose tiles are still to come (section 5.9.1).
                if (tilesExpected) return obu.type != kFrame;
                if (!parser.read(sequence, payload, obu.temporalId, obu.spatialId, frame)) return false;
                tilesExpected = !frame.showExisting;
                if (obu.type != kFrame) return true;
                return !frame.showExisting &&
                       addTiles(sample, obu.payload + frame.headerSize, obu.end, builder);
            case kTileGroup:
                return tilesExpected && addTiles(sample, obu.payload, obu.end, builder);
            case kTileList:
                return false;
            default:
                return true;
        }
    }

    Result<SubsampleMap> plan(ByteView sample) {
        SubsampleMapBuilder builder(scheme);
        tilesExpected = false;
        std::size_t position = 0;
        for (std::size_t index = 0; position < sample.size(); ++index) {
            const auto obu = readObu(sample, position);
            if (!obu) return unparsable("OBU", index, position, "does not fit the sample.");
            if (!addObu(sample, *obu, builder))
                return unparsable("OBU", index, position,
                                  "(type " + std::to_string(obu->type) + ") cannot be read.");
            position = obu->end;
        }
        return builder.finish(sample.size());
    }
};

Av1Planner::BitReaderView::BitReaderView(ByteView bytes, unsigned bits) {
    BitReader in(bytes);
    present = in.flag();
    if (present) {
        first = in.bits(bits);
        last = in.bits(bits);
    }
    valid = !in.failed();
    size = in.bytesUsed();
}

struct FullSamplePlanner {
    static Result<SubsampleMap> plan(ByteView) { return SubsampleMapBuilder::fullSample(); }
};

tl::unexpected<Error> badConfiguration(const std::string& box) {
    return fail("codec_configuration_invalid", "The decoder configuration (" + box + ") cannot be read.");
}

Result<NalPlanner<AvcParser>> avcPlanner(ByteView configuration, Scheme scheme) {
    NalPlanner<AvcParser> planner;
    planner.scheme = scheme;
    ByteReader in(configuration);
    if (in.u8() != 1) return badConfiguration("avcC");
    in.skip(3);
    planner.lengthSize = (in.u8() & 3U) + 1;
    for (const unsigned mask : {31U, 255U}) {
        const unsigned count = in.u8() & mask;
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t size = in.u16();
            if (!planner.addParameterSet(in.bytes(size))) return badConfiguration("avcC");
        }
    }
    if (in.failed()) return badConfiguration("avcC");
    return planner;
}

Result<NalPlanner<HevcParser>> hevcPlanner(ByteView configuration, Scheme scheme) {
    NalPlanner<HevcParser> planner;
    planner.scheme = scheme;
    ByteReader in(configuration);
    if (in.u8() != 1) return badConfiguration("hvcC");
    in.skip(20);
    planner.lengthSize = (in.u8() & 3U) + 1;
    const unsigned arrays = in.u8();
    for (unsigned array = 0; array < arrays; ++array) {
        in.skip(1);
        const unsigned count = in.u16();
        for (unsigned i = 0; i < count && !in.failed(); ++i) {
            const std::size_t size = in.u16();
            if (!planner.addParameterSet(in.bytes(size))) return badConfiguration("hvcC");
        }
    }
    if (in.failed()) return badConfiguration("hvcC");
    return planner;
}

}  // namespace

struct SubsamplePlanner::State {
    std::variant<FullSamplePlanner, NalPlanner<AvcParser>, NalPlanner<HevcParser>, Av1Planner, Vp9Planner>
        planner;
};

SubsamplePlanner::SubsamplePlanner(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SubsamplePlanner::SubsamplePlanner(SubsamplePlanner&&) noexcept = default;
SubsamplePlanner& SubsamplePlanner::operator=(SubsamplePlanner&&) noexcept = default;
SubsamplePlanner::~SubsamplePlanner() = default;

Result<SubsamplePlanner> SubsamplePlanner::create(const TrackDescription& track, Scheme scheme) {
    auto state = std::make_unique<State>();
    switch (track.codec) {
        case Codec::Avc: {
            KEYREEL_TRY(state->planner, avcPlanner(track.configuration, scheme));
            break;
        }
        case Codec::Hevc: {
            KEYREEL_TRY(state->planner, hevcPlanner(track.configuration, scheme));
            break;
        }
        case Codec::Av1: {
            Av1Planner planner;
            planner.scheme = scheme;
            if (track.configuration.size() < 4 ||
                !planner.addConfiguration(ByteView(track.configuration).subspan(4)))
                return badConfiguration("av1C");
            state->planner = planner;
            break;
        }
        case Codec::Vp9:
            state->planner = Vp9Planner{{}, scheme};
            break;
        case Codec::Aac:
        case Codec::Opus:
        case Codec::Flac:
        case Codec::Ac3:
        case Codec::Eac3:
        case Codec::Mp3:
        case Codec::Wvtt:  // Whole samples, as of sound (ISO/IEC 23001-7 section 9.7).
        case Codec::Stpp:
            break;
    }
    return SubsamplePlanner(std::move(state));
}

Result<SubsampleMap> SubsamplePlanner::plan(ByteView sample) {
    return std::visit([&](auto& planner) { return planner.plan(sample); }, m_state->planner);
}

bool SubsamplePlanner::usesSubsamples() const {
    return !std::holds_alternative<FullSamplePlanner>(m_state->planner);
}

}  // namespace keyreel::cenc
