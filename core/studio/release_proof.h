#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/package/manifest.h"
#include "core/rights/replica.h"
#include "core/rights/witness.h"
#include "core/studio/link.h"

namespace keyreel::studio {

/// A larger proof is refused before it is parsed; the manifest beside it has its own bound.
inline constexpr std::size_t kMaxReleaseProof = 1U << 20;

/// What one key node did for an opening, in the order of the film's node set.
struct NodeRelease {
    std::string code;  ///< As in custody::NodeReport.
    std::uint32_t milliseconds = 0;
    Bytes request;  ///< With "ok": what it was asked, and what it signed (custody/release.h).
    Bytes answer;
    Bytes witness;  ///< What it says it was shown of the rights log; empty when it said nothing in time.
    friend bool operator==(const NodeRelease&, const NodeRelease&) = default;
};

/// How a film was opened, as everyone who took part signed it: shows for ever, without a network and without
/// trust in whoever keeps it, which nodes gave their shares to which device of which account, when, and under
/// which entry of the rights log. Opens nothing and holds no secret.
struct ReleaseProof {
    ContentId contentId{};
    std::string tier;
    std::int64_t opened = 0;  ///< Unix seconds, by the device's clock.
    std::string gateway;
    crypto::PublicKey capabilityKey{};  ///< The gateway's, as it was pinned.
    crypto::PublicKey logKey{};
    Bytes capability;                          ///< The CWT.
    Bytes head;                                ///< The signed head that the entries are proven against.
    std::vector<rights::ProvenEntry> entries;  ///< The mint, the terms in force, the device's registration.
    std::vector<NodeRelease> nodes;
    crypto::Digest manifest{};  ///< SHA-256 of the signed manifest.
    friend bool operator==(const ReleaseProof&, const ReleaseProof&) = default;
};

/// A proof as bytes: CBOR ["keyreel/release-proof/v1", {fields}, seal]; `seal` is a COSE_Sign1 by the device
/// over
/// ["keyreel/release-seal/v1", {field: SHA-256 of its encoding}], so that whatever was changed afterwards is
/// named.
Bytes sealReleaseProof(const ReleaseProof& proof, const crypto::SigningKey& device);

/// The file that is handed on: u32 length of the proof || proof || manifest.
Bytes joinReleaseProof(ByteView proof, ByteView manifest);

/// SHA-256 of the seal: how the record of an opening names its proof. Code `proof_malformed`.
Result<crypto::Digest> releaseProofId(ByteView proof);

/// Form only. Code `proof_malformed`, `proof_too_large`.
Result<ReleaseProof> decodeReleaseProof(ByteView proof);

struct VerifiedNode {
    std::string name;
    std::string url;
    crypto::PublicKey key{};
    std::string code;
    std::uint32_t milliseconds = 0;
    bool released = false;                  ///< It signed so.
    std::int64_t answered = 0;              ///< By the node's clock, when it released.
    std::optional<rights::TreeHead> shown;  ///< By its signed witness.
};

/// What a verified proof says, and whose word it rests on.
struct VerifiedRelease {
    ReleaseProof proof;
    package::Manifest manifest;
    crypto::Digest id{};
    rights::AccountId account{};
    rights::DeviceId device{};
    std::string deviceName;
    unsigned threshold = 0;
    std::int64_t leaseUntil = 0;  ///< Of an offline lease: when the first of its nodes lets it end; else 0.
    rights::TreeHead head;
    std::vector<VerifiedNode> nodes;
};

/// Checks all of a joined file, offline: first each field against the device's seal, then what each party
/// signed: the gateway its capability, the log its head and with it the mint, the terms and the device's
/// registration, the maker the manifest with its nodes and commitments, each releasing node its answer to the
/// device's own request for its share, and the node's witness. Whose log, maker and nodes they are is the
/// reader's to compare. Codes: `proof_malformed`, `proof_too_large`, `proof_changed` (differs from what the
/// device sealed), `proof_seal`, `proof_capability`, `proof_log`, `proof_manifest`, `proof_node`,
/// `proof_time`, `proof_divergent` (the log signed two histories), `proof_too_few`; `what` names the field.
Result<VerifiedRelease> verifyReleaseProof(ByteView file);

}  // namespace keyreel::studio
