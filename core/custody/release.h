#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/custody/capability.h"
#include "core/custody/recover_message.h"

namespace keyreel::custody {

/// What one exchange with a key node shows to anyone, for ever and without a network: that the gateway let a
/// device ask, that the device asked this node for this share, and what the node signed for it. Opens
/// nothing.
struct Release {
    Capability capability;
    RecoverProof proof;
    RecoverRequest request;
    RecoverAnswer answer;

    [[nodiscard]] bool released() const { return answer.code == "ok"; }
};

/// Checks a request and the answer to it as they went over the wire: the node's signature, over this request;
/// the gateway's signature, in force when the node answered; the device's proof of possession, for this node,
/// capability, asset, reply key and minute; and that all parts mean the same share. What the share and the
/// node set should be is the manifest's to say. Code `release_invalid`; `what` begins with the part that does
/// not hold: "answer", "request", "capability" or "possession".
Result<Release> verifyRelease(ByteView request, ByteView answer, const NodeId& node,
                              const crypto::PublicKey& gatewayKey);

}  // namespace keyreel::custody
