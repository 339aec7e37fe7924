#pragma once

#include <stop_token>

#include "core/base/result.h"
#include "core/rights/state.h"
#include "core/rights/statement.h"
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

}  // namespace keyreel::studio
