#include "core/custody/node_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/crypto/random.h"
#include "tests/support/custody_world.h"

namespace keyreel::custody {
namespace {

using test::codeOf;
using test::keyOf;
using test::must;

constexpr std::int64_t kTime = 1'800'000'000;

class NodeStoreTest : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder.path() / "node.db";
    std::unique_ptr<NodeStore> open(std::size_t capacity = 100) {
        return must(NodeStore::open(m_path, capacity));
    }
    crypto::PublicKey m_device = keyOf(1).publicKey();
};

TEST_F(NodeStoreTest, NoncesAreUsedOnceAlsoAfterARestart) {
    auto store = open();
    const Nonce nonce = crypto::randomArray<16>();
    EXPECT_EQ(codeOf(store->use(m_device, nonce, kTime, kTime)), "ok");
    EXPECT_EQ(codeOf(store->use(m_device, nonce, kTime, kTime)), "replayed");
    EXPECT_EQ(codeOf(store->use(keyOf(2).publicKey(), nonce, kTime, kTime)), "ok")
        << "another device's nonce";
    store.reset();
    store = open();
    EXPECT_EQ(codeOf(store->use(m_device, nonce, kTime, kTime)), "replayed");
    // As long as the proof could be fresh.
    EXPECT_EQ(codeOf(store->use(m_device, nonce, kTime, kTime + kProofWindow)), "replayed");
}

TEST_F(NodeStoreTest, AFullStoreRefusesUntilNoncesExpire) {
    const auto store = open(3);
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(codeOf(store->use(m_device, crypto::randomArray<16>(), kTime, kTime)), "ok");
    EXPECT_EQ(codeOf(store->use(m_device, crypto::randomArray<16>(), kTime, kTime)), "busy");
    EXPECT_EQ(codeOf(store->use(m_device, crypto::randomArray<16>(), kTime + 121, kTime + 121)), "ok");
}

TEST_F(NodeStoreTest, TheReplicaIsThereAgainAfterARestart) {
    test::FakeClock clock;
    test::TestLog log;
    const crypto::SigningKey account = keyOf(1);
    const crypto::SigningKey device = keyOf(2);
    const Bytes revocation = must(rights::signStatement(
        rights::DeviceRevocation{account.publicKey(), device.publicKey(), clock.now()}, account));
    {
        const auto store = open();
        const auto replica = must(rights::Replica::open(log.key.publicKey(), clock, store.get()));
        log.add(test::registrationOf(account, device, clock.now()), account);
        ASSERT_EQ(codeOf(replica->accept(log.head(clock.now()), log.from(0))), "ok");
        log.add(test::registrationOf(account, keyOf(3), clock.now()), account);
        ASSERT_EQ(codeOf(replica->accept(log.head(clock.now()), log.from(1))), "ok");
        test::TestLog fork;
        fork.add({1});
        ASSERT_EQ(codeOf(replica->accept(fork.head(clock.now()), {})), "log_fork");
    }
    {
        const auto store = open();
        const auto replica = must(rights::Replica::open(log.key.publicKey(), clock, store.get()));
        EXPECT_EQ(replica->size(), 2U);
        EXPECT_EQ(replica->head(), log.head(clock.now()));
        EXPECT_TRUE(replica->deviceRegistered(account.publicKey(), device.publicKey(), clock.now(), "play"));
        ASSERT_EQ(replica->evidence().size(), 1U);
        EXPECT_EQ(replica->evidence()[0].code, "log_fork");
        ASSERT_EQ(codeOf(replica->revoke(revocation)), "ok");
    }
    {
        const auto store = open();
        const auto replica = must(rights::Replica::open(log.key.publicKey(), clock, store.get()));
        EXPECT_TRUE(replica->deviceRevoked(account.publicKey(), device.publicKey()));
        log.add(revocation);
        ASSERT_EQ(codeOf(replica->accept(log.head(clock.now()), log.from(2))), "ok");
        EXPECT_TRUE(must(store->load()).revocations.empty());
    }
}

TEST_F(NodeStoreTest, BelongsToOneProcessAndOneUser) {
    const auto store = open();
    struct stat info {};
    ASSERT_EQ(stat(m_path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
    EXPECT_EQ(codeOf(NodeStore::open(m_path)), "node_store_busy");
    EXPECT_EQ(codeOf(NodeStore::open(m_folder.path() / "missing" / "node.db")), "node_store_unusable");
}

}  // namespace
}  // namespace keyreel::custody
