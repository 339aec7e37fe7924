#include <gtest/gtest.h>

#include <functional>

#include "core/crypto/hpke.h"
#include "tests/adversary/opening_checks.h"

namespace keyreel::custody {
namespace {

using test::CustodyWorld;
using test::hpkeKeyOf;
using test::keyOf;

TEST_F(OpeningChecks, ShareOfAnotherNode) {
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.share.x = 2;
        r.sealedShare = m_world.tier.shares[1].sealed;
    })),
              "share_mismatch");
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.sealedShare = m_world.tier.shares[1].sealed; })),
              "share_mismatch");
    for (const std::uint8_t x : {std::uint8_t{0}, std::uint8_t{4}, std::uint8_t{255}})
        EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.share.x = x; })), "share_mismatch");
}

TEST_F(OpeningChecks, ShareOfAnotherAsset) {
    // The viewer may open the free asset, and asks with its id for the granted one's share; and the other
    // way.
    RecoverRequest request = withCapability([](Capability& c) { c.contentId = CustodyWorld::kFree; });
    RecoverProof proof = m_world.proof(request.capability);
    proof.contentId = CustodyWorld::kFree;
    request.proof = signRecoverProof(proof, m_world.device);
    EXPECT_EQ(m_world.ask(request), "share_mismatch") << "the context names the granted asset";

    request.share = shareContextOf(m_world.freeTier, 0);
    proof.nonce = Nonce{1};
    request.proof = signRecoverProof(proof, m_world.device);
    EXPECT_EQ(m_world.ask(request), "share_mismatch") << "the context lies, the seal does not";

    request.sealedShare = m_world.freeTier.shares[0].sealed;
    proof.nonce = Nonce{2};
    request.proof = signRecoverProof(proof, m_world.device);
    EXPECT_EQ(m_world.ask(request), "ok") << "its own share, for comparison";
}

TEST_F(OpeningChecks, ShareOfAnotherTier) {
    const auto sd = must(sealTier(AssetSecret::generate(), CustodyWorld::kGranted, "sd", m_world.nodeSet(),
                                  m_world.tier.policyDigest));
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.share = shareContextOf(sd, 0);
        r.sealedShare = sd.shares[0].sealed;
    })),
              "share_mismatch");
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.sealedShare = sd.shares[0].sealed; })),
              "share_mismatch");
}

TEST_F(OpeningChecks, ShareUnderAnotherPolicy) {
    const auto free = rights::accessPolicyDigest(rights::AccessMethod::Free, m_world.creator.publicKey());
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.share.policyDigest = free; })), "share_mismatch");
    // Truly sealed under a policy that is not the one in force.
    const auto other =
        must(sealTier(AssetSecret::generate(), CustodyWorld::kGranted, "hd", m_world.nodeSet(), free));
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.share = shareContextOf(other, 0);
        r.sealedShare = other.shares[0].sealed;
    })),
              "share_mismatch");
}

TEST_F(OpeningChecks, PolicyThatTheCreatorHasReplaced) {
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
    rights::AssetTerms terms = m_world.nodes[0]->replica->asset(CustodyWorld::kGranted)->terms;
    terms.policyDigest[0] ^= 1;
    m_world.log.add(rights::AssetUpdate{CustodyWorld::kGranted, m_world.creator.publicKey(), 1, terms,
                                        m_world.clock.now()},
                    m_world.creator);
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "share_mismatch");
}

TEST_F(OpeningChecks, SharesThatTheCreatorHasSealedAnew) {
    // A node left and kept its share: the creator sealed the same secret anew, and what opened before is
    // worth nothing at the nodes that stayed.
    const auto& creator = m_world.creator.publicKey();
    rights::AssetTerms terms = m_world.nodes[0]->replica->asset(CustodyWorld::kGranted)->terms;
    const auto update = [&](std::uint32_t revision) {
        m_world.log.add(
            rights::AssetUpdate{CustodyWorld::kGranted, creator, revision, terms, m_world.clock.now()},
            m_world.creator);
        m_world.sync();
    };
    const auto sealedUnder = [&](const crypto::Digest& policy) {
        return must(sealTier(m_world.secret, CustodyWorld::kGranted, "hd", m_world.nodeSet(), policy));
    };
    const auto ask = [&](const SealedTier& tier) {
        return m_world.ask(with([&](RecoverRequest& r) {
            r.share = shareContextOf(tier, 0);
            r.sealedShare = tier.shares[0].sealed;
        }));
    };
    const auto policy = [&](std::uint32_t revision) {
        return rights::resealedPolicyDigest(rights::AccessMethod::Granted, creator, revision);
    };
    const SealedTier first = sealedUnder(policy(1));
    EXPECT_EQ(ask(first), "share_mismatch") << "before the update";
    terms.policyDigest = policy(1);
    update(1);
    EXPECT_EQ(ask(first), "ok");
    EXPECT_EQ(ask(m_world.tier), "share_mismatch") << "those of the mint";
    // The terms name a policy of another revision than the one that sealed: neither of the two opens.
    terms.policyDigest = policy(9);
    update(2);
    EXPECT_EQ(ask(first), "share_mismatch");
    EXPECT_EQ(ask(sealedUnder(policy(9))), "share_mismatch");
    EXPECT_EQ(ask(sealedUnder(policy(2))), "share_mismatch");
}

TEST_F(OpeningChecks, FilmThatTheGatewayMintedForItself) {
    // A maker has sealed and uploaded a film; before its mint arrives, the gateway mints the same content id
    // under an account of its own, copies whatever the maker's mint would say, and asks for the maker's
    // shares.
    const rights::ContentId stolen{9, 9, 9};
    const auto policy =
        rights::accessPolicyDigest(rights::AccessMethod::Granted, m_world.creator.publicKey());
    const auto sealed = must(sealTier(m_world.secret, stolen, "hd", m_world.nodeSet(), policy));
    auto mint = test::mintOf(stolen, m_world.stranger, rights::AccessMethod::Granted, m_world.clock.now());
    mint.terms.policyDigest = policy;
    m_world.log.add(mint, m_world.stranger);
    m_world.sync();
    auto capability = m_world.capability();
    capability.account = m_world.stranger.publicKey();
    capability.device = m_world.strangersDevice.publicKey();
    capability.contentId = stolen;
    const auto ask = [&](const crypto::Digest& claimed) {
        RecoverRequest request;
        request.capability = must(signCapability(capability, m_world.gateway));
        auto proof = m_world.proof(request.capability);
        proof.contentId = stolen;
        request.proof = signRecoverProof(proof, m_world.strangersDevice);
        request.ephemeralKey = m_world.ephemeral.publicKey();
        request.share = shareContextOf(sealed, 0);
        request.share.policyDigest = claimed;
        request.nodes = keysOf(sealed.nodeSet);
        request.sealedShare = sealed.shares[0].sealed;
        return m_world.ask(request);
    };
    EXPECT_EQ(ask(policy), "share_mismatch");
    EXPECT_EQ(ask(rights::accessPolicyDigest(rights::AccessMethod::Granted, m_world.stranger.publicKey())),
              "share_mismatch");
}

TEST_F(OpeningChecks, ShareOfAnotherNodeSet) {
    // The attacker replaces the other nodes by their own, to gather the threshold alone.
    NodeSet mine = m_world.nodeSet();
    mine.nodes[1] = {keyOf(92).publicKey(), hpkeKeyOf(92).publicKey(), "", "mine", ""};
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.nodes = keysOf(mine); })), "share_mismatch")
        << "the list is not the one that its id names";
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.nodes = keysOf(mine);
        r.share.nodeSetId = nodeSetId(mine);
    })),
              "share_mismatch")
        << "the seal names another set";
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.share.threshold = 1;
        r.share.nodeSetId = nodeSetId(r.nodes, 1);
    })),
              "share_mismatch");
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) {
        r.nodes.pop_back();
        r.share.count = 2;
        r.share.nodeSetId = nodeSetId(r.nodes, 2);
    })),
              "share_mismatch");
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.nodes.clear(); })), "share_mismatch");
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.share.count = 0; })), "share_mismatch");
}

TEST_F(OpeningChecks, ShareWithAnotherSuiteOrAChangedByte) {
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.share.suite = 3; })), "share_mismatch");
    for (const std::size_t i : {0U, 31U, 32U, 79U})
        EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.sealedShare[i] ^= 1; })), "share_mismatch")
            << i;
}

TEST_F(OpeningChecks, ShareTrulySealedInAContextThatMayNotBe) {
    // Anyone can seal to a node: here the seal and its context agree, and only the context is wrong.
    const auto ask = [&](std::size_t node, const std::function<void(RecoverRequest&)>& change) {
        RecoverRequest request = m_world.request(node);
        change(request);
        const auto sealed =
            must(crypto::hpkeSeal(m_world.nodes[node]->service.hpkeKey(), asBytes(kShareSealInfo),
                                  encodeShareContext(request.share), Bytes(kAssetSecretSize, 1)));
        request.sealedShare = toBytes(sealed.enc);
        append(request.sealedShare, sealed.ciphertext);
        return m_world.ask(request, node);
    };
    EXPECT_EQ(ask(0, [](RecoverRequest&) {}), "ok") << "for comparison";
    const auto asSet = [](RecoverRequest& r, std::uint8_t threshold) {
        r.share.threshold = threshold;
        r.share.count = static_cast<std::uint8_t>(r.nodes.size());
        r.share.nodeSetId = nodeSetId(r.nodes, threshold);
    };
    EXPECT_EQ(ask(0, [&](RecoverRequest& r) { asSet(r, 0); }), "share_mismatch") << "nobody is needed";
    EXPECT_EQ(ask(0, [&](RecoverRequest& r) { asSet(r, 4); }), "share_mismatch") << "more than there are";
    EXPECT_EQ(ask(0,
                  [&](RecoverRequest& r) {
                      r.nodes[1] = r.nodes[0];
                      asSet(r, 2);
                  }),
              "share_mismatch")
        << "one node holds two shares";
    EXPECT_EQ(ask(0,
                  [](RecoverRequest& r) {
                      r.share.suite = 3;
                      r.share.nodeSetId = nodeSetId(r.nodes, r.share.threshold, 3);
                  }),
              "share_mismatch")
        << "a suite that nobody knows";
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.count = 4; }), "share_mismatch");
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.x = 2; }), "share_mismatch");
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.nodeSetId[0] ^= 1; }), "share_mismatch");
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.policyDigest[0] ^= 1; }), "share_mismatch");
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.tier = "sd"; }), "share_mismatch");
    EXPECT_EQ(ask(0, [](RecoverRequest& r) { r.share.contentId = CustodyWorld::kFree; }), "share_mismatch");
    EXPECT_EQ(ask(2,
                  [](RecoverRequest& r) {
                      r.nodes.pop_back();
                      r.share.nodeSetId = nodeSetId(r.nodes, r.share.threshold);
                  }),
              "share_mismatch")
        << "x names a node that the list does not have";
}

}  // namespace
}  // namespace keyreel::custody
