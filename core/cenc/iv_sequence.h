#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "core/base/result.h"

namespace keyreel::cenc {

/// The 8-byte IVs of one track under one key: +1 per sample (CMAF section 8.2.3.1). Move-only, and exhausted
/// when moved from, so that no two tracks can hold the same one by accident.
class IvSequence {
public:
    IvSequence(IvSequence&& other) noexcept
        : m_next(other.m_next), m_used(std::exchange(other.m_used, kPerTrack)) {}
    IvSequence& operator=(IvSequence&& other) noexcept {
        m_next = other.m_next;
        m_used = std::exchange(other.m_used, kPerTrack);
        return *this;
    }

    /// The IV of the next sample. Code `iv_exhausted` after 2^47 samples, before it could meet another
    /// track's range.
    Result<std::uint64_t> next();

    /// For an IV that the caller vouches for: no other sample was or will be protected with it under the key.
    static IvSequence startingAt(std::uint64_t first) { return IvSequence(first); }

private:
    friend class IvAllocator;
    static constexpr std::uint64_t kPerTrack = std::uint64_t{1} << 47;
    explicit IvSequence(std::uint64_t first) : m_next(first) {}
    std::uint64_t m_next;
    std::uint64_t m_used = 0;
};

/// Hands out IV sequences that cannot meet under one key: the upper 16 bits are a random base XOR the track's
/// ordinal, the lower 48 start random with their top bit clear, so each track has at least 2^47 samples of
/// its own. Keep one per key.
class IvAllocator {
public:
    /// Draws the base from the system's random numbers. Code as crypto's random source.
    static Result<IvAllocator> create();

    /// The sequence of the next track. Code `iv_exhausted` after 65536 tracks.
    Result<IvSequence> draw();

private:
    explicit IvAllocator(std::uint16_t base) : m_base(base) {}
    std::uint16_t m_base;
    std::uint32_t m_ordinal = 0;
};

/// The 16-byte IVs of one track under cbc1: the first one, then each time the last cipher block of the sample
/// before, which nobody can foretell (a sample without a cipher block advances it by one).
struct ChainedIvs {
    std::array<std::uint8_t, 16> first{};
};

/// Where the per-sample IVs of a track come from: nowhere under cbcs.
using SampleIvs = std::variant<std::monostate, IvSequence, ChainedIvs>;

}  // namespace keyreel::cenc
