#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/argon2.h"
#include "core/crypto/ed25519.h"

namespace keyreel::identity {

/// A file that comes along in a kit, such as the drafts. Not a key, yet sealed like one.
struct KitFile {
    std::string name;  ///< One component: lower-case letters, digits, '-', '_', '.'; starts with a letter.
    Bytes content;
    friend bool operator==(const KitFile&, const KitFile&) = default;
};

/// What a recovery kit brings back on another computer. It never holds a device key: restoring makes one.
struct RecoveryKit {
    crypto::PublicKey account{};  ///< Readable without the password.
    SecretBytes entropy;          ///< Of the recovery phrase: 16 or 32 bytes.
    std::string displayName;      ///< At most 256 bytes of UTF-8.
    std::int64_t made = 0;        ///< Unix seconds.
    std::vector<KitFile> files;   ///< At most kMaxKitFiles, names ascending.
};

inline constexpr std::size_t kMaxKitFiles = 16;
inline constexpr std::size_t kMaxKitFileSize = std::size_t{4} << 20;
inline constexpr std::size_t kMaxKitSize = std::size_t{80} << 20;
inline constexpr std::size_t kMinKitPassword = 10;

/// RFC 9106 section 4, second recommended option (64 MiB) for one lane: 4 passes instead of 3.
inline constexpr crypto::Argon2Cost kKitCost{65536, 4, 1};

/// Seals a kit under a password of 10 to 1024 bytes. Codes: `kit_password_short`, `bad_argument`,
/// `out_of_memory`. Takes about a quarter of a second and 64 MiB with the usual cost.
Result<Bytes> sealRecoveryKit(const RecoveryKit& kit, ByteView password,
                              const crypto::Argon2Cost& cost = kKitCost);

/// What a kit says before a password is tried.
struct KitHeader {
    crypto::PublicKey account{};
    crypto::Argon2Cost cost;
};

/// Bounds everything that the file states before anything is allocated or computed with it. Codes:
/// `kit_damaged`, `kit_newer`, `kit_cost` (outside what Keyreel makes: 8 MiB to 1 GiB, 1 to 16 passes, 1 to
/// 4 lanes).
Result<KitHeader> readKitHeader(ByteView bytes);

/// Codes: those of readKitHeader, `kit_wrong_password`, `out_of_memory`.
Result<RecoveryKit> openRecoveryKit(ByteView bytes, ByteView password);

/// The sealed part's layout, for tests and fuzzing. Code `kit_damaged`.
Result<RecoveryKit> parseKitContent(ByteView bytes);

}  // namespace keyreel::identity
