#include "core/cenc/structure_check.h"

#include <algorithm>
#include <variant>

#include "core/base/byte_io.h"
#include "core/cenc/avc_slice.h"
#include "core/cenc/bit_reader.h"
#include "core/cenc/hevc_slice.h"
#include "core/cenc/vp9_header.h"

namespace keyreel::cenc {

namespace {

using isobmff::fourCc;

/// Whether any of the bytes from `begin` to `end` was protected.
bool touchesProtected(std::span<const Subsample> parts, bool full, std::size_t begin, std::size_t end) {
    if (full) return true;
    std::size_t position = 0;
    for (const Subsample& part : parts) {
        position += part.clearBytes;
        if (part.protectedBytes > 0 && position < end && position + part.protectedBytes > begin) return true;
        position += part.protectedBytes;
    }
    return false;
}

/// 00 00 00, 00 00 01 or 00 00 02 inside a NAL unit, which emulation prevention excludes (ISO/IEC 14496-10
/// section 7.4.1). Zero bytes at the end are tolerated: writers pad with them.
bool hasForbiddenPattern(ByteView nal) {
    std::size_t end = nal.size();
    while (end > 0 && nal[end - 1] == 0)
        --end;
    const std::uint8_t* const bytes = nal.data();
    const auto beginsAt = [&](std::size_t i) {
        return i + 2 < end && bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] <= 2;
    };
    std::size_t at = 0;
    // Two zeros in a row are rare, and this shape lets the compiler look for them in many bytes at once.
    constexpr std::size_t kStride = 64;
    for (; at + kStride < end; at += kStride) {
        std::uint8_t zeros = 0;
        for (std::size_t i = 0; i < kStride; ++i)
            zeros |= static_cast<std::uint8_t>((bytes[at + i] | bytes[at + i + 1]) == 0);
        for (std::size_t i = at; zeros != 0 && i < at + kStride; ++i)
            if (beginsAt(i)) return true;
    }
    for (; at < end; ++at)
        if (beginsAt(at)) return true;
    return false;
}

template <class Parser>
struct NalCheck {
    Parser parser;
    unsigned lengthSize = 4;

    void learn(ByteView nal) {
        if (nal.empty()) return;
        if (Parser::isSps(nal[0])) (void)parser.addSps(nal);
        if (Parser::isPps(nal[0])) (void)parser.addPps(nal);
    }

    bool plausible(ByteView sample, std::span<const Subsample> parts, bool full) {
        for (std::size_t position = 0; position < sample.size();) {
            // Length fields are clear when subsamples are used: then a misfit is the writer's, not the key's.
            if (sample.size() - position < lengthSize)
                return !touchesProtected(parts, full, position, sample.size());
            std::size_t length = 0;
            const std::size_t start = position;
            for (unsigned i = 0; i < lengthSize; ++i)
                length = length << 8U | sample[position++];
            if (length > sample.size() - position) return !touchesProtected(parts, full, start, position);
            const ByteView nal = sample.subspan(position, length);
            const std::size_t begin = position;
            position += length;
            if (nal.empty()) continue;
            if ((nal[0] & 0x80U) != 0 && touchesProtected(parts, full, begin, begin + 1)) return false;
            if (touchesProtected(parts, full, begin, position) && hasForbiddenPattern(nal)) return false;
            if (!Parser::isVcl(nal[0])) {
                learn(nal);
                continue;
            }
            // A slice header in the clear proves nothing; older writers protect it.
            if (touchesProtected(parts, full, begin, begin + std::min<std::size_t>(length, 4)) &&
                parser.knowsParameterSets(nal) && !parser.sliceHeaderSize(nal))
                return false;
        }
        return true;
    }
};

/// Key frames only: their headers depend on no other frame.
struct Vp9Check {
    static bool plausible(ByteView sample, std::span<const Subsample> parts, bool full) {
        const auto superframe = Vp9Parser::splitSuperframe(sample);
        if (!superframe) return !full;
        std::size_t position = 0;
        for (std::size_t i = 0; i < superframe->count; ++i) {
            const ByteView frame = sample.subspan(position, superframe->sizes[i]);
            position += frame.size();
            if (frame.empty()) continue;
            const std::size_t begin = position - frame.size();
            // frame_marker 2, not show_existing_frame, KEY_FRAME
            if (frame[0] >> 6U != 2) {
                if (touchesProtected(parts, full, begin, begin + 1)) return false;
                continue;
            }
            if ((frame[0] & 0x3cU) != 0) continue;
            Vp9Parser parser;
            const auto header = parser.uncompressedHeaderSize(frame);
            if (!header || *header >= frame.size()) continue;
            // The first bit that the boolean decoder reads is a marker that must be 0.
            if ((frame[*header] & 0x80U) != 0 &&
                touchesProtected(parts, full, begin + *header, begin + *header + 1))
                return false;
        }
        return true;
    }
};

/// raw_data_block() of ISO/IEC 14496-3 section 4.4.2.1, up to the first element's ics_info().
struct AacCheck {
    static bool icsPlausible(BitReader& in) {
        if (in.flag()) return false;  // ics_reserved_bit
        const std::uint32_t windowSequence = in.bits(2);
        in.skip(1);
        if (windowSequence == 2) return true;
        const std::uint32_t maxSfb = in.bits(6);
        return maxSfb <= 51 && !in.flag();  // predictor_data_present is not in AAC LC
    }

    static bool plausible(ByteView sample, std::span<const Subsample>, bool) {
        if (sample.size() < 4) return true;
        BitReader in(sample);
        const std::uint32_t element = in.bits(3);
        // CCE, DSE, PCE and FIL may come first; LFE and END may not.
        if (element >= 2) return element != 3 && element != 7;
        in.skip(4);
        const bool commonWindow = element == 1 && in.flag();
        if (!commonWindow) in.skip(8);  // global_gain
        return icsPlausible(in);
    }
};

/// The frame packing rules of RFC 6716 section 3.4.
struct OpusCheck {
    static bool plausible(ByteView sample, std::span<const Subsample>, bool) {
        if (sample.empty()) return true;
        const unsigned code = sample[0] & 3U;
        if (code == 1) return (sample.size() - 1) % 2 == 0;
        if (code == 2) {
            if (sample.size() < 2) return false;
            std::size_t first = sample[1];
            std::size_t used = 2;
            if (first >= 252) {
                if (sample.size() < 3) return false;
                first += std::size_t{4} * sample[2];
                used = 3;
            }
            return first <= sample.size() - used;
        }
        if (code == 3) {
            if (sample.size() < 2) return false;
            const unsigned frames = sample[1] & 63U;
            const unsigned configuration = sample[0] >> 3U;
            static constexpr unsigned kSilk[] = {10, 20, 40, 60};
            const unsigned milliseconds4 = configuration < 12   ? 4 * kSilk[configuration & 3U]
                                           : configuration < 16 ? ((configuration & 1U) != 0 ? 80U : 40U)
                                                                : 10U << (configuration & 3U);
            return frames >= 1 && frames * milliseconds4 <= 480;
        }
        return true;
    }
};

/// The syncword that every frame begins with.
struct SyncCheck {
    unsigned mask = 0;
    unsigned value = 0;

    [[nodiscard]] bool plausible(ByteView sample, std::span<const Subsample> parts, bool full) const {
        if (sample.size() < 2 || !touchesProtected(parts, full, 0, 2)) return true;
        return ((unsigned{sample[0]} << 8U | sample[1]) & mask) == value;
    }
};

struct NoCheck {
    static bool plausible(ByteView, std::span<const Subsample>, bool) { return true; }
};

/// What an `esds` says about its sound (ISO/IEC 14496-1 section 7.2.6).
struct SoundDescription {
    std::uint8_t objectType = 0;
    ByteView specific;  ///< The AudioSpecificConfig of MPEG-4 sound.
};

SoundDescription soundDescription(ByteView esds) {
    ByteReader in(esds);
    in.skip(4);
    const auto header = [&](unsigned tag) {
        if (in.u8() != tag) return false;
        for (int i = 0; i < 4 && (in.u8() & 0x80U) != 0; ++i) {
        }
        return !in.failed();
    };
    if (!header(3)) return {};
    in.skip(2);
    const std::uint8_t flags = in.u8();
    if ((flags & 0xe0U) != 0) return {};
    if (!header(4)) return {};
    SoundDescription out{in.u8(), {}};
    in.skip(12);
    if (out.objectType == 0x40 && header(5)) out.specific = in.bytes(in.remaining());
    return in.failed() ? SoundDescription{} : out;
}

template <class Parser>
NalCheck<Parser> nalCheck(ByteView configuration, bool hevc) {
    NalCheck<Parser> check;
    ByteReader in(configuration);
    in.skip(hevc ? 21 : 4);
    check.lengthSize = (in.u8() & 3U) + 1;
    const unsigned arrays = hevc ? in.u8() : 2;
    for (unsigned array = 0; array < arrays && !in.failed(); ++array) {
        if (hevc) in.skip(1);
        const unsigned count = hevc ? in.u16() : in.u8() & (array == 0 ? 31U : 255U);
        for (unsigned i = 0; i < count && !in.failed(); ++i) {
            const std::size_t size = in.u16();
            check.learn(in.bytes(size));
        }
    }
    return check;
}

}  // namespace

struct StructureCheck::State {
    std::variant<NoCheck, NalCheck<AvcParser>, NalCheck<HevcParser>, Vp9Check, AacCheck, OpusCheck, SyncCheck>
        check;
};

StructureCheck::StructureCheck(StructureCheck&&) noexcept = default;
StructureCheck& StructureCheck::operator=(StructureCheck&&) noexcept = default;
StructureCheck::~StructureCheck() = default;

StructureCheck::StructureCheck(const isobmff::SampleEntry& entry) : m_state(std::make_unique<State>()) {
    const ByteView configuration = entry.configuration;
    switch (entry.originalFormat()) {
        case fourCc("avc1"):
        case fourCc("avc3"):
            if (!configuration.empty()) m_state->check = nalCheck<AvcParser>(configuration, false);
            break;
        case fourCc("hvc1"):
        case fourCc("hev1"):
        case fourCc("dvh1"):
        case fourCc("dvhe"):
            if (!configuration.empty()) m_state->check = nalCheck<HevcParser>(configuration, true);
            break;
        case fourCc("vp09"):
            m_state->check = Vp9Check{};
            break;
        case fourCc("Opus"):
            m_state->check = OpusCheck{};
            break;
        case fourCc("mp4a"): {
            const SoundDescription sound = soundDescription(configuration);
            // AAC LC; the others have other rules.
            if (sound.specific.size() >= 2 && sound.specific[0] >> 3U == 2) m_state->check = AacCheck{};
            // Sound of ISO/IEC 11172-3 and 13818-3: section 2.4.1.3.
            if (sound.objectType == 0x69 || sound.objectType == 0x6b)
                m_state->check = SyncCheck{0xffe0, 0xffe0};
            break;
        }
        case fourCc("ac-3"):
        case fourCc("ec-3"):  // ETSI TS 102 366 sections 4.4.1.1 and E.1.3.1.1
            m_state->check = SyncCheck{0xffff, 0x0b77};
            break;
        case fourCc("fLaC"):  // RFC 9639 section 9.1
            m_state->check = SyncCheck{0xfffe, 0xfff8};
            break;
        default:
            break;
    }
}

bool StructureCheck::plausible(ByteView sample, std::span<const Subsample> parts, bool full) {
    return std::visit([&](auto& check) { return check.plausible(sample, parts, full); }, m_state->check);
}

}  // namespace keyreel::cenc
