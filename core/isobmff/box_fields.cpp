#include <algorithm>

#include "core/base/byte_io.h"
#include "core/base/text.h"
#include "core/isobmff/box_tree.h"

namespace keyreel::isobmff {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Reads fields one by one and keeps those that were whole.
class FieldReader {
public:
    explicit FieldReader(ByteView content) : m_in(content) {}

    void number(const char* name, std::uint64_t value) { text(name, std::to_string(value)); }
    void u8(const char* name) { number(name, m_in.u8()); }
    void u16(const char* name) { number(name, m_in.u16()); }
    void u32(const char* name) { number(name, m_in.u32()); }
    void wide(const char* name, bool is64) { number(name, is64 ? m_in.u64() : m_in.u32()); }
    void fourCc(const char* name) { text(name, toText(m_in.u32())); }
    void uuid(const char* name) {
        std::array<std::uint8_t, 16> id{};
        const ByteView bytes = m_in.bytes(id.size());
        if (!m_in.failed()) std::copy(bytes.begin(), bytes.end(), id.begin());
        text(name, toUuid(id));
    }
    void hex(const char* name, std::size_t size) { text(name, toHex(m_in.bytes(size))); }
    void text(const char* name, std::string value) {
        if (!m_in.failed()) m_out.emplace_back(name, std::move(value));
    }
    std::uint8_t full() {
        const std::uint8_t version = m_in.u8();
        number("version", version);
        m_flags = static_cast<std::uint32_t>(m_in.u8()) << 16U;
        m_flags |= m_in.u16();
        number("flags", m_flags);
        return version;
    }
    [[nodiscard]] std::uint32_t flags() const { return m_flags; }
    ByteReader& in() { return m_in; }
    Fields take() { return std::move(m_out); }

private:
    ByteReader m_in;
    Fields m_out;
    std::uint32_t m_flags = 0;
};

void brands(FieldReader& reader) {
    reader.fourCc("brand");
    reader.u32("minor");
    std::string all;
    for (unsigned i = 0; i < 32 && reader.in().remaining() >= 4; ++i)
        all += (all.empty() ? "" : " ") + toText(reader.in().u32());
    reader.text("compatible", all);
}

void movieHeader(FieldReader& reader) {
    const bool wide = reader.full() == 1;
    reader.in().skip(wide ? 16 : 8);
    reader.u32("timescale");
    reader.wide("duration", wide);
}

void trackHeader(FieldReader& reader) {
    const bool wide = reader.full() == 1;
    reader.in().skip(wide ? 16 : 8);
    reader.u32("track");
    reader.in().skip(4);
    reader.wide("duration", wide);
    reader.in().skip(8 + 8 + 36);
    reader.number("width", reader.in().u32() >> 16U);
    reader.number("height", reader.in().u32() >> 16U);
}

void mediaHeader(FieldReader& reader) {
    movieHeader(reader);
    const unsigned packed = reader.in().u16();
    std::string language;
    for (const unsigned shift : {10U, 5U, 0U})
        language += static_cast<char>(0x60 + (packed >> shift & 31U));
    reader.text("language", language);
}

/// tenc, and with `group` a seig entry, whose first byte is reserved, too.
void encryption(FieldReader& reader) {
    reader.full();
    reader.in().skip(1);
    const unsigned pattern = reader.in().u8();
    reader.text("pattern", std::to_string(pattern >> 4U) + ":" + std::to_string(pattern & 15U));
    const unsigned isProtected = reader.in().u8();
    reader.number("isProtected", isProtected);
    const unsigned ivSize = reader.in().u8();
    reader.number("ivSize", ivSize);
    reader.uuid("defaultKid");
    if (isProtected == 0 || ivSize != 0) return;
    const std::size_t size = reader.in().u8();
    if (size <= 16) reader.hex("constantIv", size);
}

void protectionHeader(FieldReader& reader) {
    const unsigned version = reader.full();
    reader.uuid("system");
    if (version > 0) {
        const std::uint32_t count = reader.in().u32();
        reader.number("kids", count);
        for (std::uint32_t i = 0; i < std::min(count, 16U); ++i)
            reader.uuid("kid");
        if (count > 16) return;
    }
    reader.u32("dataSize");
}

void segmentIndex(FieldReader& reader) {
    const bool wide = reader.full() != 0;
    reader.u32("reference");
    reader.u32("timescale");
    reader.wide("earliest", wide);
    reader.wide("firstOffset", wide);
    reader.in().skip(2);
    reader.u16("references");
}

void fragmentHeader(FieldReader& reader) {
    reader.full();
    reader.u32("track");
    if ((reader.flags() & 1U) != 0) reader.wide("baseDataOffset", true);
    if ((reader.flags() & 2U) != 0) reader.u32("description");
    if ((reader.flags() & 8U) != 0) reader.u32("defaultDuration");
    if ((reader.flags() & 0x10U) != 0) reader.u32("defaultSize");
    if ((reader.flags() & 0x20U) != 0) reader.u32("defaultFlags");
}

void auxTypeAnd(FieldReader& reader) {
    if ((reader.flags() & 1U) == 0) return;
    reader.fourCc("type");
    reader.u32("parameter");
}

void auxOffsets(FieldReader& reader) {
    const bool wide = reader.full() != 0;
    auxTypeAnd(reader);
    const std::uint32_t count = reader.in().u32();
    reader.number("entries", count);
    if (count > 0) reader.wide("offset", wide);
}

void editList(FieldReader& reader) {
    const bool wide = reader.full() == 1;
    const std::uint32_t count = reader.in().u32();
    reader.number("entries", count);
    if (count == 0) return;
    reader.wide("duration", wide);
    const std::int64_t time =
        wide ? static_cast<std::int64_t>(reader.in().u64()) : static_cast<std::int32_t>(reader.in().u32());
    reader.text("mediaTime", std::to_string(time));
}

}  // namespace

Fields boxFields(FourCc type, ByteView content) {
    FieldReader reader(content);
    switch (type) {
        case fourCc("ftyp"):
        case fourCc("styp"):
            brands(reader);
            break;
        case fourCc("mvhd"):
            movieHeader(reader);
            break;
        case fourCc("tkhd"):
            trackHeader(reader);
            break;
        case fourCc("mdhd"):
            mediaHeader(reader);
            break;
        case fourCc("hdlr"):
            reader.full();
            reader.in().skip(4);
            reader.fourCc("handler");
            break;
        case fourCc("mehd"):
            reader.wide("duration", reader.full() == 1);
            break;
        case fourCc("trex"):
            reader.full();
            for (const char* name : {"track", "description", "duration", "size", "flags"})
                reader.u32(name);
            break;
        case fourCc("elst"):
            editList(reader);
            break;
        case fourCc("stsd"):
        case fourCc("stts"):
        case fourCc("ctts"):
        case fourCc("stsc"):
        case fourCc("stss"):
        case fourCc("stco"):
        case fourCc("co64"):
            reader.full();
            reader.u32("entries");
            break;
        case fourCc("stsz"):
            reader.full();
            reader.u32("size");
            reader.u32("samples");
            break;
        case fourCc("frma"):
            reader.fourCc("format");
            break;
        case fourCc("schm"):
            reader.full();
            reader.fourCc("scheme");
            reader.u32("schemeVersion");
            break;
        case fourCc("tenc"):
            encryption(reader);
            break;
        case fourCc("pssh"):
            protectionHeader(reader);
            break;
        case fourCc("sidx"):
            segmentIndex(reader);
            break;
        case fourCc("mfhd"):
            reader.full();
            reader.u32("sequence");
            break;
        case fourCc("tfhd"):
            fragmentHeader(reader);
            break;
        case fourCc("tfdt"):
            reader.wide("baseDecodeTime", reader.full() == 1);
            break;
        case fourCc("trun"):
            reader.full();
            reader.u32("samples");
            if ((reader.flags() & 1U) != 0) reader.u32("dataOffset");
            break;
        case fourCc("senc"):
            reader.full();
            reader.u32("samples");
            break;
        case fourCc("saiz"):
            reader.full();
            auxTypeAnd(reader);
            reader.u8("defaultSize");
            reader.u32("samples");
            break;
        case fourCc("saio"):
            auxOffsets(reader);
            break;
        case fourCc("sgpd"):
        case fourCc("sbgp"):
            reader.full();
            reader.fourCc("grouping");
            break;
        default:
            break;
    }
    return reader.take();
}

}  // namespace keyreel::isobmff
