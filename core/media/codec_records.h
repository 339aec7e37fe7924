#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::media {

// Codec configuration records in the form that ISO files carry them. Pure functions over bytes.

/// The NAL units of an Annex B byte stream (ISO/IEC 14496-10 annex B), without start codes. Borrowed.
std::vector<ByteView> nalUnits(ByteView stream);

/// A copy of an avcC or hvcC record whose NAL length size says 4; the size it said before in `lengthSize`.
/// Code `media_damaged` for what is no such record (among them Annex B parameter sets).
Result<Bytes> withFourByteLengths(ByteView record, bool hevc, unsigned& lengthSize);

/// avcC (ISO/IEC 14496-15 5.3.3.1) from an encoder's Annex B SPS and PPS. Code `transcode_failed`.
Result<Bytes> avcRecordFromAnnexB(ByteView parameterSets);

/// dOps content (Opus in ISO base media 4.3.2) from an OpusHead (RFC 7845 5.1). Code `media_damaged`.
Result<Bytes> dOpsFromOpusHead(ByteView head);

inline constexpr std::size_t kFlacStreamInfo = 34;

/// dfLa content with its FullBox header (Encapsulation of FLAC in ISO base media 3.3.2) from libav's
/// extradata, which begins with the STREAMINFO block. Code `media_damaged`.
Result<Bytes> dfLaFromStreamInfo(ByteView streamInfo);

struct Vp9Properties {
    unsigned profile = 0;
    unsigned bitDepth = 8;
    unsigned chroma = 1;  ///< vpcC chromaSubsampling: 0 4:2:0 vertical, 1 4:2:0 colocated, 2 4:2:2, 3 4:4:4.
    bool fullRange = false;
    std::uint8_t primaries = 2;
    std::uint8_t transfer = 2;
    std::uint8_t matrix = 2;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    double frameRate = 0;
};

/// vpcC with its FullBox header (VP codec ISO media binding), with the lowest level that fits.
Bytes vpcRecord(const Vp9Properties& properties);

/// Rewrites NAL lengths of 1, 2 or 3 bytes to 4 into `out` (replaced). Code `media_damaged`.
Status widenNalLengths(ByteView sample, unsigned lengthSize, Bytes& out);

/// Rewrites an Annex B access unit with 4-byte lengths into `out` (replaced). Code `transcode_failed` when no
/// start code begins it.
Status lengthsFromStartCodes(ByteView sample, Bytes& out);

/// Whether an AV1 sample holds a temporal delimiter, and if so a copy without them in `out`. Code
/// `media_damaged`.
Result<bool> withoutTemporalDelimiters(ByteView sample, Bytes& out);

}  // namespace keyreel::media
