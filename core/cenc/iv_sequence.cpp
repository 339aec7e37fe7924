#include "core/cenc/iv_sequence.h"

#include "core/crypto/random.h"

namespace keyreel::cenc {

namespace {

std::uint64_t bigEndian(ByteView bytes) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8U | byte;
    return value;
}

}  // namespace

Result<std::uint64_t> IvSequence::next() {
    if (m_used == kPerTrack)
        return fail("iv_exhausted", "A track has used all its initialization vectors under one key.",
                    "Package with a fresh key.");
    ++m_used;
    return m_next++;
}

Result<IvAllocator> IvAllocator::create() {
    return IvAllocator(static_cast<std::uint16_t>(bigEndian(crypto::randomArray<2>())));
}

Result<IvSequence> IvAllocator::draw() {
    if (m_ordinal > 0xffff)
        return fail("iv_exhausted", "One key cannot protect more than 65536 tracks.", "Use another key.");
    const std::uint64_t track = m_base ^ m_ordinal++;
    // The top bit of the lower 48 stays clear: 2^47 increments never carry into the track's 16 bits.
    const std::uint64_t start = bigEndian(crypto::randomArray<6>()) & (IvSequence::kPerTrack - 1);
    return IvSequence(track << 48U | start);
}

}  // namespace keyreel::cenc
