#include "core/gateway/recover_gate.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/support/custody_world.h"

namespace keyreel::gateway {
namespace {

using test::codeOf;
using test::must;

/// The gate of node 1: two requests of a device, one of all strangers.
class Gate : public ::testing::Test {
protected:
    test::CustodyWorld m_world;
    RecoverRates m_rates{{2, 10, 100}, {10, 10, 100}, {10, 10, 1}, {1, 10, 1}, {1, 10, 100}};
    RecoverGate m_gate{m_world.gateway.publicKey(), m_world.nodes[0]->service.id(), m_rates};

    [[nodiscard]] std::string admit(const custody::RecoverRequest& request) {
        return codeOf(m_gate.admit(must(custody::encodeRecoverRequest(request)), m_world.clock.now()));
    }
    [[nodiscard]] custody::RecoverRequest provenAt(std::int64_t time) const {
        auto request = m_world.request();
        auto proof = m_world.proof(request.capability);
        proof.time = time;
        request.proof = custody::signRecoverProof(proof, m_world.device);
        return request;
    }
    void expectTheDevicesWholeShare() {
        EXPECT_EQ(admit(m_world.request()), "ok");
        EXPECT_EQ(admit(m_world.request()), "ok");
        EXPECT_EQ(admit(m_world.request()), "rate_limited");
    }
};

TEST_F(Gate, AnotherNodeUsesUpNobodysShareWithTheProofsThatItGot) {
    EXPECT_EQ(admit(m_world.request(1)), "ok") << "as a stranger's";
    EXPECT_EQ(admit(m_world.request(1)), "rate_limited");
    EXPECT_EQ(admit(m_world.request(2)), "rate_limited");
    expectTheDevicesWholeShare();
}

TEST_F(Gate, AProofOfAnotherTimeProvesNoDevice) {
    const std::int64_t now = m_world.clock.now();
    EXPECT_EQ(admit(provenAt(now - custody::kProofWindow - 1)), "ok") << "as a stranger's";
    for (const std::int64_t time : {now - custody::kProofWindow - 1, now + custody::kProofWindow + 1,
                                    std::int64_t{0}, std::numeric_limits<std::int64_t>::max()})
        EXPECT_EQ(admit(provenAt(time)), "rate_limited") << time - now;
    EXPECT_EQ(admit(provenAt(now - custody::kProofWindow)), "ok");
    EXPECT_EQ(admit(provenAt(now + custody::kProofWindow)), "ok");
    EXPECT_EQ(admit(m_world.request()), "rate_limited");
}

TEST_F(Gate, RevocationsAreCountedByWhatOneHouseholdIsGiven) {
    const auto revoke = [&](const char* from) {
        return codeOf(m_gate.admitRevocation(from, m_world.clock.now()));
    };
    EXPECT_EQ(revoke("2001:db8:1:2::1"), "ok");
    EXPECT_EQ(revoke("2001:db8:1:2:ffff::9"), "rate_limited");
    EXPECT_EQ(revoke("2001:db8:1:3::1"), "ok");
    EXPECT_EQ(revoke("fe80::1%eth0"), "ok");
    EXPECT_EQ(revoke("fe80::2%eth0"), "rate_limited");
    EXPECT_EQ(revoke("192.0.2.1"), "ok");
    EXPECT_EQ(revoke("192.0.2.1"), "rate_limited");
    EXPECT_EQ(revoke("192.0.2.2"), "ok");
    EXPECT_EQ(revoke("::ffff:192.0.2.3"), "ok");
    EXPECT_EQ(revoke("::ffff:192.0.2.4"), "ok");
}

}  // namespace
}  // namespace keyreel::gateway
