#include <gtest/gtest.h>

#include "core/custody/release.h"
#include "tests/support/custody_world.h"
#include "tests/support/second_key.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::CustodyWorld;
using test::hpkeKeyOf;
using test::keyOf;
using test::must;

constexpr rights::ContentId kStrict{0xA3, 3};
constexpr std::uint8_t kAccountSeed = 21;
constexpr std::uint8_t kDeviceSeed = 22;

/// A film whose maker requires suite 2, and who would rather open it by suite 1: whoever broke X25519.
class SuiteChecks : public ::testing::Test {
protected:
    SuiteChecks() {
        const std::int64_t now = m_world.clock.now();
        rights::AssetMint mint = test::mintOf(kStrict, m_world.creator, rights::AccessMethod::Granted, now);
        mint.terms.flags = rights::kFlagHybrid;
        mint.terms.policyDigest = m_policy;
        m_world.log.add(mint, m_world.creator);
        m_world.log.add(
            rights::AccessGrant{kStrict, m_world.creator.publicKey(), m_world.viewer.publicKey(), {}, now},
            m_world.creator);
        m_world.log.add(test::statementBySuite2(registration(), m_world.viewer, kAccountSeed));
        m_world.sync();
    }

    CustodyWorld m_world;
    crypto::Digest m_policy = rights::policyDigestOf(rights::AccessMethod::Granted,
                                                     m_world.creator.publicKey(), 0, crypto::kSuiteHybrid);
    const bool m_hybrid = crypto::hasSuite(crypto::kSuiteHybrid);

    [[nodiscard]] SealedTier sealedBy(crypto::Suite suite, const ContentId& film,
                                      const crypto::Digest& policy) const {
        NodeSet nodes = m_world.nodeSet();
        nodes.suite = suite;
        return must(sealTier(m_world.secret, film, "hd", nodes, policy));
    }

    [[nodiscard]] Bytes capabilityFor(const ContentId& film, const crypto::SealingPublicKey& reply) const {
        Capability c = m_world.capability();
        c.contentId = film;
        c.ephemeralHash = ephemeralKeyHash(reply);
        return must(signCapability(c, m_world.gateway));
    }

    [[nodiscard]] RecoverRequest request(const SealedTier& tier,
                                         const crypto::SealingPublicKey& reply) const {
        RecoverRequest r;
        r.capability = capabilityFor(tier.contentId, reply);
        RecoverProof p = m_world.proof(r.capability);
        p.contentId = tier.contentId;
        p.ephemeralKey = reply;
        r.proof = proofBySuite2(p, m_world.device, kDeviceSeed);
        r.ephemeralKey = reply;
        r.share = shareContextOf(tier, 0);
        r.nodes = keysOf(tier.nodeSet);
        r.sealedShare = tier.shares[0].sealed;
        return r;
    }

    /// Of the viewer's device, with its second key.
    [[nodiscard]] rights::DeviceRegistration registration() const {
        rights::DeviceRegistration r =
            test::registrationOf(m_world.viewer, m_world.device, m_world.clock.now() + 1);
        r.latticeKey = test::latticeKeyOf(kDeviceSeed);
        return r;
    }

    static Bytes proofBySuite2(const RecoverProof& proof, const crypto::SigningKey& device,
                               std::uint8_t seed) {
        const auto read = must(crypto::coseVerify1(signRecoverProof(proof, device), nullptr));
        return test::coseBySuite2(device, seed, read.payload);
    }

    /// A request of suite 2 in every respect but that nothing was sealed: for what is refused before.
    [[nodiscard]] RecoverRequest unsealed(const ContentId& film,
                                          const crypto::SealingPublicKey& reply) const {
        SealedTier tier = sealedBy(crypto::kSuiteClassic, film, m_policy);
        tier.nodeSet.suite = crypto::kSuiteHybrid;
        tier.shares[0].sealed.assign(sealedShareSize(crypto::kSuiteHybrid), 1);
        return request(tier, reply);
    }

    static crypto::SealingPublicKey xwingReply() {
        crypto::XWingPublicKey key{};
        key.fill(1);
        return key;
    }
};

TEST_F(SuiteChecks, FilmOfSuite2IsNotOpenedBySuite1) {
    const auto classic =
        rights::accessPolicyDigest(rights::AccessMethod::Granted, m_world.creator.publicKey());
    for (const crypto::Digest& policy : {m_policy, classic})
        EXPECT_EQ(m_world.ask(request(sealedBy(crypto::kSuiteClassic, kStrict, policy),
                                      m_world.ephemeral.publicKey())),
                  "suite_required");
}

TEST_F(SuiteChecks, ReplyKeyIsOfTheSuiteOfTheShare) {
    EXPECT_EQ(m_world.ask(request(m_world.tier, xwingReply())), "suite_required");
    // The share would come back under X25519 alone.
    EXPECT_EQ(m_world.ask(unsealed(kStrict, m_world.ephemeral.publicKey())), "suite_required");
}

TEST_F(SuiteChecks, DeviceProvesItselfBySuite2) {
    // In everything else as it has to be.
    const auto asked = [this](const auto& sign) {
        RecoverRequest r = unsealed(kStrict, xwingReply());
        r.proof = sign(must(verifyRecoverProof(*r.proof, m_world.device.publicKey())));
        return m_world.ask(r);
    };
    const auto by = [this](std::uint8_t seed) {
        return [this, seed](const RecoverProof& proof) { return proofBySuite2(proof, m_world.device, seed); };
    };
    EXPECT_NE(asked(by(kDeviceSeed)), "suite_required");
    EXPECT_EQ(asked(by(kAccountSeed)), "suite_required");
    // Whoever broke the device's Ed25519 key.
    EXPECT_EQ(asked([this](const RecoverProof& proof) { return signRecoverProof(proof, m_world.device); }),
              "suite_required");
}

TEST_F(SuiteChecks, AccountVouchesForTheDeviceBySuite2) {
    // Whoever broke the account's Ed25519 key, before the account said anything by suite 2.
    const std::int64_t now = m_world.clock.now();
    m_world.log.add(
        rights::AccessGrant{kStrict, m_world.creator.publicKey(), m_world.stranger.publicKey(), {}, now},
        m_world.creator);
    rights::DeviceRegistration forged =
        test::registrationOf(m_world.stranger, m_world.strangersDevice, now + 1);
    forged.latticeKey = test::latticeKeyOf(kDeviceSeed);
    m_world.log.add(forged, m_world.stranger);
    m_world.sync();
    Capability c = m_world.capability();
    c.account = m_world.stranger.publicKey();
    c.device = m_world.strangersDevice.publicKey();
    c.contentId = kStrict;
    c.ephemeralHash = ephemeralKeyHash(xwingReply());
    RecoverRequest r = unsealed(kStrict, xwingReply());
    r.capability = must(signCapability(c, m_world.gateway));
    RecoverProof p = m_world.proof(r.capability);
    p.contentId = kStrict;
    p.ephemeralKey = xwingReply();
    r.proof = proofBySuite2(p, m_world.strangersDevice, kDeviceSeed);
    EXPECT_EQ(m_world.ask(r), "suite_required");
}

TEST_F(SuiteChecks, FilmOfSuite1TakesNoOtherSuite) {
    EXPECT_EQ(m_world.ask(unsealed(CustodyWorld::kGranted, xwingReply())), "suite_required");
}

TEST_F(SuiteChecks, NodeWithoutTheSuiteSaysSo) {
    auto& node = m_world.nodes[0];
    node.reset();
    node =
        std::make_unique<test::TestNode>(std::uint8_t{11}, m_world.folder.path(), m_world.log.key.publicKey(),
                                         m_world.gateway.publicKey(), m_world.clock, 1000, false);
    m_world.sync();
    EXPECT_TRUE(node->service.xwingKey().empty());
    // After a restart the node waits until no nonce of before can still be fresh.
    m_world.clock.advance(2 * kProofWindow + 1);
    m_world.sync();
    EXPECT_EQ(m_world.ask(unsealed(kStrict, xwingReply())), "suite_unsupported");
    NodeSet nodes = m_world.nodeSet();
    nodes.suite = crypto::kSuiteHybrid;
    EXPECT_EQ(codeOf(sealTier(m_world.secret, kStrict, "hd", nodes, m_policy)), "node_without_suite");
}

TEST_F(SuiteChecks, UpdateCannotTakeTheRequirementBack) {
    rights::AssetUpdate update;
    update.contentId = kStrict;
    update.creator = m_world.creator.publicKey();
    update.revision = 1;
    update.terms = m_world.nodes[0]->replica->asset(kStrict)->terms;
    update.terms.flags = 0;
    update.time = m_world.clock.now();
    m_world.log.add(update, m_world.creator);
    EXPECT_EQ(codeOf(m_world.nodes[0]->replica->accept(m_world.log.head(m_world.clock.now()),
                                                       m_world.log.from(m_world.nodes[0]->replica->size()))),
              "ok");
    // The entry stands in the log and has no effect.
    EXPECT_EQ(m_world.nodes[0]->replica->asset(kStrict)->revision, 0U);
    EXPECT_EQ(rights::suiteOf(m_world.nodes[0]->replica->asset(kStrict)->terms), crypto::kSuiteHybrid);
}

TEST_F(SuiteChecks, FilmOfSuite2OpensBySuite2) {
    if (!m_hybrid) {
        NodeSet nodes = m_world.nodeSet();
        nodes.suite = crypto::kSuiteHybrid;
        EXPECT_EQ(codeOf(sealTier(m_world.secret, kStrict, "hd", nodes, m_policy)), "node_without_suite");
        return;
    }
    const SealedTier tier = sealedBy(crypto::kSuiteHybrid, kStrict, m_policy);
    const auto ephemeral = must(crypto::SealingKey::generate(crypto::kSuiteHybrid));
    const Bytes capability = capabilityFor(kStrict, ephemeral.publicKey());
    std::vector<NodeReport> reports;
    EXPECT_EQ(
        codeOf(recover({m_world.device, ephemeral, capability, tier}, m_world.transport(), m_world.clock)),
        "suite_required")
        << "without its second key";
    const auto device = must(crypto::HybridSigningKey::from(
        m_world.device.clone(), SecretBytes::copyOf(Bytes(crypto::kMlDsaSeedSize, kDeviceSeed))));
    const auto opened = recover({m_world.device, ephemeral, capability, tier, &device}, m_world.transport(),
                                m_world.clock, {}, {}, &reports);
    ASSERT_TRUE(opened) << opened.error().what;
    EXPECT_TRUE(opened->secret.bytes().equals(m_world.secret.bytes().view()));
    for (const NodeReport& report : reports) {
        if (report.code != "ok") continue;
        EXPECT_TRUE(verifyRelease(report.request, report.answer, report.node, m_world.gateway.publicKey()));
    }
    // Who carries them sees neither whether it was granted nor by which node.
    const Bytes refusal = m_world.nodes[0]->service.answer(
        must(encodeRecoverRequest(unsealed(kStrict, ephemeral.publicKey()))));
    EXPECT_EQ(refusal.size(),
              m_world.nodes[0]
                  ->service.answer(must(encodeRecoverRequest(request(tier, ephemeral.publicKey()))))
                  .size());
    // Each half of the seal is needed, and the suite is bound to it.
    for (const std::size_t at : {std::size_t{0}, std::size_t{1100}, tier.shares[0].sealed.size() - 1}) {
        RecoverRequest changed = request(tier, ephemeral.publicKey());
        changed.sealedShare[at] ^= 1;
        EXPECT_EQ(m_world.ask(changed), "share_mismatch") << at;
    }
    // With the keys of suite 1 broken, a share of suite 2 is still not open: it is not sealed to them.
    const crypto::SealingKey broken = hpkeKeyOf(11);
    EXPECT_FALSE(broken.open(tier.shares[0].sealed, asBytes(kShareSealInfo),
                             encodeShareContext(shareContextOf(tier, 0))));
    EXPECT_EQ(codeOf(recover({m_world.device, m_world.ephemeral, capability, tier}, m_world.transport(),
                             m_world.clock)),
              "suite_required");
}

}  // namespace
}  // namespace keyreel::custody
