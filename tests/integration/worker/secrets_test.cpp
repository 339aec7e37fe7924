// The worker's address space never has a key: it is a new process that is given nothing of its program's.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "core/base/sanitized.h"
#include "core/base/secret_bytes.h"
#include "core/base/text.h"
#include "tests/integration/worker/worker_world.h"

namespace keyreel {
namespace {

using ::testing::HasSubstr;

TEST(WorkerSecrets, HasNoByteOfAKeyThatItsProgramHolds) {
    const test::WorkerWorld world;
    SecretBytes key(32);
    std::ifstream random("/dev/urandom", std::ios::binary);
    random.read(reinterpret_cast<char*>(key.mutableView().data()), 32);
    Bytes complement;
    for (const std::uint8_t byte : key.view())
        complement.push_back(static_cast<std::uint8_t>(~byte));
    const Error error = world.probe("search-" + toHex(complement));
    EXPECT_EQ(error.code, "media_told");
    EXPECT_EQ(error.what, "search works, not found");
}

TEST(WorkerSecrets, HasNoVariableOfItsProgram) {
    const test::WorkerWorld world;
    ASSERT_EQ(::setenv("KEYREEL_TEST_SECRET", "do not tell", 1), 0);
    const Error error = world.probe("variables");
    EXPECT_EQ(error.code, "media_told");
    EXPECT_THAT(error.what, ::testing::Not(HasSubstr("SECRET")));
    if (!kSanitized) {
        EXPECT_EQ(error.what, "variables:");
    }
    ::unsetenv("KEYREEL_TEST_SECRET");
}

TEST(WorkerSecrets, HasNoDescriptorButTheFilm) {
    const test::WorkerWorld world;
    // One that somebody forgot to close on exec.
    const int forgotten = ::open("/etc/passwd", O_RDONLY);
    ASSERT_GE(forgotten, 0);
    const Error error = world.probe("descriptors");
    ::close(forgotten);
    EXPECT_EQ(error.code, "media_told");
    // /dev/null thrice, the socket, the film, and the two that the test's own worker keeps of itself.
    EXPECT_EQ(error.what, "0 1 2 3 4 10 11 ");
}

}  // namespace
}  // namespace keyreel
