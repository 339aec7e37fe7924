#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/audit/log.h"
#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/nonce_store.h"
#include "core/custody/recover_message.h"
#include "core/rights/replica.h"

namespace keyreel::custody {

struct NodeServiceOptions {
    crypto::PublicKey gatewayKey{};  ///< Whose capabilities are heard; it gives no access.
    std::int64_t maxHeadAge = 300;   ///< Seconds; with an older head the replica is stale.
};

/// What a key node does with a recover request: every check of protocol.md "Opening" step 3, in that order,
/// every time, then the audit record, then the answer. It decides from its own replica and never because the
/// gateway says so. Holds no state per asset. Thread: any; everything passed in outlives it.
class NodeService {
public:
    /// `xwingKey`: for shares of suite 2; without it they are refused as `suite_unsupported`.
    NodeService(crypto::SigningKey signingKey, crypto::X25519Key hpkeKey, rights::Replica& replica,
                NonceStore& nonces, audit::Log& audit, const Clock& clock, NodeServiceOptions options,
                std::optional<crypto::XWingKey> xwingKey = std::nullopt);

    /// The signed, padded answer: a share or a refusal (refusal.h). Never throws, never says more than the
    /// code.
    Bytes answer(ByteView request);

    [[nodiscard]] const NodeId& id() const { return m_signingKey.publicKey(); }
    [[nodiscard]] const crypto::X25519PublicKey& hpkeKey() const { return m_hpkePublic; }
    /// Empty: this node has no suite 2.
    [[nodiscard]] Bytes xwingKey() const;

private:
    struct Exchange;
    [[nodiscard]] Status decide(ByteView request, Exchange& exchange);
    [[nodiscard]] Status checkProof(const RecoverRequest& request, Exchange& exchange);
    [[nodiscard]] Status checkRights(const Exchange& exchange) const;
    [[nodiscard]] Status checkLease(Exchange& exchange) const;
    [[nodiscard]] Status checkShare(const RecoverRequest& request, const Exchange& exchange) const;
    [[nodiscard]] Status checkSuite(const RecoverRequest& request, const Exchange& exchange,
                                    const rights::AssetRecord& asset) const;
    [[nodiscard]] Status reseal(const RecoverRequest& request, Exchange& exchange) const;
    [[nodiscard]] Status record(const Exchange& exchange, std::string_view code);

    crypto::SigningKey m_signingKey;
    crypto::X25519PublicKey m_hpkePublic;
    crypto::SealingKey m_hpkeKey;
    std::optional<crypto::SealingKey> m_xwingKey;
    crypto::Digest m_xwingKeyId{};
    rights::Replica& m_replica;
    NonceStore& m_nonces;
    audit::Log& m_audit;
    const Clock& m_clock;
    NodeServiceOptions m_options;
};

}  // namespace keyreel::custody
