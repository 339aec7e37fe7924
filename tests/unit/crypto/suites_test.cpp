#include "core/crypto/suites.h"

#include <gtest/gtest.h>

#include "core/crypto/hybrid_signature.h"
#include "core/crypto/ml_dsa.h"
#include "core/crypto/sealing_key.h"
#include "core/crypto/sha3.h"
#include "core/crypto/xwing_seeded.h"
#include "tests/unit/crypto/vectors.h"
#include "tests/unit/crypto/xwing_vector.h"

namespace keyreel::crypto {
namespace {

using test::hex;
using test::hexArray;
using test::hexSecret;

// The version of the OpenSSL that this was built with decides what has to be there: no suite is lost
// silently.
TEST(Suites, AreThoseOfTheLinkedOpenssl) {
    EXPECT_TRUE(hasSuite(kSuiteClassic));
    EXPECT_EQ(hasSuite(kSuiteHybrid), KEYREEL_OPENSSL_HAS_SUITE2 == 1) << cryptoLibrary();
    EXPECT_FALSE(hasSuite(0) || hasSuite(3));
    EXPECT_EQ(requireSuite(3).error().code, "suite_unknown");
    EXPECT_NE(describeSuites().find(cryptoLibrary()), std::string::npos);
}

TEST(Suites, AbsentSuiteIsRefusedWithTheNameOfTheLibrary) {
    if (hasSuite(kSuiteHybrid)) {
        EXPECT_TRUE(requireSuite(kSuiteHybrid));
        return;
    }
    const auto refused = requireSuite(kSuiteHybrid);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "suite_unavailable");
    EXPECT_NE(refused.error().what.find(cryptoLibrary()), std::string::npos);
    EXPECT_EQ(XWingKey::generate().error().code, "suite_unavailable");
    EXPECT_EQ(xwingEncapsulate({}).error().code, "suite_unavailable");
    EXPECT_EQ(SealingKey::generate(kSuiteHybrid).error().code, "suite_unavailable");
    EXPECT_EQ(HybridSigningKey::generate().error().code, "suite_unavailable");
    EXPECT_FALSE(verifyHybrid({}, {}, Bytes(kHybridSignatureSize)));
}

// FIPS 202: the messages of no bytes.
TEST(Sha3, EmptyMessage) {
    Bytes out(32);
    shake(Shake::Shake128, {}, out);
    EXPECT_EQ(toHex(out), "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
    shake(Shake::Shake256, {}, out);
    EXPECT_EQ(toHex(out), "46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f");
    EXPECT_EQ(toHex(sha3Secret({}).view()),
              "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
}

TEST(XWing, VectorOfTheDraft) {
    if (!hasSuite(kSuiteHybrid)) return;
    const XWingKey key = std::move(XWingKey::fromSeed(hexSecret(test::kXWingSeed)).value());
    EXPECT_EQ(toHex(key.publicKey()), test::kXWingPublic);
    const auto made = xwingEncapsulateFrom(key.publicKey(), hexSecret(test::kXWingRandomness));
    ASSERT_TRUE(made);
    EXPECT_EQ(toHex(made->enc), test::kXWingCiphertext);
    EXPECT_EQ(toHex(made->shared.view()), test::kXWingShared);
    const auto shared = key.decapsulate(hexArray<kXWingEncSize>(test::kXWingCiphertext));
    ASSERT_TRUE(shared);
    EXPECT_EQ(toHex(shared->view()), test::kXWingShared);
}

TEST(XWing, EitherHalfChangesTheSecret) {
    if (!hasSuite(kSuiteHybrid)) return;
    const XWingKey key = std::move(XWingKey::generate().value());
    const auto made = xwingEncapsulate(key.publicKey());
    ASSERT_TRUE(made);
    EXPECT_TRUE(key.decapsulate(made->enc)->equals(made->shared.view()));
    for (const std::size_t at : {std::size_t{5}, kXWingEncSize - 5}) {
        XWingEnc changed = made->enc;
        changed[at] ^= 1;
        const auto other = key.decapsulate(changed);
        ASSERT_TRUE(other);
        EXPECT_FALSE(other->equals(made->shared.view())) << at;
    }
}

TEST(XWing, RefusesWhatIsNoKey) {
    EXPECT_EQ(XWingKey::fromSeed(SecretBytes(31)).error().code, "bad_key_size");
    if (!hasSuite(kSuiteHybrid)) return;
    const XWingKey key = std::move(XWingKey::generate().value());
    // FIPS 203 section 7.2: coefficients above 3328 are no encapsulation key.
    XWingPublicKey outOfRange = key.publicKey();
    outOfRange[0] = outOfRange[1] = outOfRange[2] = 0xff;
    EXPECT_EQ(xwingEncapsulate(outOfRange).error().code, "bad_public_key");
    XWingPublicKey smallOrder = key.publicKey();
    std::fill(smallOrder.end() - 32, smallOrder.end(), std::uint8_t{0});
    EXPECT_EQ(xwingEncapsulate(smallOrder).error().code, "bad_public_key");
}

class SealOfSuite : public testing::TestWithParam<Suite> {};

TEST_P(SealOfSuite, OpensOnlyAsWhatItIs) {
    if (!hasSuite(GetParam())) {
        EXPECT_EQ(SealingKey::generate(GetParam()).error().code, "suite_unavailable");
        return;
    }
    const SealingKey key = std::move(SealingKey::generate(GetParam()).value());
    EXPECT_EQ(key.suite(), GetParam());
    EXPECT_EQ(SealingPublicKey::fromBytes(key.publicKey().bytes()).value(), key.publicKey());
    const Bytes info = toBytes("info");
    const Bytes aad = toBytes("aad");
    const Bytes plain = toBytes("a share of 32 bytes, more or less");
    const Bytes sealed = seal(key.publicKey(), info, aad, plain).value();
    EXPECT_EQ(sealed.size(), plain.size() + sealOverhead(GetParam()));
    const auto opened = key.open(sealed, info, aad);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->equals(plain));
    EXPECT_FALSE(key.open(sealed, aad, aad));
    EXPECT_FALSE(key.open(sealed, info, info));
    for (const std::size_t at : {std::size_t{0}, sealOverhead(GetParam()) - 17, sealed.size() - 1}) {
        Bytes changed = sealed;
        changed[at] ^= 1;
        EXPECT_FALSE(key.open(changed, info, aad)) << at;
    }
    EXPECT_FALSE(key.open(ByteView(sealed).first(sealOverhead(GetParam()) - 1), info, aad));
    EXPECT_FALSE(std::move(SealingKey::generate(GetParam()).value()).open(sealed, info, aad));
}

INSTANTIATE_TEST_SUITE_P(Both, SealOfSuite, testing::Values(kSuiteClassic, kSuiteHybrid));

TEST(SealingPublicKey, SizeTellsTheSuite) {
    EXPECT_EQ(SealingPublicKey::fromBytes(Bytes(32))->suite(), kSuiteClassic);
    EXPECT_EQ(SealingPublicKey::fromBytes(Bytes(1216))->suite(), kSuiteHybrid);
    for (const std::size_t size : {0, 31, 33, 1215, 1217})
        EXPECT_EQ(SealingPublicKey::fromBytes(Bytes(size)).error().code, "bad_key_size") << size;
}

// The accumulated vector of C2SP's CCTV collection (ML-DSA, "accumulated", 100 keys, as in Go's
// crypto/mldsa): keys of the SHAKE128 stream of the empty message; public keys and deterministic signatures
// of the empty message, hashed. One wrong bit in key generation, encoding or signing changes it.
TEST(MlDsa, AccumulatedVector) {
    if (!hasSuite(kSuiteHybrid)) return;
    constexpr std::size_t kKeys = 100;
    Bytes seeds(kKeys * kMlDsaSeedSize);
    shake(Shake::Shake128, {}, seeds);
    Bytes all;
    for (std::size_t i = 0; i < kKeys; ++i) {
        const ByteView seed = ByteView(seeds).subspan(i * kMlDsaSeedSize, kMlDsaSeedSize);
        const Bytes key = mlDsaPublicKey(seed);
        const Bytes signature = mlDsaSign(seed, {}, "", true);
        ASSERT_TRUE(mlDsaVerify(key, {}, "", signature));
        append(all, key);
        append(all, signature);
    }
    Bytes sum(32);
    shake(Shake::Shake128, all, sum);
    EXPECT_EQ(toHex(sum), "8358a1843220194417cadbc2651295cd8fc65125b5a5c1a239a16dc8b57ca199");
}

TEST(HybridSignature, BothHalvesAreRequiredAndBound) {
    if (!hasSuite(kSuiteHybrid)) return;
    const HybridSigningKey key = std::move(HybridSigningKey::generate().value());
    const Bytes message = toBytes("statement");
    const Bytes signature = key.sign(message);
    ASSERT_EQ(signature.size(), kHybridSignatureSize);
    EXPECT_TRUE(verifyHybrid(key.publicKey(), message, signature));
    EXPECT_FALSE(verifyHybrid(key.publicKey(), toBytes("statemenu"), signature));
    for (const std::size_t at : {std::size_t{0}, std::size_t{70}, signature.size() - 1}) {
        Bytes changed = signature;
        changed[at] ^= 1;
        EXPECT_FALSE(verifyHybrid(key.publicKey(), message, changed)) << at;
    }
    EXPECT_FALSE(verifyHybrid(key.publicKey(), message, ByteView(signature).first(64)));
    // Who broke Ed25519 has the other half still to forge, and the other way round.
    const HybridSigningKey forger = std::move(HybridSigningKey::generate().value());
    HybridPublicKey mixed = key.publicKey();
    mixed.classic = forger.publicKey().classic;
    Bytes grafted = forger.sign(message);
    std::copy(signature.begin() + 64, signature.end(), grafted.begin() + 64);
    EXPECT_FALSE(verifyHybrid(mixed, message, grafted)) << "the lattice half covers the classic one";
    mixed = key.publicKey();
    mixed.lattice = forger.publicKey().lattice;
    EXPECT_FALSE(verifyHybrid(mixed, message, signature));
    // A bare ML-DSA signature of the same bytes is none of this pair.
    Bytes preimage = message;
    append(preimage, ByteView(signature).first(64));
    EXPECT_FALSE(mlDsaVerify(key.publicKey().lattice, preimage, "", ByteView(signature).subspan(64)));
}

}  // namespace
}  // namespace keyreel::crypto
