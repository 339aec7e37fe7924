#include "core/gateway/message_signature.h"

#include <gtest/gtest.h>

#include "core/base/text.h"

namespace keyreel::gateway {
namespace {

std::shared_ptr<const crypto::SigningKey> deviceKey() {
    SecretBytes seed = SecretBytes::copyOf(*fromBase64("n4Ni+HpISpVObnQMW0wOhCKROaIKqKtW/2ZYb2p9KcU="));
    return std::make_shared<const crypto::SigningKey>(*crypto::SigningKey::fromSeed(std::move(seed)));
}

SignedMessage request() {
    return {"POST", "https://gateway.example:8443/v1/uploads?x=1", {{"Content-Type", "text/plain"}}};
}

std::string codeOf(const SignedMessage& message) {
    const auto verified = verifyRequestSignature(message);
    return verified ? "ok" : verified.error().code;
}

// RFC 9421 appendix B.2.6 with the key of B.1.4.
TEST(MessageSignature, GivesTheSignatureOfRfc9421AppendixB26) {
    const std::string parameters =
        R"(("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519")";
    const std::string base = signatureBase({{"date", "Tue, 20 Apr 2021 02:07:55 GMT"},
                                            {"@method", "POST"},
                                            {"@path", "/foo"},
                                            {"@authority", "example.com"},
                                            {"content-type", "application/json"},
                                            {"content-length", "18"}},
                                           parameters);
    const auto key = deviceKey();
    EXPECT_EQ(toBase64(key->publicKey()), "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=");
    EXPECT_EQ(toBase64(key->sign(asBytes(base))),
              "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
}

// RFC 9530 appendix D: {"hello": "world"} followed by a line feed.
TEST(MessageSignature, GivesTheDigestOfRfc9530) {
    EXPECT_EQ(contentDigest(asBytes("{\"hello\": \"world\"}\n")),
              "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
}

TEST(MessageSignature, VerifiesWhatItSigned) {
    SignedMessage message = request();
    ASSERT_TRUE(signRequest(message, asBytes("body"), RequestSigner::of(deviceKey()), 1800000000));
    const auto verified = verifyRequestSignature(message);
    ASSERT_TRUE(verified) << verified.error().what;
    EXPECT_EQ(verified->key, deviceKey()->publicKey());
    EXPECT_EQ(verified->created, 1800000000);
    EXPECT_EQ(verified->nonce.size(), 22u);
    SignedMessage again = request();
    ASSERT_TRUE(signRequest(again, asBytes("body"), RequestSigner::of(deviceKey()), 1800000000));
    EXPECT_NE(verifyRequestSignature(again)->nonce, verified->nonce);
}

TEST(MessageSignature, CoversMethodTargetAndDigest) {
    SignedMessage message = request();
    ASSERT_TRUE(signRequest(message, asBytes("body"), RequestSigner::of(deviceKey()), 1800000000));
    SignedMessage other = message;
    other.method = "DELETE";
    EXPECT_EQ(codeOf(other), "signature_invalid");
    other = message;
    other.targetUri = "https://elsewhere.example:8443/v1/uploads?x=1";
    EXPECT_EQ(codeOf(other), "signature_invalid");
    other = message;
    other.targetUri += "2";
    EXPECT_EQ(codeOf(other), "signature_invalid");
    other = message;
    other.fields.set("Content-Digest", contentDigest(asBytes("Body")));
    EXPECT_EQ(codeOf(other), "signature_invalid");
    EXPECT_EQ(codeOf(message), "ok");
}

TEST(MessageSignature, RefusesEveryOtherForm) {
    SignedMessage message = request();
    ASSERT_TRUE(signRequest(message, asBytes("body"), RequestSigner::of(deviceKey()), 1800000000));
    const std::string input(message.fields.value("Signature-Input"));
    // Each of these is signed again, so that only its form can be what is refused.
    const auto resigned = [&](std::string parameters) {
        SignedMessage out = message;
        const std::string base =
            signatureBase({{"@method", out.method},
                           {"@target-uri", out.targetUri},
                           {"content-digest", std::string(out.fields.value("Content-Digest"))}},
                          parameters);
        out.fields.set("Signature-Input", "keyreel=" + parameters);
        out.fields.set("Signature", "keyreel=:" + toBase64(deviceKey()->sign(asBytes(base))) + ":");
        return codeOf(out);
    };
    const std::string good = input.substr(input.find('=') + 1);
    ASSERT_EQ(resigned(good), "ok");
    EXPECT_EQ(resigned(good + ";expires=1"), "signature_invalid");
    EXPECT_EQ(resigned(good + ";created=5"), "signature_invalid");
    EXPECT_EQ(resigned(good.substr(0, good.rfind(";alg")) + ";alg=\"hmac-sha256\""), "signature_invalid");
    EXPECT_EQ(resigned(R"(("@method" "@target-uri");created=1;nonce="0123456789abcdef";keyid="00")"),
              "signature_invalid");
    const std::string withoutNonce = good.substr(0, good.find(";nonce")) + good.substr(good.find(";keyid"));
    EXPECT_EQ(resigned(withoutNonce), "signature_invalid");
    SignedMessage twice = message;
    twice.fields.add("Signature", std::string(message.fields.value("Signature")));
    EXPECT_EQ(codeOf(twice), "signature_invalid");
    SignedMessage none = request();
    EXPECT_EQ(codeOf(none), "signature_missing");
}

}  // namespace
}  // namespace keyreel::gateway
