#pragma once

#include <array>
#include <cstdint>

#include "core/base/bytes.h"
#include "core/cenc/av1_sequence.h"

namespace keyreel::cenc {

class BitReader;

/// Reads frame headers (AV1 specification section 5.9) as far as the place of the tile data depends on them,
/// and keeps the state that later headers take from reference frames. Frames must come in decode order.
/// Nothing allocates.
class Av1FrameParser {
public:
    struct Frame {
        bool showExisting = false;
        std::size_t headerSize = 0;  ///< Bytes, rounded up.
        unsigned tileColumnsLog2 = 0;
        unsigned tileRowsLog2 = 0;
        unsigned tiles = 0;
        unsigned tileSizeBytes = 0;
    };

    /// Reads the header at the start of `payload`; false when it is malformed. `temporalId` and `spatialId`
    /// are the OBU's.
    bool read(const Av1Sequence& sequence, ByteView payload, unsigned temporalId, unsigned spatialId,
              Frame& out);

private:
    static constexpr unsigned kReferences = 8;
    static constexpr unsigned kActiveReferences = 7;
    static constexpr unsigned kSegments = 8;

    using WarpModels = std::array<std::array<std::int32_t, 6>, kActiveReferences>;
    struct SegmentQ {
        bool enabled = false;
        std::int32_t value = 0;
    };
    struct Reference {
        std::uint32_t frameType = 0;
        std::uint32_t upscaledWidth = 0;
        std::uint32_t frameWidth = 0;
        std::uint32_t frameHeight = 0;
        std::uint32_t orderHint = 0;
        WarpModels warp = identity();
        std::array<SegmentQ, kSegments> segmentQ{};
    };
    struct Header;

    static WarpModels identity();
    static std::int32_t distance(const Av1Sequence& sequence, std::uint32_t a, std::uint32_t b);
    static void readSuperres(BitReader& in, const Av1Sequence& sequence, Header& header);
    static void readFrameSize(BitReader& in, const Av1Sequence& sequence, Header& header);
    void readReferences(BitReader& in, const Av1Sequence& sequence, Header& header) const;
    void deriveShortReferences(const Av1Sequence& sequence, Header& header, std::uint32_t last,
                               std::uint32_t golden) const;
    static bool readTiles(BitReader& in, const Av1Sequence& sequence, const Header& header, Frame& out);
    static void readQuantization(BitReader& in, const Av1Sequence& sequence, Header& header);
    static void readSegmentation(BitReader& in, Header& header);
    static void readDeltas(BitReader& in, const Header& header);
    static void skipFilters(BitReader& in, const Av1Sequence& sequence, const Header& header);
    [[nodiscard]] bool skipModeAllowed(const Av1Sequence& sequence, const Header& header,
                                       bool referenceSelect) const;
    static void readWarpModels(BitReader& in, Header& header, const WarpModels& previous);
    static void skipFilmGrain(BitReader& in, const Av1Sequence& sequence, const Header& header);
    bool readFields(BitReader& in, const Av1Sequence& sequence, unsigned temporalId, unsigned spatialId,
                    Header& header, Frame& out);

    std::array<Reference, kReferences> m_references{};
};

}  // namespace keyreel::cenc
