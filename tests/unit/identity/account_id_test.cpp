#include "core/identity/account_id.h"

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/crypto/random.h"

using namespace keyreel;
using namespace keyreel::identity;

// W3C did:key, section "Test Vectors", Ed25519, seed of 32 zero bytes.
TEST(AccountId, EqualsTheDidKeyExample) {
    const auto key = crypto::SigningKey::fromSeed(SecretBytes(32));
    ASSERT_TRUE(key);
    EXPECT_EQ(toDidKey(key->publicKey()), "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp");
    EXPECT_EQ(toBase58(key->publicKey()), "4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS");
}

// draft-msporny-base58-03, section 5.
TEST(AccountId, EqualsTheBase58Vectors) {
    EXPECT_EQ(toBase58(asBytes("Hello World!")), "2NEpo7TZRRrLZSi2U");
    EXPECT_EQ(toBase58(asBytes("The quick brown fox jumps over the lazy dog.")),
              "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z");
    EXPECT_EQ(toBase58(*fromHex("0000287fb4cd")), "11233QC4");
    EXPECT_EQ(*fromBase58("11233QC4"), *fromHex("0000287fb4cd"));
    EXPECT_EQ(fromBase58("0OIl").error().code, "bad_base58");
    EXPECT_EQ(fromBase58(std::string(129, '2')).error().code, "bad_base58");
}

TEST(AccountId, RandomKeysComeBack) {
    for (int i = 0; i < 200; ++i) {
        const auto key = crypto::randomArray<32>();
        const auto back = fromDidKey(toDidKey(key));
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, key);
    }
}

TEST(AccountId, RefusesOtherDids) {
    const std::string good = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
    ASSERT_TRUE(fromDidKey(good));
    // The second is an X25519 key of the did:key document.
    for (const std::string& bad :
         {std::string(), std::string("did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F"), good + "1",
          "did:key:z1" + good.substr(9), good.substr(0, 40), " " + good, "did:web:z6Mk" + good.substr(12)})
        EXPECT_EQ(fromDidKey(bad).error().code, "bad_account") << bad;
}

TEST(AccountId, FingerprintIsFixed) {
    const auto key = crypto::SigningKey::fromSeed(SecretBytes(32));
    EXPECT_EQ(fingerprint(key->publicKey()), "30dc-1126-fea9-15c4-374f");
}
