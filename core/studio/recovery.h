#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/identity/identity.h"
#include "core/identity/keystore.h"
#include "core/identity/recovery_kit.h"
#include "core/studio/library.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// The recovery kit of an opened identity: its words, and with `drafts` the drafts and the library of the
/// profile. Codes: those of identity::sealRecoveryKit(), `vault_locked`, `file_too_large`.
Result<Bytes> makeRecoveryKit(const Places& places, const identity::Identity& identity, bool drafts,
                              ByteView password, const Clock& clock);

/// The same into a new file, and remembered for lastRecoveryKit(). Codes: those of makeRecoveryKit(),
/// `file_exists` (it is left as it is), those of writeFileAtomically(). Returns its size in bytes.
Result<std::uint64_t> writeRecoveryKit(const Places& places, const identity::Identity& identity, bool drafts,
                                       ByteView password, const Clock& clock,
                                       const std::filesystem::path& file);

/// When the last kit of this profile was made, or the one that it was restored from: Unix seconds.
std::optional<std::int64_t> lastRecoveryKit(const Places& places);

/// The page to print for an opened identity. Code `vault_locked`.
Result<SecretBytes> makeRecoveryPage(const identity::Identity& identity, const Clock& clock);

/// What a kit brought back.
struct RestoredKit {
    identity::Identity identity;
    std::vector<std::string> files;  ///< Names of the profile's files that came along.
};

/// This profile's device when its account has revoked it: by the person's own verified copy of the rights
/// log, which is brought up to date when its gateway answers. Such a device may be replaced by restoring.
std::optional<crypto::PublicKey> revokedDevice(const Session& session, std::stop_token stop);

/// Makes the kit's account usable in a fresh profile, or in one whose key is lost or whose device is
/// `revoked`, as a new device; puts back the files that the kit holds where the profile has none. Codes:
/// those of identity::openRecoveryKit() and identity::Identity::restore().
Result<RestoredKit> restoreRecoveryKit(const Places& places, identity::KeyStore& keys, ByteView kit,
                                       ByteView password, const std::string& deviceName,
                                       const std::optional<crypto::PublicKey>& revoked = {});

/// Films of this account that the session's gateway has: found in its rights log, described by manifests that
/// the account signed, and put into the library.
struct FoundFilms {
    std::vector<LibraryEntry> films;
    std::vector<std::pair<std::string, Error>> faults;  ///< Link and why it could not be described.
};
Result<FoundFilms> findOwnFilms(const Session& session, std::stop_token stop);

}  // namespace keyreel::studio
