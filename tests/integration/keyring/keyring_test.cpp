#include <gtest/gtest.h>

#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "core/crypto/random.h"
#include "core/identity/secret_service_key_store.h"
#include "session.h"

using namespace keyreel;
using namespace keyreel::identity;
using namespace std::chrono_literals;

namespace {

const KeyName kName{"main", "vault-key/test"};

SecretBytes secret(std::string_view text) {
    return SecretBytes::copyOf(asBytes(text));
}

std::chrono::milliseconds timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

// Whether a thread of this program waits in the kernel.
bool isAsleep(pid_t thread) {
    std::ifstream stat("/proc/self/task/" + std::to_string(thread) + "/stat");
    std::string line;
    std::getline(stat, line);
    const auto end = line.rfind(')');
    return end != std::string::npos && line.size() > end + 2 && line[end + 2] == 'S';
}

}  // namespace

TEST(Keyring, StoresReplacesAndRemoves) {
    SecretServiceKeyStore keys;
    EXPECT_EQ(keys.lookup(kName).state, KeyState::Absent);
    ASSERT_TRUE(keys.store(kName, secret("first"), "Keyreel test"));
    ASSERT_TRUE(keys.store(kName, secret("second"), "Keyreel test"));
    const KeyLookup found = SecretServiceKeyStore().lookup(kName);
    EXPECT_EQ(found.state, KeyState::Present);
    EXPECT_TRUE(found.secret.equals(asBytes("second")));
    ASSERT_TRUE(keys.remove(kName));
    EXPECT_EQ(keys.lookup(kName).state, KeyState::Absent);
    EXPECT_TRUE(keys.remove(kName));
}

TEST(Keyring, KeepsEveryByte) {
    SecretServiceKeyStore keys;
    SecretBytes all(256);
    for (std::size_t i = 0; i < 256; ++i)
        all.mutableView()[i] = static_cast<std::uint8_t>(i);
    ASSERT_TRUE(keys.store(kName, all, "Keyreel test"));
    EXPECT_TRUE(keys.lookup(kName).secret.equals(all.view()));
    ASSERT_TRUE(keys.remove(kName));
}

TEST(Keyring, KeepsProfilesAndPurposesApart) {
    SecretServiceKeyStore keys;
    for (int i = 0; i < 5; ++i)
        for (const char* purpose : {"vault-key/1", "device-key/1"})
            ASSERT_TRUE(keys.store({"profile-" + std::to_string(i), purpose},
                                   secret(purpose + std::to_string(i)), "x"));
    ASSERT_TRUE(keys.remove({"profile-3", "vault-key/1"}));
    for (int i = 0; i < 5; ++i)
        for (const std::string purpose : {"vault-key/1", "device-key/1"}) {
            const KeyLookup found = keys.lookup({"profile-" + std::to_string(i), purpose});
            if (i == 3 && purpose == "vault-key/1") {
                EXPECT_EQ(found.state, KeyState::Absent);
            } else {
                EXPECT_TRUE(found.secret.equals(asBytes(purpose + std::to_string(i))));
            }
        }
    EXPECT_EQ(keys.store({"", "x"}, secret("x"), "x").error().code, "bad_argument");
    EXPECT_EQ(keys.store({"a\nb", "x"}, secret("x"), "x").error().code, "bad_argument");
}

TEST(Keyring, SaysLockedForWhatIsThereAndForWhatIsNot) {
    SecretServiceKeyStore keys({60s, 60s});
    ASSERT_TRUE(keys.store(kName, secret("kept"), "Keyreel test"));
    ASSERT_TRUE(keys.lock());
    const KeyLookup there = keys.lookup(kName);
    EXPECT_EQ(there.state, KeyState::Locked);
    EXPECT_TRUE(there.secret.empty());
    EXPECT_EQ(keys.lookup({"main", "never stored"}).state, KeyState::Locked)
        << "nobody can know while it is locked";
    EXPECT_EQ(keys.store(kName, secret("other"), "x").error().code, "keyring_locked");
    EXPECT_EQ(keys.remove(kName).error().code, "keyring_locked");
    EXPECT_TRUE(keys.lock()) << "locking twice is no error";

    // There is no screen, so nobody can answer a prompt: an error in time, never a wait for ever.
    const auto took = timed([&] { EXPECT_EQ(keys.unlock().error().code, "keyring_denied"); });
    EXPECT_LT(took, 45s);
    EXPECT_FALSE(test::unlockKeyring("wrong"));
    EXPECT_EQ(keys.lookup(kName).state, KeyState::Locked);
    ASSERT_TRUE(test::unlockKeyring());
    EXPECT_TRUE(keys.unlock()) << "nothing to do";
    EXPECT_TRUE(keys.lookup(kName).secret.equals(asBytes("kept")));
    ASSERT_TRUE(keys.remove(kName));
}

TEST(Keyring, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    SecretServiceKeyStore keys({10s, 10s}, stop.get_token());
    EXPECT_EQ(keys.lookup(kName).state, KeyState::Denied);
    EXPECT_EQ(keys.store(kName, secret("x"), "x").error().code, "keyring_denied");
}

TEST(Keyring, ServesSeveralThreads) {
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    std::array<std::string, 4> faults;
    threads.reserve(4);
    for (std::size_t i = 0; i < faults.size(); ++i)
        threads.emplace_back([&good, &fault = faults[i], i] {
            SecretServiceKeyStore keys;
            const KeyName name{"thread-" + std::to_string(i), "vault-key/1"};
            for (int round = 0; round < 10; ++round) {
                const SecretBytes value = crypto::randomSecret(32);
                const auto stored = keys.store(name, value, "x");
                const auto found = keys.lookup(name);
                if (stored && found.secret.equals(value.view()))
                    ++good;
                else
                    fault += "round " + std::to_string(round) + ": " +
                             (stored ? "found " + std::to_string(static_cast<int>(found.state))
                                     : stored.error().code + " " + stored.error().what) +
                             "\n";
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 40) << faults[0] << faults[1] << faults[2] << faults[3];
}

TEST(LostKeyring, ThatHangsIsGivenUpInTime) {
    ASSERT_TRUE(SecretServiceKeyStore().store(kName, secret("kept"), "Keyreel test"));
    SecretServiceKeyStore keys({700ms, 700ms});
    ASSERT_EQ(kill(test::keyringPid(), SIGSTOP), 0);
    const auto took = timed([&] { EXPECT_EQ(keys.lookup(kName).state, KeyState::NoService); });
    EXPECT_LT(took, 9s);
    EXPECT_GE(took, 600ms);
    EXPECT_EQ(keys.store(kName, secret("x"), "x").error().code, "keyring_no_service");
    ASSERT_EQ(kill(test::keyringPid(), SIGCONT), 0);
    EXPECT_TRUE(SecretServiceKeyStore().lookup(kName).secret.equals(asBytes("kept")));
}

TEST(LostKeyring, ThatDiesMidwayIsNoServiceAndItsSuccessorIsFound) {
    SecretServiceKeyStore keys({60s, 60s});
    ASSERT_TRUE(keys.store(kName, secret("kept"), "Keyreel test"));
    // Stopped first, so that the call can only wait when the daemon dies.
    ASSERT_EQ(kill(test::keyringPid(), SIGSTOP), 0);
    KeyLookup during;
    std::atomic<pid_t> thread = 0;
    const auto took = timed([&] {
        std::thread caller([&] {
            thread = static_cast<pid_t>(syscall(SYS_gettid));
            during = keys.lookup(kName);
        });
        while (thread == 0 || !isAsleep(thread))
            std::this_thread::yield();
        kill(test::keyringPid(), SIGKILL);
        caller.join();
    });
    EXPECT_EQ(during.state, KeyState::NoService);
    EXPECT_LT(took, 45s) << "the death is noticed before the deadline";
    EXPECT_EQ(keys.lookup(kName).state, KeyState::NoService);
    EXPECT_EQ(keys.remove(kName).error().code, "keyring_no_service");

    ASSERT_EQ(
        test::firstLineOf("printf %s \"$KEYREEL_TEST_KEYRING_PASSWORD\" | gnome-keyring-daemon --unlock "
                          "--components=secrets >/dev/null 2>&1; "
                          "gdbus wait --session --timeout 60 org.freedesktop.secrets && echo up"),
        "up");
    ASSERT_TRUE(test::unlockKeyring());
    EXPECT_TRUE(keys.lookup(kName).secret.equals(asBytes("kept")));
}

TEST(LostKeyring, WithItsBusEndsNothingElse) {
    SecretServiceKeyStore keys;
    ASSERT_TRUE(keys.store(kName, secret("kept"), "Keyreel test"));
    const std::string bus = test::firstLineOf(
        "gdbus call --session --dest org.freedesktop.DBus --object-path / "
        "--method org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.DBus | tr -dc '0-9 '");
    // "uint32 123" without its letters
    const auto space = bus.rfind(' ');
    ASSERT_NE(space, std::string::npos) << bus;
    const auto pid = static_cast<pid_t>(std::stol(bus.substr(space + 1)));
    ASSERT_GT(pid, 1);
    ASSERT_EQ(kill(pid, SIGKILL), 0);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(keys.lookup(kName).state, KeyState::NoService);
}
