#include "core/crypto/aes_gcm.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;

// The GCM specification (McGrew, Viega), appendix B, test case 16.
constexpr auto kKey = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
constexpr auto kNonce = "cafebabefacedbaddecaf888";
constexpr auto kAad = "feedfacedeadbeeffeedfacedeadbeefabaddad2";
constexpr auto kPlain =
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
    "b16aedf5aa0de657ba637b39";
constexpr auto kSealed =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
    "c5f61e6393ba7a0abcc9f662"
    "76fc6ece0f4e1768cddf8853bb2d551b";

TEST(AesGcm, SpecificationTestCase16) {
    EXPECT_EQ(toHex(aes256GcmSeal(hex(kKey), hex(kNonce), hex(kAad), hex(kPlain))), kSealed);
    const auto opened = aes256GcmOpen(hex(kKey), hex(kNonce), hex(kAad), hex(kSealed));
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(toHex(opened->view()), kPlain);
}

// Test case 13: nothing in, a tag out.
TEST(AesGcm, SpecificationTestCase13SealsNothing) {
    const Bytes sealed = aes256GcmSeal(Bytes(32), Bytes(12), {}, {});
    EXPECT_EQ(toHex(sealed), "530f8afbc74536b9a963b4f1c4cb738b");
    const auto opened = aes256GcmOpen(Bytes(32), Bytes(12), {}, sealed);
    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(opened->empty());
}

TEST(AesGcm, EveryFlippedBitIsRefused) {
    Bytes sealed = hex(kSealed);
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const auto opened = aes256GcmOpen(hex(kKey), hex(kNonce), hex(kAad), sealed);
        ASSERT_FALSE(opened.has_value()) << "bit " << bit;
        ASSERT_EQ(opened.error().code, "aead_failed");
        sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
}

TEST(AesGcm, OtherKeyNonceAadAndSizesAreRefused) {
    Bytes key = hex(kKey);
    key[0] ^= 1;
    Bytes nonce = hex(kNonce);
    nonce[11] ^= 1;
    EXPECT_FALSE(aes256GcmOpen(key, hex(kNonce), hex(kAad), hex(kSealed)).has_value());
    EXPECT_FALSE(aes256GcmOpen(hex(kKey), nonce, hex(kAad), hex(kSealed)).has_value());
    EXPECT_FALSE(aes256GcmOpen(hex(kKey), hex(kNonce), {}, hex(kSealed)).has_value());
    EXPECT_FALSE(aes256GcmOpen(hex(kKey), hex(kNonce), hex(kAad), Bytes(15)).has_value());
    EXPECT_FALSE(aes256GcmOpen(Bytes(16), hex(kNonce), hex(kAad), hex(kSealed)).has_value());
    EXPECT_FALSE(aes256GcmOpen(hex(kKey), Bytes(16), hex(kAad), hex(kSealed)).has_value());
}

}  // namespace
}  // namespace keyreel::crypto
