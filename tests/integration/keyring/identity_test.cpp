#include "core/identity/identity.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "core/base/text.h"
#include "core/identity/secret_service_key_store.h"
#include "session.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

namespace {

class KeyringIdentity : public testing::Test {
protected:
    KeyringIdentity() : dir(folder.path() / "main") {}
    test::TemporaryFolder folder;
    std::filesystem::path dir;
};

}  // namespace

TEST_F(KeyringIdentity, IsTheSameInTheNextProcess) {
    EXPECT_EQ(test::inNewProcess("inspect", dir), "first_run");
    const std::string created = test::inNewProcess("create", dir);
    EXPECT_EQ(created.rfind("did:key:z6Mk", 0), 0U) << created;
    EXPECT_EQ(test::inNewProcess("inspect", dir), "ready");
    EXPECT_EQ(test::inNewProcess("open", dir), created);
    EXPECT_EQ(test::inNewProcess("open", dir), created);
    EXPECT_EQ(test::inNewProcess("create", dir), "identity_exists");
}

TEST_F(KeyringIdentity, IsReportedLockedAndOpensAfterUnlocking) {
    const std::string created = test::inNewProcess("create", dir);
    SecretServiceKeyStore keys;
    ASSERT_TRUE(keys.lock());
    EXPECT_EQ(test::inNewProcess("inspect", dir), "locked");
    EXPECT_EQ(test::inNewProcess("open", dir), "keyring_locked");
    EXPECT_EQ(test::inNewProcess("create", dir), "identity_exists");
    const IdentityStatus status = Identity::inspect(dir, keys);
    ASSERT_TRUE(status.info);
    EXPECT_EQ(toDidKey(status.info->account), created.substr(0, created.find(' ')));
    EXPECT_EQ(status.info->displayName, "main");
    ASSERT_TRUE(test::unlockKeyring());
    EXPECT_EQ(test::inNewProcess("inspect", dir), "ready");
    EXPECT_EQ(test::inNewProcess("open", dir), created);
}

TEST_F(KeyringIdentity, WhoseKeyWasDeletedIsLostAndComesBackByPhrase) {
    for (const char* purpose : {"vault-key/", "device-key/"}) {
        const auto profile = folder.path() / (std::string("lost-") + purpose[0]);
        SecretServiceKeyStore keys;
        auto created = Identity::create(profile, keys, "Ada", "Desk");
        ASSERT_TRUE(created) << created.error().what;
        const VaultHeader header = *Vault::readHeader(profile / Vault::kFileName);
        ASSERT_TRUE(keys.remove({header.profile, purpose + toHex(header.vaultId)}));
        EXPECT_EQ(test::inNewProcess("inspect", profile), "key_lost");
        EXPECT_EQ(test::inNewProcess("open", profile), "identity_key_lost");
        EXPECT_EQ(test::inNewProcess("create", profile), "identity_exists");
        const auto restored = Identity::restore(profile, keys, created->phrase.view(), "Ada", "Desk");
        ASSERT_TRUE(restored) << restored.error().what;
        EXPECT_EQ(restored->accountId(), created->identity.accountId());
        EXPECT_NE(restored->deviceId(), created->identity.deviceId());
        EXPECT_EQ(test::inNewProcess("open", profile).rfind(restored->didKey(), 0), 0U);
    }
}

TEST_F(KeyringIdentity, FiveLiveSideBySide) {
    std::vector<std::string> created;
    for (int i = 0; i < 5; ++i)
        created.push_back(test::inNewProcess("create", folder.path() / ("person-" + std::to_string(i))));
    EXPECT_EQ(std::set<std::string>(created.begin(), created.end()).size(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(test::inNewProcess("open", folder.path() / ("person-" + std::to_string(i))), created[i]);
    // The same profile name in another folder is another identity, and disturbs nobody.
    const auto namesake = folder.path() / "elsewhere" / "person-0";
    EXPECT_NE(test::inNewProcess("create", namesake), created[0]);
    EXPECT_EQ(test::inNewProcess("open", folder.path() / "person-0"), created[0]);
}

TEST_F(KeyringIdentity, WithoutABusHasNoKeyring) {
    ASSERT_EQ(test::inNewProcess("create", dir).rfind("did:key:", 0), 0U);
    const std::string address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
    for (const char* gone : {"unix:path=/nonexistent/bus", ""}) {
        setenv("DBUS_SESSION_BUS_ADDRESS", gone, 1);
        EXPECT_EQ(test::inNewProcess("inspect", dir), "no_keyring");
        EXPECT_EQ(test::inNewProcess("open", dir), "keyring_no_service");
    }
    setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
    EXPECT_EQ(test::inNewProcess("inspect", dir), "ready");
}
