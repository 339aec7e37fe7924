#pragma once

#include <stop_token>
#include <string_view>

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Lets an account open a film of one's own. Idempotent. Codes: `not_creator`, `asset_unknown`, transport.
Status grantAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                   std::stop_token stop);

/// Takes it back: into the log, and straight to every key node of the film. Codes as grantAccess().
Status revokeAccess(const Session& session, const Link& link, const crypto::PublicKey& account,
                    std::stop_token stop);

/// Revokes one of the account's devices: into the log, and straight to every key node of the network.
Status revokeDevice(const Session& session, const crypto::PublicKey& device, std::stop_token stop);

/// An account as people copy it: `did:key:z6Mk...`, or 64 hexadecimal digits. Code `bad_account`.
Result<crypto::PublicKey> parseAccount(std::string_view text);

}  // namespace keyreel::studio
