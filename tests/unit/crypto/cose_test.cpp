#include "core/crypto/cose.h"

#include <gtest/gtest.h>

#include "core/crypto/cbor.h"
#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using cbor::Value;
using test::hex;
using test::hexSecret;

SigningKey exampleKey() {
    return std::move(
        SigningKey::fromSeed(hexSecret("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
            .value());
}

// The ToBeSigned bytes of "EdDSA-sig-02" of the COSE working group's examples (RFC 9052 section 4.4).
TEST(Cose, SigStructureOfTheWorkingGroupExample) {
    EXPECT_EQ(toHex(coseSigStructure(hex("a10127"), {}, asBytes("This is the content."))),
              "846a5369676e61747572653143a101274054546869732069732074686520636f6e74656e742e");
}

// RFC 9052 appendix C.2.1 up to the algorithm: the same structure with ECDSA's protected header.
TEST(Cose, SigStructureCarriesExternalData) {
    EXPECT_EQ(toHex(coseSigStructure(hex("a10126"), hex("11aa22bb33cc44dd55006699"),
                                     asBytes("This is the content."))),
              "846a5369676e61747572653143a101264c11aa22bb33cc44dd5500669954546869732069732074686520636f6e7465"
              "6e742e");
}

// "EdDSA-sig-01" of the working group's examples: Ed25519 is deterministic, so the whole message must come
// out.
TEST(Cose, SignatureOfTheWorkingGroupExample) {
    const SigningKey key = exampleKey();
    const Bytes header = hex("a201270300");
    const Signature signature = key.sign(coseSigStructure(header, {}, asBytes("This is the content.")));
    const Value message = Value::tag(
        18, Value::array({Value::bytes(header), Value::map().put(4, Value::bytes(asBytes("11"))),
                          Value::bytes(asBytes("This is the content.")), Value::bytes(signature)}));
    EXPECT_EQ(
        toHex(cbor::encode(message)),
        "d28445a201270300a10442313154546869732069732074686520636f6e74656e742e58407142fd2ff96d56db85bee905a76b"
        "a1d0"
        "b7321a95c8c4d3607c5781932b7afb8711497dfa751bf40b58b3bcc32300b1487f3db34085eef013bf08f4a44d6fef0d");
}

/// Parts of a COSE_Sign1 of any algorithm.
struct Foreign {
    Bytes header;
    Bytes payload;
    Bytes signature;
};

Foreign foreign(ByteView message) {
    const Value outer = cbor::decode(message).value();
    const auto& items = *outer.asTag(18).value()->asArray(4).value();
    return {toBytes(items[0].asBytes().value()), toBytes(items[2].asBytes().value()),
            toBytes(items[3].asBytes(64).value())};
}

// RFC 9052 appendix C.2.1. It is signed with ECDSA over P-256, which this program neither writes nor takes:
// form and signed bytes are checked here, and that the published signature really covers these bytes in
// tests/integration/journey/manifest_test.py.
TEST(Cose, TheSingleSignerExampleOfTheStandard) {
    const Bytes message = hex(
        "d28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac34cc6b23"
        "d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36");
    ASSERT_EQ(message.size(), 98U) << "the size that the standard states";
    EXPECT_EQ(cbor::encode(cbor::decode(message).value()), message);
    const Foreign parts = foreign(message);
    EXPECT_EQ(asText(parts.payload), "This is the content.");
    EXPECT_EQ(toHex(coseSigStructure(parts.header, {}, parts.payload)),
              "846a5369676e61747572653143a101264054546869732069732074686520636f6e74656e742e");
    const auto verified = coseVerify1(message, nullptr);
    ASSERT_FALSE(verified.has_value());
    EXPECT_EQ(verified.error().code, "cose_malformed");
    EXPECT_NE(verified.error().what.find("neither EdDSA"), std::string::npos) << verified.error().what;
}

// RFC 8392 appendix A, as far as it fits. Ours are signed with Ed25519 and carried without the CWT tag. So
// A.3 (ECDSA) is read and refused by its algorithm; A.4 (HMAC), A.5 (AES-CCM), A.6 (both, nested) and A.7
// (HMAC over a time with fractions) are other messages than COSE_Sign1 and refused as such; the keys of A.2
// are symmetric or P-256.
TEST(Cwt, TheExamplesOfTheStandard) {
    const std::string claims =
        "a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e657861"
        "6d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b71";
    // A.1: the claims set, written as its diagnostic notation says.
    EXPECT_EQ(toHex(cbor::encode(Value::map()
                                     .put(1, Value::text("coap://as.example.com"))
                                     .put(2, Value::text("erikw"))
                                     .put(3, Value::text("coap://light.example.com"))
                                     .put(4, Value::integer(1444064944))
                                     .put(5, Value::integer(1443944944))
                                     .put(6, Value::integer(1443944944))
                                     .put(7, Value::bytes(hex("0b71"))))),
              claims);
    // A.3: signed.
    const Bytes signedToken =
        hex("d28443a10126a104524173796d6d657472696345434453413235365850" + claims +
            "58405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f859"
            "51ecee743a52b9b63632c57209120e1c9e30");
    EXPECT_EQ(cbor::encode(cbor::decode(signedToken).value()), signedToken);
    const Foreign parts = foreign(signedToken);
    EXPECT_EQ(toHex(parts.payload), claims);
    EXPECT_EQ(toHex(coseSigStructure(parts.header, {}, parts.payload)),
              "846a5369676e61747572653143a10126405850" + claims);
    EXPECT_EQ(coseVerify1(signedToken, nullptr).error().code, "cose_malformed");
    // A.4: with a MAC and the CWT tag.
    const Bytes macedToken =
        hex("d83dd18443a10104a1044c53796d6d65747269633235365850" + claims + "48093101ef6d789200");
    EXPECT_EQ(cbor::encode(cbor::decode(macedToken).value()), macedToken);
    EXPECT_EQ(coseVerify1(macedToken, nullptr).error().code, "cose_malformed");
    // The signed one under the CWT tag (section 6).
    Bytes tagged = hex("d83d");
    append(tagged, signedToken);
    EXPECT_EQ(coseVerify1(tagged, nullptr).error().code, "cose_malformed");
    // A.7's claim of a time with fractions, a float: nothing here carries one.
    EXPECT_FALSE(cbor::decode(hex("a106fb41d584367c200000")).has_value());
}

// Pins our own profile: protected {1: -8, 4: key}, empty unprotected header, tag 18.
TEST(Cose, ProfileIsPinned) {
    const Bytes message = coseSign1(exampleKey(), asBytes("x"));
    EXPECT_EQ(toHex(ByteView(message).first(46)),
              "d2845826a2012704"
              "5820d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
              "a0417858");
    EXPECT_EQ(message.size(), 111U);
}

TEST(Cose, VerifiesItsOwnMessages) {
    const SigningKey key = exampleKey();
    const Bytes message = coseSign1(key, asBytes("statement"), asBytes("context"));
    const auto byKid = coseVerify1(message, nullptr, asBytes("context"));
    ASSERT_TRUE(byKid.has_value()) << byKid.error().what;
    EXPECT_EQ(byKid->kid, key.publicKey());
    EXPECT_EQ(asText(byKid->payload), "statement");
    EXPECT_TRUE(coseVerify1(message, &key.publicKey(), asBytes("context")).has_value());
    EXPECT_EQ(coseVerify1(message, nullptr, asBytes("other")).error().code, "cose_bad_signature");
    EXPECT_EQ(coseVerify1(message, nullptr).error().code, "cose_bad_signature");
    const SigningKey other = SigningKey::generate();
    EXPECT_EQ(coseVerify1(message, &other.publicKey(), asBytes("context")).error().code, "cose_wrong_key");
}

TEST(Cose, EveryFlippedBitIsRefused) {
    const SigningKey key = exampleKey();
    Bytes message = coseSign1(key, asBytes("statement"));
    for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
        message[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        ASSERT_FALSE(coseVerify1(message, &key.publicKey()).has_value()) << "bit " << bit;
        ASSERT_FALSE(coseVerify1(message, nullptr).has_value()) << "bit " << bit;
        message[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
    for (std::size_t size = 0; size < message.size(); ++size)
        ASSERT_FALSE(coseVerify1(ByteView(message).first(size), nullptr).has_value());
}

/// A message with a correct signature over the given protected header, so that only the form can be at fault.
Bytes messageWith(const Value& header, const Value& unprotected, std::uint64_t tag = 18) {
    const Bytes headerBytes = cbor::encode(header);
    const Signature signature = exampleKey().sign(coseSigStructure(headerBytes, {}, asBytes("x")));
    return cbor::encode(Value::tag(tag, Value::array({Value::bytes(headerBytes), unprotected,
                                                      Value::bytes(asBytes("x")), Value::bytes(signature)})));
}

TEST(Cose, RefusesOtherForms) {
    const Value kid = Value::bytes(exampleKey().publicKey());
    const Value header = Value::map().put(1, Value::integer(-8)).put(4, kid);
    ASSERT_TRUE(coseVerify1(messageWith(header, Value::map()), nullptr).has_value());
    for (const Bytes& message : {
             messageWith(Value::map().put(1, Value::integer(-7)).put(4, kid), Value::map()),
             messageWith(Value::map().put(4, kid), Value::map()),
             messageWith(Value::map().put(1, Value::integer(-8)), Value::map()),
             messageWith(Value(header).put(2, Value::array({Value::uint(1)})), Value::map()),
             messageWith(Value::map().put(1, Value::integer(-8)).put(4, Value::bytes(asBytes("11"))),
                         Value::map()),
             messageWith(header, Value::map().put(4, kid)),
             messageWith(header, Value::map(), 98),
         }) {
        const auto verified = coseVerify1(message, nullptr);
        ASSERT_FALSE(verified.has_value());
        EXPECT_EQ(verified.error().code, "cose_malformed");
    }
}

}  // namespace
}  // namespace keyreel::crypto
