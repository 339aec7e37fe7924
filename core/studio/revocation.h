#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/audit/log.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Somebody who should know of a revocation, and whether they do.
struct Receiver {
    std::string name;  ///< For people: "Node 1", "the gateway https://...".
    std::string url;
    std::string code;  ///< "received", or why not: a refusal of theirs, or a transport code.

    [[nodiscard]] bool received() const { return code == "received"; }
};

/// Who has a revocation. What a gateway has not is kept in the profile and sent again before the next sync
/// with it; what a node missed is in the RevocationOutbox.
struct RevocationReport {
    std::vector<Receiver> nodes;
    std::vector<Receiver> gateways;  ///< The session's own first.

    /// Success when everyone has it. Codes: `revocation_partial`, `revocation_undelivered` (nobody has it).
    [[nodiscard]] Status status() const;
};

/// Sends the signed revocation to all of `nodes` at once and fills in their codes; takes no longer than the
/// slowest of them is allowed to, about 5 s. Trusts `authorityPem` (empty: the system's certificates).
void tellNodes(std::vector<Receiver>& nodes, const std::string& authorityPem, ByteView statement,
               std::stop_token stop);

/// Keeps the signed revocation, tells the nodes, then the session's gateway, and records who took it. No
/// answer of the gateway is needed for the nodes to get it, and none is waited for longer than about 8 s. The
/// nodes that only the gateway can name are told last. Codes: those of rights::Replica::revoke() and
/// audit::Log.
Result<RevocationReport> deliverRevocation(const Session& session, ByteView statement,
                                           std::vector<Receiver> nodes, std::stop_token stop);

/// Writes `access_revoked` or `device_revoked` with the names of those who took it.
Status recordReceived(audit::Log& log, ByteView statement, const std::string& receivers);

}  // namespace keyreel::studio
