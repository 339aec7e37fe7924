#include <gtest/gtest.h>

#include <limits>

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/identity/account_id.h"
#include "tests/adversary/opening_checks.h"

namespace keyreel::custody {
namespace {

using test::CustodyWorld;
using test::hpkeKeyOf;
using test::keyOf;

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
    Bytes trailing = good;
    trailing.back() = 1;
    EXPECT_EQ(m_world.askRaw(trailing), "bad_request") << "padding that says something";
    trailing.push_back(0);
    EXPECT_EQ(m_world.askRaw(trailing), "bad_request") << "a size that no message has";
    Bytes unbucketed = good;
    unbucketed.resize(unbucketed.size() - unbucketed.size() / 4);
    EXPECT_EQ(m_world.askRaw(unbucketed), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.sealedShare.push_back(0); })), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.capability.resize(1025); })), "bad_request");
    EXPECT_EQ(m_world.ask(with([](RecoverRequest& r) { r.proof = Bytes(7310); })), "bad_request");
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

TEST_F(OpeningChecks, CapabilityThatOnlyClaimsTheGateway) {
    // Right in every claim, signed by somebody else; and signed by the gateway in somebody else's name.
    const auto domain = asBytes("keyreel/capability/v1");
    const Bytes honest = must(signCapability(m_world.capability(), m_world.gateway));
    const Bytes payload = must(crypto::coseVerify1(honest, nullptr, domain)).payload;
    const auto ask = [&](Bytes capability) {
        RecoverRequest request = m_world.request();
        request.capability = std::move(capability);
        request.proof = signRecoverProof(m_world.proof(request.capability), m_world.device);
        return m_world.ask(request);
    };
    EXPECT_EQ(ask(crypto::coseSign1(m_world.gateway, payload, domain)), "ok") << "for comparison";
    EXPECT_EQ(ask(crypto::coseSign1(m_world.stranger, payload, domain)), "cap_invalid");
    cbor::Value claims = must(cbor::decode(payload));
    claims.put(1, cbor::Value::text(identity::toDidKey(m_world.stranger.publicKey())));
    EXPECT_EQ(ask(crypto::coseSign1(m_world.gateway, cbor::encode(claims), domain)), "cap_invalid");
}

TEST_F(OpeningChecks, CapabilityOfTheFuture) {
    const auto issuedIn = [&](std::int64_t seconds) {
        return m_world.ask(withCapability([&](Capability& c) {
            c.issuedAt += seconds;
            c.expires += seconds;
        }));
    };
    EXPECT_EQ(issuedIn(60), "ok") << "clocks differ a little";
    EXPECT_EQ(issuedIn(61), "cap_expired");
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

TEST_F(OpeningChecks, ReplyKeyThatOnlyTheProofDoesNotName) {
    const auto other = hpkeKeyOf(90).publicKey();
    EXPECT_EQ(m_world.ask(withProof([&](RecoverProof& p) { p.ephemeralKey = other; })), "pop_invalid");
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
