#include <gtest/gtest.h>

#include "core/rights/replica.h"
#include "core/rights/state.h"
#include "tests/support/fake_clock.h"
#include "tests/support/second_key.h"

namespace keyreel::rights {
namespace {

using test::codeOf;
using test::keyOf;
using test::latticeKeyOf;
using test::must;
using test::statementBySuite2;

constexpr ContentId kFilm{0xB1};
constexpr std::int64_t kTime = 1'800'000'000;

/// A creator who signed a film's record by suite 2, and whoever can forge Ed25519 but not ML-DSA.
class SecondKey : public ::testing::Test {
protected:
    SecondKey() {
        const Bytes mint =
            statementBySuite2(test::mintOf(kFilm, m_creator, AccessMethod::Granted, kTime), m_creator, 9);
        EXPECT_EQ(codeOf(m_state.apply(0, mint)), "ok");
    }

    [[nodiscard]] AccessGrant grant() const {
        return {kFilm, m_creator.publicKey(), m_viewer.publicKey(), {}, kTime + 1};
    }
    [[nodiscard]] std::string applied(const Bytes& statement) { return codeOf(m_state.apply(1, statement)); }

    crypto::SigningKey m_creator = keyOf(1);
    crypto::SigningKey m_viewer = keyOf(2);
    State m_state;
};

TEST_F(SecondKey, IsAskedOfEverythingThatFollows) {
    EXPECT_EQ(m_state.latticeKey(m_creator.publicKey()), latticeKeyOf(9));
    EXPECT_EQ(applied(must(signStatement(grant(), m_creator))), "suite_required");
    EXPECT_EQ(applied(statementBySuite2(grant(), m_creator, 8)), "suite_required") << "another ML-DSA key";
    EXPECT_FALSE(m_state.hasAccess(m_viewer.publicKey(), kFilm));
    EXPECT_EQ(applied(statementBySuite2(grant(), m_creator, 9)), "ok");
    EXPECT_TRUE(m_state.hasAccess(m_viewer.publicKey(), kFilm));
}

TEST_F(SecondKey, BindsNobodyElse) {
    const Bytes registration = must(signStatement(test::registrationOf(m_viewer, keyOf(5), kTime), m_viewer));
    EXPECT_EQ(applied(registration), "ok");
    EXPECT_FALSE(m_state.latticeKey(m_viewer.publicKey()));
    EXPECT_FALSE(m_state.device(m_viewer.publicKey(), keyOf(5).publicKey())->signedBySuite2);
}

TEST_F(SecondKey, OfARefusedStatementBindsNobody) {
    // The viewer says what only the creator may say.
    const AccessGrant stolen{kFilm, m_viewer.publicKey(), m_viewer.publicKey(), {}, kTime + 1};
    EXPECT_EQ(applied(statementBySuite2(stolen, m_viewer, 7)), "not_creator");
    EXPECT_FALSE(m_state.latticeKey(m_viewer.publicKey()));
}

TEST_F(SecondKey, OfADeviceIsPartOfItsRegistration) {
    DeviceRegistration registration = test::registrationOf(m_viewer, keyOf(5), kTime);
    registration.latticeKey = latticeKeyOf(6);
    const Bytes signedTwice = statementBySuite2(registration, m_viewer, 7);
    EXPECT_EQ(must(verifyStatement(signedTwice)), Statement(registration));
    EXPECT_EQ(applied(signedTwice), "ok");
    const DeviceRecord* record = m_state.device(m_viewer.publicKey(), keyOf(5).publicKey());
    ASSERT_NE(record, nullptr);
    EXPECT_TRUE(record->signedBySuite2);
    EXPECT_EQ(record->registration.latticeKey, latticeKeyOf(6));
}

TEST_F(SecondKey, IsAskedOfAnOrderToo) {
    constexpr ContentId kSold{0xB2};
    AssetMint mint = test::mintOf(kSold, m_creator, AccessMethod::BuyOnce, kTime);
    mint.terms.price = "5";
    mint.terms.currency = "USDC";
    ASSERT_EQ(applied(statementBySuite2(mint, m_creator, 9)), "ok");
    ASSERT_EQ(applied(statementBySuite2(test::registrationOf(m_viewer, keyOf(5), kTime), m_viewer, 7)), "ok");
    const Order order{kSold, m_viewer.publicKey(), "5", "USDC", kTime};
    AccessGrant sale{kSold, m_creator.publicKey(), m_viewer.publicKey(), must(signOrder(order, m_viewer)),
                     kTime};
    EXPECT_EQ(applied(statementBySuite2(sale, m_creator, 9)), "suite_required");
    if (!crypto::hasSuite(crypto::kSuiteHybrid)) return;
    const auto keys = must(crypto::HybridSigningKey::from(
        m_viewer.clone(), SecretBytes::copyOf(Bytes(crypto::kMlDsaSeedSize, std::uint8_t{7}))));
    sale.order = must(signOrder(order, keys));
    EXPECT_EQ(applied(statementBySuite2(sale, m_creator, 9)), "ok");
}

TEST(SecondKeyAtANode, IsAskedOfARevocationThatComesDirectly) {
    const test::FakeClock clock;
    const crypto::SigningKey account = keyOf(2);
    test::TestLog log;
    log.add(statementBySuite2(test::registrationOf(account, keyOf(5), clock.now()), account, 7));
    const auto replica = must(Replica::open(log.key.publicKey(), clock));
    ASSERT_EQ(codeOf(replica->accept(log.head(clock.now()), log.from(0))), "ok");
    EXPECT_EQ(replica->latticeKey(account.publicKey()), latticeKeyOf(7));
    const DeviceRevocation revocation{account.publicKey(), keyOf(5).publicKey(), clock.now()};
    EXPECT_EQ(codeOf(replica->revoke(must(signStatement(revocation, account)))), "suite_required");
    EXPECT_FALSE(replica->deviceRevoked(account.publicKey(), keyOf(5).publicKey()));
    EXPECT_EQ(codeOf(replica->revoke(statementBySuite2(revocation, account, 7))), "ok");
    EXPECT_TRUE(replica->deviceRevoked(account.publicKey(), keyOf(5).publicKey()));
}

TEST(SignatureBySuite2, NeedsBothHalvesAndTheWholeHeader) {
    const crypto::SigningKey key = keyOf(2);
    const Bytes good = statementBySuite2(test::registrationOf(key, keyOf(5), kTime), key, 7);
    EXPECT_TRUE(verifyStatement(good));
    EXPECT_EQ(codeOf(crypto::coseVerify1(good, nullptr)), "cose_malformed")
        << "where suite 1 alone is spoken";
    // The ML-DSA key and the Ed25519 half, which every computer checks.
    for (const std::size_t at : {std::size_t{100}, good.size() - crypto::kMlDsaSignatureSize - 1}) {
        Bytes changed = good;
        changed[at] ^= 1;
        EXPECT_EQ(codeOf(verifyStatement(changed)), "statement_bad_signature") << at;
    }
    Bytes changed = good;
    changed.back() ^= 1;
    EXPECT_EQ(codeOf(verifyStatement(changed)),
              crypto::hasSuite(crypto::kSuiteHybrid) ? "statement_bad_signature" : "ok");
    changed.pop_back();
    EXPECT_EQ(codeOf(verifyStatement(changed)), "statement_malformed");
}

}  // namespace
}  // namespace keyreel::rights
