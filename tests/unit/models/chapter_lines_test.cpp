#include "ui/models/chapter_lines.h"

#include <gtest/gtest.h>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using Chapters = std::vector<media::Chapter>;

TEST(ChapterLines, ComeBackAsTheyWereWritten) {
    const Chapters chapters{{0, "Opening"}, {61'250, "Über dem Meer"}, {3'600'000, ""}, {86'399'999, "Last"}};
    const QString text = chapterLines(chapters);
    EXPECT_EQ(text, u"0:00 Opening\n1:01.250 Über dem Meer\n1:00:00\n23:59:59.999 Last"_s);
    const auto read = readChapters(text, 0);
    EXPECT_EQ(read.problem, QString());
    EXPECT_EQ(read.chapters, chapters);
}

TEST(ChapterLines, TakeWhatPeoplePaste) {
    const auto read = readChapters(
        u"\n  00:00   Opening \n\n4:30 - The harbour\n75:10\t– Last, and 1:2\n1:20:00,5 End"_s, 0);
    EXPECT_EQ(read.problem, QString());
    EXPECT_EQ(
        read.chapters,
        (Chapters{
            {0, "Opening"}, {270'000, "The harbour"}, {4'510'000, "Last, and 1:2"}, {4'800'500, "End"}}));
    EXPECT_TRUE(readChapters({}, 0).chapters.empty());
}

TEST(ChapterLines, NameTheFirstLineThatCannotBeUsed) {
    for (const auto& [text, line] :
         std::initializer_list<std::pair<QString, int>>{{u"0:00 A\nB"_s, 2},
                                                        {u"0:00 A\n\n0:60 B"_s, 3},
                                                        {u"1:61:00 A"_s, 1},
                                                        {u"0:10 A\n0:10 B"_s, 2},
                                                        {u"0:00 A\n0:42 B"_s, 2},
                                                        {u"0:00Opening"_s, 1},
                                                        {u"0:00 "_s + QString(201, u'a'), 1}}) {
        const auto read = readChapters(text, 42'000);
        EXPECT_TRUE(read.problem.contains(u"Line %1"_s.arg(line)))
            << text.toStdString() << ": " << read.problem.toStdString();
    }
}

}  // namespace
}  // namespace keyreel::ui
