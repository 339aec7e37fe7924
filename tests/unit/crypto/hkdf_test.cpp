#include "core/crypto/hkdf.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;

TEST(Hkdf, Rfc5869A1) {
    const Bytes ikm(22, 0x0b);
    const Bytes salt = hex("000102030405060708090a0b0c");
    EXPECT_EQ(toHex(hkdfSha256Extract(salt, ikm).view()),
              "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    EXPECT_EQ(toHex(hkdfSha256(ikm, salt, hex("f0f1f2f3f4f5f6f7f8f9"), 42).view()),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST(Hkdf, Rfc5869A2) {
    Bytes ikm(80);
    Bytes salt(80);
    Bytes info(80);
    for (std::size_t i = 0; i < 80; ++i) {
        ikm[i] = static_cast<std::uint8_t>(i);
        salt[i] = static_cast<std::uint8_t>(0x60 + i);
        info[i] = static_cast<std::uint8_t>(0xb0 + i);
    }
    EXPECT_EQ(
        toHex(hkdfSha256(ikm, salt, info, 82).view()),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
        "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
}

TEST(Hkdf, Rfc5869A3) {
    const Bytes ikm(22, 0x0b);
    EXPECT_EQ(toHex(hkdfSha256(ikm, {}, {}, 42).view()),
              "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST(Hkdf, RefusesImpossibleSizes) {
    EXPECT_DEATH((void)hkdfSha256({}, {}, {}, 0), "impossible size");
    EXPECT_DEATH((void)hkdfSha256({}, {}, {}, 8161), "impossible size");
    EXPECT_EQ(hkdfSha256({}, {}, {}, 8160).size(), 8160U);
}

}  // namespace
}  // namespace keyreel::crypto
