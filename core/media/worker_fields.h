#pragma once

#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include "core/base/byte_io.h"
#include "core/base/utf8.h"

namespace keyreel::media::worker {

/// Numbers and texts of the worker's messages: integers big-endian, reals as the bits of a double, texts with
/// a 16-bit length. Private to the protocol.
class FieldWriter : public ByteWriter {
public:
    void flag(bool value) { u8(value ? 1 : 0); }
    void real(double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        u64(bits);
    }
    void i64(std::int64_t value) { u64(static_cast<std::uint64_t>(value)); }
    /// Cut at the limit: names and reasons are for people.
    void words(std::string_view value) {
        value = value.substr(0, kMaxText);
        u16(static_cast<std::uint16_t>(value.size()));
        text(value);
    }
    /// For text that is content: whole, with a 32-bit length.
    void longWords(std::string_view value) {
        u32(static_cast<std::uint32_t>(value.size()));
        text(value);
    }
    static constexpr std::size_t kMaxText = 4096;
};

/// Sticky like ByteReader: any value out of its range makes the whole message one that failed.
class FieldReader {
public:
    explicit FieldReader(ByteView bytes) : m_reader(bytes) {}

    std::uint8_t u8() { return m_reader.u8(); }
    std::uint16_t u16() { return m_reader.u16(); }
    std::uint32_t u32() { return m_reader.u32(); }
    std::uint64_t u64() { return m_reader.u64(); }
    std::int32_t i32() { return m_reader.i32(); }
    std::int64_t i64() { return static_cast<std::int64_t>(m_reader.u64()); }
    ByteView bytes(std::size_t size) { return m_reader.bytes(size); }

    template <class T>
    T within(T value, T least, T most) {
        require(value >= least && value <= most);
        return value;
    }
    bool flag() { return within<std::uint8_t>(u8(), 0, 1) == 1; }
    /// Finite and not negative.
    double amount() {
        const std::uint64_t bits = u64();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        const bool good = std::isfinite(value) && value >= 0;
        require(good);
        return good ? value : 0;
    }
    /// Of printable UTF-8; whatever is not becomes '?', since it is shown to people.
    std::string words() {
        const std::size_t size = within<std::size_t>(u16(), 0, FieldWriter::kMaxText);
        return printable(asText(m_reader.bytes(size)), {}, Directions::Keep);
    }

    /// As words(), with lines and tabulators.
    std::string longWords() {
        return printable(asText(m_reader.bytes(m_reader.u32())), "\n\r\t", Directions::Keep);
    }

    void require(bool condition) { m_failed |= !condition; }
    [[nodiscard]] std::size_t remaining() const { return m_reader.remaining(); }
    [[nodiscard]] bool failed() const { return m_failed || m_reader.failed(); }
    /// Everything was read, and all of it was good.
    [[nodiscard]] bool complete() const { return !failed() && m_reader.atEnd(); }

private:
    ByteReader m_reader;
    bool m_failed = false;
};

template <class Enum>
void writeEnum(FieldWriter& out, Enum value) {
    out.u8(static_cast<std::uint8_t>(value));
}

template <class Enum>
Enum readEnum(FieldReader& in, Enum first, Enum last) {
    return static_cast<Enum>(
        in.within<std::uint8_t>(in.u8(), static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(last)));
}

}  // namespace keyreel::media::worker
