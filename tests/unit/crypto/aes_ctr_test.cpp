#include "core/crypto/aes_ctr.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;

constexpr auto kKey = "2b7e151628aed2a6abf7158809cf4f3c";
constexpr auto kCounter = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
constexpr auto kPlain =
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
    "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
constexpr auto kCipher =
    "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff"
    "5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee";

AesCtr cipher() {
    return std::move(AesCtr::create(hex(kKey)).value());
}

/// One block of keystream for a full counter block: what CTR mode is defined by.
Bytes keystreamBlock(ByteView counter) {
    AesCtr ctr = cipher();
    ctr.start(counter);
    Bytes out(16);
    ctr.apply(out);
    return out;
}

TEST(AesCtr, Sp80038aF51Encrypt) {
    AesCtr ctr = cipher();
    ctr.start(hex(kCounter));
    Bytes data = hex(kPlain);
    ctr.apply(data);
    EXPECT_EQ(toHex(data), kCipher);
}

TEST(AesCtr, Sp80038aF52Decrypt) {
    AesCtr ctr = cipher();
    ctr.start(hex(kCounter));
    const Bytes in = hex(kCipher);
    Bytes out(in.size());
    ctr.apply(in, out.data());
    EXPECT_EQ(toHex(out), kPlain);
}

TEST(AesCtr, KeystreamContinuesOverRangesOfEverySize) {
    for (std::size_t first = 0; first <= 64; ++first) {
        AesCtr ctr = cipher();
        ctr.start(hex(kCounter));
        Bytes data = hex(kPlain);
        const MutableBytes all(data);
        const std::size_t middle = (64 - first) / 2;
        ctr.apply(all.first(first));
        ctr.apply(all.subspan(first, middle));
        ctr.apply(all.subspan(first + middle));
        ASSERT_EQ(toHex(data), kCipher) << "split after " << first;
    }
}

TEST(AesCtr, EightByteIvIsTheHighHalfWithACounterFromZero) {
    AesCtr ctr = cipher();
    ctr.start(hex("f0f1f2f3f4f5f6f7"));
    Bytes data(48);
    ctr.apply(data);
    Bytes expected = keystreamBlock(hex("f0f1f2f3f4f5f6f70000000000000000"));
    append(expected, keystreamBlock(hex("f0f1f2f3f4f5f6f70000000000000001")));
    append(expected, keystreamBlock(hex("f0f1f2f3f4f5f6f70000000000000002")));
    EXPECT_EQ(toHex(data), toHex(expected));
}

// ISO/IEC 23001-7 clause 9.3: with a 16-byte IV only the low 64 bits count, and they wrap to 0 without a
// carry.
TEST(AesCtr, LowHalfWrapsWithoutCarry) {
    Bytes expected = keystreamBlock(hex("00112233445566fffffffffffffffffe"));
    append(expected, keystreamBlock(hex("00112233445566ffffffffffffffffff")));
    append(expected, keystreamBlock(hex("00112233445566ff0000000000000000")));
    append(expected, keystreamBlock(hex("00112233445566ff0000000000000001")));
    for (const std::size_t first : {0U, 1U, 16U, 31U, 32U, 33U, 47U, 64U}) {
        AesCtr ctr = cipher();
        ctr.start(hex("00112233445566fffffffffffffffffe"));
        Bytes data(64);
        const MutableBytes all(data);
        ctr.apply(all.first(first));
        ctr.apply(all.subspan(first));
        ASSERT_EQ(toHex(data), toHex(expected)) << "split after " << first;
    }
}

TEST(AesCtr, StartForgetsTheSampleBefore) {
    AesCtr ctr = cipher();
    ctr.start(hex("0102030405060708"));
    Bytes half(7);
    ctr.apply(half);
    ctr.start(hex(kCounter));
    Bytes data = hex(kPlain);
    ctr.apply(data);
    EXPECT_EQ(toHex(data), kCipher);
}

TEST(AesCtr, RefusesOtherKeySizesAndStopsAtOtherIvSizes) {
    for (const std::size_t size : {0U, 15U, 17U, 32U}) {
        const auto made = AesCtr::create(Bytes(size));
        ASSERT_FALSE(made.has_value());
        EXPECT_EQ(made.error().code, "bad_key_size");
    }
    AesCtr ctr = cipher();
    EXPECT_DEATH(ctr.start(Bytes(12)), "neither 8 nor 16");
    Bytes data(1);
    EXPECT_DEATH(ctr.apply(data), "before its start");
}

}  // namespace
}  // namespace keyreel::crypto
