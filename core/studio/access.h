#pragma once

#include <stop_token>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/studio/revocation.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Lets an account open a film of one's own. Idempotent. Codes: `not_creator`, `asset_unknown`, transport.
Status grantAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                   std::stop_token stop);

/// Takes it back: straight to every key node of the film, and into the log. Of a film that this computer has
/// in its copy of the log nothing is asked of the gateway first; what the gateway does not take is kept and
/// sent again. The report says who has it. Codes: `vault_locked`, those of grantAccess() and
/// deliverRevocation().
Result<RevocationReport> revokeAccess(const Session& session, const Link& link,
                                      const crypto::PublicKey& account, std::stop_token stop);

/// Revokes one of the account's devices, likewise: at every key node and the gateway of the network, and, as
/// far as they answer, at the other gateways that films in the library come from and the nodes these name.
Result<RevocationReport> revokeDevice(const Session& session, const crypto::PublicKey& device,
                                      std::stop_token stop);

/// Takes a film of one's own out of the catalogue for good: nobody new gets it; who holds a grant keeps it
/// until it is revoked. Idempotent. Codes: `not_creator`, `asset_unknown`, `vault_locked`, transport.
Status unpublishFilm(const Session& session, const Link& link, std::stop_token stop);

/// How often a film of one's own was opened, by day (UTC), the newest first, as its gateway saw it. Codes:
/// `not_creator`, `asset_unknown`, transport.
Result<std::vector<gateway::OpeningDay>> openingsOf(const Session& session, const Link& link,
                                                    std::stop_token stop);

/// An account as people copy it: `did:key:z6Mk...`, or 64 hexadecimal digits. Code `bad_account`.
Result<crypto::PublicKey> parseAccount(std::string_view text);

}  // namespace keyreel::studio
