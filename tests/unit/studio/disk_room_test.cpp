#include "core/studio/disk_room.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::studio {
namespace {

TEST(DiskRoom, SaysHowMuchIsMissingBeforeTheWorkBegins) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(checkRoom(folder.path(), 1));
    const auto free = std::filesystem::space(folder.path()).available;
    const Status full = checkRoom(folder.path(), free + 3'000'000'000'000);
    ASSERT_EQ(test::codeOf(full), "disk_full");
    EXPECT_NE(full.error().what.find(folder.path().string()), std::string::npos) << full.error().what;
    EXPECT_NE(full.error().next.find(" GB more"), std::string::npos) << full.error().next;
}

TEST(DiskRoom, DoesNotRefuseWhatItCannotTell) {
    EXPECT_TRUE(checkRoom("/nowhere/at/all", ~std::uint64_t{0}));
}

}  // namespace
}  // namespace keyreel::studio
