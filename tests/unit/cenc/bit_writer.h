#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace keyreel::test {

/// Writes bits and Exp-Golomb codes, most significant first.
class BitWriter {
public:
    BitWriter& bits(std::uint64_t value, unsigned count) {
        for (unsigned i = count; i-- > 0;) {
            if (m_used % 8 == 0) m_bytes.push_back(0);
            m_bytes.back() =
                static_cast<std::uint8_t>(m_bytes.back() | ((value >> i) & 1U) << (7 - m_used % 8));
            ++m_used;
        }
        return *this;
    }
    BitWriter& ue(std::uint32_t value) {
        unsigned length = 0;
        while (((std::uint64_t{value} + 1) >> (length + 1)) != 0)
            ++length;
        return bits(0, length).bits(std::uint64_t{value} + 1, length + 1);
    }
    /// The bytes with emulation prevention (ISO/IEC 14496-10 section 7.4.1).
    [[nodiscard]] Bytes nal() const {
        Bytes out;
        unsigned zeros = 0;
        for (const std::uint8_t byte : m_bytes) {
            if (zeros >= 2 && byte <= 3) {
                out.push_back(3);
                zeros = 0;
            }
            out.push_back(byte);
            zeros = byte == 0 ? zeros + 1 : 0;
        }
        return out;
    }

private:
    Bytes m_bytes;
    unsigned m_used = 0;
};

}  // namespace keyreel::test
