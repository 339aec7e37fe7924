#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/rights/replica.h"
#include "core/studio/session.h"
#include "core/studio/witnesses.h"

namespace keyreel::studio {

/// An entry of the log that means nothing: not signed by whom it names, or refused by the fold.
struct IdleEntry {
    std::uint64_t index = 0;
    std::string code;
};

/// What checkLog() found.
struct LogCheck {
    rights::TreeHead head;
    std::optional<rights::TreeHead> before;  ///< What this profile had verified the last time.
    std::uint64_t checkedAnew = 0;           ///< Entries that were fetched and verified, from the first on.
    std::uint64_t idle = 0;
    std::vector<IdleEntry> idleEntries;  ///< The first hundred of them.
    /// Entries by suite 2 of which this computer's OpenSSL can check the Ed25519 half alone.
    std::uint64_t halfChecked = 0;
    std::vector<WitnessReport> witnesses;
};

/// Follows the log, then takes nothing on trust: fetches every entry anew, verifies every signature, compares
/// each entry with the one that this profile has kept, folds them, and computes the root of all and the one
/// of the last time again; asks for the proof that the log only grew since, and every key node for what it
/// was shown. Codes: `log_empty`, `log_fork`, `log_rollback`, `log_withheld`, `log_divergent` (the gateway
/// has signed what contradicts itself; the replica keeps the evidence), `log_changed` (it shows other entries
/// than the signed ones), `log_proof_invalid`, `log_not_shown`, transport.
Result<LogCheck> checkLog(const Session& session, std::stop_token stop);

}  // namespace keyreel::studio
