#include "core/media/chapter.h"

#include <gtest/gtest.h>

#include "core/media/probe.h"
#include "tests/support/clip.h"

namespace keyreel::media {
namespace {

using Chapters = std::vector<Chapter>;

const Chapters kChapters{{0, "Harbour"}, {700, "Über dem Meer"}, {1500, "Landfall"}};

SampleFilmOptions withChapters(const Chapters& chapters) {
    SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = 2;
    options.chapters = chapters;
    return options;
}

TEST(Chapters, AreReadFromMp4QuickTimeAndMatroska) {
    for (const char* name : {"chapters.mp4", "chapters.mov", "chapters.mkv"}) {
        const auto info = probe(test::clip(name, withChapters(kChapters)));
        ASSERT_TRUE(info) << name << ": " << info.error().what;
        EXPECT_EQ(info->chapters, kChapters) << name;
        // The track that QuickTime lists its chapters in is no subtitle.
        EXPECT_EQ(info->textStreams, 0U) << name;
    }
    EXPECT_TRUE(probe(test::clip("no-chapters.mp4", withChapters({})))->chapters.empty());
}

TEST(Chapters, OfAPartCountFromWhereItBegins) {
    const Chapters whole{{0, "Harbour"}, {4'000, "Open sea"}, {9'000, "Storm"}, {15'000, "Landfall"}};
    EXPECT_EQ(chaptersOfPart(whole, 0, 0), whole);
    EXPECT_EQ(chaptersOfPart(whole, 6'000, 9'000), (Chapters{{0, "Open sea"}, {3'000, "Storm"}}));
    EXPECT_EQ(chaptersOfPart(whole, 4'000, 5'000), (Chapters{{0, "Open sea"}}));
    EXPECT_EQ(chaptersOfPart({{5'000, "Late"}}, 2'000, 10'000), (Chapters{{3'000, "Late"}}));
    EXPECT_TRUE(chaptersOfPart({{5'000, "Behind"}}, 0, 5'000).empty());
    EXPECT_TRUE(checkChapters(chaptersOfPart(whole, 20'000, 1'000)));
}

TEST(Chapters, OfAStrangerAreMadeUsable) {
    const std::string tooLong = std::string(kMaxChapterTitle - 1, 'a') + "ä";
    const auto usable = usableChapters(
        {{5000, "behind the end"}, {900, tooLong}, {10, "a\nb\xff"}, {900, "twice"}, {0, ""}}, 5000);
    ASSERT_EQ(usable.size(), 3U);
    EXPECT_EQ(usable[1], (Chapter{10, "a?b?"}));
    EXPECT_EQ(usable[2].title, std::string(kMaxChapterTitle - 1, 'a'));
    EXPECT_TRUE(checkChapters(usable));
    EXPECT_TRUE(usableChapters({{0, ""}}, 5000).empty());
    EXPECT_EQ(usableChapters({{0, "All of it"}}, 5000).size(), 1U);
    Chapters many;
    for (std::uint64_t i = 0; i < 3 * kMaxChapters; ++i)
        many.push_back({i, "x"});
    EXPECT_EQ(usableChapters(many, 0).size(), kMaxChapters);
    EXPECT_FALSE(checkChapters(many));
}

}  // namespace
}  // namespace keyreel::media
