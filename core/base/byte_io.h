#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace keyreel {

/// Reads big-endian fields from borrowed bytes. Sticky: after the first read past the end every value is 0
/// and `failed()` stays true, so a parser checks once after a group of fields and before it trusts any of
/// them.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : m_bytes(bytes) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(unsignedOf(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(unsignedOf(2)); }
    std::uint32_t u24() { return static_cast<std::uint32_t>(unsignedOf(3)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(unsignedOf(4)); }
    std::uint64_t u64() { return unsignedOf(8); }
    std::int32_t i32() { return static_cast<std::int32_t>(u32()); }

    /// The next `size` bytes as a view; empty and failed when fewer are left.
    ByteView bytes(std::size_t size) {
        if (size > remaining()) {
            m_failed = true;
            m_position = m_bytes.size();
            return {};
        }
        const ByteView out = m_bytes.subspan(m_position, size);
        m_position += size;
        return out;
    }
    void skip(std::size_t size) { (void)bytes(size); }

    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }
    [[nodiscard]] bool atEnd() const { return remaining() == 0; }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    std::uint64_t unsignedOf(std::size_t size) {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : bytes(size))
            value = (value << 8) | byte;
        return value;
    }

    ByteView m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

/// Appends big-endian fields to bytes that it owns, and patches fields whose value is known later.
class ByteWriter {
public:
    void u8(std::uint8_t value) { unsignedOf(value, 1); }
    void u16(std::uint16_t value) { unsignedOf(value, 2); }
    void u24(std::uint32_t value) { unsignedOf(value, 3); }
    void u32(std::uint32_t value) { unsignedOf(value, 4); }
    void u64(std::uint64_t value) { unsignedOf(value, 8); }
    void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
    void bytes(ByteView bytes) { append(m_bytes, bytes); }
    void text(std::string_view text) { append(m_bytes, text); }
    void zeros(std::size_t count) { m_bytes.resize(m_bytes.size() + count); }

    /// Overwrites four bytes at `offset`, which must have been written.
    void patchU32(std::size_t offset, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            m_bytes.at(offset + i) = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] ByteView view() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    void unsignedOf(std::uint64_t value, unsigned size) {
        for (unsigned i = 0; i < size; ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * (size - 1 - i))));
    }

    Bytes m_bytes;
};

}  // namespace keyreel
