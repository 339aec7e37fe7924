#include "core/crypto/shamir.h"

#include <gtest/gtest.h>

#include <set>

#include "core/crypto/gf256.h"
#include "core/crypto/random.h"
#include "core/crypto/shamir_points.h"
#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;

std::vector<Share> pick(const std::vector<Share>& shares, std::initializer_list<std::size_t> indexes) {
    std::vector<Share> out;
    for (const std::size_t index : indexes)
        out.push_back({shares[index].x, shares[index].bytes.clone()});
    return out;
}

/// The product by long division, in another way than the code under test.
std::uint8_t slowMultiply(unsigned a, unsigned b) {
    unsigned product = 0;
    for (unsigned i = 0; i < 8; ++i)
        if ((b & (1U << i)) != 0) product ^= a << i;
    for (unsigned i = 15; i >= 8; --i)
        if ((product & (1U << i)) != 0) product ^= 0x11BU << (i - 8);
    return static_cast<std::uint8_t>(product);
}

TEST(Gf256, GoldenValues) {
    EXPECT_EQ(gfMultiply(0x57, 0x83), 0xC1);
    EXPECT_EQ(gfInvert(0x53), 0xCA);
    EXPECT_EQ(gfInvert(0), 0);
}

TEST(Gf256, EveryProductAndInverse) {
    for (unsigned a = 0; a < 256; ++a) {
        for (unsigned b = 0; b < 256; ++b)
            ASSERT_EQ(gfMultiply(static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b)),
                      slowMultiply(a, b));
        const auto x = static_cast<std::uint8_t>(a);
        ASSERT_EQ(gfMultiply(x, gfInvert(x)), a == 0 ? 0 : 1);
    }
}

TEST(Shamir, GoldenTwoOfThree) {
    const auto shares =
        splitWith(hex("000102030405060708090a0b0c0d0e0f"), hex("101112131415161718191a1b1c1d1e1f"), 3);
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_EQ(toHex(shares[0].bytes.view()), "10101010101010101010101010101010");
    EXPECT_EQ(toHex(shares[1].bytes.view()), "202326252c2f2a29383b3e3d34373231");
    EXPECT_EQ(toHex(shares[2].bytes.view()), "30323436383a3c3e20222426282a2c2e");
    for (const auto& two :
         {pick(shares, {0, 1}), pick(shares, {2, 0}), pick(shares, {1, 2}), pick(shares, {0, 1, 2})})
        EXPECT_EQ(toHex(combine(two)->view()), "000102030405060708090a0b0c0d0e0f");
}

// By hand for x = 2: 07 + 05*2 + 03*4 = 07 ^ 0a ^ 0c = 01; x = 1: 07^05^03 = 01; x = 3: 07 ^ 05*3 ^ 03*5 =
// 07^0f^0f = 07.
TEST(Shamir, ThreeOfThreeUsesEveryCoefficientInItsPlace) {
    const auto shares = splitWith(hex("07"), hex("0503"), 3);
    EXPECT_EQ(toHex(shares[0].bytes.view()), "01");
    EXPECT_EQ(toHex(shares[1].bytes.view()), "01");
    EXPECT_EQ(toHex(shares[2].bytes.view()), "07");
    EXPECT_EQ(toHex(combine(shares)->view()), "07");
}

TEST(Shamir, AnyThresholdOfSharesGivesTheSecretAndFewerDoNot) {
    const SecretBytes secret = randomSecret(32);
    const auto shares = split(secret, 3, 5);
    ASSERT_TRUE(shares.has_value());
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = a + 1; b < 5; ++b) {
            EXPECT_FALSE(combine(pick(*shares, {a, b}))->equals(secret.view()));
            for (std::size_t c = b + 1; c < 5; ++c)
                EXPECT_TRUE(combine(pick(*shares, {c, a, b}))->equals(secret.view()));
        }
}

// One share of a 2-of-n split must say nothing: over many splits of one secret a share byte takes every
// value.
TEST(Shamir, AShareAloneIsUniform) {
    const SecretBytes secret(1);
    std::set<std::uint8_t> seen;
    for (int i = 0; i < 8192; ++i)
        seen.insert((*split(secret, 2, 2))[0].bytes.view()[0]);
    EXPECT_EQ(seen.size(), 256U);
}

TEST(Shamir, LargestSplit) {
    const SecretBytes secret = randomSecret(4);
    const auto shares = split(secret, 255, 255);
    ASSERT_TRUE(shares.has_value());
    EXPECT_EQ(shares->back().x, 255);
    EXPECT_TRUE(combine(*shares)->equals(secret.view()));
}

TEST(Shamir, RefusesImpossibleParameters) {
    const SecretBytes secret(16);
    for (const auto& [threshold, count] : {std::pair{0U, 3U}, {4U, 3U}, {2U, 256U}, {0U, 0U}}) {
        const auto shares = split(secret, threshold, count);
        ASSERT_FALSE(shares.has_value());
        EXPECT_EQ(shares.error().code, "bad_threshold");
    }
    EXPECT_EQ(split(SecretBytes(), 2, 3).error().code, "bad_secret_size");
    EXPECT_EQ(split(SecretBytes(65537), 2, 3).error().code, "bad_secret_size");
}

TEST(Shamir, RefusesSharesThatCannotBelongTogether) {
    auto shares = std::move(*split(SecretBytes(16), 2, 3));
    EXPECT_EQ(combine({}).error().code, "bad_shares");
    EXPECT_EQ(combine(pick(shares, {0, 0})).error().code, "bad_shares");
    shares[1].bytes = SecretBytes(15);
    EXPECT_EQ(combine(shares).error().code, "bad_shares");
    shares[1].bytes = SecretBytes(16);
    shares[1].x = 0;
    EXPECT_EQ(combine(shares).error().code, "bad_shares");
}

}  // namespace
}  // namespace keyreel::crypto
