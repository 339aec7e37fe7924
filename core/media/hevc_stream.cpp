#include "core/media/hevc_stream.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/base/byte_io.h"
#include "core/media/annex_b.h"
#include "core/media/codec_records.h"

namespace keyreel::media {
namespace {

constexpr unsigned kIdrWithLeading = 19;
constexpr unsigned kIdr = 20;
constexpr unsigned kVps = 32;
constexpr unsigned kSps = 33;
constexpr unsigned kPps = 34;
constexpr unsigned kDelimiter = 35;
constexpr std::size_t kHeader = 2;
constexpr std::size_t kRecordHeader = 22;
constexpr std::size_t kMostSets = 64;
constexpr std::size_t kProfileTierLevel = 12;

unsigned typeOf(ByteView unit) {
    return (unit[0] >> 1U) & 63U;
}

bool isParameterSet(unsigned type) {
    return type >= kVps && type <= kPps;
}

/// The payload of a NAL unit without emulation prevention (section 7.3.1.1), bit by bit.
class Bits {
public:
    explicit Bits(ByteView unit) {
        unsigned zeros = 0;
        for (const std::uint8_t byte : unit.subspan(kHeader)) {
            const bool inserted = zeros >= 2 && byte == 3;
            zeros = byte == 0 ? zeros + 1 : 0;
            if (!inserted) m_bytes.push_back(byte);
        }
    }

    std::uint32_t bits(unsigned count) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < count; ++i) {
            if (m_at >= 8 * m_bytes.size()) {
                m_failed = true;
                return 0;
            }
            value = value << 1U | ((m_bytes[m_at / 8] >> (7 - m_at % 8)) & 1U);
            ++m_at;
        }
        return value;
    }

    void skip(std::size_t count) { m_at += count; }

    /// ue(v), section 9.2.
    std::uint32_t exponential() {
        unsigned zeros = 0;
        while (!m_failed && bits(1) == 0)
            if (++zeros > 31) m_failed = true;
        return m_failed ? 0 : (1U << zeros) - 1 + bits(zeros);
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] ByteView bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

/// What hvcC repeats of an SPS (section 7.3.2.2).
struct SpsFacts {
    std::array<std::uint8_t, kProfileTierLevel> profileTierLevel{};
    unsigned temporalLayers = 1;
    unsigned nested = 0;
    unsigned chroma = 1;
    unsigned lumaDepth = 0;  ///< Minus 8, as the next.
    unsigned chromaDepth = 0;
};

std::optional<SpsFacts> readSps(ByteView unit) {
    Bits in(unit);
    SpsFacts facts;
    in.bits(4);
    const unsigned below = in.bits(3);
    facts.temporalLayers = below + 1;
    facts.nested = in.bits(1);
    if (in.failed() || in.bytes().size() < 1 + kProfileTierLevel) return std::nullopt;
    std::copy_n(in.bytes().begin() + 1, kProfileTierLevel, facts.profileTierLevel.begin());
    in.skip(8 * kProfileTierLevel);
    std::size_t layers = 0;
    for (unsigned i = 0; i < below; ++i) {
        if (in.bits(1) != 0) layers += 88;
        if (in.bits(1) != 0) layers += 8;
    }
    if (below > 0) in.skip(2 * static_cast<std::size_t>(8 - below));
    in.skip(layers);
    in.exponential();
    facts.chroma = in.exponential();
    if (facts.chroma == 3) in.bits(1);
    in.exponential();
    in.exponential();
    if (in.bits(1) != 0)
        for (int i = 0; i < 4; ++i)
            in.exponential();
    facts.lumaDepth = in.exponential();
    facts.chromaDepth = in.exponential();
    if (in.failed() || facts.chroma > 3 || facts.lumaDepth > 8 || facts.chromaDepth > 8) return std::nullopt;
    return facts;
}

/// Whether the record has this very parameter set.
bool hasSet(ByteView record, ByteView unit) {
    ByteReader in(record);
    in.bytes(kRecordHeader);
    const unsigned arrays = in.u8();
    for (unsigned i = 0; i < arrays && !in.failed(); ++i) {
        in.u8();
        const unsigned count = in.u16();
        for (unsigned k = 0; k < count && !in.failed(); ++k) {
            const ByteView set = in.bytes(in.u16());
            if (!in.failed() && std::equal(set.begin(), set.end(), unit.begin(), unit.end())) return true;
        }
    }
    return false;
}

}  // namespace

Result<Bytes> hevcRecordFromAnnexB(ByteView parameterSets) {
    std::array<std::vector<ByteView>, 3> sets;
    for (const ByteView unit : nalUnits(parameterSets)) {
        if (unit.size() <= kHeader || unit.size() > UINT16_MAX || !isParameterSet(typeOf(unit))) continue;
        std::vector<ByteView>& kind = sets[typeOf(unit) - kVps];
        const bool known = std::any_of(kind.begin(), kind.end(), [&](ByteView set) {
            return std::equal(set.begin(), set.end(), unit.begin(), unit.end());
        });
        if (!known) kind.push_back(unit);
    }
    const bool whole = std::all_of(
        sets.begin(), sets.end(), [](const auto& kind) { return !kind.empty() && kind.size() <= kMostSets; });
    const std::optional<SpsFacts> facts =
        whole ? readSps(sets[kSps - kVps].front()) : std::optional<SpsFacts>();
    if (!facts)
        return fail("media_damaged", "The picture's parameter sets are not all there, or cannot be read.",
                    "Convert the film with another program, or try another file.");
    ByteWriter out;
    out.u8(1);
    out.bytes(facts->profileTierLevel);
    out.u16(0xf000);  // Nothing is known of spatial segments and
    out.u8(0xfc);     // parallel decoding.
    out.u8(static_cast<std::uint8_t>(0xfc | facts->chroma));
    out.u8(static_cast<std::uint8_t>(0xf8 | facts->lumaDepth));
    out.u8(static_cast<std::uint8_t>(0xf8 | facts->chromaDepth));
    out.u16(0);
    out.u8(static_cast<std::uint8_t>(facts->temporalLayers << 3U | facts->nested << 2U | 3U));
    out.u8(static_cast<std::uint8_t>(sets.size()));
    for (std::size_t i = 0; i < sets.size(); ++i) {
        out.u8(static_cast<std::uint8_t>(0x80 | (kVps + i)));
        out.u16(static_cast<std::uint16_t>(sets[i].size()));
        for (const ByteView set : sets[i]) {
            out.u16(static_cast<std::uint16_t>(set.size()));
            out.bytes(set);
        }
    }
    return out.take();
}

Status hevcSampleFromAnnexB(ByteView sample, ByteView record, Bytes& out) {
    return sampleFromAnnexB(sample, out, [&](ByteView unit) {
        if (unit.size() < kHeader || typeOf(unit) == kDelimiter) return UnitUse::Dropped;
        if (!isParameterSet(typeOf(unit))) return UnitUse::Sample;
        // One without content says nothing that could change.
        return unit.size() == kHeader || hasSet(record, unit) ? UnitUse::Dropped : UnitUse::Changed;
    });
}

bool isHevcIdr(ByteView sample) {
    const auto units = nalUnits(sample);
    return std::any_of(units.begin(), units.end(), [](ByteView unit) {
        return unit.size() >= kHeader && (typeOf(unit) == kIdr || typeOf(unit) == kIdrWithLeading);
    });
}

}  // namespace keyreel::media
