#include "core/crypto/ed25519.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;
using test::hexArray;
using test::hexSecret;

struct Vector {
    const char* seed;
    const char* publicKey;
    const char* message;
    const char* signature;
};

// RFC 8032 section 7.1, TEST 1, 2, 3 and TEST SHA(abc).
constexpr Vector kVectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f"
     "0595bbe24"
     "655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2ea"
     "eb4302aee"
     "b00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e"
     "9716ed28d"
     "c027beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d442"
     "3643ce80e"
     "2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179"
     "c138ac17a"
     "d9bef1177331a704"},
};

TEST(Ed25519, Rfc8032Section71) {
    for (const Vector& vector : kVectors) {
        const auto key = SigningKey::fromSeed(hexSecret(vector.seed));
        ASSERT_TRUE(key.has_value());
        EXPECT_EQ(toHex(key->publicKey()), vector.publicKey);
        const Bytes message = hex(vector.message);
        EXPECT_EQ(toHex(key->sign(message)), vector.signature);
        EXPECT_TRUE(verify(key->publicKey(), message, hex(vector.signature)));
    }
}

TEST(Ed25519, RefusesEveryFlippedBitOfASignature) {
    const PublicKey key = hexArray<32>(kVectors[2].publicKey);
    const Bytes message = hex(kVectors[2].message);
    Bytes signature = hex(kVectors[2].signature);
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        signature[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        ASSERT_FALSE(verify(key, message, signature)) << "bit " << bit;
        signature[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
}

TEST(Ed25519, RefusesOtherMessagesKeysAndSizes) {
    const SigningKey key = SigningKey::generate();
    const Signature signature = key.sign(asBytes("one"));
    EXPECT_TRUE(verify(key.publicKey(), asBytes("one"), signature));
    EXPECT_FALSE(verify(key.publicKey(), asBytes("two"), signature));
    EXPECT_FALSE(verify(SigningKey::generate().publicKey(), asBytes("one"), signature));
    EXPECT_FALSE(verify(key.publicKey(), asBytes("one"), ByteView(signature).first(63)));
    EXPECT_FALSE(verify(key.publicKey(), asBytes("one"), {}));
    EXPECT_FALSE(SigningKey::fromSeed(SecretBytes(31)).has_value());
}

// RFC 8032 section 8.4: S + L would verify, too, if S were not checked to be below the group order L.
TEST(Ed25519, RefusesAMalleatedSignature) {
    const Bytes order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    Bytes signature = hex(kVectors[1].signature);
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        const unsigned sum = signature[32 + i] + order[i] + carry;
        signature[32 + i] = static_cast<std::uint8_t>(sum);
        carry = sum >> 8U;
    }
    EXPECT_FALSE(verify(hexArray<32>(kVectors[1].publicKey), hex(kVectors[1].message), signature));
}

// The statement of a death test runs in a forked child, where the seed's memory is wiped.
TEST(Ed25519, AForkedChildCannotSignWithAWipedSeed) {
    testing::GTEST_FLAG(death_test_style) = "fast";
    const SigningKey key = SigningKey::generate();
    EXPECT_DEATH((void)key.sign(asBytes("x")), "is gone");
}

// With the neutral element as key, R = neutral element and S = 0 satisfy the equation for every message.
TEST(Ed25519, RefusesKeysOfSmallOrder) {
    PublicKey neutral{};
    neutral[0] = 1;
    Bytes signature(64);
    signature[0] = 1;
    EXPECT_FALSE(verify(neutral, asBytes("anything"), signature));
    neutral[31] = 0x80;
    EXPECT_FALSE(verify(neutral, asBytes("anything"), signature));
}

}  // namespace
}  // namespace keyreel::crypto
