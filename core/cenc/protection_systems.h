#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/cenc/scheme.h"
#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

/// edef8ba9-79d6-4ace-a3c8-27dcd51d21ed
inline constexpr isobmff::SystemId kWidevineSystemId{0xed, 0xef, 0x8b, 0xa9, 0x79, 0xd6, 0x4a, 0xce,
                                                     0xa3, 0xc8, 0x27, 0xdc, 0xd5, 0x1d, 0x21, 0xed};
/// 9a04f079-9840-4286-ab92-e65be0885f95
inline constexpr isobmff::SystemId kPlayReadySystemId{0x9a, 0x04, 0xf0, 0x79, 0x98, 0x40, 0x42, 0x86,
                                                      0xab, 0x92, 0xe6, 0x5b, 0xe0, 0x88, 0x5f, 0x95};

/// A key as a header needs it; borrowed for the call.
struct HeaderKey {
    KeyId keyId{};
    const SecretBytes* key = nullptr;  ///< 16 bytes; PlayReady's check sum is made with it.
};

/// The W3C common box (version 1) for these key ids.
isobmff::Pssh commonPssh(std::span<const HeaderKey> keys);

/// Widevine's box (version 0): a WidevinePsshData message with `key_ids` and `protection_scheme`, which any
/// license service takes.
isobmff::Pssh widevinePssh(std::span<const HeaderKey> keys, Scheme scheme);

/// PlayReady's box (version 0) with a PlayReady Object around playReadyHeader(). Code `scheme_unsupported`
/// for cens and cbc1, which PlayReady does not have.
Result<isobmff::Pssh> playReadyPssh(std::span<const HeaderKey> keys, Scheme scheme);

/// The PlayReady Object: length, one record of type 1 with the header as UTF-16LE. Codes: as playReadyPssh.
Result<Bytes> playReadyObject(std::span<const HeaderKey> keys, Scheme scheme);

/// WRMHEADER 4.2.0.0 (AESCTR with check sums) under cenc, 4.3.0.0 (AESCBC, without) under cbcs. Codes: as
/// playReadyPssh.
Result<std::string> playReadyHeader(std::span<const HeaderKey> keys, Scheme scheme);

}  // namespace keyreel::cenc
