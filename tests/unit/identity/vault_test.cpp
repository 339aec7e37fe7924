#include "core/identity/vault.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/file.h"
#include "core/crypto/random.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

namespace {

VaultHeader header() {
    VaultHeader out;
    out.vaultId.fill(7);
    out.account.fill(1);
    out.device.fill(2);
    out.profile = "main";
    out.displayName = "Ada";
    out.deviceName = "Desk";
    return out;
}

SecretBytes secret(std::string_view text) {
    return SecretBytes::copyOf(asBytes(text));
}

bool contains(ByteView haystack, ByteView needle) {
    return std::search(haystack.begin(), haystack.end(), needle.begin(), needle.end()) != haystack.end();
}

class Vaults : public testing::Test {
protected:
    Vaults()
        : file(folder.path() / Vault::kFileName),
          key(crypto::randomSecret(32)),
          entropy(crypto::randomSecret(32)) {}
    Vault make() { return std::move(*Vault::create(file, header(), key.view(), entropy.view())); }
    [[nodiscard]] Bytes onDisk() const { return *readFile(file, 1 << 24); }

    test::TemporaryFolder folder;
    std::filesystem::path file;
    SecretBytes key;
    SecretBytes entropy;
};

}  // namespace

TEST_F(Vaults, OpenWithTheirKeyOnly) {
    const Bytes phrase = toBytes(make().phrase()->view());
    const auto vault = Vault::open(file, key.view());
    ASSERT_TRUE(vault);
    EXPECT_TRUE(vault->phrase()->equals(phrase));
    EXPECT_EQ(vault->header().displayName, "Ada");
    EXPECT_EQ(Vault::open(file, crypto::randomSecret(32).view()).error().code, "vault_wrong_key");
    EXPECT_EQ(Vault::open(file, {}).error().code, "vault_wrong_key");
    EXPECT_EQ(Vault::create(file, header(), key.view(), entropy.view()).error().code, "identity_exists");
}

TEST_F(Vaults, KeepSecretsOutOfTheFile) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("token", secret("the content of a record")));
    const Bytes bytes = onDisk();
    EXPECT_TRUE(contains(bytes, asBytes("Ada"))) << "the public part is readable";
    EXPECT_FALSE(contains(bytes, asBytes("the content")));
    EXPECT_FALSE(contains(bytes, entropy.view()));
    EXPECT_FALSE(contains(bytes, vault.seed()->view().first(16)));
    EXPECT_FALSE(contains(bytes, key.view()));
    EXPECT_FALSE(contains(bytes, vault.phrase()->view().first(12)));
}

TEST_F(Vaults, NoticeEveryChangedByte) {
    {
        Vault vault = make();
        ASSERT_TRUE(vault.putRecord("a", secret("x")));
    }
    const Bytes good = onDisk();
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes bad = good;
        bad[i] ^= 0x20;
        const auto content = parseVault(bad);
        EXPECT_FALSE(content) << "byte " << i;
    }
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_EQ(parseVault(ByteView(good).first(size)).error().code, "vault_damaged") << size;
    Bytes newer = good;
    newer[15] = '2';
    EXPECT_EQ(parseVault(newer).error().code, "vault_newer");
}

TEST_F(Vaults, BindTheHeaderToTheSeed) {
    (void)make();
    VaultContent content = *readVaultFile(file);
    content.header.displayName = "Eve";
    ASSERT_TRUE(writeVaultFile(file, content));  // with a right checksum, as an attacker would
    EXPECT_EQ(Vault::readHeader(file)->displayName, "Eve");
    EXPECT_EQ(Vault::open(file, key.view()).error().code, "vault_wrong_key");
}

TEST_F(Vaults, LockWipesAndRefuses) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("a", secret("x")));
    vault.lock();
    EXPECT_FALSE(vault.isOpen());
    EXPECT_EQ(vault.phrase().error().code, "vault_locked");
    EXPECT_EQ(vault.seed().error().code, "vault_locked");
    EXPECT_EQ(vault.record("a").error().code, "vault_locked");
    EXPECT_EQ(vault.putRecord("b", secret("y")).error().code, "vault_locked");
    EXPECT_EQ(vault.rotate().error().code, "vault_locked");
    EXPECT_EQ(vault.rename("x", "y").error().code, "vault_locked");
    EXPECT_EQ(vault.header().displayName, "Ada");
}

TEST_F(Vaults, RecordsCannotBeSwappedOrAgedUnnoticed) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("a", secret("content of a")));
    ASSERT_TRUE(vault.putRecord("b", secret("content of b")));
    const VaultContent whole = *readVaultFile(file);
    VaultContent swapped = whole;
    std::swap(swapped.records["a"], swapped.records["b"]);
    ASSERT_TRUE(writeVaultFile(file, swapped));
    EXPECT_EQ(Vault::open(file, key.view())->record("a").error().code, "vault_damaged");
    EXPECT_EQ(vault.rotate().error().code, "vault_damaged") << "nor are they sealed anew";

    ASSERT_TRUE(writeVaultFile(file, whole));
    ASSERT_TRUE(vault.rotate());
    VaultContent aged = *readVaultFile(file);
    aged.records["a"].version = 2;
    ASSERT_TRUE(writeVaultFile(file, aged));
    EXPECT_EQ(Vault::open(file, key.view())->record("a").error().code, "vault_damaged");
}

TEST_F(Vaults, TwoThatHaveOneOpenLoseNothingOfEachOther) {
    Vault one = make();
    Vault other = std::move(*Vault::open(file, key.view()));
    ASSERT_TRUE(one.putRecord("a", secret("one")));
    ASSERT_TRUE(other.putRecord("b", secret("two")));
    ASSERT_TRUE(one.rotate());
    ASSERT_TRUE(other.putRecord("c", secret("three"))) << "under the new version";
    EXPECT_EQ(*other.recordVersion("c"), 3U);
    const Vault both = std::move(*Vault::open(file, key.view()));
    EXPECT_EQ(both.recordNames(), (std::vector<std::string>{"a", "b", "c"}));

    const SecretBytes next = crypto::randomSecret(32);
    ASSERT_TRUE(one.changeOpeningKey(next.view()));
    EXPECT_EQ(other.putRecord("d", secret("four")).error().code, "vault_changed")
        << "nobody seals a vault under a key that the keyring has no more";
    EXPECT_TRUE(Vault::open(file, next.view())->record("c")->equals(asBytes("three")));
}

TEST_F(Vaults, WhoeverHoldsTheLockChangesItAlone) {
    Vault vault = make();
    std::stop_source stop;
    stop.request_stop();
    auto lock = *VaultLock::acquire(file);
    EXPECT_EQ(VaultLock::acquire(file, stop.get_token()).error().code, "cancelled");
    Vault holder = std::move(*Vault::open(file, key.view(), lock));
    EXPECT_TRUE(holder.putRecord("a", secret("one"))) << "with the lock that it has";
    lock.reset();
    EXPECT_TRUE(VaultLock::acquire(file, stop.get_token()));
}

TEST_F(Vaults, RotationThatStopsHalfWayLosesNothing) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("a", secret("one")));
    ASSERT_TRUE(vault.putRecord("b", secret("two")));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(vault.rotate(stop.get_token()).error().code, "cancelled");

    Vault reopened = std::move(*Vault::open(file, key.view()));
    EXPECT_EQ(reopened.currentVersion(), 3U);
    EXPECT_EQ(*reopened.recordVersion("a"), 2U);
    EXPECT_TRUE(reopened.record("a")->equals(asBytes("one")));
    ASSERT_TRUE(reopened.putRecord("c", secret("three")));
    EXPECT_EQ(*reopened.recordVersion("c"), 3U);
    ASSERT_TRUE(reopened.rotate());
    EXPECT_EQ(reopened.currentVersion(), 3U) << "finishes what was begun";
    const Vault again = std::move(*Vault::open(file, key.view()));
    for (const char* name : {"a", "b", "c"})
        EXPECT_EQ(*again.recordVersion(name), 3U);
    EXPECT_TRUE(again.record("b")->equals(asBytes("two")));
    ASSERT_TRUE(reopened.rotate());
    EXPECT_EQ(reopened.currentVersion(), 4U);
}

TEST_F(Vaults, RecordsComeBackAndGo) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("wallet", secret("1")));
    ASSERT_TRUE(vault.putRecord("wallet", secret("2")));
    ASSERT_TRUE(vault.putRecord("empty", SecretBytes()));
    EXPECT_EQ(vault.putRecord("", secret("1")).error().code, "bad_argument");
    EXPECT_EQ(vault.putRecord(std::string(129, 'x'), secret("1")).error().code, "bad_argument");
    EXPECT_EQ(vault.putRecord("big", SecretBytes(Vault::kMaxRecordSize + 1)).error().code, "bad_argument");
    Vault reopened = std::move(*Vault::open(file, key.view()));
    EXPECT_EQ(reopened.recordNames(), (std::vector<std::string>{"empty", "wallet"}));
    EXPECT_TRUE(reopened.record("wallet")->equals(asBytes("2")));
    EXPECT_TRUE(reopened.record("empty")->empty());
    ASSERT_TRUE(reopened.removeRecord("wallet"));
    EXPECT_EQ(reopened.removeRecord("wallet").error().code, "record_missing");
    EXPECT_EQ(Vault::open(file, key.view())->record("wallet").error().code, "record_missing");
}

TEST_F(Vaults, RenamingKeepsTheRest) {
    Vault vault = make();
    ASSERT_TRUE(vault.putRecord("a", secret("x")));
    ASSERT_TRUE(vault.rename("Grace", "Laptop"));
    EXPECT_EQ(vault.rename("", "Laptop").error().code, "bad_argument");
    const Vault reopened = std::move(*Vault::open(file, key.view()));
    EXPECT_EQ(reopened.header().displayName, "Grace");
    EXPECT_EQ(reopened.header().deviceName, "Laptop");
    EXPECT_TRUE(reopened.record("a")->equals(asBytes("x")));
}
