#include "core/identity/identity.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/memory_key_store.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;
namespace fs = std::filesystem;

namespace {

class Identities : public testing::Test {
protected:
    Identities() : dir(folder.path() / "profiles" / "main") {}
    CreatedIdentity make() {
        auto created = Identity::create(dir, keys, "Ada", "Desk");
        EXPECT_TRUE(created) << created.error().what;
        return std::move(*created);
    }
    IdentityState state() { return Identity::inspect(dir, keys).state; }

    test::TemporaryFolder folder;
    fs::path dir;
    test::MemoryKeyStore keys;
};

}  // namespace

TEST_F(Identities, AreTheSameAfterReopening) {
    EXPECT_EQ(state(), IdentityState::FirstRun);
    const CreatedIdentity created = make();
    const auto opened = Identity::open(dir, keys);
    ASSERT_TRUE(opened) << opened.error().what;
    EXPECT_EQ(opened->accountId(), created.identity.accountId());
    EXPECT_EQ(opened->deviceId(), created.identity.deviceId());
    EXPECT_EQ(opened->accountKey().publicKey(), opened->accountId());
    EXPECT_EQ(opened->deviceKey().publicKey(), opened->deviceId());
    EXPECT_NE(opened->deviceId(), opened->accountId());
    EXPECT_EQ(opened->displayName(), "Ada");
    EXPECT_EQ(opened->deviceName(), "Desk");
    EXPECT_TRUE(opened->phrase()->equals(created.phrase.view()));
    const auto words = asText(created.phrase.view());
    EXPECT_EQ(std::count(words.begin(), words.end(), ' '), 23);
    EXPECT_EQ(state(), IdentityState::Ready);
}

TEST_F(Identities, ShowOnlyThePublicPartWhileTheKeyringIsLocked) {
    const auto account = make().identity.accountId();
    const std::pair<KeyState, IdentityState> cases[] = {{KeyState::Locked, IdentityState::Locked},
                                                        {KeyState::NoService, IdentityState::NoKeyring},
                                                        {KeyState::Denied, IdentityState::Denied}};
    const char* codes[] = {"keyring_locked", "keyring_no_service", "keyring_denied"};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        keys.setState(cases[i].first);
        const IdentityStatus status = Identity::inspect(dir, keys);
        EXPECT_EQ(status.state, cases[i].second);
        ASSERT_TRUE(status.info);
        EXPECT_EQ(status.info->account, account);
        EXPECT_EQ(status.info->displayName, "Ada");
        ASSERT_TRUE(status.problem);
        EXPECT_FALSE(status.problem->next.empty());
        EXPECT_EQ(Identity::open(dir, keys).error().code, codes[i]);
        EXPECT_EQ(Identity::create(dir, keys, "Eve", "x").error().code, "identity_exists");
    }
    keys.setState(KeyState::Present);
    EXPECT_EQ(Identity::open(dir, keys)->accountId(), account);
}

TEST_F(Identities, NeverBecomeAFirstRunWhenSomethingIsLost) {
    make();
    keys.lose("device-key/");
    EXPECT_EQ(state(), IdentityState::KeyLost);
    keys.lose("vault-key/");
    EXPECT_EQ(state(), IdentityState::KeyLost);
    EXPECT_EQ(Identity::open(dir, keys).error().code, "identity_key_lost");
    EXPECT_EQ(Identity::create(dir, keys, "Eve", "x").error().code, "identity_exists");

    fs::remove(dir / Vault::kFileName);
    const IdentityStatus gone = Identity::inspect(dir, keys);
    EXPECT_EQ(gone.state, IdentityState::KeyLost);
    EXPECT_FALSE(gone.info);
    EXPECT_EQ(Identity::open(dir, keys).error().code, "identity_key_lost");
    EXPECT_EQ(Identity::create(dir, keys, "Eve", "x").error().code, "identity_exists");
}

TEST_F(Identities, SayThatADamagedVaultIsDamaged) {
    make();
    ASSERT_TRUE(writeFileAtomically(dir / Vault::kFileName, asBytes("nonsense")));
    const IdentityStatus status = Identity::inspect(dir, keys);
    EXPECT_EQ(status.state, IdentityState::KeyLost);
    EXPECT_EQ(status.problem->code, "vault_damaged");
    EXPECT_EQ(Identity::open(dir, keys).error().code, "vault_damaged");
}

TEST_F(Identities, ComeBackFromThePhraseWithANewDevice) {
    const CreatedIdentity created = make();
    const fs::path other = folder.path() / "profiles" / "second";
    const auto elsewhere = Identity::restore(other, keys, created.phrase.view(), "Ada", "Laptop");
    ASSERT_TRUE(elsewhere) << elsewhere.error().what;
    EXPECT_EQ(elsewhere->accountId(), created.identity.accountId());
    EXPECT_NE(elsewhere->deviceId(), created.identity.deviceId());

    EXPECT_EQ(Identity::restore(dir, keys, created.phrase.view(), "Ada", "Desk").error().code,
              "identity_exists");
    keys.setState(KeyState::Locked);
    EXPECT_EQ(Identity::restore(dir, keys, created.phrase.view(), "Ada", "Desk").error().code,
              "identity_exists")
        << "a locked keyring is no reason to replace what it guards";
    keys.setState(KeyState::Present);

    keys.lose("vault-key/");
    const auto here = Identity::restore(dir, keys, created.phrase.view(), "Ada", "Desk");
    ASSERT_TRUE(here) << here.error().what;
    EXPECT_EQ(here->accountId(), created.identity.accountId());
    EXPECT_NE(here->deviceId(), created.identity.deviceId());
    EXPECT_EQ(Identity::open(dir, keys)->deviceId(), here->deviceId());
    std::size_t kept = 0;
    for (const auto& entry : fs::directory_iterator(dir))
        kept += entry.path().filename().string().rfind("vault.krv.lost-", 0) == 0 ? 1U : 0U;
    EXPECT_EQ(kept, 1U) << "the unusable vault is set aside, not destroyed";
}

TEST_F(Identities, RefuseThePhraseOfSomebodyElse) {
    const CreatedIdentity ada = make();
    const auto eve = Identity::create(folder.path() / "eve", keys, "Eve", "Desk");
    keys.lose("vault-key/");
    EXPECT_EQ(Identity::restore(dir, keys, eve->phrase.view(), "Ada", "Desk").error().code,
              "phrase_other_account");
    fs::remove(dir / Vault::kFileName);  // now only the marker knows
    EXPECT_EQ(Identity::restore(dir, keys, eve->phrase.view(), "Ada", "Desk").error().code,
              "phrase_other_account");
    EXPECT_TRUE(Identity::restore(dir, keys, ada.phrase.view(), "Ada", "Desk"));
    EXPECT_EQ(Identity::restore(folder.path() / "x", keys, asBytes("zoo zoo"), "Ada", "Desk").error().code,
              "phrase_word_count");
}

TEST_F(Identities, LeaveNothingBehindWhenTheKeyringFails) {
    for (const int call : {1, 2}) {
        keys.failStore(call);
        EXPECT_EQ(Identity::create(dir, keys, "Ada", "Desk").error().code, "keyring_denied");
        EXPECT_EQ(keys.count(), 0U);
        EXPECT_EQ(state(), IdentityState::FirstRun);
    }
    keys.failStore(0);
    for (const KeyState broken : {KeyState::Locked, KeyState::NoService}) {
        keys.setState(broken);
        EXPECT_FALSE(Identity::create(dir, keys, "Ada", "Desk"));
        EXPECT_EQ(state(), IdentityState::FirstRun);
    }
    keys.setState(KeyState::Present);
    EXPECT_EQ(Identity::create(dir, keys, "", "Desk").error().code, "bad_argument");
    EXPECT_EQ(Identity::create(dir, keys, "Ada", std::string(257, 'x')).error().code, "bad_argument");
    EXPECT_TRUE(Identity::create(dir, keys, "Ada", "Desk"));
}

TEST_F(Identities, ForgetTheirKeysWhenLocked) {
    CreatedIdentity created = make();
    ASSERT_TRUE(created.identity.vault().putRecord("a", SecretBytes(4)));
    const std::string did = created.identity.didKey();
    created.identity.lock();
    EXPECT_FALSE(created.identity.isOpen());
    EXPECT_EQ(created.identity.phrase().error().code, "vault_locked");
    EXPECT_EQ(created.identity.didKey(), did);
    EXPECT_DEATH((void)created.identity.accountKey(), "locked");
    EXPECT_DEATH((void)created.identity.deviceKey(), "locked");
    EXPECT_TRUE(Identity::open(dir, keys)->vault().record("a"));
}

TEST_F(Identities, GetTheirMarkerBackAfterACrash) {
    make();
    fs::remove(dir / "identity.marker");
    EXPECT_EQ(state(), IdentityState::Ready);
    ASSERT_TRUE(Identity::open(dir, keys));
    EXPECT_TRUE(fs::exists(dir / "identity.marker"));
}

TEST_F(Identities, RefuseKeysThatAreNotTheirs) {
    make();
    const VaultHeader header = *Vault::readHeader(dir / Vault::kFileName);
    const KeyName device{header.profile, [&] {
                             std::string id = "device-key/";
                             for (const std::uint8_t byte : header.vaultId)
                                 for (const int shift : {4, 0})
                                     id += "0123456789abcdef"[byte >> shift & 15];
                             return id;
                         }()};
    ASSERT_EQ(keys.lookup(device).state, KeyState::Present);
    ASSERT_TRUE(keys.store(device, SecretBytes(32), "other"));
    EXPECT_EQ(Identity::open(dir, keys).error().code, "vault_wrong_key");
}

TEST_F(Identities, GetNewVaultKeysAndStayTheSamePerson) {
    auto created = make();
    auto& person = created.identity;
    ASSERT_TRUE(person.vault().putRecord("note", SecretBytes::copyOf(asBytes("text"))));
    const Bytes before = *readFile(dir / Vault::kFileName, 1 << 20);
    ASSERT_TRUE(person.renewVaultKeys(keys));
    EXPECT_EQ(person.vault().currentVersion(), 3U);
    EXPECT_EQ(person.vault().recordVersion("note"), 3U);
    EXPECT_EQ(keys.count(), 2U) << "no third key is left behind";
    const auto opened = Identity::open(dir, keys);
    ASSERT_TRUE(opened) << opened.error().what;
    EXPECT_EQ(opened->accountId(), person.accountId());
    // A copy of the file from before does not open with the key of now.
    ASSERT_TRUE(writeFileAtomically(dir / Vault::kFileName, before));
    EXPECT_EQ(Identity::open(dir, keys).error().code, "vault_wrong_key");
}

TEST_F(Identities, SurviveAKeyChangeThatIsStoppedAnywhere) {
    // The first store is of the next key, the second puts it in the place of the one before.
    for (const int step : {1, 2}) {
        fs::remove_all(dir);
        auto created = make();
        ASSERT_TRUE(created.identity.vault().putRecord("note", SecretBytes::copyOf(asBytes("text"))));
        keys.failStore(step);
        EXPECT_EQ(created.identity.renewVaultKeys(keys).error().code, "keyring_denied");
        auto opened = Identity::open(dir, keys);
        ASSERT_TRUE(opened) << step << ": " << opened.error().what;
        EXPECT_TRUE(opened->vault().record("note")->equals(asBytes("text")));
        ASSERT_TRUE(opened->renewVaultKeys(keys)) << "and it can be finished";
        opened = Identity::open(dir, keys);
        ASSERT_TRUE(opened) << step << ": " << opened.error().what;
        EXPECT_TRUE(opened->vault().record("note")->equals(asBytes("text")));
    }
}
