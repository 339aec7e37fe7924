#include "core/isobmff/aux_boxes.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"

namespace keyreel::isobmff {

namespace {

/// PIFF 1.1 section 5.3.2: the uuid under which SampleEncryptionBox was first written.
constexpr std::array<std::uint8_t, 16> kPiffSampleEncryption{0xa2, 0x39, 0x4f, 0x52, 0x5a, 0x9b, 0x4f, 0x14,
                                                             0xa2, 0x44, 0x6c, 0x42, 0x7c, 0x64, 0x8d, 0xf4};

Status readSampleEncryption(const Box& box, std::size_t skip, std::uint32_t maxSamples, AuxBoxes& out) {
    if (out.encryption) return box.malformed("there are two of them.");
    ByteReader in(box.content());
    in.skip(skip);
    const std::uint32_t flags = in.u32();
    if ((flags >> 24U) != 0) return box.malformed("unknown version.");
    if ((flags & 1U) != 0) return box.malformed("it overrides the track's encryption parameters.");
    SampleEncryption encryption;
    encryption.hasSubsamples = (flags & 2U) != 0;
    encryption.sampleCount = in.u32();
    if (in.failed()) return box.malformed("it is cut off.");
    if (encryption.sampleCount > maxSamples) return box.malformed("it announces too many samples.");
    encryption.entriesOffset = box.contentOffset() + in.position();
    encryption.entries = toBytes(in.bytes(in.remaining()));
    out.encryption = std::move(encryption);
    return {};
}

/// Skips aux_info_type and its parameter; false when the information is not about Common Encryption.
bool isAboutEncryption(ByteReader& in, std::uint32_t flags) {
    if ((flags & 1U) == 0) return true;
    const FourCc type = in.u32();
    in.skip(4);
    return type == fourCc("cenc") || type == fourCc("cbcs") || type == fourCc("cens") ||
           type == fourCc("cbc1");
}

Status readSizes(const Box& box, std::uint32_t maxSamples, AuxBoxes& out) {
    ByteReader in(box.content());
    if (!isAboutEncryption(in, in.u32())) return {};
    if (out.sizes) return box.malformed("there are two of them.");
    const std::uint8_t common = in.u8();
    const std::uint32_t count = in.u32();
    if (in.failed()) return box.malformed("it is cut off.");
    if (count > maxSamples) return box.malformed("it announces too many samples.");
    if (common == 0 && count > in.remaining()) return box.malformed("its list is cut off.");
    out.sizes = common != 0 ? std::vector<std::uint8_t>(count, common) : toBytes(in.bytes(count));
    out.places.push_back(box.offset);
    return {};
}

Status readOffsets(const Box& box, AuxBoxes& out) {
    ByteReader in(box.content());
    const std::uint32_t versionAndFlags = in.u32();
    if (!isAboutEncryption(in, versionAndFlags)) return {};
    const bool wide = (versionAndFlags >> 24U) != 0;
    const std::uint32_t count = in.u32();
    if (!out.offsets.empty()) return box.malformed("there are two of them.");
    if (in.failed() || count > in.remaining() / (wide ? 8 : 4)) return box.malformed("its list is cut off.");
    out.offsets.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i)
        out.offsets.push_back(wide ? in.u64() : in.u32());
    out.places.push_back(box.offset);
    return {};
}

Status readRuns(const Box& box, std::uint32_t maxSamples, AuxBoxes& out) {
    ByteReader in(box.content());
    const std::uint8_t version = in.u8();
    in.skip(3);
    if (in.u32() != fourCc("seig")) return {};
    if (version == 1) in.skip(4);
    if (!out.keyRuns.empty()) return box.malformed("there are two of them.");
    const std::uint32_t count = in.u32();
    if (in.failed() || count > in.remaining() / 8) return box.malformed("its list is cut off.");
    std::uint64_t total = 0;
    out.keyRuns.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t samples = in.u32();
        out.keyRuns.push_back({samples, in.u32()});
        total += samples;
    }
    if (total > maxSamples) return box.malformed("it announces too many samples.");
    out.places.push_back(box.offset);
    return {};
}

Status readGroups(const Box& box, AuxBoxes& out) {
    ByteReader in(box.content());
    const std::uint8_t version = in.u8();
    in.skip(3);
    if (in.u32() != fourCc("seig")) return {};
    if (version > 2) return box.malformed("unknown version.");
    if (!out.keyGroups.empty()) return box.malformed("there are two of them.");
    // Version 0 gives no sizes, but an entry of seig tells its own; version 2 adds the group of samples that
    // no sbgp maps (ISO/IEC 14496-12 section 8.9.3.3).
    const std::uint32_t common = version > 0 ? in.u32() : 0;
    if (version == 2) out.defaultGroup = in.u32();
    const std::uint32_t count = in.u32();
    if (in.failed() || count > in.remaining() / 20) return box.malformed("its list is cut off.");
    out.keyGroups.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::size_t size = common;
        if (version == 0) {
            ByteReader ahead(box.content().subspan(in.position()));
            ahead.skip(2);
            const bool constant = ahead.u8() == 1 && ahead.u8() == 0;
            ahead.skip(16);
            size = 20 + (constant ? std::size_t{1} + ahead.u8() : 0);
        } else if (common == 0) {
            size = in.u32();
        }
        const ByteView entry = in.bytes(size);
        if (in.failed() || entry.size() < 20) return box.malformed("an entry is cut off.");
        KEYREEL_TRY(EncryptionParameters group, readEncryptionParameters(entry.subspan(1), true, box));
        out.keyGroups.push_back(std::move(group));
    }
    if (out.defaultGroup > out.keyGroups.size()) return box.malformed("its default group does not exist.");
    out.places.push_back(box.offset);
    return {};
}

}  // namespace

Status readAuxBox(const Box& box, std::uint32_t maxSamples, AuxBoxes& out) {
    switch (box.type) {
        case fourCc("senc"):
            out.places.push_back(box.offset);
            return readSampleEncryption(box, 0, maxSamples, out);
        case fourCc("uuid"): {
            const ByteView content = box.content();
            if (content.size() < 16 ||
                !std::equal(kPiffSampleEncryption.begin(), kPiffSampleEncryption.end(), content.begin()))
                return {};
            out.places.push_back(box.offset);
            // Some writers carry both forms of the same information.
            if (out.encryption) return {};
            return readSampleEncryption(box, 16, maxSamples, out);
        }
        case fourCc("saiz"):
            return readSizes(box, maxSamples, out);
        case fourCc("saio"):
            return readOffsets(box, out);
        case fourCc("sbgp"):
            return readRuns(box, maxSamples, out);
        case fourCc("sgpd"):
            return readGroups(box, out);
        default:
            return {};
    }
}

}  // namespace keyreel::isobmff
