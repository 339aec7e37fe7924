#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace keyreel::cenc {

/// Reads bits, most significant first, from borrowed bytes. Sticky like ByteReader: after the first read past
/// the end every value is 0 and `failed()` stays true. With `skipEmulation` it reads a NAL unit's RBSP
/// (ISO/IEC 14496-10 section 7.4.1): 00 00 03 loses its 03, but positions stay those of the NAL unit.
class BitReader {
public:
    explicit BitReader(ByteView bytes, bool skipEmulation = false)
        : m_bytes(bytes), m_skipEmulation(skipEmulation) {}

    std::uint32_t bit() {
        if (m_bit == 0 && !loadByte()) return 0;
        const std::uint32_t value = (static_cast<std::uint32_t>(m_current) >> (7U - m_bit)) & 1U;
        m_bit = (m_bit + 1) & 7U;
        return value;
    }
    bool flag() { return bit() != 0; }
    /// Up to 32 bits.
    std::uint32_t bits(unsigned count) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < count; ++i)
            value = value << 1 | bit();
        return value;
    }
    void skip(std::uint64_t count) {
        for (std::uint64_t i = 0; i < count && !m_failed; ++i)
            (void)bit();
    }
    /// ue(v), at most 2^32 - 2.
    std::uint32_t ue() {
        unsigned zeros = 0;
        while (!m_failed && bit() == 0) {
            if (++zeros > 31) m_failed = true;
        }
        if (m_failed) return 0;
        return static_cast<std::uint32_t>((std::uint64_t{1} << zeros) - 1 + bits(zeros));
    }
    /// se(v)
    std::int32_t se() {
        const std::uint32_t code = ue();
        const auto half = static_cast<std::int32_t>(code / 2 + (code & 1U));
        return (code & 1U) != 0 ? half : -half;
    }
    /// ue(v) that must not exceed `limit`.
    std::uint32_t ueUpTo(std::uint32_t limit) {
        const std::uint32_t value = ue();
        if (value > limit) m_failed = true;
        return m_failed ? 0 : value;
    }
    void align() { m_bit = 0; }
    void fail() { m_failed = true; }

    /// Bytes begun so far, removed emulation bytes before them included.
    [[nodiscard]] std::size_t bytesUsed() const { return m_position; }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool loadByte() {
        if (m_skipEmulation && m_zeros >= 2 && m_position < m_bytes.size() && m_bytes[m_position] == 3) {
            ++m_position;
            m_zeros = 0;
        }
        if (m_failed || m_position >= m_bytes.size()) {
            m_failed = true;
            return false;
        }
        m_current = m_bytes[m_position++];
        m_zeros = m_current == 0 ? m_zeros + 1 : 0;
        return true;
    }

    ByteView m_bytes;
    bool m_skipEmulation;
    std::size_t m_position = 0;
    unsigned m_bit = 0;
    unsigned m_zeros = 0;
    std::uint8_t m_current = 0;
    bool m_failed = false;
};

/// Ceil(Log2(value)); 0 for 0 and 1.
constexpr unsigned ceilLog2(std::uint64_t value) {
    unsigned bits = 0;
    while ((std::uint64_t{1} << bits) < value)
        ++bits;
    return bits;
}

}  // namespace keyreel::cenc
