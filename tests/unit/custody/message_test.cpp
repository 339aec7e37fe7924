#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/custody/capability.h"
#include "core/custody/padded_message.h"
#include "core/custody/recover_message.h"
#include "core/identity/account_id.h"
#include "tests/support/custody_world.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::hpkeKeyOf;
using test::keyOf;
using test::must;

constexpr std::int64_t kTime = 1'800'000'000;
constexpr ContentId kContent{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

template <std::size_t N>
std::array<std::uint8_t, N> filled(std::uint8_t value) {
    std::array<std::uint8_t, N> out{};
    out.fill(value);
    return out;
}

Capability exampleCapability() {
    Capability c;
    c.issuer = keyOf(3).publicKey();
    c.account = keyOf(1).publicKey();
    c.device = keyOf(2).publicKey();
    c.contentId = kContent;
    c.tier = "hd";
    c.purpose = "play";
    c.ephemeralHash = ephemeralKeyHash(hpkeKeyOf(5).publicKey());
    c.issuedAt = kTime;
    c.expires = kTime + 300;
    c.id = filled<16>(6);
    return c;
}

RecoverProof exampleProof(ByteView capability) {
    return {
        filled<32>(0x10), capabilityHash(capability), kContent, "hd", hpkeKeyOf(5).publicKey(), filled<16>(8),
        kTime + 1};
}

RecoverRequest exampleRequest() {
    RecoverRequest r;
    r.capability = must(signCapability(exampleCapability(), keyOf(3)));
    r.proof = signRecoverProof(exampleProof(r.capability), keyOf(2));
    r.ephemeralKey = hpkeKeyOf(5).publicKey();
    for (std::uint8_t i = 0; i < 3; ++i)
        r.nodes.push_back({filled<32>(static_cast<std::uint8_t>(0x10 + i)),
                           filled<32>(static_cast<std::uint8_t>(0x20 + i))});
    r.share = {kContent, "hd", 1, 2, 3, nodeSetId(r.nodes, 2), filled<32>(9), 1};
    r.sealedShare = Bytes(kSealedShareSize, 0x0a);
    return r;
}

// All digests come from an independent implementation in Python (hashlib, cryptography).
TEST(RecoverMessages, LayoutsArePinned) {
    const RecoverRequest request = exampleRequest();
    EXPECT_EQ(toHex(ephemeralKeyHash(hpkeKeyOf(5).publicKey())),
              "9cc23f5cdde8236de0714102aefa4737e59a46a2f28a84dc54429c1738376eca");
    EXPECT_EQ(toHex(crypto::sha256(request.capability)),
              "b5c119349bedded9327b755c39a9285e91b5f2f389d8a381f5e5b7c0f76e5db8");
    EXPECT_EQ(toHex(capabilityHash(request.capability)),
              "2b40b0a61180ecce6ec4cc4d9ee6930cdcb5322878dde05c547d0b962919938e");
    EXPECT_EQ(toHex(crypto::sha256(*request.proof)),
              "a34ee188119391867dc2f42ad24d701bec6b0b297a40a0f9a039d79057922621");
    const Bytes message = must(encodeRecoverRequest(request));
    EXPECT_EQ(toHex(crypto::sha256(message)),
              "e7e236e466df9d02a45751491d773c995be89c6b9efa129f0e356578217c6b4c");
    RecoverAnswer answer{keyOf(11).publicKey(),        crypto::sha256(message), kTime + 2, "ok", 1,
                         Bytes(kSealedShareSize, 0x0b)};
    EXPECT_EQ(toHex(crypto::sha256(must(signRecoverAnswer(answer, keyOf(11))))),
              "17ebaf4b0f9fb1fe8d407d575208478678535032589931426cc770a2414087ad");
    answer.code = "no_access";
    EXPECT_EQ(toHex(crypto::sha256(must(signRecoverAnswer(answer, keyOf(11))))),
              "153243267c23d0b840b4c3da79a82bb15d90c2d9144d3a93177d61669532a64b");
    EXPECT_EQ(toHex(crypto::sha256(transcriptAad(filled<32>(0x10), crypto::sha256(message),
                                                 capabilityHash(request.capability), filled<16>(8),
                                                 request.share, request.ephemeralKey))),
              "106b477f5b6e8f7933eb04476170fc4a8a675c54b14cbed0ae7cba3658ccf9dd");
}

TEST(RecoverMessages, ComeBackAsTheyWereSent) {
    RecoverRequest request = exampleRequest();
    EXPECT_EQ(must(decodeRecoverRequest(must(encodeRecoverRequest(request)))), request);
    EXPECT_EQ(must(verifyRecoverProof(*request.proof, keyOf(2).publicKey())),
              exampleProof(request.capability));
    request.proof.reset();
    EXPECT_EQ(must(decodeRecoverRequest(must(encodeRecoverRequest(request)))), request);
    const RecoverAnswer answer{keyOf(11).publicKey(), {}, kTime, "busy", 0, {}};
    EXPECT_EQ(must(verifyRecoverAnswer(must(signRecoverAnswer(answer, keyOf(11))), keyOf(11).publicKey())),
              answer);
}

TEST(RecoverMessages, RefusalsAndSharesHaveOneSize) {
    RecoverAnswer answer{keyOf(11).publicKey(), {}, kTime, "ok", 1, Bytes(kSealedShareSize)};
    const std::size_t size = must(signRecoverAnswer(answer, keyOf(11))).size();
    for (const char* code : {"no_access", "bad_request", "device_revoked"}) {
        answer.code = code;
        EXPECT_EQ(must(signRecoverAnswer(answer, keyOf(11))).size(), size);
    }
}

TEST(RecoverMessages, TheLargestNodeSetFits) {
    RecoverRequest request = exampleRequest();
    request.nodes.clear();
    for (std::uint8_t i = 0; i < kMaxNodes; ++i)
        request.nodes.push_back({filled<32>(i), filled<32>(i)});
    const Bytes message = must(encodeRecoverRequest(request));
    EXPECT_EQ(message.size(), 4096U);
    EXPECT_EQ(must(decodeRecoverRequest(message)), request);
    request.nodes.push_back({filled<32>(77), filled<32>(77)});
    EXPECT_EQ(codeOf(decodeRecoverRequest(must(encodeRecoverRequest(request)))), "bad_request");
}

TEST(RecoverMessages, NoChangedByteOfAnAnswerIsAccepted) {
    const RecoverAnswer answer{keyOf(11).publicKey(), {}, kTime, "ok", 1, Bytes(kSealedShareSize)};
    const Bytes message = must(signRecoverAnswer(answer, keyOf(11)));
    for (std::size_t i = 0; i < message.size(); ++i) {
        Bytes changed = message;
        changed[i] ^= 0x01;
        EXPECT_FALSE(verifyRecoverAnswer(changed, keyOf(11).publicKey())) << i;
    }
    EXPECT_FALSE(verifyRecoverAnswer(message, keyOf(12).publicKey()));
    EXPECT_FALSE(verifyRecoverAnswer({}, keyOf(11).publicKey()));
}

TEST(PaddedMessage, HasOneFormPerBody) {
    for (const std::size_t size : {0U, 1U, 1020U, 1021U, 2044U, 4092U, 8188U}) {
        const Bytes body(size, 0xEE);
        const Bytes padded = must(padMessage(body));
        EXPECT_EQ(toBytes(must(unpadMessage(padded))), body);
    }
    EXPECT_EQ(must(padMessage(Bytes(1020))).size(), 1024U);
    EXPECT_EQ(must(padMessage(Bytes(1021))).size(), 2048U);
    EXPECT_EQ(codeOf(padMessage(Bytes(16381))), "message_too_large");

    Bytes message = must(padMessage(Bytes(10, 1)));
    message.back() = 1;
    EXPECT_EQ(codeOf(unpadMessage(message)), "message_malformed");
    Bytes larger = must(padMessage(Bytes(10, 1)));
    larger.resize(2048);
    EXPECT_EQ(codeOf(unpadMessage(larger)), "message_malformed");
    EXPECT_EQ(codeOf(unpadMessage(Bytes(1023))), "message_malformed");
    EXPECT_EQ(codeOf(unpadMessage(Bytes(1024, 0xFF))), "message_malformed");
}

TEST(CapabilityTest, LivesFiveMinutesAtMostAndOnlyFromItsGateway) {
    const crypto::SigningKey gateway = keyOf(3);
    const Bytes bytes = must(signCapability(exampleCapability(), gateway));
    EXPECT_EQ(must(verifyCapability(bytes, gateway.publicKey(), kTime)), exampleCapability());
    EXPECT_EQ(codeOf(verifyCapability(bytes, gateway.publicKey(), kTime + 300)), "ok");
    EXPECT_EQ(codeOf(verifyCapability(bytes, gateway.publicKey(), kTime + 301)), "cap_expired");
    EXPECT_EQ(codeOf(verifyCapability(bytes, gateway.publicKey(), kTime - 61)), "cap_expired");
    EXPECT_EQ(codeOf(verifyCapability(bytes, keyOf(4).publicKey(), kTime)), "cap_invalid");
    Capability longer = exampleCapability();
    longer.expires = kTime + 301;
    EXPECT_EQ(codeOf(signCapability(longer, gateway)), "cap_invalid");
    longer.expires = kTime;
    EXPECT_EQ(codeOf(signCapability(longer, gateway)), "cap_invalid");
    EXPECT_EQ(codeOf(signCapability(exampleCapability(), keyOf(4))), "cap_invalid");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes changed = bytes;
        changed[i] ^= 0x01;
        EXPECT_EQ(codeOf(verifyCapability(changed, gateway.publicKey(), kTime)), "cap_invalid") << i;
    }
}

TEST(CapabilityTest, IsACwtWithAConfirmationKey) {
    const crypto::PublicKey issuer = keyOf(3).publicKey();
    const Bytes bytes = must(signCapability(exampleCapability(), keyOf(3)));
    const auto message = must(crypto::coseVerify1(bytes, &issuer, asBytes("keyreel/capability/v1")));
    const cbor::Value claims = must(cbor::decode(message.payload));
    // RFC 8392 section 4: iss 1, sub 2, exp 4, iat 6, cti 7. RFC 8747 section 3: cnf 8 holds COSE_Key 1.
    EXPECT_EQ(must(claims.find(1)->asText()), identity::toDidKey(issuer));
    EXPECT_EQ(must(claims.find(2)->asText()), identity::toDidKey(keyOf(1).publicKey()));
    EXPECT_EQ(must(claims.find(4)->asInteger()), kTime + 300);
    EXPECT_EQ(must(claims.find(6)->asInteger()), kTime);
    EXPECT_EQ(must(claims.find(7)->asBytes()).size(), 16U);
    const cbor::Value* key = claims.find(8)->find(1);
    ASSERT_NE(key, nullptr);
    EXPECT_EQ(must(key->find(1)->asInteger()), 1);   // OKP
    EXPECT_EQ(must(key->find(-1)->asInteger()), 6);  // Ed25519
    EXPECT_EQ(toBytes(must(key->find(-2)->asBytes())), toBytes(keyOf(2).publicKey()));
    // A signature over the same claims without the domain is no capability.
    EXPECT_EQ(codeOf(verifyCapability(crypto::coseSign1(keyOf(3), message.payload), issuer, kTime)),
              "cap_invalid");
}

}  // namespace
}  // namespace keyreel::custody
