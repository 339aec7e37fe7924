#pragma once

#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/rights/state.h"
#include "core/rights/statement.h"
#include "core/studio/link.h"
#include "core/studio/session.h"

namespace keyreel::studio {

// What every act of a maker on a film of their own begins and ends with. Private to this room.

/// Code `vault_locked`.
Status mustBeUnlocked(const Session& session);

/// The film's record in this computer's copy of the log, when this account made it. Codes: `asset_unknown`,
/// `not_creator`.
Result<rights::AssetRecord> ownFilm(const Session& session, const Link& link);

/// Signs, submits, and waits until the log shows it.
Status submitStatement(const Session& session, const rights::Statement& statement, std::stop_token stop);

/// The address of these bytes.
std::string cidOf(ByteView bytes);

/// Sends them to the gateway, under their address.
Status uploadBytes(const Session& session, ByteView bytes, std::stop_token stop);

/// The next revision of the film's record: another manifest; what else it says stays.
Status updateManifest(const Session& session, const rights::AssetRecord& record,
                      const std::string& manifestCid, const crypto::Digest& policyDigest,
                      std::stop_token stop);

/// Beside the job that published the film: revocations go to the nodes that this computer knows of it.
void keepManifest(const Session& session, const Link& link, ByteView manifest);

}  // namespace keyreel::studio
