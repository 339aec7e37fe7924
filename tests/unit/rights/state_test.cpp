#include "core/rights/state.h"

#include <gtest/gtest.h>

#include "tests/support/test_log.h"

namespace keyreel::rights {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

constexpr std::int64_t kTime = 1'800'000'000;
constexpr ContentId kContent{1, 2, 3};

class StateTest : public ::testing::Test {
protected:
    crypto::SigningKey m_creator = keyOf(1);
    crypto::SigningKey m_viewer = keyOf(2);
    crypto::SigningKey m_device = keyOf(3);
    crypto::SigningKey m_stranger = keyOf(9);
    State m_state;
    std::uint64_t m_index = 0;

    std::string apply(const Statement& statement, const crypto::SigningKey& signer) {
        return codeOf(m_state.apply(m_index++, must(signStatement(statement, signer))));
    }
    std::string mint(AccessMethod access) {
        return apply(test::mintOf(kContent, m_creator, access, kTime), m_creator);
    }
    std::string grant(std::int64_t time, Bytes order = {}) {
        return apply(
            AccessGrant{kContent, m_creator.publicKey(), m_viewer.publicKey(), std::move(order), time},
            m_creator);
    }
    std::string revoke(std::int64_t time) {
        return apply(AccessRevocation{kContent, m_creator.publicKey(), m_viewer.publicKey(), time},
                     m_creator);
    }
    [[nodiscard]] bool viewerHasAccess() const { return m_state.hasAccess(m_viewer.publicKey(), kContent); }
    [[nodiscard]] bool registered(std::int64_t now, std::string_view purpose = {}) const {
        return m_state.deviceRegistered(m_viewer.publicKey(), m_device.publicKey(), now, purpose);
    }
};

TEST_F(StateTest, DeviceLivesFromRegistrationToRevocation) {
    EXPECT_FALSE(registered(kTime));
    ASSERT_EQ(apply(test::registrationOf(m_viewer, m_device, kTime), m_viewer), "ok");
    EXPECT_TRUE(registered(kTime, "play"));
    EXPECT_FALSE(registered(kTime, "sell"));
    EXPECT_TRUE(registered(kTime + 100'000'000));
    EXPECT_FALSE(registered(kTime + 100'000'001));
    EXPECT_FALSE(m_state.deviceRegistered(m_stranger.publicKey(), m_device.publicKey(), kTime));
    ASSERT_EQ(m_state.devicesOf(m_viewer.publicKey()).size(), 1U);

    ASSERT_EQ(apply(DeviceRevocation{m_viewer.publicKey(), m_device.publicKey(), kTime + 5}, m_viewer), "ok");
    EXPECT_FALSE(registered(kTime));
    EXPECT_TRUE(m_state.deviceRevoked(m_viewer.publicKey(), m_device.publicKey()));
    EXPECT_TRUE(m_state.devicesOf(m_viewer.publicKey()).empty());
    EXPECT_EQ(apply(test::registrationOf(m_viewer, m_device, kTime + 10), m_viewer), "device_revoked");
    EXPECT_EQ(apply(DeviceRevocation{m_viewer.publicKey(), m_device.publicKey(), kTime + 6}, m_viewer),
              "revocation_duplicate");
}

TEST_F(StateTest, RevocationBeforeRegistrationStillOutranksIt) {
    ASSERT_EQ(apply(DeviceRevocation{m_viewer.publicKey(), m_device.publicKey(), kTime}, m_viewer), "ok");
    EXPECT_EQ(apply(test::registrationOf(m_viewer, m_device, kTime + 1), m_viewer), "device_revoked");
}

TEST_F(StateTest, AStrangerCannotRevokeSomeoneElsesDevice) {
    ASSERT_EQ(apply(test::registrationOf(m_viewer, m_device, kTime), m_viewer), "ok");
    ASSERT_EQ(apply(DeviceRevocation{m_stranger.publicKey(), m_device.publicKey(), kTime}, m_stranger), "ok");
    EXPECT_TRUE(registered(kTime));
    EXPECT_FALSE(m_state.deviceRevoked(m_viewer.publicKey(), m_device.publicKey()));
}

TEST_F(StateTest, AnOlderRegistrationCannotReplaceALaterOne) {
    DeviceRegistration narrow = test::registrationOf(m_viewer, m_device, kTime + 10);
    narrow.purposes = {"publish"};
    ASSERT_EQ(apply(narrow, m_viewer), "ok");
    EXPECT_EQ(apply(test::registrationOf(m_viewer, m_device, kTime), m_viewer), "registration_outdated");
    EXPECT_FALSE(registered(kTime, "play"));
}

TEST_F(StateTest, GrantedAssetsOpenForTheCreatorAndForWhomTheyGrant) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    EXPECT_TRUE(m_state.hasAccess(m_creator.publicKey(), kContent));
    EXPECT_FALSE(viewerHasAccess());
    EXPECT_EQ(
        apply(AccessGrant{kContent, m_stranger.publicKey(), m_viewer.publicKey(), {}, kTime}, m_stranger),
        "not_creator");
    EXPECT_FALSE(viewerHasAccess());
    ASSERT_EQ(grant(kTime + 1), "ok");
    EXPECT_TRUE(viewerHasAccess());
    EXPECT_FALSE(m_state.hasAccess(m_stranger.publicKey(), kContent));
    EXPECT_EQ(m_state.granteesOf(kContent), std::vector<AccountId>{m_viewer.publicKey()});
    EXPECT_EQ(m_state.grantsOf(m_viewer.publicKey()), std::vector<ContentId>{kContent});
    EXPECT_EQ(grant(kTime + 2), "grant_duplicate");
    EXPECT_EQ(grant(kTime + 1), "statement_duplicate");
    EXPECT_EQ(
        apply(AccessGrant{kContent, m_creator.publicKey(), m_creator.publicKey(), {}, kTime}, m_creator),
        "grant_needless");
}

TEST_F(StateTest, ARevocationOutranksEveryGrantThatIsNotLater) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    ASSERT_EQ(grant(kTime + 1), "ok");
    EXPECT_EQ(apply(AccessRevocation{kContent, m_stranger.publicKey(), m_viewer.publicKey(), kTime + 5},
                    m_stranger),
              "not_creator");
    ASSERT_EQ(revoke(kTime + 5), "ok");
    EXPECT_FALSE(viewerHasAccess());
    EXPECT_EQ(m_state.asset(kContent)->granted, 0U);
    // A grant that was signed before the revocation but kept back until now.
    EXPECT_EQ(grant(kTime + 4), "grant_revoked");
    EXPECT_EQ(grant(kTime + 5), "grant_revoked");
    EXPECT_EQ(m_state.lastRevocation(m_viewer.publicKey(), kContent), kTime + 5);
    EXPECT_EQ(m_state.lastRevocation(m_stranger.publicKey(), kContent), std::nullopt);
    EXPECT_FALSE(viewerHasAccess());
    EXPECT_EQ(grant(kTime + 6), "ok");
    EXPECT_TRUE(viewerHasAccess());
}

TEST_F(StateTest, FreeAssetsOpenForAllButThoseShutOut) {
    ASSERT_EQ(mint(AccessMethod::Free), "ok");
    EXPECT_TRUE(viewerHasAccess());
    EXPECT_EQ(grant(kTime), "grant_needless");
    ASSERT_EQ(revoke(kTime + 1), "ok");
    EXPECT_FALSE(viewerHasAccess());
    EXPECT_TRUE(m_state.hasAccess(m_stranger.publicKey(), kContent));
    EXPECT_EQ(grant(kTime + 2), "ok");
    EXPECT_TRUE(viewerHasAccess());
    EXPECT_FALSE(m_state.hasAccess(m_viewer.publicKey(), ContentId{7}));
}

TEST_F(StateTest, UnpublishingEndsFreeAccessAndNewGrantsButTakesNothingAway) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    ASSERT_EQ(grant(kTime), "ok");
    EXPECT_EQ(apply(AssetUnpublish{kContent, m_stranger.publicKey(), kTime}, m_stranger), "not_creator");
    ASSERT_EQ(apply(AssetUnpublish{kContent, m_creator.publicKey(), kTime}, m_creator), "ok");
    EXPECT_TRUE(viewerHasAccess());
    EXPECT_EQ(
        apply(AccessGrant{kContent, m_creator.publicKey(), m_stranger.publicKey(), {}, kTime}, m_creator),
        "asset_unpublished");
    EXPECT_EQ(apply(AssetUnpublish{kContent, m_creator.publicKey(), kTime + 1}, m_creator),
              "asset_unpublished");
}

TEST_F(StateTest, AMintStandsOnceAndItsRoyaltiesMustTotal) {
    AssetMint wrong = test::mintOf(kContent, m_creator, AccessMethod::Free, kTime);
    wrong.royalties = {{m_creator.publicKey(), 999}};
    EXPECT_EQ(apply(wrong, m_creator), "royalty_total");
    EXPECT_EQ(m_state.asset(kContent), nullptr);
    ASSERT_EQ(mint(AccessMethod::Free), "ok");
    EXPECT_EQ(apply(test::mintOf(kContent, m_stranger, AccessMethod::Free, kTime), m_stranger),
              "asset_exists");
    EXPECT_EQ(m_state.asset(kContent)->mint.creator, m_creator.publicKey());

    State withShare(StateRules{50});
    AssetMint onChain = test::mintOf(kContent, m_creator, AccessMethod::Free, kTime);
    EXPECT_EQ(codeOf(withShare.apply(0, must(signStatement(onChain, m_creator)))), "royalty_total");
    onChain.royalties = {{m_creator.publicKey(), 950}};
    EXPECT_EQ(codeOf(withShare.apply(0, must(signStatement(onChain, m_creator)))), "ok");
}

TEST_F(StateTest, UpdatesComeInOrderAndOnlyFromTheCreator) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    AssetTerms terms = m_state.asset(kContent)->terms;
    terms.manifestCid = "bafynext";
    EXPECT_EQ(apply(AssetUpdate{kContent, m_creator.publicKey(), 2, terms, kTime}, m_creator),
              "revision_conflict");
    EXPECT_EQ(apply(AssetUpdate{kContent, m_stranger.publicKey(), 1, terms, kTime}, m_stranger),
              "not_creator");
    EXPECT_EQ(apply(AssetUpdate{ContentId{8}, m_creator.publicKey(), 1, terms, kTime}, m_creator),
              "asset_unknown");
    ASSERT_EQ(apply(AssetUpdate{kContent, m_creator.publicKey(), 1, terms, kTime}, m_creator), "ok");
    EXPECT_EQ(m_state.asset(kContent)->terms.manifestCid, "bafynext");
    EXPECT_EQ(m_state.asset(kContent)->mint.terms.manifestCid, "bafy");
    EXPECT_EQ(apply(AssetUpdate{kContent, m_creator.publicKey(), 1, terms, kTime + 1}, m_creator),
              "revision_conflict");
}

TEST_F(StateTest, SharesBelongToTheRevisionThatSealedThemLast) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    const auto& creator = m_creator.publicKey();
    const auto policy = [&] { return policyOf(*m_state.asset(kContent)); };
    EXPECT_EQ(policy(), accessPolicyDigest(AccessMethod::Granted, creator));
    AssetTerms terms = m_state.asset(kContent)->terms;
    const auto update = [&](std::uint32_t revision) {
        return apply(AssetUpdate{kContent, creator, revision, terms, kTime}, m_creator);
    };
    terms.manifestCid = "bafynext";
    ASSERT_EQ(update(1), "ok");
    EXPECT_EQ(policy(), accessPolicyDigest(AccessMethod::Granted, creator)) << "nothing was sealed";
    terms.policyDigest = resealedPolicyDigest(AccessMethod::Granted, creator, 2);
    ASSERT_EQ(update(2), "ok");
    EXPECT_EQ(policy(), terms.policyDigest);
    terms.supply = 7;
    ASSERT_EQ(update(3), "ok");
    EXPECT_EQ(policy(), terms.policyDigest) << "nothing was sealed";
    terms.policyDigest = accessPolicyDigest(AccessMethod::Granted, creator);
    ASSERT_EQ(update(4), "ok");
    EXPECT_EQ(policy(), resealedPolicyDigest(AccessMethod::Granted, creator, 4))
        << "the shares of the mint do not come back";
}

TEST_F(StateTest, ASaleNeedsTheBuyersOwnOrderOnceAndAnEdition) {
    AssetMint mint = test::mintOf(kContent, m_creator, AccessMethod::BuyOnce, kTime);
    mint.terms.price = "4.5";
    mint.terms.currency = "USDC";
    mint.terms.supply = 1;
    ASSERT_EQ(apply(mint, m_creator), "ok");
    EXPECT_EQ(grant(kTime), "order_missing");
    Order order{kContent, m_viewer.publicKey(), "4.4", "USDC", kTime};
    EXPECT_EQ(grant(kTime, must(signOrder(order, m_viewer))), "order_mismatch");
    order.price = "4.5";
    // The creator cannot order in the viewer's name, nor reuse another's order.
    EXPECT_EQ(codeOf(signOrder(order, m_creator)), "statement_wrong_signer");
    Order others = order;
    others.account = m_stranger.publicKey();
    EXPECT_EQ(grant(kTime, must(signOrder(others, m_stranger))), "order_mismatch");
    const Bytes good = must(signOrder(order, m_viewer));
    ASSERT_EQ(grant(kTime, good), "ok");
    EXPECT_EQ(apply(AccessGrant{kContent, m_creator.publicKey(), m_stranger.publicKey(),
                                must(signOrder(others, m_stranger)), kTime},
                    m_creator),
              "supply_exhausted");
    ASSERT_EQ(revoke(kTime + 1), "ok");
    EXPECT_EQ(grant(kTime + 2, good), "order_used");
}

TEST_F(StateTest, GrantedAssetsTakeNoOrders) {
    ASSERT_EQ(mint(AccessMethod::Granted), "ok");
    const Order order{kContent, m_viewer.publicKey(), "1", "USDC", kTime};
    EXPECT_EQ(grant(kTime, must(signOrder(order, m_viewer))), "order_unexpected");
}

TEST_F(StateTest, CheckForetellsApplyAndChangesNothing) {
    const Statement statement = test::mintOf(kContent, m_creator, AccessMethod::Free, kTime);
    const Bytes bytes = must(signStatement(statement, m_creator));
    EXPECT_EQ(codeOf(m_state.check(bytes, statement)), "ok");
    EXPECT_EQ(m_state.asset(kContent), nullptr);
    ASSERT_EQ(codeOf(m_state.apply(0, bytes)), "ok");
    EXPECT_EQ(codeOf(m_state.check(bytes, statement)), "statement_duplicate");
}

}  // namespace
}  // namespace keyreel::rights
