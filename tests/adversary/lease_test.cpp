#include <gtest/gtest.h>

#include "core/custody/release.h"
#include "core/rights/offline.h"
#include "tests/adversary/opening_checks.h"

namespace keyreel::custody {
namespace {

using test::must;

// Keeping a film for later is a right of its own: the creator gives it for some days, and each node decides
// by its own copy of the log.
class Leases : public ::testing::Test {
protected:
    test::CustodyWorld m_world;

    /// The creator's word on how long the film may be kept.
    void allow(std::uint32_t days) {
        rights::AssetUpdate update;
        update.contentId = m_world.kGranted;
        update.creator = m_world.creator.publicKey();
        update.revision = ++m_revision;
        update.terms = test::mintOf(m_world.kGranted, m_world.creator, rights::AccessMethod::Granted,
                                    m_world.clock.now())
                           .terms;
        update.terms.flags = rights::offlineFlags(days);
        update.time = m_world.clock.now();
        m_world.log.add(update, m_world.creator);
        m_world.sync();
    }
    [[nodiscard]] RecoverRequest request(const char* purpose) const {
        RecoverRequest r = m_world.request();
        Capability c = m_world.capability();
        c.purpose = purpose;
        r.capability = must(signCapability(c, m_world.gateway));
        r.proof = signRecoverProof(m_world.proof(r.capability), m_world.device);
        return r;
    }
    [[nodiscard]] RecoverAnswer answerTo(const RecoverRequest& r) const {
        const Bytes message = must(encodeRecoverRequest(r));
        const auto& node = m_world.nodes[0]->service;
        return must(verifyRecoverAnswer(m_world.nodes[0]->service.answer(message), node.id()));
    }

    std::uint32_t m_revision = 0;
};

TEST_F(Leases, AreGivenForAsLongAsTheCreatorAllows) {
    allow(7);
    const auto answer = answerTo(request("offline"));
    EXPECT_EQ(answer.code, "ok");
    EXPECT_EQ(answer.until, m_world.clock.now() + 7 * 86400);
    EXPECT_EQ(answerTo(request("play")).until, 0) << "watching is no lease";
}

TEST_F(Leases, AreNotGivenWhateverTheGatewaySaysWhenTheCreatorAllowsNone) {
    EXPECT_EQ(answerTo(request("offline")).code, "offline_forbidden");
    EXPECT_EQ(answerTo(request("play")).code, "ok");
    allow(7);
    EXPECT_EQ(answerTo(request("offline")).code, "ok");
    allow(0);
    EXPECT_EQ(answerTo(request("offline")).code, "offline_forbidden") << "and may take it back";
}

TEST_F(Leases, NeverOutliveTheDevicesRegistration) {
    allow(30);
    auto lent = test::registrationOf(m_world.viewer, m_world.device, m_world.clock.now() + 1);
    lent.notAfter = m_world.clock.now() + 86400;
    m_world.log.add(lent, m_world.viewer);
    m_world.sync();
    const auto answer = answerTo(request("offline"));
    EXPECT_EQ(answer.code, "ok");
    EXPECT_EQ(answer.until, lent.notAfter);
}

TEST_F(Leases, AreBoundToTheirAnswer) {
    allow(7);
    const Bytes asked = must(encodeRecoverRequest(request("offline")));
    const Bytes answer = m_world.nodes[0]->service.answer(asked);
    const auto release =
        must(verifyRelease(asked, answer, m_world.nodes[0]->service.id(), m_world.gateway.publicKey()));
    EXPECT_TRUE(release.released());
    EXPECT_EQ(release.capability.purpose, "offline");
    const Bytes other = must(encodeRecoverRequest(request("offline")));
    EXPECT_EQ(test::codeOf(
                  verifyRelease(other, answer, m_world.nodes[0]->service.id(), m_world.gateway.publicKey())),
              "release_invalid");
    RecoverAnswer longer = must(verifyRecoverAnswer(answer, m_world.nodes[0]->service.id()));
    longer.until += 86400;
    const Bytes forged = must(signRecoverAnswer(longer, m_world.gateway));
    EXPECT_EQ(test::codeOf(
                  verifyRelease(asked, forged, m_world.nodes[0]->service.id(), m_world.gateway.publicKey())),
              "release_invalid");
}

TEST_F(Leases, OfOtherPurposesThereAreNone) {
    allow(7);
    EXPECT_EQ(answerTo(request("forever")).code, "cap_invalid");
}

}  // namespace
}  // namespace keyreel::custody
