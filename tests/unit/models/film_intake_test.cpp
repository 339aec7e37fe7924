#include "ui/models/film_intake.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QUrl>

#include "tests/support/temporary_folder.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

class FilmFiles : public ::testing::Test {
protected:
    QString make(const QString& name) {
        const QString path = QString::fromStdString(folder.path().string()) + u'/' + name;
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        return path;
    }
    test::TemporaryFolder folder;
};

TEST_F(FilmFiles, OfFoldersOnlyFilmsOfFilesAllAndNothingTwice) {
    const QString ten = make(u"tour/day 10.MP4"_s);
    const QString two = make(u"tour/day 2.mkv"_s);
    const QString deep = make(u"tour/b-roll/sea.webm"_s);
    make(u"tour/cover.jpg"_s);
    make(u"tour/.hidden.mp4"_s);
    const QString notes = make(u"notes.txt"_s);
    // A circle must not be walked for ever.
    ASSERT_TRUE(QFile::link(QFileInfo(ten).path(), QFileInfo(deep).path() + u"/again"_s));
    const auto found = findFilms({ten, notes, QFileInfo(ten).path()}, {});
    EXPECT_EQ(found.files, QStringList({ten, notes, deep, two}));
    EXPECT_EQ(found.others, 1);
    EXPECT_FALSE(found.isCut);
}

TEST_F(FilmFiles, OfPlaylistsWhatTheyNameUnderTheirTitles) {
    const QString sea = make(u"tour/sea.webm"_s);
    const QString land = make(u"land.mkv"_s);
    QFile list(make(u"tour/evening.m3u"_s));
    ASSERT_TRUE(list.open(QIODevice::WriteOnly));
    list.write(
        "#EXTM3U\r\n#EXTINF:12 tvg-id=\"1\",Open sea, at night\r\nsea.webm\r\n\r\n# a note\n../land.mkv\n"
        "http://example.org/far.mp4\n" +
        QUrl::fromLocalFile(sea).toEncoded() +
        "\n/gone/R\xFC"
        "ckkehr.mp4");
    list.close();
    const auto found = findFilms({list.fileName()}, {});
    EXPECT_EQ(found.files, QStringList({sea, land, u"/gone/R\u00FCckkehr.mp4"_s}));
    EXPECT_EQ(found.titles.value(sea), u"Open sea, at night"_s);
    EXPECT_EQ(found.titles.size(), 1);
    EXPECT_EQ(found.others, 1);
}

TEST_F(FilmFiles, OfAPlaylistOfHlsTheFileItself) {
    QFile list(make(u"master.m3u8"_s));
    ASSERT_TRUE(list.open(QIODevice::WriteOnly));
    list.write("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n1.m4s\n");
    list.close();
    EXPECT_EQ(findFilms({list.fileName()}, {}).files, QStringList(list.fileName()));
    const QString gone = QFileInfo(list).path() + u"/gone.m3u"_s;
    EXPECT_EQ(findFilms({gone}, {}).files, QStringList(gone));
}

TEST_F(FilmFiles, TakesNoMoreThanThereCanBeDrafts) {
    for (int i = 0; i < 210; ++i)
        make(u"all/%1.mp4"_s.arg(i));
    const auto found = findFilms({QString::fromStdString((folder.path() / "all").string())}, {});
    EXPECT_EQ(found.files.size(), 200);
    EXPECT_TRUE(found.files.last().endsWith(u"/199.mp4"_s)) << "by number, not by letter";
    EXPECT_TRUE(found.isCut);
}

TEST(IntakeWords, NameEveryRefusedFileInOneMessageAndCountTheRest) {
    IntakeReport report;
    report.drafts = {u"a"_s, u"b"_s};
    EXPECT_TRUE(wordsOf(report).fact.isEmpty()) << "nothing to be told";
    report.refusals = {{u"/x/notes.txt"_s, {}}};
    EXPECT_EQ(wordsOf(report).fact, u"1 of 3 files cannot become a film."_s);
    EXPECT_EQ(wordsOf(report).next, u"notes.txt."_s);
    for (int i = 0; i < 6; ++i)
        report.refusals.append({u"/x/%1.txt"_s.arg(i), {}});
    report.others = 2;
    EXPECT_EQ(wordsOf(report).fact, u"7 of 9 files cannot become films."_s);
    EXPECT_EQ(wordsOf(report).next,
              u"notes.txt, 0.txt, 1.txt, 2.txt, 3.txt and 2 more. 2 other files were left alone."_s);
    report.drafts.clear();
    EXPECT_EQ(wordsOf(report).fact, u"None of these 7 files can become a film."_s);
    report.refusals.clear();
    EXPECT_EQ(wordsOf(report).fact, u"There is no film in it."_s);
}

}  // namespace
}  // namespace keyreel::ui
