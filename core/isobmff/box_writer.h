#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/isobmff/four_cc.h"

namespace keyreel::isobmff {

/// Appends boxes to borrowed bytes. Boxes nest: `begin` opens one, `end` closes the last opened and fills its
/// size in.
class BoxWriter {
public:
    explicit BoxWriter(Bytes& out) : m_out(out) {}

    void begin(FourCc type) {
        m_open[m_depth++] = m_out.size();
        u32(0);
        u32(type);
    }
    void beginFull(FourCc type, std::uint8_t version, std::uint32_t flags) {
        begin(type);
        u32(static_cast<std::uint32_t>(version) << 24 | flags);
    }
    void end() {
        const std::size_t at = m_open[--m_depth];
        patchU32(at, static_cast<std::uint32_t>(m_out.size() - at));
    }

    void u8(std::uint8_t value) { m_out.push_back(value); }
    void u16(std::uint16_t value) { put<2>(value); }
    void u32(std::uint32_t value) { put<4>(value); }
    void u64(std::uint64_t value) { put<8>(value); }
    void i32(std::int32_t value) { put<4>(static_cast<std::uint32_t>(value)); }
    void bytes(ByteView bytes) { append(m_out, bytes); }
    void text(std::string_view text) { append(m_out, text); }
    void zeros(std::size_t count) { m_out.resize(m_out.size() + count); }
    void patchU32(std::size_t offset, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            m_out[offset + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    }
    [[nodiscard]] std::size_t size() const { return m_out.size(); }

private:
    template <std::size_t N>
    void put(std::uint64_t value) {
        std::array<std::uint8_t, N> bytes;
        for (std::size_t i = 0; i < N; ++i)
            bytes[i] = static_cast<std::uint8_t>(value >> (8 * (N - 1 - i)));
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    }

    Bytes& m_out;
    std::array<std::size_t, 16> m_open{};
    std::size_t m_depth = 0;
};

}  // namespace keyreel::isobmff
