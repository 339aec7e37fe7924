#include "core/studio/library.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"

namespace keyreel::studio {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;

LibraryEntry film(const std::string& link) {
    LibraryEntry entry;
    entry.link = link;
    entry.title = link;
    entry.positionMs = 4200;
    entry.added = 7;
    return entry;
}

class LibraryTest : public ::testing::Test {
protected:
    LibraryTest() { m_places.profile = m_folder.path() / "profile"; }

    [[nodiscard]] std::string shown() const { return links(test::must(Library(m_places).entries())); }
    [[nodiscard]] std::string trash(std::int64_t now) const {
        return links(test::must(Library(m_places).contents(now)).trash);
    }
    [[nodiscard]] Library library() const { return Library(m_places); }

private:
    static std::string links(const std::vector<LibraryEntry>& entries) {
        std::string out;
        for (const auto& entry : entries)
            out += entry.link;
        return out;
    }
    test::TemporaryFolder m_folder;
    Places m_places;
};

TEST_F(LibraryTest, ForgetsWhatWasWatchedAndNothingElse) {
    LibraryEntry watched = film("a");
    watched.lastOpened = kNow;
    ASSERT_TRUE(library().put(watched));
    ASSERT_TRUE(library().put(film("b")));
    ASSERT_TRUE(library().throwAway("b", kNow));
    ASSERT_TRUE(library().forgetWatching());
    ASSERT_TRUE(library().restore("b"));
    ASSERT_EQ(shown(), "ab");
    for (const LibraryEntry& entry : test::must(library().entries())) {
        EXPECT_EQ(entry.positionMs, 0U) << entry.link;
        EXPECT_EQ(entry.lastOpened, 0) << entry.link;
        EXPECT_EQ(entry.added, 7) << entry.link;
    }
}

TEST_F(LibraryTest, WhatIsThrownAwayComesBackAsItWas) {
    ASSERT_TRUE(library().put(film("a")));
    ASSERT_TRUE(library().put(film("b")));
    ASSERT_TRUE(library().throwAway("a", kNow));
    ASSERT_TRUE(library().throwAway("nobody", kNow));
    EXPECT_EQ(shown(), "b");
    EXPECT_EQ(trash(kNow + 1), "a");
    ASSERT_TRUE(library().restore("a"));
    EXPECT_EQ(shown(), "ab");
    EXPECT_EQ(trash(kNow + 1), "");
    EXPECT_EQ(test::must(library().entries())[0].positionMs, 4200U);
    // Opening its link again is a way back, too.
    ASSERT_TRUE(library().throwAway("b", kNow));
    LibraryEntry again = film("b");
    again.positionMs = 0;
    ASSERT_TRUE(library().put(again));
    EXPECT_EQ(shown(), "ab");
    EXPECT_EQ(test::must(library().entries())[1].positionMs, 4200U);
}

TEST_F(LibraryTest, TheTrashKeepsThirtyDays) {
    ASSERT_TRUE(library().put(film("a")));
    ASSERT_TRUE(library().put(film("b")));
    ASSERT_TRUE(library().put(film("c")));
    ASSERT_TRUE(library().throwAway("a", kNow));
    ASSERT_TRUE(library().throwAway("b", kNow + 10));
    EXPECT_EQ(trash(kNow + kTrashSeconds - 1), "ba");
    EXPECT_EQ(trash(kNow + kTrashSeconds), "b");
    // Still there for whoever's clock is right again, until something else is thrown away.
    EXPECT_EQ(trash(kNow + 20), "ba");
    ASSERT_TRUE(library().throwAway("c", kNow + kTrashSeconds));
    EXPECT_EQ(trash(kNow + 20), "cb");
    ASSERT_TRUE(library().remove("b"));
    EXPECT_EQ(trash(kNow + 20), "c");
}

}  // namespace
}  // namespace keyreel::studio
