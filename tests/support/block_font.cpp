#include "tests/support/block_font.h"

#include <utility>
#include <vector>

#include "core/base/byte_io.h"

namespace keyreel::test {
namespace {

constexpr std::uint16_t kEm = 1000;
constexpr std::uint16_t kLeft = 100;
constexpr std::uint16_t kRight = 900;
constexpr std::uint16_t kTop = 700;
constexpr std::uint16_t kGlyphs = 2;  // The first one is what is missing.
constexpr std::uint16_t kFirst = 0x21;
constexpr std::uint16_t kCount = 0x5e;

void shorts(ByteWriter& out, std::initializer_list<std::uint16_t> values) {
    for (const std::uint16_t value : values)
        out.u16(value);
}

Bytes head() {
    ByteWriter out;
    out.u32(0x00010000);
    out.u32(0x00010000);
    out.u32(0);  // The sum over the file, which no reader holds a font to.
    out.u32(0x5f0f3cf5);
    shorts(out, {0, kEm});
    out.zeros(16);
    shorts(out, {kLeft, 0, kRight, kTop, 0, 8, 2, 0, 0});
    return out.take();
}

Bytes hhea() {
    ByteWriter out;
    out.u32(0x00010000);
    shorts(out, {800, 0xff38, 0, kEm, kLeft, kLeft, kRight, 1, 0, 0, 0, 0, 0, 0, 0, kGlyphs});
    return out.take();
}

Bytes maxp() {
    ByteWriter out;
    out.u32(0x00010000);
    shorts(out, {kGlyphs, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0});
    return out.take();
}

Bytes hmtx() {
    ByteWriter out;
    shorts(out, {kEm, 0, kEm, kLeft});
    return out.take();
}

/// Unicode to glyphs: a trimmed table (format 6).
Bytes cmap() {
    ByteWriter out;
    shorts(out, {0, 1, 3, 1});
    out.u32(12);
    shorts(out, {6, 10 + 2 * kCount, 0, kFirst, kCount});
    for (int i = 0; i < kCount; ++i)
        out.u16(1);
    return out.take();
}

Bytes glyf() {
    ByteWriter out;
    shorts(out, {1, kLeft, 0, kRight, kTop, 3, 0});
    for (int i = 0; i < 4; ++i)
        out.u8(1);  // On the curve; both coordinates take 16 bits.
    shorts(out, {kLeft, 0, kRight - kLeft, 0, 0, kTop, 0, static_cast<std::uint16_t>(-kTop)});
    return out.take();
}

Bytes loca(std::size_t size) {
    ByteWriter out;
    shorts(out, {0, 0, static_cast<std::uint16_t>(size / 2)});
    return out.take();
}

Bytes names(const std::string& family) {
    ByteWriter text;
    for (const char c : family)
        text.u16(static_cast<std::uint8_t>(c));
    const auto length = static_cast<std::uint16_t>(text.size());
    ByteWriter out;
    shorts(out, {0, 3, 6 + 3 * 12});
    for (const std::uint16_t id : std::initializer_list<std::uint16_t>{1, 4, 6})
        shorts(out, {3, 1, 0x409, id, length, 0});
    out.bytes(text.view());
    return out.take();
}

Bytes post() {
    ByteWriter out;
    out.u32(0x00030000);
    out.zeros(28);
    return out.take();
}

}  // namespace

Bytes blockFont(const std::string& family) {
    const Bytes glyph = glyf();
    const std::vector<std::pair<const char*, Bytes>> tables{
        {"cmap", cmap()}, {"glyf", glyph},         {"head", head()},
        {"hhea", hhea()}, {"hmtx", hmtx()},        {"loca", loca(glyph.size())},
        {"maxp", maxp()}, {"name", names(family)}, {"post", post()}};
    ByteWriter out;
    out.u32(0x00010000);
    shorts(out, {static_cast<std::uint16_t>(tables.size()), 128, 3, 16});
    std::size_t at = 12 + 16 * tables.size();
    for (const auto& [tag, data] : tables) {
        out.text(tag);
        out.u32(0);
        out.u32(static_cast<std::uint32_t>(at));
        out.u32(static_cast<std::uint32_t>(data.size()));
        at += (data.size() + 3) / 4 * 4;
    }
    for (const auto& [tag, data] : tables) {
        out.bytes(data);
        out.zeros((4 - data.size() % 4) % 4);
    }
    return out.take();
}

}  // namespace keyreel::test
