#include "core/media/transport_stream.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/media/annex_b.h"
#include "core/media/codec_records.h"
#include "core/media/hevc_stream.h"

namespace keyreel::media {
namespace {

constexpr unsigned kIdr = 5;
constexpr unsigned kSps = 7;
constexpr unsigned kPps = 8;
constexpr unsigned kDelimiter = 9;

unsigned typeOf(ByteView unit) {
    return unit.empty() ? 0 : unit[0] & 0x1fU;
}

/// Whether the record has this very parameter set.
bool hasSet(ByteView record, ByteView unit) {
    ByteReader in(record);
    in.bytes(5);
    for (int kind = 0; kind < 2; ++kind) {
        const unsigned count = in.u8() & (kind == 0 ? 0x1fU : 0xffU);
        for (unsigned i = 0; i < count && !in.failed(); ++i) {
            const ByteView set = in.bytes(in.u16());
            if (!in.failed() && std::equal(set.begin(), set.end(), unit.begin(), unit.end())) return true;
        }
    }
    return false;
}

}  // namespace

std::optional<AdtsHeader> adtsHeader(ByteView packet) {
    if (packet.size() < 7 || packet[0] != 0xff || (packet[1] & 0xf6U) != 0xf0) return std::nullopt;
    constexpr std::array<std::uint32_t, 13> kRates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                   22050, 16000, 12000, 11025, 8000,  7350};
    const unsigned profile = packet[2] >> 6;
    const unsigned rate = (packet[2] >> 2) & 0xfU;
    const unsigned channels = (packet[2] & 1U) << 2 | packet[3] >> 6;
    if (rate >= kRates.size() || channels == 0 || (packet[6] & 3U) != 0) return std::nullopt;
    AdtsHeader header;
    header.size = (packet[1] & 1U) != 0 ? 7 : 9;
    header.frameSize = static_cast<std::size_t>(packet[3] & 3U) << 11 |
                       static_cast<std::size_t>(packet[4]) << 3 | packet[5] >> 5;
    header.sampleRate = kRates[rate];
    const unsigned config = (profile + 1) << 11 | rate << 7 | channels << 3;
    header.configuration = {static_cast<std::uint8_t>(config >> 8), static_cast<std::uint8_t>(config)};
    if (header.frameSize < header.size) return std::nullopt;
    return header;
}

Status avcSampleFromAnnexB(ByteView sample, ByteView record, Bytes& out) {
    return sampleFromAnnexB(sample, out, [&](ByteView unit) {
        const unsigned type = typeOf(unit);
        if (unit.empty() || type == kDelimiter) return UnitUse::Dropped;
        if (type != kSps && type != kPps) return UnitUse::Sample;
        return hasSet(record, unit) ? UnitUse::Dropped : UnitUse::Changed;
    });
}

bool isAvcIdr(ByteView sample) {
    const auto units = nalUnits(sample);
    return std::any_of(units.begin(), units.end(), [](ByteView unit) { return typeOf(unit) == kIdr; });
}

void TransportWatch::see(const AVStream& stream, const AVPacket& packet) {
    if (!m_fault.empty()) return;
    if ((packet.flags & AV_PKT_FLAG_CORRUPT) != 0) m_fault = "Parts of it are missing.";
    if (packet.dts != AV_NOPTS_VALUE) {
        if (m_last != INT64_MIN &&
            (packet.dts <= m_last ||
             static_cast<double>(packet.dts - m_last) * av_q2d(stream.time_base) > kLongestPause))
            m_fault = "Its times jump.";
        m_last = packet.dts;
    }
    const bool hevc = stream.codecpar->codec_id == AV_CODEC_ID_HEVC;
    if ((hevc || stream.codecpar->codec_id == AV_CODEC_ID_H264) && packet.size > 0) {
        const ByteView sample(packet.data, static_cast<std::size_t>(packet.size));
        const bool idr = hevc ? isHevcIdr(sample) : isAvcIdr(sample);
        if (packet.pts == AV_NOPTS_VALUE || packet.dts == AV_NOPTS_VALUE)
            m_fault = "Some of its pictures have no times.";
        else if (!idr && (!m_any || (packet.flags & AV_PKT_FLAG_KEY) != 0))
            m_fault = "Its groups of pictures are open: decoding begins with pictures that need others.";
    }
    m_any = true;
}

}  // namespace keyreel::media
