#include "core/crypto/hpke.h"

#include <gtest/gtest.h>

#include "core/crypto/hpke_context.h"
#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;
using test::hexArray;
using test::hexSecret;

constexpr auto kInfo = "4f6465206f6e2061204772656369616e2055726e";
constexpr auto kPlain = "4265617574792069732074727574682c20747275746820626561757479";
constexpr auto kAad0 = "436f756e742d30";

// RFC 9180 appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.
class HpkeA11 : public testing::Test {
protected:
    X25519Key m_ephemeral = std::move(
        X25519Key::fromBytes(hexSecret("52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736"))
            .value());
    X25519Key m_recipient = std::move(
        X25519Key::fromBytes(hexSecret("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"))
            .value());
};

TEST_F(HpkeA11, KemGivesTheSharedSecretOnBothSides) {
    EXPECT_EQ(toHex(m_ephemeral.publicKey()),
              "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431");
    EXPECT_EQ(toHex(m_recipient.publicKey()),
              "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
    const X25519PublicKey& enc = m_ephemeral.publicKey();
    const auto sender = dhkemSharedSecret(m_ephemeral, m_recipient.publicKey(), enc, m_recipient.publicKey());
    const auto receiver = dhkemSharedSecret(m_recipient, enc, enc, m_recipient.publicKey());
    ASSERT_TRUE(sender.has_value() && receiver.has_value());
    EXPECT_EQ(toHex(sender->view()), "fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc");
    EXPECT_TRUE(receiver->equals(sender->view()));
}

TEST_F(HpkeA11, KeyScheduleMessagesAndExports) {
    const Bytes shared = hex("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc");
    HpkeContext sender(HpkeAead::Aes128Gcm, shared, hex(kInfo));
    EXPECT_EQ(toHex(sender.key()), "4531685d41d65f03dc48f6b8302c05b0");
    EXPECT_EQ(toHex(sender.baseNonce()), "56d890e5accaaf011cff4b7d");
    const char* const messages[] = {
        "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
        "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84",
        "498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180",
    };
    HpkeContext receiver(HpkeAead::Aes128Gcm, shared, hex(kInfo));
    for (std::size_t i = 0; i < 3; ++i) {
        const Bytes aad = toBytes("Count-" + std::to_string(i));
        EXPECT_EQ(toHex(sender.seal(aad, hex(kPlain))), messages[i]) << "sequence number " << i;
        const auto opened = receiver.open(aad, hex(messages[i]));
        ASSERT_TRUE(opened.has_value());
        EXPECT_EQ(toHex(opened->view()), kPlain);
    }
    EXPECT_EQ(toHex(sender.exportSecret({}, 32).view()),
              "3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee");
    EXPECT_EQ(toHex(sender.exportSecret(Bytes{0x00}, 32).view()),
              "2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5");
    EXPECT_EQ(toHex(sender.exportSecret(asBytes("TestContext"), 32).view()),
              "e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931");
}

// The suite in use, from the vectors of the RFC's reference implementation (kem 32, kdf 1, aead 2, mode
// base), which the RFC prints for other suites only; BoringSSL and Tink carry the same one.
TEST(Hpke, Aes256GcmVectorOfTheReferenceImplementation) {
    const auto ephemeral =
        X25519Key::fromBytes(hexSecret("28e212563a8b6f068af7ff17400ff1baf23612b7a738bbaf5dfb321b2b5b431a"));
    ASSERT_TRUE(ephemeral.has_value());
    const auto recipient = hexArray<32>("ac66bae9ffa270cf4a89ed9f274e30c0456babae2572aaaf002ff0d8884ab018");
    const auto shared = dhkemSharedSecret(*ephemeral, recipient, ephemeral->publicKey(), recipient);
    ASSERT_TRUE(shared.has_value());
    HpkeContext context(HpkeAead::Aes256Gcm, shared->view(), hex(kInfo));
    EXPECT_EQ(toHex(context.seal(hex(kAad0), hex(kPlain))),
              "23ded2d5d90ea89d975dac4792b297240f194952d7421aacbff0474100052b6bb8aa58d18ef6c42b6960e2e28f");
}

TEST(Hpke, OpensWhatItSealedAndNothingElse) {
    const X25519Key recipient = X25519Key::generate();
    const auto sealed = hpkeSeal(recipient.publicKey(), asBytes("info"), asBytes("aad"), asBytes("share"));
    ASSERT_TRUE(sealed.has_value());
    const auto opened = hpkeOpen(recipient, *sealed, asBytes("info"), asBytes("aad"));
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(asText(opened->view()), "share");

    EXPECT_FALSE(hpkeOpen(recipient, *sealed, asBytes("other"), asBytes("aad")).has_value());
    EXPECT_FALSE(hpkeOpen(recipient, *sealed, asBytes("info"), asBytes("other")).has_value());
    EXPECT_FALSE(hpkeOpen(X25519Key::generate(), *sealed, asBytes("info"), asBytes("aad")).has_value());
    Sealed changed = *sealed;
    changed.ciphertext[0] ^= 1;
    EXPECT_FALSE(hpkeOpen(recipient, changed, asBytes("info"), asBytes("aad")).has_value());
    changed = *sealed;
    changed.enc[0] ^= 1;
    EXPECT_FALSE(hpkeOpen(recipient, changed, asBytes("info"), asBytes("aad")).has_value());
    changed.ciphertext.clear();
    EXPECT_FALSE(hpkeOpen(recipient, changed, asBytes("info"), asBytes("aad")).has_value());
}

TEST(Hpke, EveryMessageHasItsOwnKey) {
    const X25519Key recipient = X25519Key::generate();
    const auto one = hpkeSeal(recipient.publicKey(), {}, {}, asBytes("same"));
    const auto two = hpkeSeal(recipient.publicKey(), {}, {}, asBytes("same"));
    ASSERT_TRUE(one.has_value() && two.has_value());
    EXPECT_NE(one->enc, two->enc);
    EXPECT_NE(one->ciphertext, two->ciphertext);
}

TEST(Hpke, RefusesARecipientOrAMessageOfSmallOrder) {
    const auto sealed = hpkeSeal(X25519PublicKey{}, {}, {}, asBytes("x"));
    ASSERT_FALSE(sealed.has_value());
    EXPECT_EQ(sealed.error().code, "bad_public_key");
    const auto opened = hpkeOpen(X25519Key::generate(), Sealed{{}, Bytes(17)}, {}, {});
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, "bad_public_key");
}

// draft-ietf-hpke-pq-04 appendix A.5: MLKEM768-X25519 (X-Wing), HKDF-SHA256, base mode. Its AEAD,
// ChaCha20-Poly1305, is not ours, but goes into the key schedule as a number only.
TEST(HpkeXWing, KeyScheduleOfTheDraft) {
    constexpr auto kChaCha20Poly1305 = static_cast<HpkeAead>(3);
    const HpkeContext context(
        kChaCha20Poly1305, hex("58200ed1f137bd95a921bb47f6aaecf2395b26f7fd24efd3a5ffae4849e8dea3"),
        hex("34663634363532303666366532303631323034373732363536333639363136653230353537323665"),
        HpkeKem::XWing);
    EXPECT_EQ(toHex(context.key()), "131c2ebb469b909a40915914afd7ff5e638888ac7195dcaaaef8f9a84f0e4030");
    EXPECT_EQ(toHex(context.baseNonce()), "2b7a68f19e6cdbd43dda3c6d");
    EXPECT_EQ(toHex(context.exportSecret(hex("70736575646f72616e646f6d30"), 32).view()),
              "5a78d37f40e078c17ef43fa40963f1ff7dcdee56e366da9099dc181c3eccaee5");
}

}  // namespace
}  // namespace keyreel::crypto
