#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/isobmff/four_cc.h"
#include "core/isobmff/pssh.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::cenc {

using isobmff::KeyId;

/// Protection schemes of ISO/IEC 23001-7: sections 10.1 (AES-CTR), 10.4 (AES-CBC, pattern, constant IV), 10.3
/// (AES-CTR, pattern) and 10.2 (AES-CBC).
enum class Scheme { Cenc = 1, Cbcs, Cens, Cbc1 };

inline constexpr std::array<Scheme, 4> kSchemes{Scheme::Cenc, Scheme::Cbc1, Scheme::Cens, Scheme::Cbcs};

/// "cenc", "cbc1", "cens", "cbcs": the four characters of `schm`.
constexpr const char* schemeName(Scheme scheme) {
    switch (scheme) {
        case Scheme::Cbcs:
            return "cbcs";
        case Scheme::Cens:
            return "cens";
        case Scheme::Cbc1:
            return "cbc1";
        case Scheme::Cenc:
            break;
    }
    return "cenc";
}
constexpr isobmff::FourCc schemeCode(Scheme scheme) {
    isobmff::FourCc code = 0;
    for (const char* at = schemeName(scheme); *at != 0; ++at)
        code = code << 8U | static_cast<std::uint8_t>(*at);
    return code;
}

/// AES-CTR: an IV may never protect two samples under one key.
constexpr bool isCounterScheme(Scheme scheme) {
    return scheme == Scheme::Cenc || scheme == Scheme::Cens;
}
/// `tenc` version 1 with a pattern.
constexpr bool isPatternScheme(Scheme scheme) {
    return scheme == Scheme::Cens || scheme == Scheme::Cbcs;
}
/// The scheme of that name; nothing when it is none of Common Encryption.
constexpr std::optional<Scheme> schemeOf(isobmff::FourCc name) {
    for (const Scheme scheme : kSchemes)
        if (schemeCode(scheme) == name) return scheme;
    return std::nullopt;
}

/// Of each `crypt + skip` blocks of 16 bytes the first `crypt` are encrypted; 0:0 means all of them.
struct Pattern {
    std::uint8_t crypt = 0;  ///< At most 15.
    std::uint8_t skip = 0;   ///< At most 15.

    bool operator==(const Pattern&) const = default;
};

/// How a track (or the samples of a `seig` group) is protected, as `schm` and `tenc` say it.
struct Protection {
    Scheme scheme = Scheme::Cenc;
    KeyId keyId{};
    /// Per-sample IV bytes: 8 under cenc and cens (no counter can wrap), 16 under cbc1, 0 under cbcs.
    std::uint8_t ivSize = 8;
    Pattern pattern{};                          ///< cens and cbcs.
    std::array<std::uint8_t, 16> constantIv{};  ///< cbcs only: one per key and track, random.

    /// What a track is written with: the pattern for pictures, every whole block for sound (sections 9.7 and
    /// 10.4.1).
    static Protection of(Scheme scheme, const KeyId& keyId, bool video, Pattern pattern = {1, 9},
                         const std::array<std::uint8_t, 16>& constantIv = {}) {
        Protection out;
        out.scheme = scheme;
        out.keyId = keyId;
        out.ivSize = scheme == Scheme::Cbcs ? 0 : scheme == Scheme::Cbc1 ? 16 : 8;
        if (isPatternScheme(scheme) && video) out.pattern = pattern;
        if (scheme == Scheme::Cbcs) out.constantIv = constantIv;
        return out;
    }
    static Protection cbcs(const KeyId& keyId, const std::array<std::uint8_t, 16>& constantIv, bool video) {
        return of(Scheme::Cbcs, keyId, video, {1, 9}, constantIv);
    }
    /// The same in the words of `tenc` and `seig`.
    [[nodiscard]] isobmff::EncryptionParameters parameters() const {
        isobmff::EncryptionParameters out;
        out.isProtected = true;
        out.ivSize = ivSize;
        out.cryptBlocks = pattern.crypt;
        out.skipBlocks = pattern.skip;
        out.keyId = keyId;
        if (ivSize == 0) out.constantIv.assign(constantIv.begin(), constantIv.end());
        return out;
    }
};

}  // namespace keyreel::cenc
