#include "core/crypto/hash.h"

#include <gtest/gtest.h>

#include "tests/unit/crypto/vectors.h"

namespace keyreel::crypto {
namespace {

using test::hex;

TEST(Hash, Sha256OfFips180Examples) {
    EXPECT_EQ(toHex(sha256(asBytes("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, Sha512OfFips180Example) {
    EXPECT_EQ(toHex(sha512(asBytes("abc"))),
              "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
              "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

TEST(Hash, PiecesGiveTheSameAsTheWholeAndTheObjectStartsAnew) {
    Sha256 hash;
    hash.update(asBytes("a"));
    hash.update({});
    hash.update(asBytes("bc"));
    EXPECT_EQ(hash.finish(), sha256(asBytes("abc")));
    EXPECT_EQ(hash.finish(), sha256({}));
}

TEST(Hash, HmacOfRfc4231TestCase2) {
    const ByteView key = asBytes("Jefe");
    const ByteView data = asBytes("what do ya want for nothing?");
    EXPECT_EQ(toHex(hmacSha256(key, data)),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(toHex(hmacSha512(key, data).view()),
              "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
              "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
}

TEST(Hash, HmacTakesEmptyKeyAndData) {
    EXPECT_EQ(toHex(hmacSha256({}, {})), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

// The BIP-39 vector of the all-zero entropy (Trezor): its seed is PBKDF2-HMAC-SHA-512 with 2048 rounds.
TEST(Hash, Pbkdf2OfTheFirstBip39Vector) {
    const SecretBytes seed = pbkdf2Sha512(
        asBytes(
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"),
        asBytes("mnemonicTREZOR"), 2048, 64);
    EXPECT_EQ(toHex(seed.view()),
              "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e5349553"
              "1f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04");
}

}  // namespace
}  // namespace keyreel::crypto
