#pragma once

#include <stop_token>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/gateway/node_client.h"
#include "core/studio/network.h"

namespace keyreel::studio {

/// Whether a key node follows the rights log of that network's gateway, and was shown the history that this
/// computer is: shares that are sealed to any other node open for nobody, or for those whom another log
/// names. The node signs what it was shown, the log has signed that, and the gateway proves that its log
/// still begins so. A node that has only just started is waited for, at most 5 s. Codes: `node_other_log`,
/// `log_divergent`, `witness_invalid`; transport, of the gateway as well.
Status checkFollowsLog(const Network& network, const custody::NodeDescriptor& node,
                       const gateway::NodeClient& client, std::stop_token stop);

}  // namespace keyreel::studio
