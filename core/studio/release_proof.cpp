#include "core/studio/release_proof.h"

#include <array>

#include "core/base/byte_io.h"
#include "core/content/cid.h"
#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/crypto/hash.h"
#include "core/custody/padded_message.h"
#include "core/custody/release.h"
#include "core/rights/merkle.h"
#include "core/rights/offline.h"
#include "core/studio/sealed_tier.h"

namespace keyreel::studio {
namespace {

using cbor::Value;

constexpr std::string_view kDomain = "keyreel/release-proof/v1";
constexpr std::string_view kSealDomain = "keyreel/release-seal/v1";
constexpr std::size_t kMaxSeal = 4096;
constexpr std::size_t kMaxEntries = 3;
constexpr std::size_t kMaxPath = 64;
constexpr std::size_t kMaxSmall = 2048;

/// The one list of what a proof holds.
constexpr std::array<const char*, 11> kFields{"capability", "capabilityKey", "content", "entries",
                                              "gateway",    "head",          "logKey",  "manifest",
                                              "nodes",      "opened",        "tier"};

Value entriesValue(const std::vector<rights::ProvenEntry>& entries) {
    Value list = Value::array();
    for (const auto& entry : entries) {
        Value path = Value::array();
        for (const auto& digest : entry.path)
            path.add(Value::bytes(digest));
        list.add(Value::array({Value::uint(entry.index), Value::bytes(entry.entry), std::move(path)}));
    }
    return list;
}

Value nodesValue(const std::vector<NodeRelease>& nodes) {
    Value list = Value::array();
    for (const auto& node : nodes)
        list.add(Value::map()
                     .put("code", Value::text(node.code))
                     .put("ms", Value::uint(node.milliseconds))
                     .put("request", Value::bytes(node.request))
                     .put("answer", Value::bytes(node.answer))
                     .put("witness", Value::bytes(node.witness)));
    return list;
}

Value valueOf(const ReleaseProof& proof) {
    return Value::map()
        .put("content", Value::bytes(proof.contentId))
        .put("tier", Value::text(proof.tier))
        .put("opened", Value::integer(proof.opened))
        .put("gateway", Value::text(proof.gateway))
        .put("capabilityKey", Value::bytes(proof.capabilityKey))
        .put("logKey", Value::bytes(proof.logKey))
        .put("capability", Value::bytes(proof.capability))
        .put("head", Value::bytes(proof.head))
        .put("entries", entriesValue(proof.entries))
        .put("nodes", nodesValue(proof.nodes))
        .put("manifest", Value::bytes(proof.manifest));
}

Result<std::vector<rights::ProvenEntry>> entriesFrom(const std::vector<Value>& list) {
    std::vector<rights::ProvenEntry> entries;
    for (const Value& item : list) {
        KEYREEL_TRY(const auto* parts, item.asArray(3));
        rights::ProvenEntry entry;
        KEYREEL_TRY(entry.index, (*parts)[0].asUint());
        KEYREEL_TRY(const ByteView bytes, (*parts)[1].asBytes());
        if (bytes.size() > rights::kMaxStatementBytes) return fail("cbor_size", "An entry is too large.");
        entry.entry = toBytes(bytes);
        KEYREEL_TRY(const auto* path, (*parts)[2].asArray());
        if (path->size() > kMaxPath) return fail("cbor_size", "A path is too long.");
        for (const Value& step : *path) {
            KEYREEL_TRY(const auto digest, step.asByteArray<32>());
            entry.path.push_back(digest);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<NodeRelease>> nodesFrom(const std::vector<Value>& list) {
    std::vector<NodeRelease> nodes;
    for (const Value& item : list) {
        cbor::MapReader reader(item, "node");
        NodeRelease node;
        KEYREEL_TRY(node.code, reader.text("code", 32));
        KEYREEL_TRY(const std::uint64_t milliseconds, reader.uint("ms", 0xFFFFFFFF));
        node.milliseconds = static_cast<std::uint32_t>(milliseconds);
        KEYREEL_TRY(node.request, reader.bytesUpTo("request", custody::kMaxMessageBytes));
        KEYREEL_TRY(node.answer, reader.bytesUpTo("answer", custody::kMaxMessageBytes));
        KEYREEL_TRY(node.witness, reader.bytesUpTo("witness", kMaxSmall));
        KEYREEL_CHECK(reader.finish());
        nodes.push_back(std::move(node));
    }
    return nodes;
}

Result<ReleaseProof> proofFrom(const Value& map) {
    cbor::MapReader reader(map, "proof of release");
    ReleaseProof proof;
    KEYREEL_TRY(proof.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(proof.tier, reader.text("tier", 16));
    KEYREEL_TRY(proof.opened, reader.integer("opened"));
    KEYREEL_TRY(proof.gateway, reader.text("gateway", kMaxSmall));
    KEYREEL_TRY(proof.capabilityKey, reader.byteArray<32>("capabilityKey"));
    KEYREEL_TRY(proof.logKey, reader.byteArray<32>("logKey"));
    KEYREEL_TRY(proof.capability, reader.bytesUpTo("capability", custody::kMaxMessageBytes));
    KEYREEL_TRY(proof.head, reader.bytesUpTo("head", kMaxSmall));
    KEYREEL_TRY(const auto* entries, reader.array("entries", kMaxEntries));
    KEYREEL_TRY(proof.entries, entriesFrom(*entries));
    KEYREEL_TRY(const auto* nodes, reader.array("nodes", package::kMaxManifestNodes));
    KEYREEL_TRY(proof.nodes, nodesFrom(*nodes));
    KEYREEL_TRY(proof.manifest, reader.byteArray<32>("manifest"));
    KEYREEL_CHECK(reader.finish());
    return proof;
}

crypto::Digest fieldDigest(const Value& map, const char* field) {
    const Value* value = map.find(field);
    return crypto::sha256(value == nullptr ? Bytes() : cbor::encode(*value));
}

tl::unexpected<Error> malformed(const std::string& what) {
    return fail("proof_malformed", "This is no proof of release: " + what);
}

struct Parts {
    Value fields;
    Bytes seal;
};

Result<Parts> partsOf(ByteView bytes) {
    if (bytes.size() > kMaxReleaseProof)
        return fail("proof_too_large", "The proof of release is larger than one can be.");
    const auto value = cbor::decode(bytes);
    if (!value) return malformed(value.error().what);
    const auto items = value->asArray(3);
    if (!items) return malformed("it has another form.");
    const auto domain = (**items)[0].asText();
    if (!domain || *domain != kDomain) return malformed("it has another name.");
    const auto seal = (**items)[2].asBytes();
    if (!seal || seal->size() > kMaxSeal) return malformed("it has no seal.");
    return Parts{(**items)[1], toBytes(*seal)};
}

/// The seal's own signature, and the digests that it states.
Result<Value> openSeal(ByteView seal, crypto::PublicKey& signer) {
    const auto message = crypto::coseVerify1(seal, nullptr);
    if (!message) return fail("proof_seal", "seal: " + message.error().what);
    const auto content = cbor::decode(message->payload);
    if (!content) return fail("proof_seal", "seal: " + content.error().what);
    const auto parts = content->asArray(2);
    if (!parts) return fail("proof_seal", "seal: It has another form.");
    const auto domain = (**parts)[0].asText();
    if (!domain || *domain != kSealDomain || (**parts)[1].size() != kFields.size())
        return fail("proof_seal", "seal: It has another form.");
    signer = message->kid;
    return (**parts)[1];
}

using Fault = tl::unexpected<Error>;

/// A dishonest device could name any time; its clock and the nodes' agree within two windows.
constexpr std::int64_t kTimeTolerance = 2 * custody::kProofWindow;

Fault bad(const char* code, const std::string& field, const std::string& what) {
    return fail(code, field + ": " + what, "Trust nothing that this file says.");
}

std::string nodeField(std::size_t number, const char* field) {
    return "nodes[" + std::to_string(number) + "]." + field;
}

/// Every field as the device sealed it, and nothing beside them.
Status checkFields(const Value& fields, const Value& digests) {
    for (const char* field : kFields) {
        const Value* digest = digests.find(field);
        const auto expected =
            digest == nullptr ? Result<crypto::Digest>(fail("cbor_missing", "")) : digest->asByteArray<32>();
        if (!expected) return bad("proof_seal", "seal", std::string("It does not cover ") + field + ".");
        if (fieldDigest(fields, field) != *expected)
            return bad("proof_changed", field, "It is not what the device sealed.");
    }
    return {};
}

struct LogPart {
    rights::TreeHead head;
    rights::AssetMint mint;
    rights::AssetTerms terms;
    rights::DeviceRegistration registration;
};

template <class Kind>
Result<Kind> provenEntry(const ReleaseProof& proof, std::size_t number, const rights::TreeHead& head) {
    const rights::ProvenEntry& entry = proof.entries[number];
    const std::string field = "entries[" + std::to_string(number) + "]";
    if (!rights::verifyInclusion(rights::leafHash(entry.entry), entry.index, head.size, entry.path,
                                 head.root))
        return bad("proof_log", field, "The signed head does not include it.");
    const auto statement = rights::verifyStatement(entry.entry);
    if (!statement) return bad("proof_log", field, statement.error().what);
    const auto* kind = std::get_if<Kind>(&*statement);
    if (kind == nullptr) return bad("proof_log", field, "It is another kind of statement than belongs here.");
    return *kind;
}

Result<LogPart> checkLog(const ReleaseProof& proof) {
    LogPart log;
    const auto head = rights::verifyTreeHead(proof.head, proof.logKey);
    if (!head) return bad("proof_log", "head", head.error().what);
    log.head = *head;
    if (proof.entries.size() != kMaxEntries) return bad("proof_log", "entries", "There are not three.");
    KEYREEL_TRY(log.mint, provenEntry<rights::AssetMint>(proof, 0, *head));
    if (log.mint.contentId != proof.contentId)
        return bad("proof_log", "entries[0]", "It mints another film.");
    if (proof.entries[1].index == proof.entries[0].index) {
        KEYREEL_TRY(const auto again, provenEntry<rights::AssetMint>(proof, 1, *head));
        log.terms = again.terms;
    } else {
        KEYREEL_TRY(const auto update, provenEntry<rights::AssetUpdate>(proof, 1, *head));
        if (update.contentId != proof.contentId || update.creator != log.mint.creator)
            return bad("proof_log", "entries[1]", "It gives terms to another film, or is not by its maker.");
        log.terms = update.terms;
    }
    KEYREEL_TRY(log.registration, provenEntry<rights::DeviceRegistration>(proof, 2, *head));
    return log;
}

Result<package::Manifest> checkManifest(const ReleaseProof& proof, ByteView bytes, const LogPart& log) {
    content::CidBuilder cid;
    cid.update(bytes);
    if (cid.finish().text() != log.terms.manifestCid)
        return bad("proof_manifest", "manifest", "It is not the one that the rights log names.");
    auto manifest = package::verifyManifest(bytes, log.mint.creator);
    if (!manifest) return bad("proof_manifest", "manifest", manifest.error().what);
    if (manifest->contentId != proof.contentId || manifest->policyDigest != log.terms.policyDigest)
        return bad("proof_manifest", "manifest", "It is of another film or under another policy.");
    for (const package::ManifestTier& tier : manifest->tiers)
        if (tier.suite != rights::suiteOf(log.terms))
            return bad("proof_manifest", "manifest",
                       "It is sealed with another suite than the log requires.");
    return manifest;
}

/// What one node released, to the device and account that all the others released to.
Status checkRelease(const ReleaseProof& proof, std::size_t number, const custody::SealedTier& tier,
                    VerifiedRelease& verified) {
    const NodeRelease& node = proof.nodes[number];
    const auto release = custody::verifyRelease(node.request, node.answer,
                                                tier.nodeSet.nodes[number].signingKey, proof.capabilityKey);
    if (!release) return bad("proof_node", "nodes[" + std::to_string(number) + "]", release.error().what);
    if (!release->released()) return bad("proof_node", nodeField(number, "answer"), "It is a refusal.");
    if (release->request.capability != proof.capability)
        return bad("proof_capability", "capability", "It is not the one that the nodes were shown.");
    if (release->request.share != custody::shareContextOf(tier, number) ||
        release->request.nodes != custody::keysOf(tier.nodeSet) ||
        release->request.sealedShare != tier.shares[number].sealed)
        return bad("proof_node", nodeField(number, "request"),
                   "The share in it is not the one that the maker committed to.");
    if (release->capability.contentId != proof.contentId || release->capability.tier != proof.tier ||
        (release->capability.purpose != rights::kPurposePlay &&
         release->capability.purpose != rights::kPurposeOffline))
        return bad("proof_capability", "capability", "It is for another film, tier or purpose.");
    const std::int64_t apart = release->answer.time - proof.opened;
    if (apart < -kTimeTolerance || apart > kTimeTolerance)
        return bad("proof_time", "opened", "The nodes answered at another time.");
    verified.account = release->capability.account;
    verified.device = release->capability.device;
    // A lease ends with the first of the nodes that it rests on.
    const bool offline = release->capability.purpose == rights::kPurposeOffline;
    const std::int64_t until = release->answer.until;
    if (offline != (until != 0) ||
        until > release->answer.time + rights::kMaxOfflineDays * rights::kOfflineDay)
        return bad("proof_node", nodeField(number, "answer"), "Its lease is not one that a node gives.");
    if (offline && (verified.leaseUntil == 0 || until < verified.leaseUntil)) verified.leaseUntil = until;
    verified.nodes[number].released = true;
    verified.nodes[number].answered = release->answer.time;
    return {};
}

Status checkWitness(const ReleaseProof& proof, std::size_t number, VerifiedRelease& verified) {
    const NodeRelease& node = proof.nodes[number];
    if (node.witness.empty()) return {};
    const std::string field = nodeField(number, "witness");
    const auto witness = rights::verifyWitness(node.witness, verified.nodes[number].key);
    if (!witness) return bad("proof_node", field, witness.error().what);
    if (witness->head.empty()) return {};
    const auto shown = rights::verifyTreeHead(witness->head, proof.logKey);
    if (!shown) return bad("proof_node", field, shown.error().what);
    if (shown->size == verified.head.size && shown->root != verified.head.root)
        return bad("proof_divergent", field,
                   "The log has signed two histories; both heads are in this file.");
    verified.nodes[number].shown = *shown;
    return {};
}

Status checkNodes(const ReleaseProof& proof, const custody::SealedTier& tier, VerifiedRelease& verified) {
    if (proof.nodes.size() != tier.nodeSet.nodes.size())
        return bad("proof_node", "nodes", "They are not the nodes of the film.");
    unsigned released = 0;
    for (std::size_t i = 0; i < proof.nodes.size(); ++i) {
        const NodeRelease& node = proof.nodes[i];
        const custody::NodeDescriptor& described = tier.nodeSet.nodes[i];
        VerifiedNode row;
        row.name = described.name;
        row.url = described.url;
        row.key = described.signingKey;
        row.code = node.code;
        row.milliseconds = node.milliseconds;
        verified.nodes.push_back(std::move(row));
        if (node.code == "ok") {
            KEYREEL_CHECK(checkRelease(proof, i, tier, verified));
            ++released;
        } else if (!node.request.empty() || !node.answer.empty()) {
            return bad("proof_node", nodeField(i, "code"),
                       "It has an answer, but is not said to have released.");
        }
        KEYREEL_CHECK(checkWitness(proof, i, verified));
    }
    if (released < tier.nodeSet.threshold)
        return bad("proof_too_few", "nodes",
                   "Only " + std::to_string(released) + " of the " + std::to_string(tier.nodeSet.threshold) +
                       " nodes that it takes have released.");
    return {};
}

}  // namespace

Bytes sealReleaseProof(const ReleaseProof& proof, const crypto::SigningKey& device) {
    Value map = valueOf(proof);
    Value digests = Value::map();
    for (const char* field : kFields)
        digests.put(field, Value::bytes(fieldDigest(map, field)));
    const Bytes seal =
        crypto::coseSign1(device, cbor::encode(Value::array({Value::text(kSealDomain), std::move(digests)})));
    return cbor::encode(Value::array({Value::text(kDomain), std::move(map), Value::bytes(seal)}));
}

Bytes joinReleaseProof(ByteView proof, ByteView manifest) {
    ByteWriter out;
    out.u32(static_cast<std::uint32_t>(proof.size()));
    out.bytes(proof);
    out.bytes(manifest);
    return out.take();
}

Result<crypto::Digest> releaseProofId(ByteView proof) {
    KEYREEL_TRY(const Parts parts, partsOf(proof));
    return crypto::sha256(parts.seal);
}

Result<ReleaseProof> decodeReleaseProof(ByteView proof) {
    KEYREEL_TRY(const Parts parts, partsOf(proof));
    auto decoded = proofFrom(parts.fields);
    if (!decoded) return malformed(decoded.error().what);
    return decoded;
}

Result<VerifiedRelease> verifyReleaseProof(ByteView file) {
    ByteReader in(file);
    const std::uint32_t size = in.u32();
    const ByteView proofBytes = in.bytes(size);
    const ByteView manifestBytes = in.bytes(in.remaining());
    if (in.failed()) return malformed("it ends too early.");
    if (manifestBytes.size() > package::kMaxManifestBytes)
        return fail("proof_too_large", "The manifest in it is larger than one can be.");
    KEYREEL_TRY(const Parts parts, partsOf(proofBytes));
    crypto::PublicKey sealer{};
    KEYREEL_TRY(const Value digests, openSeal(parts.seal, sealer));
    KEYREEL_CHECK(checkFields(parts.fields, digests));

    VerifiedRelease verified;
    KEYREEL_TRY(verified.proof, decodeReleaseProof(proofBytes));
    verified.id = crypto::sha256(parts.seal);
    const ReleaseProof& proof = verified.proof;
    if (crypto::sha256(manifestBytes) != proof.manifest)
        return bad("proof_changed", "manifest", "It is not what the device sealed.");
    KEYREEL_TRY(const LogPart log, checkLog(proof));
    verified.head = log.head;
    KEYREEL_TRY(verified.manifest, checkManifest(proof, manifestBytes, log));
    const package::ManifestTier* described = nullptr;
    for (const auto& tier : verified.manifest.tiers)
        if (tier.name == proof.tier) described = &tier;
    if (described == nullptr) return bad("proof_manifest", "tier", "The film has no such tier.");
    const custody::SealedTier tier = sealedTierOf(verified.manifest, *described);
    if (const auto sound = custody::checkTier(tier); !sound)
        return bad("proof_manifest", "manifest", sound.error().what);
    verified.threshold = described->threshold;
    KEYREEL_CHECK(checkNodes(proof, tier, verified));
    if (verified.device != sealer)
        return bad("proof_seal", "seal", "It is not by the device that opened the film.");
    if (log.registration.account != verified.account || log.registration.device != verified.device)
        return bad("proof_log", "entries[2]", "It registers another device.");
    verified.deviceName = log.registration.name;
    return verified;
}

}  // namespace keyreel::studio
