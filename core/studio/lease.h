#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/hash.h"
#include "core/custody/asset_secret.h"
#include "core/studio/clock_floor.h"
#include "core/studio/open_film.h"

namespace keyreel::studio {

/// A film that this device keeps for watching without a network, for as long as its key nodes signed.
struct Lease {
    std::string link;
    std::string title;
    std::int64_t issued = 0;
    std::int64_t until = 0;  ///< Unix seconds.
    bool ended = false;      ///< By the clock, or by its floor.
};

/// What the vault keeps of a lease: the film's secret, sealed once more under the device key, so that neither
/// the vault nor the device key opens it alone. Layout: README.
struct LeaseRecord {
    std::string link;
    std::int64_t issued = 0;
    std::int64_t until = 0;
    crypto::Digest proofId{};
    Bytes nonce;   ///< 12 bytes.
    Bytes sealed;  ///< 32 bytes of secret and 16 of tag.
    friend bool operator==(const LeaseRecord&, const LeaseRecord&) = default;
};
Bytes encodeLeaseRecord(const LeaseRecord& record);
/// Code `lease_damaged`.
Result<LeaseRecord> decodeLeaseRecord(ByteView bytes);

/// Takes a lease, or renews it: asks the key nodes, each of which decides for itself and signs until when;
/// downloads the film as it lies at the gateway, encrypted, and verifies it; keeps the key sealed in the
/// vault. A renewal downloads nothing that is there already. Codes: `offline_forbidden`, those of openFilm(),
/// File and Vault, `part_changed`, `cancelled`.
Result<Lease> takeLease(const Session& session, const Link& link, const ProgressSink& progress,
                        std::stop_token stop);

/// The last step of takeLease(): keeps the key and what was signed for it. `proof`: the joined file. Codes:
/// `vault_locked`, `lease_damaged`, `proof_*`, those of File and Vault.
Result<Lease> keepLease(const Session& session, const Link& link, const custody::AssetSecret& secret,
                        ByteView proof);

/// Opens a leased film without a network: verifies again all that was signed, that the lease is this device's
/// and has not ended, that this computer knows of no revocation, and raises the clock's floor before the key
/// is used; the record is on the disk before that. Codes: `lease_missing`, `lease_ended`, `lease_damaged`,
/// `device_revoked`, `no_access`, `vault_locked`, `proof_*`, those of File and Vault.
Result<OpenedFilm> openLeased(const Session& session, const Link& link, const BootTime& boot = bootTime());

/// All of them, by title. Codes: `vault_locked`, `lease_damaged`.
Result<std::vector<Lease>> leasesOf(const Session& session, const BootTime& boot = bootTime());

/// Gives one back: key and files are removed. Code `lease_missing`.
Status dropLease(const Session& session, const Link& link);

}  // namespace keyreel::studio
