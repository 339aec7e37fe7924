#include "core/base/file.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace keyreel {
namespace {

TEST(File, ReplacesAtomicallyAndLeavesNoTemporary) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "value";
    ASSERT_TRUE(writeFileAtomically(path, asBytes("one")));
    ASSERT_TRUE(writeFileAtomically(path, asBytes("two")));
    EXPECT_EQ(readFile(path, 16).value(), toBytes("two"));
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        ++entries;
    EXPECT_EQ(entries, 1U);
}

TEST(File, SaysWhatIsWrongWithASource) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(File::openForReading(folder.path()).error().code, "file_not_regular");
    EXPECT_EQ(File::openForReading(folder.path() / "none").error().code, "file_missing");
    const auto path = folder.path() / "short";
    ASSERT_TRUE(writeFileAtomically(path, asBytes("abc")));
    EXPECT_EQ(readFile(path, 2).error().code, "file_too_large");
    Bytes four(4);
    EXPECT_EQ(File::openForReading(path)->readAt(0, four).error().code, "file_truncated");
}

}  // namespace
}  // namespace keyreel
