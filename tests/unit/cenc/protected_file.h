#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/cenc/iv_sequence.h"
#include "core/cenc/scheme.h"
#include "core/isobmff/track_description.h"

namespace keyreel::test {

/// A fragmented file, once clear and once protected, both made by the writers that packaging uses.
struct ProtectedFile {
    static constexpr cenc::KeyId kKeyId{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    static constexpr std::array<std::uint8_t, 16> kKey{16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

    static constexpr std::array<std::uint8_t, 16> kConstantIv{0xf0, 1, 2,  3,  4,  5,  6,  7,
                                                              8,    9, 10, 11, 12, 13, 14, 15};

    Bytes bytes;
    std::vector<Bytes> samples;                 ///< Clear, in file order.
    std::vector<std::uint64_t> sampleOffsets;   ///< In `bytes`.
    std::vector<std::uint64_t> segmentOffsets;  ///< Of each moof.
    std::vector<std::uint64_t> ivs;             ///< cenc and cens.

    struct Options {
        bool segmentIndex = true;
        std::size_t samplesPerFragment = 7;
        cenc::Scheme scheme = cenc::Scheme::Cenc;
        cenc::Pattern pattern{1, 9};
        /// The first IV of cenc and cens; random without.
        std::optional<std::uint64_t> firstIv{};
    };
    static ProtectedFile make(const isobmff::TrackDescription& track, std::vector<Bytes> samples,
                              Options options);
};

}  // namespace keyreel::test
