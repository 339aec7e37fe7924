#include "core/identity/mnemonic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"

using namespace keyreel;
using namespace keyreel::identity;

namespace {

struct Vector {
    const char* entropy;
    const char* phrase;
    const char* seed;
};

// BIP-39, "Test vectors" (python-mnemonic's vectors.json, English), the ones of 12 and 24 words; passphrase
// TREZOR.
constexpr Vector kVectors[] = {
    {"00000000000000000000000000000000",
     "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
     "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141630c7a3"
     "c4ab7c81b2f001698e7463b04"},
    {"7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
     "legal winner thank year wave sausage worth useful legal winner thank yellow",
     "2e8905819b8723fe2c1d161860e5ee1830318dbf49a83bd451cfb8440c28bd6fa457fe1296106559a3c80937a1c1069be3a3a5b"
     "d381ee6260e8d9739fce1f607"},
    {"80808080808080808080808080808080",
     "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
     "d71de856f81a8acc65e6fc851a38d4d7ec216fd0796d0a6827a3ad6ed5511a30fa280f12eb2e47ed2ac03b5c462a0358d18d69f"
     "e4f985ec81778c1b370b652a8"},
    {"ffffffffffffffffffffffffffffffff", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
     "ac27495480225222079d7be181583751e86f571027b0497b5b5d11218e0a8a13332572917f0f8e5a589620c6f15b11c61dee327"
     "651a14c34e18231052e48c069"},
    {"0000000000000000000000000000000000000000000000000000000000000000",
     "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
     "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art",
     "bda85446c68413707090a52022edd26a1c9462295029f2e60cd7c4f2bbd3097170af7a4d73245cafa9c3cca8d561a7c3de6f5d4"
     "a10be8ed2a5e608d68f92fcc8"},
    {"7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
     "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful "
     "legal winner thank year wave sausage worth title",
     "bc09fca1804f7e69da93c2f2028eb238c227f2e9dda30cd63699232578480a4021b146ad717fbb7e451ce9eb835f43620bf5c51"
     "4db0f8add49f5d121449d3e87"},
    {"8080808080808080808080808080808080808080808080808080808080808080",
     "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor "
     "acoustic avoid letter advice cage absurd amount doctor acoustic bless",
     "c0c519bd0e91a2ed54357d9d1ebef6f5af218a153624cf4f2da911a0ed8f7a09e2ef61af0aca007096df430022f7a2b6fb91661"
     "a9589097069720d015e4e982f"},
    {"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
     "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote",
     "dd48c104698c30cfe2b6142103248622fb7bb0ff692eebb00089b32d22484e1613912f0a5b694407be899ffd31ed3992c456cdf"
     "60f5d4564b8ba3f05a69890ad"},
};

Error errorOf(std::string_view phrase) {
    const auto entropy = entropyOfPhrase(asBytes(phrase));
    return entropy ? Error{"none", "", ""} : entropy.error();
}

constexpr const char* kGood = "legal winner thank year wave sausage worth useful legal winner thank yellow";

}  // namespace

TEST(Mnemonic, WordListIsTheOneOfBip39) {
    const auto words = wordList();
    ASSERT_EQ(words.size(), 2048U);
    EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
    std::string text;
    for (const std::string_view word : words)
        text += std::string(word) + "\n";
    // SHA-256 of bip-0039/english.txt
    EXPECT_EQ(toHex(crypto::sha256(asBytes(text))),
              "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
}

TEST(Mnemonic, EqualsThePublishedVectors) {
    for (const Vector& vector : kVectors) {
        const Bytes entropy = *fromHex(vector.entropy);
        const auto phrase = phraseOfEntropy(entropy);
        ASSERT_TRUE(phrase);
        EXPECT_EQ(asText(phrase->view()), vector.phrase);
        const auto back = entropyOfPhrase(asBytes(vector.phrase));
        ASSERT_TRUE(back) << back.error().what;
        EXPECT_TRUE(back->equals(entropy));
        EXPECT_EQ(toHex(seedOfPhrase(phrase->view(), "TREZOR").view()), vector.seed);
    }
}

TEST(Mnemonic, EveryRandomEntropyComesBack) {
    for (int i = 0; i < 500; ++i) {
        const SecretBytes entropy = crypto::randomSecret(i % 2 == 0 ? 32 : 16);
        const auto phrase = phraseOfEntropy(entropy.view());
        EXPECT_TRUE(entropyOfPhrase(phrase->view())->equals(entropy.view()));
    }
    EXPECT_EQ(phraseOfEntropy(Bytes(24)).error().code, "bad_entropy");
}

TEST(Mnemonic, TakesPhrasesAsPeopleTypeThem) {
    const std::string typed =
        " Legal  WINNER\tthank\r\nyear wave sausage\n\nworth\xc2\xa0useful legal\xe3\x80\x80winner thank "
        "yellow \n";
    const auto phrase = canonicalPhrase(asBytes(typed));
    ASSERT_TRUE(phrase) << phrase.error().what;
    EXPECT_EQ(asText(phrase->view()), kGood);
}

TEST(Mnemonic, NamesTheWrongWordAndSuggests) {
    const Error typo = errorOf("legal winner thank year wave sausage wroth useful legal winner thank yellow");
    EXPECT_EQ(typo.code, "phrase_word");
    EXPECT_EQ(typo.what, "Word 7, \"wroth\", is not in the word list.");
    EXPECT_NE(typo.next.find("worth"), std::string::npos);
    const Error cut = errorOf("legal winn thank year wave sausage worth useful legal winner thank yellow");
    EXPECT_NE(cut.next.find("winner"), std::string::npos);
    const Error foreign =
        errorOf("legal winner thank year wave sausage w\xc3\xb6rter useful legal winner thank yellow");
    EXPECT_EQ(foreign.code, "phrase_word");
    const Error far = errorOf("legal winner qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq");
    EXPECT_EQ(far.code, "phrase_word");
}

TEST(Mnemonic, RefusesWrongChecksumsAndCounts) {
    EXPECT_EQ(errorOf("legal winner thank year wave sausage worth useful legal winner thank zoo").code,
              "phrase_checksum");
    EXPECT_EQ(errorOf("winner legal thank year wave sausage worth useful legal winner thank yellow").code,
              "phrase_checksum");
    EXPECT_EQ(errorOf("").code, "phrase_word_count");
    EXPECT_EQ(errorOf("legal winner thank").code, "phrase_word_count");
    // 18 words are BIP-39, too, but no phrase of Keyreel.
    EXPECT_EQ(
        errorOf(
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
            "abandon abandon abandon abandon abandon agent")
            .code,
        "phrase_word_count");
    EXPECT_EQ(errorOf(std::string(kGood) + " " + kGood + " zoo").code, "phrase_word_count");
    EXPECT_EQ(errorOf(std::string(5000, ' ')).code, "phrase_word_count");
}
