#include "core/rights/replica.h"

#include <gtest/gtest.h>

#include "core/crypto/cose.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_log.h"

namespace keyreel::rights {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

constexpr ContentId kContent{1, 2, 3};

/// A store in memory that can be made to fail.
class MemoryStore final : public ReplicaStore {
public:
    ReplicaContent content;
    bool broken = false;

    Result<ReplicaContent> load() override { return content; }
    Status extend(std::uint64_t first, std::span<const Bytes> entries, ByteView head) override {
        if (broken) return fail("disk_full", "No room.");
        EXPECT_EQ(first, content.entries.size());
        content.entries.insert(content.entries.end(), entries.begin(), entries.end());
        content.head = toBytes(head);
        return {};
    }
    Status addRevocation(const DirectRevocation& revocation) override {
        if (broken) return fail("disk_full", "No room.");
        static_cast<void>(dropRevocation(revocation.statement));
        content.revocations.push_back(revocation);
        return {};
    }
    Status dropRevocation(ByteView statement) override {
        std::erase_if(content.revocations,
                      [&](const DirectRevocation& r) { return r.statement == toBytes(statement); });
        return {};
    }
    Status addEvidence(const Evidence& evidence) override {
        content.evidence.push_back(evidence);
        return {};
    }
};

class ReplicaTest : public ::testing::Test {
protected:
    test::FakeClock m_clock;
    test::TestLog m_log;
    MemoryStore m_store;
    crypto::SigningKey m_creator = keyOf(1);
    crypto::SigningKey m_viewer = keyOf(2);
    crypto::SigningKey m_device = keyOf(3);
    std::unique_ptr<Replica> m_replica = open();

    std::unique_ptr<Replica> open() { return must(Replica::open(m_log.key.publicKey(), m_clock, &m_store)); }
    std::string sync() {
        return codeOf(m_replica->accept(m_log.head(m_clock.now()), m_log.from(m_replica->size())));
    }
    /// Registration, mint and grant, synchronised.
    void fill() {
        m_log.add(test::registrationOf(m_viewer, m_device, m_clock.now()), m_viewer);
        m_log.add(test::mintOf(kContent, m_creator, AccessMethod::Granted, m_clock.now()), m_creator);
        m_log.add(AccessGrant{kContent, m_creator.publicKey(), m_viewer.publicKey(), {}, m_clock.now()},
                  m_creator);
        ASSERT_EQ(sync(), "ok");
    }
    [[nodiscard]] bool deviceGood() const {
        return m_replica->deviceRegistered(m_viewer.publicKey(), m_device.publicKey(), m_clock.now());
    }
    [[nodiscard]] bool accessGood() const { return m_replica->hasAccess(m_viewer.publicKey(), kContent); }
    [[nodiscard]] Statement deviceRevocation() const {
        return DeviceRevocation{m_viewer.publicKey(), m_device.publicKey(), m_clock.now()};
    }
    [[nodiscard]] Statement accessRevocation() const {
        return AccessRevocation{kContent, m_creator.publicKey(), m_viewer.publicKey(), m_clock.now()};
    }
};

TEST_F(ReplicaTest, FollowsTheLogAndKnowsItsAge) {
    EXPECT_EQ(m_replica->headAge(), std::nullopt);
    ASSERT_EQ(sync(), "ok");  // the empty log
    fill();
    EXPECT_TRUE(deviceGood());
    EXPECT_TRUE(accessGood());
    m_clock.advance(100);
    EXPECT_EQ(m_replica->headAge(), 100);
    ASSERT_EQ(sync(), "ok");
    EXPECT_EQ(m_replica->headAge(), 0);
    EXPECT_EQ(m_replica->size(), 3U);
}

TEST_F(ReplicaTest, AForgedEntryStaysInTheLogWithoutEffect) {
    fill();
    const crypto::SigningKey thief = keyOf(66);
    // The log's owner has no key of the creator, so the grant is signed by another one.
    const AccessGrant grant{kContent, m_creator.publicKey(), thief.publicKey(), {}, m_clock.now()};
    m_log.add(crypto::coseSign1(thief, must(encodeStatement(grant))));
    m_log.add(toBytes("not even a statement"));
    ASSERT_EQ(sync(), "ok");
    EXPECT_EQ(m_replica->size(), 5U);
    EXPECT_FALSE(m_replica->hasAccess(thief.publicKey(), kContent));
}

TEST_F(ReplicaTest, RefusesHeadsThatAreNotTheLogsOrNotTheEntries) {
    fill();
    const std::uint64_t size = m_replica->size();
    m_log.add(deviceRevocation(), m_viewer);
    const Bytes head = m_log.head(m_clock.now());
    EXPECT_EQ(codeOf(m_replica->accept(head, {})), "log_entries_missing");
    const std::vector<Bytes> two{m_log.entries.back(), m_log.entries.back()};
    EXPECT_EQ(codeOf(m_replica->accept(head, two)), "log_entries_missing");
    const Bytes foreign =
        must(signTreeHead({m_log.tree.size(), m_log.tree.root(), m_clock.now()}, keyOf(50)));
    EXPECT_EQ(codeOf(m_replica->accept(foreign, m_log.from(size))), "head_bad_signature");
    EXPECT_EQ(codeOf(m_replica->accept(m_log.head(m_clock.now() + 61), m_log.from(size))), "head_future");
    EXPECT_EQ(m_replica->size(), size);
    EXPECT_TRUE(deviceGood());
    ASSERT_EQ(sync(), "ok");
    EXPECT_FALSE(deviceGood());
    EXPECT_TRUE(m_replica->evidence().empty());
}

TEST_F(ReplicaTest, DamagedEntriesAreNoForkWhenTheHeadIsProvenToContinue) {
    fill();
    const std::uint64_t size = m_replica->size();
    m_log.add(deviceRevocation(), m_viewer);
    std::vector<Bytes> damaged = m_log.from(size);
    damaged[0].back() ^= 1;
    const auto proof = must(m_log.tree.consistencyProof(size, size + 1));
    EXPECT_EQ(codeOf(m_replica->accept(m_log.head(m_clock.now()), damaged, proof)), "log_entries_mismatch");
    EXPECT_TRUE(m_replica->evidence().empty());
    EXPECT_EQ(sync(), "ok");
    EXPECT_FALSE(deviceGood());
}

TEST_F(ReplicaTest, AHeadOfAClockThatWasSetRightSinceGivesWay) {
    // The whole computer's clock was an hour ahead: a head of that time was believed.
    fill();
    m_clock.advance(3600);
    EXPECT_EQ(codeOf(m_replica->accept(m_log.head(m_clock.now()), {})), "ok");
    m_clock.advance(-3600);
    const Bytes right = m_log.head(m_clock.now());
    EXPECT_EQ(codeOf(m_replica->accept(right, {})), "ok");
    EXPECT_EQ(m_replica->head(), right);
    EXPECT_TRUE(m_replica->evidence().empty());
}

TEST_F(ReplicaTest, ARollbackIsRefusedAndChangesNothing) {
    fill();
    const Bytes older = must(signTreeHead({2, must(m_log.tree.rootAt(2)), m_clock.now()}, m_log.key));
    EXPECT_EQ(codeOf(m_replica->accept(older, {})), "log_rollback");
    const Bytes held = m_replica->head();
    EXPECT_EQ(codeOf(m_replica->accept(m_log.head(m_clock.now() - 5), {})), "ok");
    EXPECT_EQ(m_replica->head(), held) << "the same log, said earlier, is no news";
    EXPECT_EQ(m_replica->size(), 3U);
    EXPECT_TRUE(accessGood());
    EXPECT_TRUE(m_replica->evidence().empty());
}

TEST_F(ReplicaTest, AForkOfEverySizeIsRefusedAndBothHeadsAreKept) {
    fill();
    const Bytes held = m_replica->head();
    // The same log key, another history: one that never had the viewer's registration.
    for (const std::size_t size : {2U, 3U, 5U}) {
        test::TestLog fork;
        while (fork.entries.size() < size)
            fork.add(toBytes("entry " + std::to_string(fork.entries.size())));
        m_clock.advance(1);
        const Bytes forkHead = fork.head(m_clock.now());
        const auto entries = size > 3 ? fork.from(3) : std::vector<Bytes>();
        EXPECT_EQ(codeOf(m_replica->accept(forkHead, entries)), "log_fork") << size;
        ASSERT_FALSE(m_replica->evidence().empty());
        const Evidence evidence = m_replica->evidence().back();
        EXPECT_EQ(evidence.code, "log_fork");
        EXPECT_EQ(evidence.firstHead, held);
        EXPECT_EQ(evidence.secondHead, forkHead);
        EXPECT_EQ(codeOf(verifyTreeHead(evidence.secondHead, m_log.key.publicKey())), "ok");
    }
    EXPECT_EQ(m_replica->evidence().size(), 3U);
    EXPECT_EQ(m_store.content.evidence.size(), 3U);
    EXPECT_EQ(m_replica->head(), held);
    EXPECT_TRUE(accessGood());
    // The honest continuation is still accepted.
    m_log.add(accessRevocation(), m_creator);
    EXPECT_EQ(sync(), "ok");
    EXPECT_FALSE(accessGood());
}

TEST_F(ReplicaTest, DirectRevocationsActAtOnceAndSurviveARestart) {
    fill();
    const Bytes device = must(signStatement(deviceRevocation(), m_viewer));
    ASSERT_EQ(codeOf(m_replica->revoke(device)), "ok");
    ASSERT_EQ(codeOf(m_replica->revoke(device)), "ok");
    EXPECT_FALSE(deviceGood());
    EXPECT_TRUE(m_replica->deviceRevoked(m_viewer.publicKey(), m_device.publicKey()));
    EXPECT_EQ(m_replica->pendingRevocations().size(), 1U);
    ASSERT_EQ(codeOf(m_replica->revoke(must(signStatement(accessRevocation(), m_creator)))), "ok");
    EXPECT_FALSE(accessGood());

    m_replica.reset();
    m_replica = open();
    EXPECT_FALSE(deviceGood());
    EXPECT_FALSE(accessGood());
    EXPECT_EQ(m_replica->pendingRevocations().size(), 2U);
}

TEST_F(ReplicaTest, DirectRevocationsNeedTheRightSigner) {
    fill();
    EXPECT_EQ(codeOf(m_replica->revoke(must(signStatement(
                  AccessRevocation{kContent, m_device.publicKey(), m_viewer.publicKey(), m_clock.now()},
                  m_device)))),
              "not_creator");
    EXPECT_EQ(codeOf(m_replica->revoke(
                  must(signStatement(test::registrationOf(m_viewer, m_device, m_clock.now()), m_viewer)))),
              "revocation_kind");
    const Bytes forged = crypto::coseSign1(m_device, must(encodeStatement(deviceRevocation())));
    EXPECT_EQ(codeOf(m_replica->revoke(forged)), "statement_wrong_signer");
    // A stranger may revoke the device for themselves, which does nothing to its owner.
    ASSERT_EQ(codeOf(m_replica->revoke(must(signStatement(
                  DeviceRevocation{m_creator.publicKey(), m_device.publicKey(), m_clock.now()}, m_creator)))),
              "ok");
    EXPECT_TRUE(deviceGood());
    EXPECT_TRUE(accessGood());
}

TEST_F(ReplicaTest, AHeadThatWithholdsARevocationIsKeptAsEvidence) {
    fill();
    const Bytes statement = must(signStatement(deviceRevocation(), m_viewer));
    ASSERT_EQ(codeOf(m_replica->revoke(statement)), "ok");
    m_clock.advance(60);
    ASSERT_EQ(sync(), "ok");  // within the time that a log may take
    EXPECT_TRUE(m_replica->evidence().empty());
    m_clock.advance(1);
    m_log.add(test::registrationOf(m_creator, keyOf(20), m_clock.now()), m_creator);
    ASSERT_EQ(sync(), "ok");
    ASSERT_EQ(m_replica->evidence().size(), 1U);
    EXPECT_EQ(m_replica->evidence()[0].code, "log_withheld");
    EXPECT_EQ(m_replica->evidence()[0].statement, statement);
    EXPECT_EQ(m_replica->evidence()[0].firstHead, m_log.head(m_clock.now()));
    EXPECT_FALSE(deviceGood());
    m_clock.advance(10);
    ASSERT_EQ(sync(), "ok");
    EXPECT_EQ(m_replica->evidence().size(), 1U) << "one lie is reported once";
}

TEST_F(ReplicaTest, ARevocationThatTheLogIncludesIsNoLongerPending) {
    fill();
    const Bytes statement = must(signStatement(accessRevocation(), m_creator));
    ASSERT_EQ(codeOf(m_replica->revoke(statement)), "ok");
    m_log.add(statement);
    ASSERT_EQ(sync(), "ok");
    EXPECT_TRUE(m_replica->pendingRevocations().empty());
    EXPECT_TRUE(m_store.content.revocations.empty());
    EXPECT_FALSE(accessGood());
    EXPECT_EQ(codeOf(m_replica->revoke(statement)), "ok");
    EXPECT_TRUE(m_replica->pendingRevocations().empty());
    // From here on the log's order counts again.
    m_clock.advance(1);
    m_log.add(AccessGrant{kContent, m_creator.publicKey(), m_viewer.publicKey(), {}, m_clock.now()},
              m_creator);
    ASSERT_EQ(sync(), "ok");
    EXPECT_TRUE(accessGood());
}

TEST_F(ReplicaTest, WhatCannotBeKeptIsNotAccepted) {
    fill();
    m_store.broken = true;
    m_log.add(accessRevocation(), m_creator);
    EXPECT_EQ(sync(), "disk_full");
    EXPECT_EQ(m_replica->size(), 3U);
    EXPECT_EQ(codeOf(m_replica->revoke(must(signStatement(deviceRevocation(), m_viewer)))), "disk_full");
    EXPECT_TRUE(deviceGood());
    m_store.broken = false;
    EXPECT_EQ(sync(), "ok");
    EXPECT_FALSE(accessGood());
}

TEST_F(ReplicaTest, ADamagedStoreIsRecognised) {
    fill();
    const ReplicaContent good = m_store.content;
    m_store.content.entries[1].back() ^= 1;
    EXPECT_EQ(codeOf(Replica::open(m_log.key.publicKey(), m_clock, &m_store)), "replica_damaged");
    m_store.content = good;
    m_store.content.entries.pop_back();
    EXPECT_EQ(codeOf(Replica::open(m_log.key.publicKey(), m_clock, &m_store)), "replica_damaged");
    m_store.content = good;
    m_store.content.head.clear();
    EXPECT_EQ(codeOf(Replica::open(m_log.key.publicKey(), m_clock, &m_store)), "replica_damaged");
    m_store.content = good;
    EXPECT_EQ(codeOf(Replica::open(keyOf(51).publicKey(), m_clock, &m_store)), "replica_damaged");
    m_replica = open();
    EXPECT_TRUE(accessGood());
    EXPECT_EQ(m_replica->size(), 3U);
}

}  // namespace
}  // namespace keyreel::rights
