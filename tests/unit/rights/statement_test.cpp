#include "core/rights/statement.h"

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/rights/price.h"
#include "core/rights/tree_head.h"
#include "tests/support/test_log.h"

namespace keyreel::rights {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

constexpr std::int64_t kTime = 1'800'000'000;
constexpr ContentId kContent{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

class StatementTest : public ::testing::Test {
protected:
    crypto::SigningKey m_account = keyOf(1);
    crypto::SigningKey m_device = keyOf(2);

    [[nodiscard]] std::vector<Statement> oneOfEachKind() const {
        DeviceRegistration registration = test::registrationOf(m_account, m_device, kTime);
        registration.notAfter = 1'900'000'000;
        AssetMint mint = test::mintOf(kContent, m_account, AccessMethod::Free, kTime);
        mint.terms.flags = kFlagAttested;
        mint.terms.policyDigest =
            must(fromHexExact<32>("26c44bdf193139938de64863691372a896d5937d2b5aa5e4cc6873b7011f8f53"));
        return {
            registration,
            DeviceRevocation{m_account.publicKey(), m_device.publicKey(), kTime},
            mint,
            AssetUpdate{kContent, m_account.publicKey(), 1, mint.terms, kTime},
            AssetUnpublish{kContent, m_account.publicKey(), kTime},
            AccessGrant{kContent, m_account.publicKey(), m_device.publicKey(), {}, kTime},
            AccessRevocation{kContent, m_account.publicKey(), m_device.publicKey(), kTime},
            SaleDelegation{kContent, m_account.publicKey(), m_device.publicKey(), 5, 1'900'000'000, kTime},
            AccessTransfer{kContent, m_account.publicKey(), m_device.publicKey(), kTime},
            RoyaltyTransfer{kContent, m_account.publicKey(), m_device.publicKey(), 250, kTime}};
    }
    /// Signs any payload, also one that signStatement would refuse to make.
    [[nodiscard]] Bytes signAnything(const cbor::Value& value) const {
        return crypto::coseSign1(m_account, cbor::encode(value));
    }
};

// The digests and bytes below come from an independent implementation in Python (hashlib, cryptography).
TEST_F(StatementTest, LayoutsArePinned) {
    const std::vector<std::string> expected{
        "496c0a583bfe3e52870d1617137541ab286389a3157b4eceb35238baf01f3e1b",
        "",
        "76ade980cda8191cad0f146b2c63d14d0f52f4e802ecca09fb94cafa3e546480",
        "15124ad9e1fc8ad2062a3b0ed03ee70be5b63b8a204678b159a5293e98ad2d82",
        "108bdee9c06e2ec9c47bf3539a832358dff2e22324705245e02eec1ab8fc8381",
        "089f6182e8b362d5837f8001148387384c1c29fcd52252f58829a733cfe2ba9f",
        "1a0bb7ab826eb0c081e919275e1fe29136020010c4f6ffb5840cd6965a9fa56c",
        "b7d33ee7297135d22dea19522642cb31c43fb633e6f19d56c92d52dc4762024a",
        "95a5fcbf4a91d9585c79090bc5f7879a971fa1f68fa016780e46b8034852b7a3",
        "e7006796225592847c079ecaf8cc5944852b583f61b5102eb0c6eed21d37d6f6"};
    const auto statements = oneOfEachKind();
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (!expected[i].empty()) {
            EXPECT_EQ(toHex(crypto::sha256(must(encodeStatement(statements[i])))), expected[i])
                << domainOf(statements[i]);
        }
    AccessGrant sale = std::get<AccessGrant>(statements[5]);
    sale.order = {1, 2};
    EXPECT_EQ(toHex(crypto::sha256(must(encodeStatement(sale)))),
              "7b87e25aebb6f7688d6b2b019583d9b3f7472a75348d22d4f0ddde227f470936");
    EXPECT_EQ(
        toHex(must(signStatement(statements[1], m_account))),
        "d2845826a201270458208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5ca0587d82781c6b"
        "65797265656c2f6465766963652d7265766f636174696f6e2f7631a36474696d651a6b49d2006664657669636558208139"
        "770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394676163636f756e7458208a88e3dd7409f195fd"
        "52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c584070dc2687a359ac6c21edee2eaf51b5cb5fcdfbb2a59a526c"
        "614e5d0da341b4d1e23a5d2092300d054e2743b086f9802f73aec75da61a526251ea6110c6849d02");
    EXPECT_EQ(toHex(crypto::sha256(
                  must(signTreeHead({3, crypto::Digest{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
                                                       7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
                                     kTime},
                                    keyOf(4))))),
              "8763f376dd2f75573bd79e1a030c31664c2e3c6324ebd0081a31a8a662b5f56b");
    AccountId creator{};
    creator.fill(7);
    EXPECT_EQ(toHex(accessPolicyDigest(AccessMethod::Free, creator)),
              "aeacf07513c7027ebd09509eef18d441d81548a0a603aac65bab2237e0826fed");
    EXPECT_EQ(toHex(accessPolicyDigest(AccessMethod::Granted, creator)),
              "39919722d71baf24c95974094463039e9ccb51716d3aa27a17af7183fb8baa13");
    EXPECT_EQ(toHex(resealedPolicyDigest(AccessMethod::Granted, creator, 1)),
              "6c5dba58d1e59bab5e04f41219d782f607d40c2fe20ef7c8e6a479268fcc116e");
    EXPECT_EQ(toHex(resealedPolicyDigest(AccessMethod::Free, creator, 300)),
              "8a3b7824ac43e5115517ad185f51be4a5d7ed439e04934bcae5e64ec4cd348b0");
}

TEST_F(StatementTest, EveryKindComesBackAsItWasSigned) {
    for (const Statement& statement : oneOfEachKind())
        EXPECT_EQ(must(verifyStatement(must(signStatement(statement, m_account)))), statement)
            << domainOf(statement);
}

TEST_F(StatementTest, NobodySignsForAnother) {
    for (const Statement& statement : oneOfEachKind()) {
        EXPECT_EQ(codeOf(signStatement(statement, m_device)), "statement_wrong_signer");
        const Bytes forged = crypto::coseSign1(m_device, must(encodeStatement(statement)));
        EXPECT_EQ(codeOf(verifyStatement(forged)), "statement_wrong_signer") << domainOf(statement);
    }
}

TEST_F(StatementTest, NoChangedByteIsAccepted) {
    for (const Statement& statement : oneOfEachKind()) {
        const Bytes bytes = must(signStatement(statement, m_account));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            Bytes changed = bytes;
            changed[i] ^= 0x01;
            EXPECT_FALSE(verifyStatement(changed)) << domainOf(statement) << " byte " << i;
        }
        EXPECT_FALSE(verifyStatement(ByteView(bytes).first(bytes.size() - 1)));
    }
}

TEST_F(StatementTest, UnknownFieldsAndKindsAreRefusedThoughSigned) {
    const auto fields = [&] {
        return cbor::Value::map()
            .put("account", cbor::Value::bytes(m_account.publicKey()))
            .put("device", cbor::Value::bytes(m_device.publicKey()))
            .put("time", cbor::Value::integer(kTime));
    };
    const auto statement = [](const char* domain, cbor::Value map) {
        return cbor::Value::array({cbor::Value::text(domain), std::move(map)});
    };
    ASSERT_EQ(codeOf(verifyStatement(signAnything(statement("keyreel/device-revocation/v1", fields())))),
              "ok");
    EXPECT_EQ(codeOf(verifyStatement(signAnything(
                  statement("keyreel/device-revocation/v1", fields().put("more", cbor::Value::uint(1)))))),
              "statement_malformed");
    EXPECT_EQ(codeOf(verifyStatement(signAnything(statement("keyreel/device-revocation/v2", fields())))),
              "statement_malformed");
    EXPECT_EQ(codeOf(verifyStatement(signAnything(statement("keyreel/order/v1", fields())))),
              "statement_malformed");
    EXPECT_EQ(codeOf(verifyStatement(signAnything(fields()))), "statement_malformed");
    EXPECT_EQ(codeOf(verifyStatement(Bytes(kMaxStatementBytes + 1))), "statement_too_large");
}

TEST_F(StatementTest, BoundsHoldWhenSigningAndWhenReading) {
    const auto statements = oneOfEachKind();
    std::vector<Statement> bad;
    const auto registration = [&](auto change) {
        auto copy = std::get<DeviceRegistration>(statements[0]);
        change(copy);
        bad.emplace_back(copy);
    };
    const auto mint = [&](auto change) {
        auto copy = std::get<AssetMint>(statements[2]);
        change(copy);
        bad.emplace_back(copy);
    };
    registration([](auto& s) { s.notAfter = s.time; });
    registration([](auto& s) { s.name.clear(); });
    registration([](auto& s) { s.purposes.clear(); });
    registration([](auto& s) { s.purposes = {"publish", "play"}; });
    registration([](auto& s) { s.purposes = {"play", "play"}; });
    registration([](auto& s) { s.purposes = {"Play"}; });
    registration([](auto& s) { s.time = -1; });
    mint([](auto& s) { s.terms.manifestCid = "../x"; });
    mint([](auto& s) { s.terms.supply = 0; });
    mint([](auto& s) { s.terms.resellerCut = 951; });
    mint([](auto& s) { s.terms.flags = 16; });
    mint([](auto& s) { s.terms.price = "1"; });
    mint([](auto& s) { s.royalties.push_back(s.royalties[0]); });
    mint([](auto& s) { s.royalties.clear(); });
    mint([](auto& s) {
        s.terms.access = AccessMethod::BuyOnce;
        s.terms.currency = "USDC";
        s.terms.price = "1.50";
    });
    mint([](auto& s) {
        s.terms.access = AccessMethod::BuyOnce;
        s.terms.currency = "USDC";
        s.terms.price = "0.0000001";
    });
    bad.emplace_back(
        AssetUpdate{kContent, m_account.publicKey(), 0, std::get<AssetMint>(statements[2]).terms, kTime});
    bad.emplace_back(AccessRevocation{kContent, m_account.publicKey(), m_account.publicKey(), kTime});
    const AccountId self = m_account.publicKey();
    const AccountId other = m_device.publicKey();
    bad.emplace_back(SaleDelegation{kContent, self, self, 1, kTime + 1, kTime});
    bad.emplace_back(SaleDelegation{kContent, self, other, 1, kTime, kTime});
    bad.emplace_back(AccessTransfer{kContent, self, self, kTime});
    bad.emplace_back(AccessTransfer{kContent, self, other, -1});
    bad.emplace_back(RoyaltyTransfer{kContent, self, self, 1, kTime});
    bad.emplace_back(RoyaltyTransfer{kContent, self, other, 0, kTime});
    bad.emplace_back(RoyaltyTransfer{kContent, self, other, 1001, kTime});
    for (std::size_t i = 0; i < bad.size(); ++i)
        EXPECT_EQ(codeOf(signStatement(bad[i], m_account)), "statement_invalid") << i;

    // The same fault in a payload that another program signed.
    const auto foreign = cbor::Value::array({cbor::Value::text("keyreel/device-revocation/v1"),
                                             cbor::Value::map()
                                                 .put("account", cbor::Value::bytes(m_account.publicKey()))
                                                 .put("device", cbor::Value::bytes(m_device.publicKey()))
                                                 .put("time", cbor::Value::integer(-5))});
    EXPECT_EQ(codeOf(verifyStatement(signAnything(foreign))), "statement_invalid");
}

TEST(Price, HasOneExactForm) {
    EXPECT_EQ(*canonicalPrice("05.50", "USDC"), "5.5");
    EXPECT_EQ(*canonicalPrice("0.000001", "USDC"), "0.000001");
    EXPECT_EQ(*canonicalPrice("7.000", "USDC"), "7");
    EXPECT_EQ(*canonicalPrice("0.000000000000000001", "ETH"), "0.000000000000000001");
    EXPECT_EQ(codeOf(canonicalPrice("0.0000001", "USDC")), "price_decimals");
    EXPECT_EQ(codeOf(canonicalPrice("1", "EUR")), "price_currency");
    for (const char* bad :
         {"", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", " 1", "1.2.3", "0x10", "1234567890123456789"})
        EXPECT_EQ(codeOf(canonicalPrice(bad, "ELA")), "price_malformed") << bad;
}

TEST(TreeHeadTest, IsAcceptedOnlyFromTheLogKey) {
    const TreeHead head{5, crypto::Digest{1}, kTime};
    const Bytes bytes = must(signTreeHead(head, keyOf(4)));
    EXPECT_EQ(must(verifyTreeHead(bytes, keyOf(4).publicKey())), head);
    EXPECT_EQ(codeOf(verifyTreeHead(bytes, keyOf(5).publicKey())), "head_bad_signature");
    // A statement that the same key signed is no head.
    const Bytes other =
        must(signStatement(DeviceRevocation{keyOf(4).publicKey(), DeviceId{}, kTime}, keyOf(4)));
    EXPECT_EQ(codeOf(verifyTreeHead(other, keyOf(4).publicKey())), "head_malformed");
}

}  // namespace
}  // namespace keyreel::rights
