#include <gtest/gtest.h>

#include "core/identity/identity.h"
#include "core/identity/secret_service_key_store.h"
#include "session.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

// The daemon was started with a wrong password: it says nothing, and the keyring stays locked.
TEST(WrongPassword, LeavesTheKeyringLockedUntilTheRightOne) {
    const test::TemporaryFolder folder;
    const auto dir = folder.path() / "main";
    SecretServiceKeyStore keys;
    EXPECT_EQ(keys.lookup({"main", "vault-key/test"}).state, KeyState::Locked);
    EXPECT_EQ(Identity::create(dir, keys, "Ada", "Desk").error().code, "keyring_locked");
    EXPECT_EQ(Identity::inspect(dir, keys).state, IdentityState::FirstRun);
    ASSERT_TRUE(test::unlockKeyring());
    EXPECT_EQ(keys.lookup({"main", "vault-key/test"}).state, KeyState::Absent);
    EXPECT_TRUE(Identity::create(dir, keys, "Ada", "Desk"));
}
