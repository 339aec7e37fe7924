#include "core/custody/recover_message.h"

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/custody/capability.h"
#include "core/custody/enforced.h"
#include "core/custody/padded_message.h"
#include "core/custody/refusal.h"

namespace keyreel::custody {

namespace {

using cbor::Value;

constexpr std::string_view kProofDomain = "keyreel/recover/v1";
constexpr std::string_view kRequestDomain = "keyreel/recover-request/v1";
constexpr std::string_view kAnswerDomain = "keyreel/recover-answer/v1";
constexpr std::string_view kTranscriptDomain = "keyreel/recover-transcript/v1";
/// By suite 2 a proof carries an ML-DSA key and signature.
constexpr std::size_t kMaxProofBytes = 2048 + crypto::kMlDsaPublicKeySize + crypto::kMlDsaSignatureSize;
/// A share of suite 2 makes an answer of this size, so a refusal gets it as well.
constexpr std::size_t kHybridAnswerBytes = 2048;
constexpr std::string_view kOk = "ok";

constexpr std::size_t limit(std::string_view check, std::size_t most) {
    return enforced(check) ? most : kMaxMessageBytes;
}

Result<crypto::SealingPublicKey> parseReply(ByteView bytes) {
    auto key = crypto::SealingPublicKey::fromBytes(bytes);
    if (!key) return fail("cbor_malformed", key.error().what);
    return *key;
}

bool isCode(std::string_view code) {
    if (code.empty() || code.size() > 32) return false;
    for (const char c : code)
        if ((c < 'a' || c > 'z') && c != '_') return false;
    return true;
}

Result<RecoverProof> parseProof(ByteView payload) {
    KEYREEL_TRY(const Value value, cbor::decode(payload));
    KEYREEL_TRY(const auto* parts, value.asArray(8));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kProofDomain) return fail("cbor_malformed", "It is no recover proof.");
    RecoverProof proof;
    KEYREEL_TRY(proof.node, (*parts)[1].asByteArray<32>());
    KEYREEL_TRY(proof.capabilityHash, (*parts)[2].asByteArray<32>());
    KEYREEL_TRY(proof.contentId, (*parts)[3].asByteArray<16>());
    KEYREEL_TRY(proof.tier, (*parts)[4].asText());
    KEYREEL_TRY(const ByteView reply, (*parts)[5].asBytes());
    KEYREEL_TRY(proof.ephemeralKey, parseReply(reply));
    KEYREEL_TRY(proof.nonce, (*parts)[6].asByteArray<16>());
    KEYREEL_TRY(proof.time, (*parts)[7].asInteger());
    return proof;
}

Bytes encodeProof(const RecoverProof& proof) {
    return cbor::encode(Value::array({Value::text(kProofDomain), Value::bytes(proof.node),
                                      Value::bytes(proof.capabilityHash), Value::bytes(proof.contentId),
                                      Value::text(proof.tier), Value::bytes(proof.ephemeralKey.bytes()),
                                      Value::bytes(proof.nonce), Value::integer(proof.time)}));
}

Value contextValue(const ShareContext& context) {
    return Value::map()
        .put("content", Value::bytes(context.contentId))
        .put("tier", Value::text(context.tier))
        .put("x", Value::uint(context.x))
        .put("t", Value::uint(context.threshold))
        .put("n", Value::uint(context.count))
        .put("nodeSet", Value::bytes(context.nodeSetId))
        .put("policy", Value::bytes(context.policyDigest))
        .put("suite", Value::uint(context.suite));
}

Result<ShareContext> parseContext(const Value& value) {
    cbor::MapReader reader(value, "share");
    ShareContext context;
    KEYREEL_TRY(context.contentId, reader.byteArray<16>("content"));
    KEYREEL_TRY(context.tier, reader.text("tier", 16));
    KEYREEL_TRY(const std::uint64_t x, reader.uint("x", 255));
    KEYREEL_TRY(const std::uint64_t threshold, reader.uint("t", 255));
    KEYREEL_TRY(const std::uint64_t count, reader.uint("n", 255));
    KEYREEL_TRY(context.nodeSetId, reader.byteArray<32>("nodeSet"));
    KEYREEL_TRY(context.policyDigest, reader.byteArray<32>("policy"));
    KEYREEL_TRY(const std::uint64_t suite, reader.uint("suite", 0xFFFF));
    KEYREEL_CHECK(reader.finish());
    context.x = static_cast<std::uint8_t>(x);
    context.threshold = static_cast<std::uint8_t>(threshold);
    context.count = static_cast<std::uint8_t>(count);
    context.suite = static_cast<std::uint16_t>(suite);
    return context;
}

Result<RecoverRequest> parseRequest(ByteView message) {
    KEYREEL_TRY(const ByteView body, unpadMessage(message));
    KEYREEL_TRY(const Value value, cbor::decode(body));
    KEYREEL_TRY(const auto* parts, value.asArray(2));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kRequestDomain) return fail("cbor_malformed", "It is no recover request.");
    cbor::MapReader reader((*parts)[1], "recover request");
    RecoverRequest request;
    KEYREEL_TRY(request.capability,
                reader.bytesUpTo("capability", limit("capability_size", kMaxCapabilityBytes)));
    if (reader.has("proof")) {
        KEYREEL_TRY(Bytes proof, reader.bytesUpTo("proof", limit("proof_size", kMaxProofBytes)));
        request.proof = std::move(proof);
    }
    KEYREEL_TRY(const Bytes reply, reader.bytesUpTo("reply", crypto::kXWingPublicKeySize));
    KEYREEL_TRY(request.ephemeralKey, parseReply(reply));
    KEYREEL_TRY(const Value* share, reader.value("share"));
    KEYREEL_TRY(request.share, parseContext(*share));
    KEYREEL_TRY(const auto* nodes, reader.array("nodes", limit("node_count", kMaxNodes)));
    for (const Value& node : *nodes) {
        KEYREEL_TRY(const auto* keys, node.asArray(2));
        NodeKeys pair;
        KEYREEL_TRY(pair.signingKey, (*keys)[0].asByteArray<32>());
        KEYREEL_TRY(pair.hpkeKey, (*keys)[1].asByteArray<32>());
        request.nodes.push_back(pair);
    }
    KEYREEL_TRY(request.sealedShare, enforced("sealed_size")
                                         ? reader.bytes("sealed", sealedShareSize(request.share.suite))
                                         : reader.bytesUpTo("sealed", kMaxMessageBytes));
    KEYREEL_CHECK(reader.finish());
    return request;
}

Result<RecoverAnswer> parseAnswer(ByteView payload) {
    KEYREEL_TRY(const Value value, cbor::decode(payload));
    KEYREEL_TRY(const auto* parts, value.asArray(2));
    KEYREEL_TRY(const std::string domain, (*parts)[0].asText());
    if (domain != kAnswerDomain) return fail("cbor_malformed", "It is no answer.");
    cbor::MapReader reader((*parts)[1], "answer");
    RecoverAnswer answer;
    KEYREEL_TRY(answer.node, reader.byteArray<32>("node"));
    KEYREEL_TRY(answer.requestHash, reader.byteArray<32>("request"));
    KEYREEL_TRY(answer.time, reader.integer("time"));
    KEYREEL_TRY(answer.code, reader.text("code", 32));
    if (!isCode(answer.code)) return fail("cbor_malformed", "The code is no code.");
    if (answer.code == kOk) {
        KEYREEL_TRY(const std::uint64_t x, reader.uint("x", 255));
        answer.x = static_cast<std::uint8_t>(x);
        KEYREEL_TRY(answer.sealedShare, reader.bytesUpTo("sealed", sealedShareSize(crypto::kSuiteHybrid)));
        if (answer.sealedShare.size() != sealedShareSize(crypto::kSuiteClassic) &&
            answer.sealedShare.size() != sealedShareSize(crypto::kSuiteHybrid))
            return fail("cbor_malformed", "The sealed share has the size of no suite.");
        if (reader.has("until")) {
            KEYREEL_TRY(answer.until, reader.integer("until"));
            if (answer.until <= 0) return fail("cbor_malformed", "A lease ends at some time.");
        }
    }
    KEYREEL_CHECK(reader.finish());
    return answer;
}

tl::unexpected<Error> as(std::string_view code, const std::string& what) {
    return fail(std::string(code), what);
}

}  // namespace

Bytes signRecoverProof(const RecoverProof& proof, const crypto::SigningKey& device) {
    return crypto::coseSign1(device, encodeProof(proof));
}

Bytes signRecoverProof(const RecoverProof& proof, const crypto::HybridSigningKey& device) {
    return crypto::coseSign1(device, encodeProof(proof));
}

Result<RecoverProof> verifyRecoverProof(ByteView bytes, const crypto::PublicKey& device) {
    const auto message = crypto::coseVerifyEither(bytes);
    if (!message) return as(refusal::kPopInvalid, "Proof of possession: " + message.error().what);
    if (enforced("proof_signer") && message->kid != device)
        return as(refusal::kPopInvalid,
                  "Proof of possession: it is signed by another key than the capability's.");
    auto proof = parseProof(message->payload);
    if (!proof) return as(refusal::kPopInvalid, "Proof of possession: " + proof.error().what);
    return proof;
}

Result<Bytes> encodeRecoverRequest(const RecoverRequest& request) {
    Value nodes = Value::array();
    for (const NodeKeys& node : request.nodes)
        nodes.add(Value::array({Value::bytes(node.signingKey), Value::bytes(node.hpkeKey)}));
    Value map = Value::map()
                    .put("capability", Value::bytes(request.capability))
                    .put("reply", Value::bytes(request.ephemeralKey.bytes()))
                    .put("share", contextValue(request.share))
                    .put("nodes", std::move(nodes))
                    .put("sealed", Value::bytes(request.sealedShare));
    if (request.proof) map.put("proof", Value::bytes(*request.proof));
    return padMessage(cbor::encode(Value::array({Value::text(kRequestDomain), std::move(map)})));
}

Result<RecoverRequest> decodeRecoverRequest(ByteView message) {
    auto request = parseRequest(message);
    if (!request) return as(refusal::kBadRequest, "Recover request: " + request.error().what);
    return request;
}

Result<Bytes> signRecoverAnswer(const RecoverAnswer& answer, const crypto::SigningKey& node,
                                crypto::Suite suite) {
    Value map = Value::map()
                    .put("node", Value::bytes(answer.node))
                    .put("request", Value::bytes(answer.requestHash))
                    .put("time", Value::integer(answer.time))
                    .put("code", Value::text(answer.code));
    if (answer.code == kOk)
        map.put("x", Value::uint(answer.x)).put("sealed", Value::bytes(answer.sealedShare));
    if (answer.code == kOk && answer.until != 0) map.put("until", Value::integer(answer.until));
    return padMessage(
        crypto::coseSign1(node, cbor::encode(Value::array({Value::text(kAnswerDomain), std::move(map)}))),
        suite == crypto::kSuiteHybrid ? kHybridAnswerBytes : 0);
}

Result<RecoverAnswer> verifyRecoverAnswer(ByteView message, const NodeId& node) {
    auto body = unpadMessage(message);
    if (!body && message.size() == kHybridAnswerBytes) body = unpadMessage(message, kHybridAnswerBytes);
    if (!body) return as("answer_invalid", body.error().what);
    const auto opened = crypto::coseVerify1(*body, &node);
    if (!opened) return as("answer_invalid", "The answer is not signed by this node.");
    auto answer = parseAnswer(opened->payload);
    if (!answer) return as("answer_invalid", "Answer: " + answer.error().what);
    if (answer->node != node) return as("answer_invalid", "The answer names another node.");
    return answer;
}

Bytes transcriptAad(const NodeId& node, const crypto::Digest& requestHash, const crypto::Digest& capHash,
                    const Nonce& nonce, const ShareContext& share,
                    const crypto::SealingPublicKey& ephemeralKey) {
    return cbor::encode(Value::array({Value::text(kTranscriptDomain), Value::bytes(node),
                                      Value::bytes(requestHash), Value::bytes(capHash), Value::bytes(nonce),
                                      contextValue(share), Value::bytes(ephemeralKey.bytes())}));
}

}  // namespace keyreel::custody
