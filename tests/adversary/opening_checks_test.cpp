#include <gtest/gtest.h>

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/crypto/hpke.h"
#include "tests/support/custody_world.h"

// Whoever owns the gateway's signing key can sign any capability. Each test starts from a request that node 1
// answers with its share, takes away one condition of "Opening", and sees exactly that refusal.
namespace keyreel::custody {
namespace {

using test::CustodyWorld;
using test::hpkeKeyOf;
using test::keyOf;
using test::must;

class OpeningChecks : public ::testing::Test {
protected:
    CustodyWorld m_world;

    /// An honest request but for what `change` does to the capability.
    template <class Change>
    [[nodiscard]] RecoverRequest withCapability(Change change) const {
        Capability capability = m_world.capability();
        change(capability);
        RecoverRequest request = m_world.request();
        request.capability = must(signCapability(capability, m_world.gateway));
        request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
        return request;
    }
    /// An honest request but for what `change` does to the proof, which the device signs.
    template <class Change>
    [[nodiscard]] RecoverRequest withProof(Change change) const {
        RecoverRequest request = m_world.request();
        RecoverProof proof = m_world.proof(request.capability);
        change(proof);
        request.proof = signRecoverProof(proof, m_world.device);
        return request;
    }
    /// An honest request but for what `change` does to it after the proof was signed.
    template <class Change>
    [[nodiscard]] RecoverRequest with(Change change) const {
        RecoverRequest request = m_world.request();
        change(request);
        return request;
    }
};

TEST_F(OpeningChecks, TheHonestRequestIsAnswered) {
    for (std::size_t node = 0; node < 3; ++node)
        EXPECT_EQ(m_world.ask(m_world.request(node), node), "ok");
}

// Sizes and types.

TEST_F(OpeningChecks, OversizedAndMalformedRequests) {
    EXPECT_EQ(m_world.askRaw({}), "bad_request");
    EXPECT_EQ(m_world.askRaw(Bytes(1024)), "bad_request");
    EXPECT_EQ(m_world.askRaw(Bytes(1u << 20)), "bad_request");
    const Bytes good = must(encodeRecoverRequest(m_world.request()));
    EXPECT_EQ(m_world.askRaw(ByteView(good).first(good.size() - 1)), "bad_request");
    Bytes larger = good;
    larger.resize(larger.size() * 2);
    EXPECT_EQ(m_world.askRaw(larger), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.sealedShare.push_back(0); })), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.capability.resize(1025); })), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.proof = Bytes(1025); })), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.nodes.resize(kMaxNodes + 1); })), "bad_request");
}

// Gateway signature and expiry.

TEST_F(OpeningChecks, CapabilityOfAnotherGateway) {
    RecoverRequest request = m_world.request();
    const crypto::SigningKey other = keyOf(40);
    Capability capability = m_world.capability();
    capability.issuer = other.publicKey();
    request.capability = must(signCapability(capability, other));
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
    EXPECT_EQ(m_world.ask(request), "cap_invalid");
}

TEST_F(OpeningChecks, ExpiredCapability) {
    const RecoverRequest request = withCapability([](Capability& c) {
        c.issuedAt -= 301;
        c.expires -= 301;
    });
    EXPECT_EQ(m_world.ask(request), "cap_expired");
}

TEST_F(OpeningChecks, CapabilityThatLivesLongerThanFiveMinutes) {
    // signCapability refuses to make one, so its claims are patched and signed by hand.
    const Bytes honest = must(signCapability(m_world.capability(), m_world.gateway));
    const auto domain = asBytes("keyreel/capability/v1");
    const auto message = must(crypto::coseVerify1(honest, nullptr, domain));
    cbor::Value claims = must(cbor::decode(message.payload));
    claims.put(4, cbor::Value::integer(m_world.clock.now() + 301));
    RecoverRequest request = m_world.request();
    request.capability = crypto::coseSign1(m_world.gateway, cbor::encode(claims), domain);
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
    EXPECT_EQ(m_world.ask(request), "cap_invalid");
}

TEST_F(OpeningChecks, CapabilityForAnotherPurpose) {
    EXPECT_EQ(m_world.ask(withCapability([](Capability& c) { c.purpose = "publish"; })), "cap_invalid");
}

// Proof of possession.

TEST_F(OpeningChecks, MissingProof) {
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.proof.reset(); })), "pop_missing");
}

TEST_F(OpeningChecks, PartlyPresentProofIsInvalidNotMissing) {
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.proof->clear(); })), "pop_invalid");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.proof->pop_back(); })), "pop_invalid");
}

TEST_F(OpeningChecks, ProofByAnotherDevice) {
    RecoverRequest request = m_world.request();
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.strangersDevice);
    EXPECT_EQ(m_world.ask(request), "pop_invalid");
}

TEST_F(OpeningChecks, ProofByTheGatewayItself) {
    RecoverRequest request = m_world.request();
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.gateway);
    EXPECT_EQ(m_world.ask(request), "pop_invalid");
}

TEST_F(OpeningChecks, ProofForAnotherNode) {
    const NodeId other = m_world.nodes[1]->service.id();
    EXPECT_EQ(m_world.ask(withProof([&](RecoverProof& p) { p.node = other; })), "pop_invalid");
}

TEST_F(OpeningChecks, ProofForAnotherCapability) {
    // Same claims, another cti: the proof of one opening does not serve the next.
    RecoverRequest request = m_world.request();
    request.capability = must(signCapability(m_world.capability(), m_world.gateway));
    EXPECT_EQ(m_world.ask(request), "pop_invalid");
}

TEST_F(OpeningChecks, ProofForAnotherAssetOrTier) {
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.contentId = CustodyWorld::kFree; })),
              "pop_invalid");
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.tier = "sd"; })), "pop_invalid");
}

TEST_F(OpeningChecks, ReplyKeyThatTheDeviceDidNotSignFor) {
    const auto thief = hpkeKeyOf(90).publicKey();
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.ephemeralKey = thief; })), "pop_invalid");
}

TEST_F(OpeningChecks, ReplyKeyThatTheCapabilityDoesNotName) {
    // Request and proof agree; the capability was for another session's key.
    RecoverRequest request = m_world.request();
    const auto other = hpkeKeyOf(90).publicKey();
    request.ephemeralKey = other;
    RecoverProof proof = m_world.proof(request.capability);
    proof.ephemeralKey = other;
    request.proof = signRecoverProof(proof, m_world.device);
    EXPECT_EQ(m_world.ask(request), "pop_invalid");
}

TEST_F(OpeningChecks, OtherThingsThatTheDeviceSignedAreNoProof) {
    const Bytes capability = m_world.request().capability;
    const RecoverProof proof = m_world.proof(capability);
    const Bytes signedText = crypto::coseSign1(
        m_world.device, cbor::encode(cbor::Value::array(
                            {cbor::Value::text("keyreel/other/v1"), cbor::Value::bytes(proof.node)})));
    EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.proof = signedText; })), "pop_invalid");
}

// Freshness and nonce.

TEST_F(OpeningChecks, StaleProofs) {
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.time -= 60; })), "ok");
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.time += 60; })), "ok");
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.time -= 61; })), "pop_stale");
    EXPECT_EQ(m_world.ask(withProof([](RecoverProof& p) { p.time += 61; })), "pop_stale");
    EXPECT_EQ(
        m_world.ask(withProof([](RecoverProof& p) { p.time = std::numeric_limits<std::int64_t>::min(); })),
        "pop_stale");
    EXPECT_EQ(
        m_world.ask(withProof([](RecoverProof& p) { p.time = std::numeric_limits<std::int64_t>::max(); })),
        "pop_stale");
}

TEST_F(OpeningChecks, ReplayedRequest) {
    const RecoverRequest request = m_world.request();
    EXPECT_EQ(m_world.ask(request), "ok");
    EXPECT_EQ(m_world.ask(request), "replayed");
    m_world.clock.advance(60);
    EXPECT_EQ(m_world.ask(request), "replayed");
    m_world.clock.advance(1);
    EXPECT_EQ(m_world.ask(request), "pop_stale");
}

TEST_F(OpeningChecks, ReplayedNonceInANewProof) {
    const RecoverRequest first = withProof([](RecoverProof& p) { p.nonce = Nonce{1}; });
    const RecoverRequest second = withProof([](RecoverProof& p) { p.nonce = Nonce{1}; });
    EXPECT_EQ(m_world.ask(first), "ok");
    EXPECT_EQ(m_world.ask(second), "replayed");
}

TEST_F(OpeningChecks, ReplayAfterARestart) {
    const RecoverRequest request = m_world.request();
    EXPECT_EQ(m_world.ask(request), "ok");
    m_world.nodes[0].reset();
    m_world.nodes[0] =
        std::make_unique<test::TestNode>(std::uint8_t{11}, m_world.folder.path(), m_world.log.key.publicKey(),
                                         m_world.gateway.publicKey(), m_world.clock);
    EXPECT_EQ(m_world.ask(request), "replayed");
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
}

TEST_F(OpeningChecks, FullNonceStoreRefusesRatherThanForgets) {
    test::TestNode small(21, m_world.folder.path(), m_world.log.key.publicKey(), m_world.gateway.publicKey(),
                         m_world.clock, 2);
    ASSERT_TRUE(small.replica->accept(m_world.log.head(m_world.clock.now()), m_world.log.entries));
    const auto ask = [&] {
        RecoverRequest request = m_world.request();
        RecoverProof proof = m_world.proof(request.capability);
        proof.node = small.service.id();
        request.proof = signRecoverProof(proof, m_world.device);
        return must(verifyRecoverAnswer(small.service.answer(must(encodeRecoverRequest(request))),
                                        small.service.id()))
            .code;
    };
    EXPECT_EQ(ask(), "share_mismatch") << "this node is not in the set";
    EXPECT_EQ(ask(), "share_mismatch");
    EXPECT_EQ(ask(), "busy");
}

// Device.

TEST_F(OpeningChecks, DeviceThatNoAccountRegistered) {
    // The attacker owns the gateway's key and a device key, and names the viewer as its account.
    const crypto::SigningKey thief = keyOf(91);
    RecoverRequest request = withCapability([&](Capability& c) { c.device = thief.publicKey(); });
    request.proof = signRecoverProof(m_world.proof(request.capability), thief);
    EXPECT_EQ(m_world.ask(request), "device_unknown");
}

TEST_F(OpeningChecks, DeviceOfAnotherAccount) {
    RecoverRequest request =
        withCapability([&](Capability& c) { c.device = m_world.strangersDevice.publicKey(); });
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.strangersDevice);
    EXPECT_EQ(m_world.ask(request), "device_unknown");
}

TEST_F(OpeningChecks, DeviceThatTheGatewayRegisteredByItself) {
    // The log includes a registration that the viewer never signed; nodes fold it away.
    const crypto::SigningKey thief = keyOf(91);
    const auto registration = test::registrationOf(m_world.viewer, thief, m_world.clock.now());
    m_world.log.add(crypto::coseSign1(m_world.gateway, must(rights::encodeStatement(registration))));
    m_world.sync();
    RecoverRequest request = withCapability([&](Capability& c) { c.device = thief.publicKey(); });
    request.proof = signRecoverProof(m_world.proof(request.capability), thief);
    EXPECT_EQ(m_world.ask(request), "device_unknown");
}

TEST_F(OpeningChecks, DeviceRegisteredForOtherPurposesOnly) {
    auto registration = test::registrationOf(m_world.viewer, m_world.device, m_world.clock.now() + 1);
    registration.purposes = {"publish"};
    m_world.log.add(registration, m_world.viewer);
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "device_unknown");
}

TEST_F(OpeningChecks, DeviceWhoseRegistrationHasEnded) {
    m_world.clock.advance(100'000'001);
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "device_unknown");
}

TEST_F(OpeningChecks, RevokedDevice) {
    m_world.log.add(
        rights::DeviceRevocation{m_world.viewer.publicKey(), m_world.device.publicKey(), m_world.clock.now()},
        m_world.viewer);
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "device_revoked");
}

// Access.

TEST_F(OpeningChecks, AccountWithoutAccess) {
    RecoverRequest request = withCapability([&](Capability& c) {
        c.account = m_world.stranger.publicKey();
        c.device = m_world.strangersDevice.publicKey();
    });
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.strangersDevice);
    EXPECT_EQ(m_world.ask(request), "no_access");
}

TEST_F(OpeningChecks, GrantThatTheGatewayMadeUp) {
    rights::AccessGrant grant{CustodyWorld::kGranted,
                              m_world.creator.publicKey(),
                              m_world.stranger.publicKey(),
                              {},
                              m_world.clock.now()};
    m_world.log.add(crypto::coseSign1(m_world.gateway, must(rights::encodeStatement(grant))));
    grant.grantor = m_world.gateway.publicKey();
    m_world.log.add(grant, m_world.gateway);
    m_world.sync();
    RecoverRequest request = withCapability([&](Capability& c) {
        c.account = m_world.stranger.publicKey();
        c.device = m_world.strangersDevice.publicKey();
    });
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.strangersDevice);
    EXPECT_EQ(m_world.ask(request), "no_access");
}

TEST_F(OpeningChecks, RevokedAccess) {
    m_world.log.add(rights::AccessRevocation{CustodyWorld::kGranted, m_world.creator.publicKey(),
                                             m_world.viewer.publicKey(), m_world.clock.now()},
                    m_world.creator);
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "no_access");
}

// Replica.

TEST_F(OpeningChecks, StaleReplica) {
    m_world.clock.advance(300);
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
    m_world.clock.advance(1);
    EXPECT_EQ(m_world.ask(m_world.request()), "stale_replica");
    m_world.sync();
    EXPECT_EQ(m_world.ask(m_world.request()), "ok");
}

TEST_F(OpeningChecks, NodeThatNeverHeardFromTheLogKnowsNobody) {
    test::TestNode fresh(21, m_world.folder.path(), m_world.log.key.publicKey(), m_world.gateway.publicKey(),
                         m_world.clock);
    RecoverRequest request = m_world.request();
    RecoverProof proof = m_world.proof(request.capability);
    proof.node = fresh.service.id();
    request.proof = signRecoverProof(proof, m_world.device);
    const auto answer = must(
        verifyRecoverAnswer(fresh.service.answer(must(encodeRecoverRequest(request))), fresh.service.id()));
    EXPECT_EQ(answer.code, "device_unknown");
}

// The sealed share.

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

    request.share = m_world.contextOf(m_world.freeTier, 1);
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
        r.share = m_world.contextOf(sd, 1);
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
        r.share = m_world.contextOf(other, 1);
        r.sealedShare = other.shares[0].sealed;
    })),
              "share_mismatch");
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
        request.share = m_world.contextOf(sealed, 1);
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
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.share.suite = 2; })), "share_mismatch");
    for (const std::size_t i : {0U, 31U, 32U, 79U})
        EXPECT_EQ(m_world.ask(with([&](RecoverRequest& r) { r.sealedShare[i] ^= 1; })), "share_mismatch")
            << i;
}

// The order of the checks, so that a refusal tells nothing that a later check knows.

TEST_F(OpeningChecks, AnEarlierFaultHidesALaterOne) {
    // Everything is wrong at once; each step repairs the first fault and meets the next.
    const crypto::SigningKey thief = keyOf(91);
    m_world.clock.advance(400);
    Capability capability = m_world.capability();
    capability.account = m_world.stranger.publicKey();
    capability.device = thief.publicKey();
    RecoverRequest request = m_world.request();
    request.share.policyDigest[0] ^= 1;
    request.proof.reset();
    const auto sign = [&] { request.capability = must(signCapability(capability, m_world.gateway)); };
    capability.issuedAt -= 301;
    capability.expires -= 301;
    sign();
    EXPECT_EQ(m_world.ask(request), "cap_expired");
    capability.issuedAt += 301;
    capability.expires += 301;
    sign();
    EXPECT_EQ(m_world.ask(request), "pop_missing");
    RecoverProof proof = m_world.proof(request.capability);
    proof.time -= 100;
    request.proof = signRecoverProof(proof, m_world.device);
    EXPECT_EQ(m_world.ask(request), "pop_invalid");
    request.proof = signRecoverProof(proof, thief);
    EXPECT_EQ(m_world.ask(request), "pop_stale");
    proof.time += 100;
    request.proof = signRecoverProof(proof, thief);
    EXPECT_EQ(m_world.ask(request), "device_unknown");
    capability.device = m_world.strangersDevice.publicKey();
    sign();
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.strangersDevice);
    EXPECT_EQ(m_world.ask(request), "no_access");
    capability.account = m_world.viewer.publicKey();
    capability.device = m_world.device.publicKey();
    sign();
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
    EXPECT_EQ(m_world.ask(request), "stale_replica");
    m_world.sync();
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
    EXPECT_EQ(m_world.ask(request), "share_mismatch");
    request.share.policyDigest[0] ^= 1;
    request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
    EXPECT_EQ(m_world.ask(request), "ok");
}

}  // namespace
}  // namespace keyreel::custody
