#pragma once

#include <array>
#include <cstdint>

#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

using isobmff::KeyId;

/// Protection schemes of ISO/IEC 23001-7 that Keyreel writes and reads: section 10.1 (AES-CTR) and 10.4
/// (AES-CBC, pattern).
enum class Scheme { Cenc = 1, Cbcs };

/// "cenc", "cbcs".
constexpr const char* schemeName(Scheme scheme) {
    return scheme == Scheme::Cenc ? "cenc" : "cbcs";
}

/// Of each `crypt + skip` blocks of 16 bytes the first `crypt` are encrypted; 0:0 means all of them.
struct Pattern {
    std::uint8_t crypt = 0;  ///< At most 15.
    std::uint8_t skip = 0;   ///< At most 15.

    bool operator==(const Pattern&) const = default;
};

/// How a track is protected, as `schm` and `tenc` say it.
struct Protection {
    Scheme scheme = Scheme::Cenc;
    KeyId keyId{};
    std::uint8_t ivSize =
        8;              ///< Per-sample IV bytes under cenc; the only size written (no counter can wrap).
    Pattern pattern{};  ///< cbcs only.
    std::array<std::uint8_t, 16> constantIv{};  ///< cbcs only: one per key and track, random.

    /// What cbcs is written with (section 10.4.1): 1:9 for pictures, every block for sound.
    static Protection cbcs(const KeyId& keyId, const std::array<std::uint8_t, 16>& constantIv, bool video) {
        return {Scheme::Cbcs, keyId, 0, video ? Pattern{1, 9} : Pattern{}, constantIv};
    }
};

}  // namespace keyreel::cenc
