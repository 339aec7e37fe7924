#include "core/custody/recover_client.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "tests/support/custody_world.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::must;

class RecoverClientTest : public ::testing::Test {
protected:
    test::CustodyWorld m_world;
    std::vector<NodeReport> m_reports;

    [[nodiscard]] std::size_t positionOf(const NodeDescriptor& node) const {
        for (std::size_t i = 0; i < m_world.nodes.size(); ++i)
            if (m_world.nodes[i]->service.id() == node.signingKey) return i;
        return m_world.nodes.size();
    }
    /// How many reports have this code.
    [[nodiscard]] long count(std::string_view code) const {
        return std::count_if(m_reports.begin(), m_reports.end(),
                             [&](const NodeReport& report) { return report.code == code; });
    }
    /// A transport on which some nodes cannot be reached.
    [[nodiscard]] RecoverTransport without(std::vector<std::size_t> dead) const {
        return [this, dead](const NodeDescriptor& node, ByteView message,
                            std::stop_token stop) -> Result<Bytes> {
            for (const std::size_t position : dead)
                if (positionOf(node) == position) return fail("connection_refused", "Nobody listens.");
            return m_world.transport()(node, message, stop);
        };
    }
};

/// Sleeps until the recovery is stopped, like a transport whose peer never answers.
Result<Bytes> hang(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [] { return false; });
    return fail("cancelled", "Stopped.");
}

TEST_F(RecoverClientTest, GivesTheSecretThatWasSealed) {
    const auto recovered = m_world.recover(m_world.transport(), &m_reports);
    ASSERT_EQ(codeOf(recovered), "ok");
    EXPECT_TRUE(recovered->secret.bytes().equals(m_world.secret.bytes().view()));
    ASSERT_EQ(m_reports.size(), 3U);
    EXPECT_GE(count("ok"), 2);
    EXPECT_EQ(m_reports[2].name, "node 3");
}

TEST_F(RecoverClientTest, AnyTwoNodesAreEnoughAndOneIsNot) {
    for (std::size_t dead = 0; dead < 3; ++dead) {
        const auto recovered = m_world.recover(without({dead}), &m_reports);
        ASSERT_EQ(codeOf(recovered), "ok") << dead;
        EXPECT_TRUE(recovered->secret.bytes().equals(m_world.secret.bytes().view()));
    }
    const auto refused = m_world.recover(without({0, 2}), &m_reports);
    ASSERT_EQ(codeOf(refused), "too_few_nodes");
    EXPECT_NE(refused.error().what.find("node 1: unreachable"), std::string::npos);
    EXPECT_EQ(m_reports[0].code, "unreachable");
    EXPECT_EQ(m_reports[0].attempts, 2U);
    EXPECT_EQ(m_reports[1].code, "ok");
}

TEST_F(RecoverClientTest, DoesNotWaitForANodeThatHangs) {
    const auto transport = [this](const NodeDescriptor& node, ByteView message,
                                  std::stop_token stop) -> Result<Bytes> {
        if (positionOf(node) == 1) return hang(stop);
        return m_world.transport()(node, message, stop);
    };
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(codeOf(m_world.recover(transport, &m_reports, {std::chrono::seconds(60)})), "ok");
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(30));
    EXPECT_EQ(m_reports[1].code, "not_needed");
}

TEST_F(RecoverClientTest, KeepsItsDeadlineWhenTooManyHang) {
    const auto transport = [this](const NodeDescriptor& node, ByteView message,
                                  std::stop_token stop) -> Result<Bytes> {
        if (positionOf(node) != 1) return hang(stop);
        return m_world.transport()(node, message, stop);
    };
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(codeOf(m_world.recover(transport, &m_reports, {std::chrono::seconds(2)})), "too_few_nodes");
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(30));
    EXPECT_EQ(count("too_slow"), 2);
}

TEST_F(RecoverClientTest, StopsWhenTheCallerDoes) {
    std::stop_source stop;
    std::atomic<int> asked = 0;
    const auto transport = [&](const NodeDescriptor&, ByteView, std::stop_token inner) -> Result<Bytes> {
        if (++asked == 3) stop.request_stop();
        return hang(inner);
    };
    EXPECT_EQ(codeOf(m_world.recover(transport, &m_reports, {std::chrono::seconds(60)}, stop.get_token())),
              "cancelled");
}

TEST_F(RecoverClientTest, RetriesATransportFaultOnceWithAnotherNonce) {
    std::mutex mutex;
    std::vector<Nonce> nonces;
    const auto transport = [&](const NodeDescriptor& node, ByteView message,
                               std::stop_token stop) -> Result<Bytes> {
        if (positionOf(node) == 2) return fail("connection_refused", "Nobody listens.");
        if (positionOf(node) == 1) return m_world.transport()(node, message, stop);
        const auto request = must(decodeRecoverRequest(message));
        const auto proof = must(verifyRecoverProof(*request.proof, m_world.device.publicKey()));
        Result<Bytes> answer = m_world.transport()(node, message, stop);
        const std::lock_guard lock(mutex);
        nonces.push_back(proof.nonce);
        // The node has answered, but the answer is lost on its way.
        if (nonces.size() == 1) return fail("connection_reset", "The connection broke.");
        return answer;
    };
    ASSERT_EQ(codeOf(m_world.recover(transport, &m_reports)), "ok");
    ASSERT_EQ(nonces.size(), 2U);
    EXPECT_NE(nonces[0], nonces[1]);
    EXPECT_EQ(m_reports[0].code, "ok");
    EXPECT_EQ(m_reports[0].attempts, 2U);
}

TEST_F(RecoverClientTest, DoesNotRetryARefusalAndTellsTheMostTellingOne) {
    m_world.log.add(rights::AccessRevocation{test::CustodyWorld::kGranted, m_world.creator.publicKey(),
                                             m_world.viewer.publicKey(), m_world.clock.now()},
                    m_world.creator);
    m_world.sync();
    std::atomic<int> asked = 0;
    const auto transport = [&](const NodeDescriptor& node, ByteView message,
                               std::stop_token stop) -> Result<Bytes> {
        ++asked;
        return m_world.transport()(node, message, stop);
    };
    const auto refused = m_world.recover(transport, &m_reports);
    ASSERT_EQ(codeOf(refused), "no_access");
    EXPECT_EQ(asked, 3);
    EXPECT_EQ(count("no_access"), 3);
    EXPECT_NE(refused.error().what.find("node 2: no_access"), std::string::npos);
    EXPECT_FALSE(refused.error().next.empty());
}

TEST_F(RecoverClientTest, RefusesATierThatDoesNotHoldTogether) {
    SealedTier tier = m_world.tier;
    tier.shares.pop_back();
    const Bytes cap = must(signCapability(m_world.capability(), m_world.gateway));
    EXPECT_EQ(
        codeOf(recover({m_world.device, m_world.ephemeral, cap, tier}, m_world.transport(), m_world.clock)),
        "tier_invalid");
    tier = m_world.tier;
    tier.secretCommitment[0] ^= 1;
    EXPECT_EQ(
        codeOf(recover({m_world.device, m_world.ephemeral, cap, tier}, m_world.transport(), m_world.clock)),
        "secret_mismatch");
}

}  // namespace
}  // namespace keyreel::custody
