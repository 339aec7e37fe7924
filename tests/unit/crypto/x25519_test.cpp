#include "core/crypto/x25519.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hexArray;
using test::hexSecret;

TEST(X25519, Rfc7748Section61) {
    const auto alice =
        X25519Key::fromBytes(hexSecret("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    const auto bob =
        X25519Key::fromBytes(hexSecret("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    ASSERT_TRUE(alice.has_value() && bob.has_value());
    EXPECT_EQ(toHex(alice->publicKey()), "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    EXPECT_EQ(toHex(bob->publicKey()), "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    const auto shared = alice->agree(bob->publicKey());
    ASSERT_TRUE(shared.has_value());
    EXPECT_EQ(toHex(shared->view()), "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    EXPECT_TRUE(bob->agree(alice->publicKey())->equals(shared->view()));
}

// RFC 7748 section 6.1: the all-zero result, which every small-order point gives, is refused.
TEST(X25519, RefusesPointsOfSmallOrder) {
    const X25519Key key = X25519Key::generate();
    for (const char* point : {
             "0000000000000000000000000000000000000000000000000000000000000000",
             "0100000000000000000000000000000000000000000000000000000000000000",
             "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
             "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
         }) {
        const auto shared = key.agree(hexArray<32>(point));
        ASSERT_FALSE(shared.has_value()) << point;
        EXPECT_EQ(shared.error().code, "bad_public_key");
    }
}

TEST(X25519, RefusesOtherKeySizes) {
    EXPECT_FALSE(X25519Key::fromBytes(SecretBytes(31)).has_value());
    EXPECT_FALSE(X25519Key::fromBytes(SecretBytes(33)).has_value());
}

}  // namespace
}  // namespace keyreel::crypto
