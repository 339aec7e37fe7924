#include "core/custody/node_service.h"

#include <algorithm>
#include <exception>
#include <optional>

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/crypto/cose.h"
#include "core/custody/capability.h"
#include "core/custody/enforced.h"
#include "core/custody/refusal.h"
#include "core/identity/account_id.h"
#include "core/rights/offline.h"

namespace keyreel::custody {

namespace {

tl::unexpected<Error> refuse(std::string_view code, const char* what) {
    return fail(std::string(code), what);
}

}  // namespace

/// What has been learned about one request so far.
struct NodeService::Exchange {
    crypto::Digest requestHash{};
    std::int64_t now = 0;
    crypto::Suite suite = crypto::kSuiteClassic;  ///< Of the share, and so of the answer.
    crypto::Digest capabilityHash{};
    std::optional<Capability> capability;      ///< Once its signature is verified.
    std::optional<crypto::Digest> latticeKey;  ///< With which the device signed its proof, if any.
    Nonce nonce{};
    std::uint8_t x = 0;
    Bytes sealedShare;       ///< To the ephemeral key.
    std::int64_t until = 0;  ///< Of an offline lease.
};

NodeService::NodeService(crypto::SigningKey signingKey, crypto::X25519Key hpkeKey, rights::Replica& replica,
                         NonceStore& nonces, audit::Log& audit, const Clock& clock,
                         NodeServiceOptions options, std::optional<crypto::XWingKey> xwingKey)
    : m_signingKey(std::move(signingKey)),
      m_hpkePublic(hpkeKey.publicKey()),
      m_hpkeKey(std::move(hpkeKey)),
      m_replica(replica),
      m_nonces(nonces),
      m_audit(audit),
      m_clock(clock),
      m_options(options) {
    if (!xwingKey) return;
    m_xwingKeyId = xwingKeyId(xwingKey->publicKey());
    m_xwingKey.emplace(std::move(*xwingKey));
}

Bytes NodeService::xwingKey() const {
    return m_xwingKey ? toBytes(m_xwingKey->publicKey().bytes()) : Bytes();
}

Bytes NodeService::answer(ByteView request) {
    Exchange exchange;
    exchange.now = m_clock.now();
    exchange.requestHash = crypto::sha256(request);

    RecoverAnswer answer;
    answer.node = id();
    answer.requestHash = exchange.requestHash;
    answer.time = exchange.now;
    answer.code = "ok";
    try {
        if (const Status decision = decide(request, exchange); !decision) answer.code = decision.error().code;
        if (const Status recorded = record(exchange, answer.code); enforced("record_first") && !recorded) {
            log(LogLevel::Error, "custody", "No audit record, no answer: " + recorded.error().what);
            answer.code = refusal::kUnavailable;
        }
    } catch (const std::exception& error) {
        log(LogLevel::Error, "custody", std::string("A recover request failed: ") + error.what());
        answer.code = refusal::kUnavailable;
    }
    if (answer.code == "ok") {
        answer.x = exchange.x;
        answer.until = exchange.until;
        answer.sealedShare = std::move(exchange.sealedShare);
    }
    auto message = signRecoverAnswer(answer, m_signingKey, exchange.suite);
    // An answer has a bounded size that always fits.
    return message ? std::move(*message) : Bytes();
}

Status NodeService::decide(ByteView message, Exchange& exchange) {
    KEYREEL_TRY(const RecoverRequest request, decodeRecoverRequest(message));
    exchange.suite = request.share.suite;

    KEYREEL_TRY(exchange.capability,
                verifyCapability(request.capability, m_options.gatewayKey, exchange.now));
    exchange.capabilityHash = capabilityHash(request.capability);
    if (enforced("capability_purpose") && exchange.capability->purpose != rights::kPurposePlay &&
        exchange.capability->purpose != rights::kPurposeOffline)
        return refuse(refusal::kCapInvalid, "The capability is for another purpose.");

    KEYREEL_CHECK(checkProof(request, exchange));
    KEYREEL_CHECK(checkRights(exchange));
    KEYREEL_CHECK(checkLease(exchange));
    KEYREEL_CHECK(checkShare(request, exchange));
    return reseal(request, exchange);
}

Status NodeService::checkProof(const RecoverRequest& request, Exchange& exchange) {
    if (enforced("proof_present") && !request.proof)
        return refuse(refusal::kPopMissing, "There is no proof of possession.");
    const Capability& capability = *exchange.capability;
    KEYREEL_TRY(const RecoverProof proof, verifyRecoverProof(*request.proof, capability.device));
    exchange.latticeKey = crypto::claimedLatticeKey(*request.proof);
    if (enforced("proof_node") && proof.node != id())
        return refuse(refusal::kPopInvalid, "The proof is for another node.");
    if (enforced("proof_capability") && proof.capabilityHash != exchange.capabilityHash)
        return refuse(refusal::kPopInvalid, "The proof is for another capability.");
    if ((enforced("proof_asset") && proof.contentId != capability.contentId) ||
        (enforced("proof_tier") && proof.tier != capability.tier))
        return refuse(refusal::kPopInvalid, "The proof is for another asset or tier.");
    if ((enforced("proof_reply_key") && proof.ephemeralKey != request.ephemeralKey) ||
        (enforced("capability_reply_key") &&
         ephemeralKeyHash(request.ephemeralKey) != capability.ephemeralHash))
        return refuse(refusal::kPopInvalid, "The reply key is not the one that was signed for.");
    // Compared without a subtraction that a hostile time could overflow.
    if ((enforced("proof_not_old") && proof.time < exchange.now - kProofWindow) ||
        (enforced("proof_not_ahead") && proof.time > exchange.now + kProofWindow))
        return refuse(refusal::kPopStale, "The proof is not of this minute.");
    exchange.nonce = proof.nonce;
    if (!enforced("nonce_unused")) return {};
    return m_nonces.use(capability.device, proof.nonce, proof.time, exchange.now);
}

Status NodeService::checkRights(const Exchange& exchange) const {
    const Capability& capability = *exchange.capability;
    if (enforced("device_revoked") && m_replica.deviceRevoked(capability.account, capability.device))
        return refuse(refusal::kDeviceRevoked, "The account has revoked this device.");
    if (enforced("device_registered") && !m_replica.deviceRegistered(capability.account, capability.device,
                                                                     exchange.now, rights::kPurposePlay))
        return refuse(refusal::kDeviceUnknown, "The account has not registered this device for this.");
    if (enforced("account_has_access") && !m_replica.hasAccess(capability.account, capability.contentId))
        return refuse(refusal::kNoAccess, "The account has no access to this asset.");
    const auto age = m_replica.headAge();
    if (enforced("replica_fresh") && (!age || *age > m_options.maxHeadAge))
        return refuse(refusal::kStaleReplica, "The node has not heard from the log for too long.");
    return {};
}

/// How long this device may keep the film, by this node's own replica: as long as the creator allows, and no
/// longer than the device is registered.
Status NodeService::checkLease(Exchange& exchange) const {
    const Capability& capability = *exchange.capability;
    if (capability.purpose != rights::kPurposeOffline) return {};
    const auto asset = m_replica.asset(capability.contentId);
    const std::uint32_t days = asset ? rights::offlineDays(asset->terms.flags) : 0;
    if (enforced("offline_allowed") && days == 0)
        return refuse(refusal::kOfflineForbidden, "The creator does not let anyone keep this film.");
    exchange.until = exchange.now + days * rights::kOfflineDay;
    const auto device = m_replica.device(capability.account, capability.device);
    if (enforced("offline_within_registration") && device)
        exchange.until = std::min(exchange.until, device->registration.notAfter);
    return {};
}

Status NodeService::checkShare(const RecoverRequest& request, const Exchange& exchange) const {
    const ShareContext& share = request.share;
    const auto mismatch = [](const char* what) { return refuse(refusal::kShareMismatch, what); };
    if ((enforced("share_asset") && share.contentId != exchange.capability->contentId) ||
        (enforced("share_tier") && share.tier != exchange.capability->tier))
        return mismatch("The share is of another asset or tier.");
    const auto asset = m_replica.asset(share.contentId);
    if (!asset) return mismatch("The asset is not in the log.");
    KEYREEL_CHECK(checkSuite(request, exchange, *asset));
    if ((enforced("node_set_sound") && !checkNodeSet(request.nodes, share.threshold)) ||
        (enforced("node_set_count") && request.nodes.size() != share.count) ||
        (enforced("node_set_id") &&
         nodeSetId(request.nodes, share.threshold, share.suite) != share.nodeSetId))
        return mismatch("The node set is not the one that the share names.");
    const NodeKeys own{id(), share.suite == crypto::kSuiteHybrid ? m_xwingKeyId : hpkeKey()};
    if ((enforced("share_number") && (share.x < 1 || share.x > share.count)) ||
        (enforced("share_node") && request.nodes[share.x - 1U] != own))
        return mismatch("The share is another node's.");
    // Computed here, not taken from the mint: a mint that only claims the policy of somebody else's shares
    // opens nothing.
    if ((enforced("policy_of_creator") && share.policyDigest != rights::policyOf(*asset)) ||
        (enforced("policy_in_force") && share.policyDigest != asset->terms.policyDigest))
        return mismatch("The share is sealed under another policy than the one in force.");
    return {};
}

/// By the log alone, which the creator signed: a film that is sealed by suite 2 is opened by suite 2 or not
/// at all, to the node and from it, and by a device that the account vouched for, and that signs, by suite 2.
Status NodeService::checkSuite(const RecoverRequest& request, const Exchange& exchange,
                               const rights::AssetRecord& asset) const {
    const crypto::Suite suite = request.share.suite;
    if (enforced("share_suite") && !crypto::isSuite(suite))
        return refuse(refusal::kShareMismatch, "The share is sealed with a suite that nobody knows.");
    if (enforced("suite_of_film") && crypto::isSuite(suite) && suite != rights::suiteOf(asset.terms))
        return refuse(refusal::kSuiteRequired, "The film's record names another suite.");
    if (enforced("reply_suite") && crypto::isSuite(suite) && suite != request.ephemeralKey.suite())
        return refuse(refusal::kSuiteRequired, "The reply key is of another suite than the share.");
    if (suite == crypto::kSuiteHybrid) {
        const auto device = m_replica.device(exchange.capability->account, exchange.capability->device);
        if (enforced("account_suite") && !(device && device->signedBySuite2))
            return refuse(refusal::kSuiteRequired, "The account registered the device by suite 1 alone.");
        if (enforced("proof_suite") &&
            !(device && exchange.latticeKey && exchange.latticeKey == device->registration.latticeKey))
            return refuse(refusal::kSuiteRequired,
                          "The device did not sign with the ML-DSA key it registered.");
    }
    if (suite == crypto::kSuiteHybrid && !m_xwingKey)
        return refuse(refusal::kSuiteUnsupported, "This node has no suite 2.");
    return {};
}

Status NodeService::reseal(const RecoverRequest& request, Exchange& exchange) const {
    const crypto::SealingKey& own = request.share.suite == crypto::kSuiteHybrid ? *m_xwingKey : m_hpkeKey;
    const auto share =
        own.open(request.sealedShare, asBytes(kShareSealInfo), encodeShareContext(request.share));
    if (!share || share->size() != kAssetSecretSize)
        return refuse(refusal::kShareMismatch, "The share does not open as what it says it is.");
    const Bytes aad = transcriptAad(id(), exchange.requestHash, exchange.capabilityHash, exchange.nonce,
                                    request.share, request.ephemeralKey);
    auto answer = crypto::seal(request.ephemeralKey, asBytes(kAnswerSealInfo), aad, share->view());
    if (!answer) return refuse(refusal::kBadRequest, "The reply key is no key.");
    exchange.x = request.share.x;
    exchange.sealedShare = std::move(*answer);
    return {};
}

Status NodeService::record(const Exchange& exchange, std::string_view code) {
    audit::Fields fields;
    fields["code"] = std::string(code);
    fields["request"] = toHex(exchange.requestHash);
    if (exchange.capability) {
        // Fingerprints, not names: a record must not be a viewing history that others can read.
        fields["account"] = identity::fingerprint(exchange.capability->account);
        fields["device"] = identity::fingerprint(exchange.capability->device);
        fields["content"] = toHex(exchange.capability->contentId);
        fields["tier"] = exchange.capability->tier;
        fields["capability"] = toHex(exchange.capabilityHash);
        if (exchange.suite != crypto::kSuiteClassic) fields["suite"] = std::int64_t{exchange.suite};
        if (exchange.until != 0) fields["until"] = exchange.until;
    }
    KEYREEL_CHECK(m_audit.append(code == "ok" ? "share_released" : "share_refused", fields));
    return {};
}

}  // namespace keyreel::custody
