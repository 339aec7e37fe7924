#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hybrid_signature.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/asset_secret.h"
#include "core/custody/node_set.h"

namespace keyreel::custody {

/// Carries one request to one node on a new connection and brings back its answer. Called on several threads
/// at once. Must return soon after the stop token is triggered (100 ms), else recover() waits for it.
using RecoverTransport =
    std::function<Result<Bytes>(const NodeDescriptor& node, ByteView request, std::stop_token stop)>;

/// How one node did.
struct NodeReport {
    NodeId node{};
    std::string name;
    /// "ok"; the node's refusal code; "unreachable" (transport fault, twice); "answer_invalid" (not by this
    /// node or not to this request); "wrong_share" (does not match its commitment: the node lies or is
    /// damaged); "not_needed" (enough others were faster, or the caller cancelled); "too_slow".
    std::string code;
    std::uint32_t milliseconds = 0;
    unsigned attempts = 0;
    /// What the node was asked and what it signed for it; empty when no valid answer came. Nobody can open a
    /// share with them: it is sealed to a key that ended with the session (release.h).
    Bytes request;
    Bytes answer;
};

struct Recovered {
    AssetSecret secret;
    std::vector<NodeReport> nodes;  ///< In the order of the node set.
};

struct RecoverInput {
    const crypto::SigningKey& device;  ///< The device key that `capability` names.
    /// Made for this session and of the tier's suite, before the capability was asked for.
    const crypto::SealingKey& ephemeral;
    ByteView capability;     ///< The CWT from the gateway.
    const SealedTier& tier;  ///< From the verified, creator-signed manifest.
    /// The device key with its ML-DSA half, which a tier of suite 2 asks for; else null.
    const crypto::HybridSigningKey* hybridDevice = nullptr;
};

struct RecoverOptions {
    std::chrono::milliseconds deadline{2500};  ///< For everything.
    /// For the others once t good shares are in: what is broken off costs its connection, and a handshake the
    /// next time.
    std::chrono::milliseconds grace{10};
};

/// Asks all n nodes in parallel (one joined thread each), takes the first t shares that match their
/// commitments, combines them and checks the commitment of S. A transport fault is retried once with a new
/// nonce; a refusal is not. Returns when t good shares are in, or so much later that the others can end; what
/// has not is cancelled. Codes: those of checkTier(), `suite_required` (the ephemeral key is of another suite
/// than the tier, or `hybridDevice` is missing), `secret_mismatch` (the manifest's commitments contradict
/// each other), `cancelled`; with too few shares the most telling refusal (`device_revoked`, `no_access`,
/// ...), else `too_few_nodes`; the message names the nodes. `reports` receives the nodes' reports also on
/// failure. Thread: the caller's.
Result<Recovered> recover(const RecoverInput& input, const RecoverTransport& transport, const Clock& clock,
                          const RecoverOptions& options = {}, std::stop_token stop = {},
                          std::vector<NodeReport>* reports = nullptr);

}  // namespace keyreel::custody
