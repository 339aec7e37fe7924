#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

/// b6e254ef-0dc5-47fe-94e7-0e72ed1dc7b0
inline constexpr isobmff::SystemId kKeyreelSystemId{0xb6, 0xe2, 0x54, 0xef, 0x0d, 0xc5, 0x47, 0xfe,
                                                    0x94, 0xe7, 0x0e, 0x72, 0xed, 0x1d, 0xc7, 0xb0};
/// 1077efec-c0b2-4d02-ace3-3c1e52e2fb4b, "W3C Common PSSH box" of the "cenc" initialization data format.
inline constexpr isobmff::SystemId kCommonSystemId{0x10, 0x77, 0xef, 0xec, 0xc0, 0xb2, 0x4d, 0x02,
                                                   0xac, 0xe3, 0x3c, 0x1e, 0x52, 0xe2, 0xfb, 0x4b};

/// What Keyreel's pssh says: identities only, never shares. The encoding is deterministic JSON of at most
/// 4096 bytes.
struct KeyreelPssh {
    static constexpr int kSchema = 1;

    Scheme scheme = Scheme::Cenc;
    std::string suite;  ///< Cryptographic suite, for example "kr1"; 1 to 64 printable bytes.
    std::array<std::uint8_t, 16> contentId{};
    std::array<std::uint8_t, 32> nodeSet{};  ///< Digest that names the node set.
    std::uint32_t threshold = 0;             ///< Shares needed; 1 to 255.
    std::array<std::uint8_t, 32> policyDigest{};

    bool operator==(const KeyreelPssh&) const = default;

    /// Code `pssh_payload_invalid`.
    [[nodiscard]] Result<Bytes> encode() const;
    /// Strict: every field exactly once, no other field, canonical form. Codes: `pssh_payload_invalid`,
    /// `pssh_payload_too_large`.
    static Result<KeyreelPssh> parse(ByteView payload);
};

/// Keyreel's box for one key id.
Result<isobmff::Pssh> keyreelPssh(const KeyId& keyId, const KeyreelPssh& payload);
/// The W3C common box for one key id.
isobmff::Pssh commonPssh(const KeyId& keyId);

}  // namespace keyreel::cenc
