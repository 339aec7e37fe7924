#include "core/isobmff/sample_entry.h"

#include <algorithm>
#include <array>

#include "core/base/byte_io.h"

namespace keyreel::isobmff {

EntryKind entryKind(FourCc handler, FourCc format) {
    if (handler == fourCc("vide")) return EntryKind::Video;
    if (handler == fourCc("soun")) return EntryKind::Audio;
    switch (format) {
        case fourCc("encv"):
        case fourCc("avc1"):
        case fourCc("avc3"):
        case fourCc("hvc1"):
        case fourCc("hev1"):
        case fourCc("dvh1"):
        case fourCc("dvhe"):
        case fourCc("dav1"):
        case fourCc("av01"):
        case fourCc("vp09"):
            return EntryKind::Video;
        case fourCc("enca"):
        case fourCc("mp4a"):
        case fourCc("Opus"):
        case fourCc("fLaC"):
        case fourCc("ac-3"):
        case fourCc("ec-3"):
            return EntryKind::Audio;
        default:
            return EntryKind::Other;
    }
}

Result<std::size_t> sampleEntryFields(const Box& entry, EntryKind kind, std::uint8_t stsdVersion) {
    const ByteView content = entry.content();
    std::size_t size = 8;
    if (kind == EntryKind::Video) size = 78;
    if (kind == EntryKind::Audio) {
        size = 28;
        if (stsdVersion == 0 && content.size() >= 10) {
            const unsigned version = static_cast<unsigned>(content[8]) << 8U | content[9];
            if (version == 1) size += 16;
            if (version == 2) size += 36;
        }
    }
    if (content.size() < size) return entry.malformed("the sample entry is cut off.");
    return size;
}

Result<EncryptionParameters> readEncryptionParameters(ByteView fields, bool patterned, const Box& place) {
    ByteReader in(fields);
    EncryptionParameters out;
    const std::uint8_t pattern = in.u8();
    if (patterned) {
        out.cryptBlocks = pattern >> 4U;
        out.skipBlocks = pattern & 15U;
    }
    const std::uint8_t protection = in.u8();
    out.ivSize = in.u8();
    const ByteView keyId = in.bytes(16);
    if (in.failed()) return place.malformed("the encryption parameters are cut off.");
    std::copy(keyId.begin(), keyId.end(), out.keyId.begin());
    if (protection > 1) return place.malformed("isProtected is neither 0 nor 1.");
    out.isProtected = protection == 1;
    if (out.ivSize != 0 && out.ivSize != 8 && out.ivSize != 16)
        return place.malformed("the IV size is not 0, 8 or 16.");
    if (out.isProtected && out.ivSize == 0) {
        const std::size_t size = in.u8();
        if (size != 8 && size != 16) return place.malformed("the constant IV has neither 8 nor 16 bytes.");
        out.constantIv = toBytes(in.bytes(size));
        if (in.failed()) return place.malformed("the constant IV is cut off.");
    }
    return out;
}

void writeEncryptionParameters(BoxWriter& out, const EncryptionParameters& parameters) {
    out.u8(static_cast<std::uint8_t>(static_cast<unsigned>(parameters.cryptBlocks) << 4U |
                                     parameters.skipBlocks));
    out.u8(parameters.isProtected ? 1 : 0);
    out.u8(parameters.ivSize);
    out.bytes(parameters.keyId);
    if (!parameters.isProtected || parameters.ivSize != 0) return;
    out.u8(static_cast<std::uint8_t>(parameters.constantIv.size()));
    out.bytes(parameters.constantIv);
}

/// PIFF 1.1 section 5.3.3: the track encryption box before there was `tenc`.
constexpr std::array<std::uint8_t, 16> kPiffTrackEncryption{0x89, 0x74, 0xdb, 0xce, 0x7b, 0xe7, 0x4c, 0x51,
                                                            0x84, 0xf9, 0x71, 0x48, 0xf9, 0x88, 0x25, 0x54};

bool isPiffTrackEncryption(const Box& box) {
    const ByteView content = box.content();
    return box.type == fourCc("uuid") && content.size() >= 16 &&
           std::equal(kPiffTrackEncryption.begin(), kPiffTrackEncryption.end(), content.begin());
}

/// Says in the words of today's schemes what PIFF says: algorithm 1 is `cenc`, 2 is `cbc1`.
Status readPiffTrackEncryption(const Box& box, ProtectionInfo& info) {
    ByteReader in(box.content());
    in.skip(16 + 4);
    const unsigned algorithm = static_cast<unsigned>(in.u16()) << 8U | in.u8();
    info.parameters.ivSize = in.u8();
    const ByteView keyId = in.bytes(16);
    if (in.failed()) return box.malformed("it is cut off.");
    if (algorithm > 2) return box.malformed("its algorithm is unknown.");
    if (algorithm > 0 && info.parameters.ivSize != 8 && info.parameters.ivSize != 16)
        return box.malformed("the IV size is not 8 or 16.");
    info.parameters.isProtected = algorithm > 0;
    std::copy(keyId.begin(), keyId.end(), info.parameters.keyId.begin());
    info.scheme = algorithm == 2 ? fourCc("cbc1") : fourCc("cenc");
    return {};
}

Result<ProtectionInfo> readProtection(const Box& sinf) {
    ProtectionInfo info;
    bool scheme = false;
    bool parameters = false;
    Box schiBox;
    std::optional<Box> piff;
    BoxCursor children(sinf);
    for (Box box;;) {
        KEYREEL_TRY(const bool found, children.next(box));
        if (!found) break;
        ByteReader in(box.content());
        if (box.type == fourCc("frma")) {
            info.originalFormat = in.u32();
            if (in.failed()) return box.malformed("it is cut off.");
        } else if (box.type == fourCc("schm")) {
            in.skip(4);
            info.scheme = in.u32();
            if (in.failed()) return box.malformed("it is cut off.");
            scheme = true;
        } else if (box.type == fourCc("schi")) {
            schiBox = box;
            BoxCursor inner(schiBox);
            for (Box tenc;;) {
                KEYREEL_TRY(const bool more, inner.next(tenc));
                if (!more) break;
                if (isPiffTrackEncryption(tenc)) {
                    piff = tenc;
                    continue;
                }
                if (tenc.type != fourCc("tenc")) continue;
                const ByteView content = tenc.content();
                if (content.size() < 5) return tenc.malformed("it is cut off.");
                KEYREEL_TRY(info.parameters,
                            readEncryptionParameters(content.subspan(5), content[0] > 0, tenc));
                parameters = true;
            }
        }
    }
    if (info.originalFormat == 0) return sinf.malformed("it does not name the original format.");
    if (!scheme) return sinf.malformed("it does not name the scheme.");
    if (!parameters && piff && info.scheme == fourCc("piff")) {
        KEYREEL_CHECK(readPiffTrackEncryption(*piff, info));
        parameters = true;
    }
    if (!parameters) return sinf.malformed("it has no tenc.");
    return info;
}

}  // namespace keyreel::isobmff
