#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/sealing_key.h"
#include "core/custody/asset_secret.h"
#include "core/custody/node_set.h"

namespace keyreel::custody {

/// How far a proof's time may be from the node's clock, in seconds.
inline constexpr std::int64_t kProofWindow = 60;

using Nonce = std::array<std::uint8_t, 16>;

/// What the device signs, anew for every node and every attempt.
struct RecoverProof {
    NodeId node{};  ///< The audience.
    crypto::Digest capabilityHash{};
    ContentId contentId{};
    std::string tier;
    crypto::SealingPublicKey ephemeralKey;
    Nonce nonce{};
    std::int64_t time = 0;
    friend bool operator==(const RecoverProof&, const RecoverProof&) = default;
};

/// COSE_Sign1 by the device over the CBOR ["keyreel/recover/v1", node id, CWT hash, contentId, tier,
/// ephemeral key, nonce, time].
Bytes signRecoverProof(const RecoverProof& proof, const crypto::SigningKey& device);
/// By suite 2.
Bytes signRecoverProof(const RecoverProof& proof, const crypto::HybridSigningKey& device);

/// Form and signature by `device`; what it says is the node's to compare. Code `pop_invalid`.
Result<RecoverProof> verifyRecoverProof(ByteView bytes, const crypto::PublicKey& device);

/// One request to one node.
struct RecoverRequest {
    Bytes capability;                       ///< The CWT.
    std::optional<Bytes> proof;             ///< Absent only in a request that will be refused.
    crypto::SealingPublicKey ephemeralKey;  ///< Where the answer is sealed to; of the share's suite.
    ShareContext share;                     ///< What the sealed share says it is.
    std::vector<NodeKeys> nodes;            ///< The node set, so that the node can check its place in it.
    Bytes sealedShare;                      ///< sealedShareSize() bytes of the share's suite.
    friend bool operator==(const RecoverRequest&, const RecoverRequest&) = default;
};

/// CBOR ["keyreel/recover-request/v1", {...}], padded. Code `message_too_large`.
Result<Bytes> encodeRecoverRequest(const RecoverRequest& request);
/// Strict; bounds every field. Code `bad_request`.
Result<RecoverRequest> decodeRecoverRequest(ByteView message);

/// What a node says: a share sealed to the ephemeral key, or why not.
struct RecoverAnswer {
    NodeId node{};
    crypto::Digest requestHash{};  ///< SHA-256 of the whole request, so that answers cannot be swapped.
    std::int64_t time = 0;
    std::string code;    ///< "ok" or a refusal code.
    std::uint8_t x = 0;  ///< With "ok".
    Bytes sealedShare;   ///< With "ok": sealedShareSize() bytes of the share's suite, AAD transcriptAad().
    /// With "ok" to a capability for kPurposeOffline: until when the device may keep it, else 0.
    std::int64_t until = 0;
    friend bool operator==(const RecoverAnswer&, const RecoverAnswer&) = default;
};

/// COSE_Sign1 by the node over ["keyreel/recover-answer/v1", {...}], padded: refusals have the size of
/// answers of the request's `suite`.
Result<Bytes> signRecoverAnswer(const RecoverAnswer& answer, const crypto::SigningKey& node,
                                crypto::Suite suite = crypto::kSuiteClassic);
/// Form and signature by `node`. Code `answer_invalid`.
Result<RecoverAnswer> verifyRecoverAnswer(ByteView message, const NodeId& node);

/// AAD of the re-sealed share: CBOR ["keyreel/recover-transcript/v1", node id, SHA-256 of the request, CWT
/// hash, nonce, share context, ephemeral key].
Bytes transcriptAad(const NodeId& node, const crypto::Digest& requestHash,
                    const crypto::Digest& capabilityHash, const Nonce& nonce, const ShareContext& share,
                    const crypto::SealingPublicKey& ephemeralKey);

/// HPKE `info` of the two seals.
inline constexpr std::string_view kShareSealInfo = "keyreel/share-seal/v1";
inline constexpr std::string_view kAnswerSealInfo = "keyreel/answer-seal/v1";

}  // namespace keyreel::custody
