#include "core/media/dolby_records.h"

#include <algorithm>

namespace keyreel::media {
namespace {

constexpr std::uint32_t kSyncword = 0x0b77;
constexpr unsigned kMaxAc3Bsid = 8;
constexpr unsigned kEac3Bsid = 16;
constexpr unsigned kReservedRate = 3;
constexpr unsigned kSixBlocks = 3;

/// Fixed-width fields, most significant bit first, of the few bytes at a frame's start.
class Fields {
public:
    explicit Fields(ByteView bytes) : m_bytes(bytes) {}
    unsigned take(unsigned count) {
        unsigned value = 0;
        for (; count > 0; --count, ++m_bit) {
            const std::size_t byte = m_bit / 8;
            const unsigned bit = byte < m_bytes.size() ? (m_bytes[byte] >> (7 - m_bit % 8)) & 1U : 0U;
            value = value << 1U | bit;
        }
        return value;
    }
    [[nodiscard]] bool failed() const { return m_bit > m_bytes.size() * 8; }

private:
    ByteView m_bytes;
    std::size_t m_bit = 0;
};

/// The same towards the other direction: a record of at most eight bytes.
class Record {
public:
    void put(unsigned value, unsigned count) {
        m_value = m_value << count | value;
        m_count += count;
    }
    [[nodiscard]] Bytes bytes() const {
        Bytes out;
        for (unsigned done = 0; done < m_count; done += 8)
            out.push_back(static_cast<std::uint8_t>(m_value >> (m_count - 8 - done)));
        return out;
    }

private:
    std::uint64_t m_value = 0;
    unsigned m_count = 0;
};

tl::unexpected<Error> damaged(const char* coding) {
    return fail("media_damaged", std::string("The sound does not begin with a frame of ") + coding + ".",
                "Copy or download the film again.");
}

}  // namespace

Result<Bytes> dac3FromFrame(ByteView accessUnit) {
    Fields in(accessUnit);
    const unsigned sync = in.take(16);
    (void)in.take(16);  // crc1
    const unsigned rate = in.take(2);
    const unsigned frameSize = in.take(6);
    const unsigned bsid = in.take(5);
    const unsigned bsmod = in.take(3);
    const unsigned acmod = in.take(3);
    if ((acmod & 1U) != 0 && acmod != 1) (void)in.take(2);  // cmixlev
    if ((acmod & 4U) != 0) (void)in.take(2);                // surmixlev
    if (acmod == 2) (void)in.take(2);                       // dsurmod
    const unsigned lfe = in.take(1);
    if (in.failed() || sync != kSyncword || bsid > kMaxAc3Bsid || rate == kReservedRate || frameSize > 37)
        return damaged("AC-3");
    Record out;
    out.put(rate, 2);
    out.put(bsid, 5);
    out.put(bsmod, 3);
    out.put(acmod, 3);
    out.put(lfe, 1);
    out.put(frameSize >> 1U, 5);  // bit_rate_code
    out.put(0, 5);
    return out.bytes();
}

Result<Bytes> dec3FromAccessUnit(ByteView accessUnit, std::uint64_t bitsPerSecond) {
    Fields in(accessUnit);
    const unsigned sync = in.take(16);
    const unsigned streamType = in.take(2);
    const unsigned substream = in.take(3);
    const std::size_t size = (in.take(11) + std::size_t{1}) * 2;
    const unsigned rate = in.take(2);
    const unsigned blocks = in.take(2);
    const unsigned acmod = in.take(3);
    const unsigned lfe = in.take(1);
    const unsigned bsid = in.take(5);
    if (in.failed() || sync != kSyncword || bsid <= 10 || bsid > kEac3Bsid || size > accessUnit.size())
        return damaged("E-AC-3");
    if (streamType != 0 || substream != 0 || size != accessUnit.size() || rate == kReservedRate ||
        blocks != kSixBlocks)
        return fail("media_coding_unusual", "The E-AC-3 sound has more than one substream or short frames.",
                    "It is coded anew when the film is packaged.");
    Record out;
    out.put(static_cast<unsigned>(std::min<std::uint64_t>(bitsPerSecond / 1000, 0x1fff)), 13);  // data_rate
    out.put(0, 3);  // num_ind_sub - 1
    out.put(rate, 2);
    out.put(bsid, 5);
    out.put(0, 2);  // reserved, asvc
    out.put(0, 3);  // bsmod: complete main
    out.put(acmod, 3);
    out.put(lfe, 1);
    out.put(0, 3);
    out.put(0, 4);  // num_dep_sub
    out.put(0, 1);
    return out.bytes();
}

}  // namespace keyreel::media
