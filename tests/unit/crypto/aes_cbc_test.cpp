#include "core/crypto/aes_cbc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;
using Direction = AesCbc::Direction;

constexpr auto kKey = "2b7e151628aed2a6abf7158809cf4f3c";
constexpr std::array<std::uint8_t, 16> kIv{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
constexpr auto kPlain =
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
    "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
constexpr auto kCipher =
    "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
    "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7";

AesCbc cipher(Direction direction) {
    return std::move(AesCbc::create(hex(kKey), direction).value());
}

TEST(AesCbc, Sp80038aF21Encrypt) {
    AesCbc cbc = cipher(Direction::Encrypt);
    cbc.start(kIv);
    Bytes data = hex(kPlain);
    cbc.apply(data);
    EXPECT_EQ(toHex(data), kCipher);
}

TEST(AesCbc, Sp80038aF22Decrypt) {
    AesCbc cbc = cipher(Direction::Decrypt);
    cbc.start(kIv);
    Bytes data = hex(kCipher);
    cbc.apply(data);
    EXPECT_EQ(toHex(data), kPlain);
}

TEST(AesCbc, ChainContinuesOverCallsAndStartsAnew) {
    AesCbc cbc = cipher(Direction::Encrypt);
    for (int round = 0; round < 2; ++round) {
        cbc.start(kIv);
        Bytes data = hex(kPlain);
        cbc.apply(MutableBytes(data).first(16));
        cbc.apply(MutableBytes(data).subspan(16));
        EXPECT_EQ(toHex(data), kCipher);
    }
}

TEST(AesCbc, PartialBlockStaysClear) {
    AesCbc cbc = cipher(Direction::Encrypt);
    for (std::size_t tail = 1; tail < 16; ++tail) {
        cbc.start(kIv);
        Bytes data = hex(kPlain);
        data.resize(64 + tail, 0x5a);
        cbc.apply(data);
        EXPECT_EQ(toHex(ByteView(data).first(64)), kCipher);
        EXPECT_EQ(std::count(data.begin() + 64, data.end(), 0x5a), static_cast<std::ptrdiff_t>(tail));
    }
}

TEST(AesCbc, RefusesOtherKeySizes) {
    EXPECT_EQ(AesCbc::create(Bytes(15), Direction::Encrypt).error().code, "bad_key_size");
    EXPECT_EQ(AesCbc::create(Bytes(32), Direction::Decrypt).error().code, "bad_key_size");
}

/// Clause 9.6 word by word: one pattern after the other.
void slowly(AesCbc& cbc, MutableBytes bytes, std::size_t crypt, std::size_t skip) {
    if (crypt == 0) crypt = 1;
    while (bytes.size() >= 16 * crypt) {
        cbc.apply(bytes.first(16 * crypt));
        bytes = bytes.subspan(std::min(16 * (crypt + skip), bytes.size()));
    }
}

TEST(AesCbc, PatternsAreClause96AndComeBack) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto pick = [&](unsigned low, unsigned high) {
        return std::uniform_int_distribution<unsigned>(low, high)(random);
    };
    AesCbc encrypt = cipher(Direction::Encrypt);
    AesCbc decrypt = cipher(Direction::Decrypt);
    for (int round = 0; round < 2000; ++round) {
        const unsigned crypt = round % 2 == 0 ? 1 : pick(0, 40);
        const unsigned skip = crypt == 0 ? 0 : round % 2 == 0 ? 9 : pick(0, 15);
        Bytes clear(pick(0, round % 50 == 0 ? 100000 : 900));
        for (std::uint8_t& byte : clear)
            byte = static_cast<std::uint8_t>(pick(0, 255));
        SCOPED_TRACE(std::to_string(crypt) + ":" + std::to_string(skip) + ", " +
                     std::to_string(clear.size()) + " bytes");
        Bytes expected = clear;
        encrypt.start(kIv);
        slowly(encrypt, expected, crypt, skip);
        Bytes got = clear;
        encrypt.start(kIv);
        encrypt.applyPattern(got, crypt, skip);
        ASSERT_EQ(got, expected);
        decrypt.start(kIv);
        decrypt.applyPattern(got, crypt, skip);
        ASSERT_EQ(got, clear);
    }
}

}  // namespace
}  // namespace keyreel::crypto
