#include "core/identity/names.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "core/identity/identity.h"
#include "tests/support/memory_key_store.h"
#include "tests/support/temporary_folder.h"

using namespace keyreel;
using namespace keyreel::identity;

TEST(Names, AreRefusedEverywhereWhenTheCatalogueWouldRefuseThem) {
    const std::string longest(200, 'x');
    const std::string notUtf8("\xc3(", 2);
    EXPECT_TRUE(checkName(longest, "The name"));
    for (const std::string& bad : {std::string(), longest + "x", notUtf8, std::string("two\nlines")}) {
        const test::TemporaryFolder folder;
        test::MemoryKeyStore keys;
        EXPECT_EQ(Identity::create(folder.path() / "a", keys, bad, "Desk").error().code, "bad_argument");
        EXPECT_EQ(Identity::create(folder.path() / "a", keys, "Ada", bad).error().code, "bad_argument");
        auto created = Identity::create(folder.path() / "b", keys, "Ada", "Desk");
        ASSERT_TRUE(created) << created.error().what;
        EXPECT_EQ(created->identity.vault().rename(bad, "Desk").error().code, "bad_argument");
        EXPECT_EQ(created->identity.vault().rename("Ada", bad).error().code, "bad_argument");
        EXPECT_EQ(
            Identity::restore(folder.path() / "c", keys, created->phrase.view(), bad, "Desk").error().code,
            "bad_argument");
    }
}

TEST(Names, AreShortenedBetweenCharacters) {
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("ab\xc3\xa9", 3), "ab");
    EXPECT_EQ(shortened("ab\xc3\xa9"
                        "c",
                        4),
              "ab\xc3\xa9");
}

// Two processes, because the lock of a process is nothing to itself.
TEST(TwoPrograms, ThatCreateAnIdentityAtOnceMakeOne) {
    for (int round = 0; round < 10; ++round) {
        const test::TemporaryFolder folder;
        const auto dir = folder.path() / "profile";
        int gate[2];
        ASSERT_EQ(::pipe(gate), 0);
        std::array<pid_t, 2> children{};
        for (pid_t& child : children) {
            child = ::fork();
            ASSERT_GE(child, 0);
            if (child != 0) continue;
            ::close(gate[1]);
            char begin = 0;
            (void)!::read(gate[0], &begin, 1);
            test::MemoryKeyStore keys;
            const auto created = Identity::create(dir, keys, "Ada", "Desk");
            ::_exit(created ? 0 : created.error().code == "identity_exists" ? 1 : 2);
        }
        ::close(gate[0]);
        ::close(gate[1]);
        std::array<int, 2> status{};
        for (std::size_t i = 0; i < children.size(); ++i)
            ASSERT_EQ(::waitpid(children[i], &status[i], 0), children[i]);
        EXPECT_EQ(WEXITSTATUS(status[0]) + WEXITSTATUS(status[1]), 1) << "one makes it, the other is told";
        for (const auto& entry : std::filesystem::directory_iterator(dir))
            EXPECT_EQ(entry.path().string().find(".lost-"), std::string::npos) << entry.path();
    }
}

TEST(ARevokedDevice, IsReplacedByTheWordsOfItsAccount) {
    const test::TemporaryFolder folder;
    test::MemoryKeyStore keys;
    const auto dir = folder.path() / "profile";
    auto created = Identity::create(dir, keys, "Ada", "Desk");
    ASSERT_TRUE(created);
    ASSERT_TRUE(created->identity.vault().putRecord("kept", SecretBytes::copyOf(asBytes("as it was"))));
    const auto device = created->identity.deviceId();
    const auto words = created->phrase.view();

    EXPECT_EQ(Identity::restore(dir, keys, words, "Ada", "New").error().code, "identity_exists");
    crypto::PublicKey other{};
    EXPECT_EQ(Identity::restore(dir, keys, words, "Ada", "New", other).error().code, "identity_exists");
    auto stranger = Identity::create(folder.path() / "other", keys, "Eve", "Desk");
    ASSERT_TRUE(stranger);
    EXPECT_EQ(Identity::restore(dir, keys, stranger->phrase.view(), "Ada", "New", device).error().code,
              "phrase_other_account");

    const auto restored = Identity::restore(dir, keys, words, "Ada", "New", device);
    ASSERT_TRUE(restored) << restored.error().what;
    auto opened = Identity::open(dir, keys);
    ASSERT_TRUE(opened) << opened.error().what;
    EXPECT_EQ(opened->accountId(), created->identity.accountId());
    EXPECT_NE(opened->deviceId(), device);
    EXPECT_EQ(opened->deviceId(), opened->deviceKey().publicKey());
    EXPECT_EQ(opened->deviceName(), "New");
    const auto kept = opened->vault().record("kept");
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->equals(asBytes("as it was")));
}
