#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/custody/node_set.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// What one key node says that the gateway's log holds, beside this profile's own copy.
struct WitnessReport {
    std::string name;
    std::string url;
    std::string view;  ///< rights::toText(), or the code of why there is none.
    Bytes witness;     ///< As the node signed it; empty when there is none.
};

/// What nodes have said already, by the signing key of each.
using CarriedWitnesses = std::map<custody::NodeId, Bytes>;

/// Asks every node for its witness, all at once but those of `carried`, and compares. A node that knows more
/// than this profile makes it follow the log first. Nodes that do not answer are reported, not fatal.
/// `enough` ends only the asking, so whoever wants all of it to end triggers both; following ends with
/// `stop`, or after 10 seconds. Codes: `log_divergent`, the gateway has signed two histories (now, or by the
/// evidence that this profile keeps), or withholds what it signed for a node: the message names both;
/// `log_not_shown`, a node knows more and the log could not be followed; `cancelled`.
Result<std::vector<WitnessReport>> compareWitnesses(const Session& session,
                                                    const std::vector<custody::NodeDescriptor>& nodes,
                                                    std::stop_token enough, std::stop_token stop,
                                                    const CarriedWitnesses& carried = {});

}  // namespace keyreel::studio
