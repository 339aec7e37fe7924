#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {

// What the packets of an MPEG transport stream (ISO/IEC 13818-1) are, and what ISO files carry instead.

/// The header in front of an AAC frame (ISO/IEC 14496-3 1.A.3.2).
struct AdtsHeader {
    std::size_t size = 0;       ///< Of the header: 7, or 9 with a checksum.
    std::size_t frameSize = 0;  ///< Header and frame.
    std::uint32_t sampleRate = 0;
    Bytes configuration;  ///< The AudioSpecificConfig that says the same.
    friend bool operator==(const AdtsHeader&, const AdtsHeader&) = default;
};

/// Nothing when it is none, or when its channels are described inside the frame (channel configuration 0).
std::optional<AdtsHeader> adtsHeader(ByteView packet);

/// Rewrites an Annex B access unit to 4-byte lengths in `out` (replaced), without delimiters and without the
/// parameter sets that `record` (avcC) has. Codes: `media_changes_coding` (another parameter set),
/// `media_damaged`.
Status avcSampleFromAnnexB(ByteView sample, ByteView record, Bytes& out);

/// Whether an Annex B access unit is one that decoding can begin with and needs nothing before it (IDR).
bool isAvcIdr(ByteView sample);

/// Watches the beginning of one stream and says why it cannot be carried.
class TransportWatch {
public:
    void see(const AVStream& stream, const AVPacket& packet);
    /// A sentence; empty when nothing is wrong.
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    std::string m_fault;
    std::int64_t m_last = INT64_MIN;
    bool m_any = false;
};

/// A step between two decode times that is no pause but another clock: backwards, or this far ahead.
inline constexpr double kLongestPause = 10.0;

}  // namespace keyreel::media
