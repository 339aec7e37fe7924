#include <gtest/gtest.h>

#include "core/identity/identity.h"
#include "core/identity/secret_service_key_store.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

TEST(NoService, IsAStateOfItsOwn) {
    SecretServiceKeyStore keys;
    const KeyName name{"main", "vault-key/test"};
    EXPECT_EQ(keys.lookup(name).state, KeyState::NoService);
    EXPECT_EQ(keys.store(name, SecretBytes(32), "x").error().code, "keyring_no_service");
    EXPECT_EQ(keys.remove(name).error().code, "keyring_no_service");
    EXPECT_EQ(keys.lock().error().code, "keyring_no_service");
    EXPECT_EQ(keys.unlock().error().code, "keyring_no_service");
}

TEST(NoService, MakesNoIdentityAndLeavesNothing) {
    const test::TemporaryFolder folder;
    SecretServiceKeyStore keys;
    EXPECT_EQ(Identity::create(folder.path() / "main", keys, "Ada", "Desk").error().code,
              "keyring_no_service");
    EXPECT_EQ(Identity::inspect(folder.path() / "main", keys).state, IdentityState::FirstRun);
}
