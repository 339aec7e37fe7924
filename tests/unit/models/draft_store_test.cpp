#include "ui/models/draft_store.h"

#include <gtest/gtest.h>

#include <QDateTime>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/studio/library.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"
#include "ui/models/draft_rules.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

Draft draft(const QString& title) {
    Draft out;
    out.film = u"/films/"_s + title + u".mp4"_s;
    out.title = title;
    out.description = u"One evening.\nÅland."_s;
    out.access = studio::Access::Granted;
    out.adult = true;
    out.tags = {u"Documentary"_s, u"São Tomé"_s};
    custody::NodeDescriptor node;
    node.signingKey[0] = node.hpkeKey[0] = 7;
    node.name = "Århus";
    out.holders = {"https://films.example", {{node}, 1}};
    return out;
}

class DraftStoreTest : public ::testing::Test {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "profile" / "drafts.json";
};

TEST_F(DraftStoreTest, KeepsDraftsOverARestartNewestFirst) {
    DraftStore store(file);
    EXPECT_TRUE(store.drafts().isEmpty());
    const QString ferry = test::must(store.put(draft(u"Ferry"_s)));
    const QString lake = test::must(store.put(draft(u"Lake"_s)));
    ASSERT_FALSE(ferry.isEmpty());
    EXPECT_NE(ferry, lake);
    Draft edited = *store.find(ferry);
    edited.title = u"Night ferry"_s;
    edited.part = {3'250, 90'000};
    EXPECT_EQ(test::must(store.put(edited)), ferry);
    const DraftStore again(file);
    EXPECT_EQ(again.drafts(), store.drafts());
    ASSERT_EQ(again.drafts().size(), 2);
    EXPECT_EQ(again.drafts()[0].title, u"Night ferry"_s);
    EXPECT_GT(again.drafts()[0].edited, 0);
    EXPECT_EQ(again.find(lake)->access, studio::Access::Granted);
    EXPECT_EQ(again.find(u"none"_s), nullptr);
    DraftStore third(file);
    ASSERT_TRUE(third.remove(ferry));
    ASSERT_TRUE(third.remove(ferry));
    EXPECT_EQ(DraftStore(file).drafts().size(), 1);
}

TEST_F(DraftStoreTest, KeepsHowAPosterWasChosenAndForgetsTheFilesOfOthers) {
    DraftStore store(file);
    Draft ferry = draft(u"Ferry"_s);
    ferry.id = test::must(store.put(ferry));
    const auto chosen = store.newPoster(ferry.id);
    const auto replaced = store.newPoster(ferry.id);
    const auto recent = store.newPoster(ferry.id);
    ASSERT_TRUE(makePrivateFolder(chosen.parent_path()));
    for (const auto& path : {chosen, replaced, recent})
        ASSERT_TRUE(writeFileAtomically(path, asBytes(std::string_view("picture"))));
    const auto longAgo =
        std::filesystem::file_time_type::clock::now() - std::chrono::seconds(studio::kTrashSeconds + 60);
    std::filesystem::last_write_time(chosen, longAgo);
    std::filesystem::last_write_time(replaced, longAgo);
    ferry.cover = QString::fromStdString(chosen.string());
    ferry.poster = {12345, {}, u"poster"_s, QRectF(0.25, 0.125, 0.5, 0.75)};
    test::must(store.put(ferry));
    const DraftStore again(file);
    EXPECT_EQ(again.find(ferry.id)->poster, ferry.poster);
    EXPECT_TRUE(std::filesystem::exists(chosen));
    EXPECT_FALSE(std::filesystem::exists(replaced));
    EXPECT_TRUE(std::filesystem::exists(recent)) << "a job or an undo may still want it";
}

TEST_F(DraftStoreTest, PutsADamagedFileAsideAndGoesOn) {
    ASSERT_TRUE(makePrivateFolder(file.parent_path()));
    ASSERT_TRUE(writeFileAtomically(file, asBytes(std::string_view("[{\"id\": \"cut"))));
    DraftStore store(file);
    EXPECT_TRUE(store.drafts().isEmpty());
    EXPECT_TRUE(std::filesystem::exists(file.string() + ".damaged"));
    test::must(store.put(draft(u"Lake"_s)));
    EXPECT_EQ(DraftStore(file).drafts().size(), 1);
}

TEST_F(DraftStoreTest, DropsNoDraftForAnother) {
    DraftStore store(file);
    QString first;
    for (int i = 0; i < 200; ++i) {
        const QString id = test::must(store.put(draft(QString::number(i))));
        if (i == 0) first = id;
    }
    EXPECT_EQ(test::codeOf(store.put(draft(u"One too many"_s))), "drafts_full");
    ASSERT_NE(store.find(first), nullptr);
    test::must(store.put(*store.find(first)));
    EXPECT_EQ(DraftStore(file).drafts(), store.drafts());
}

TEST_F(DraftStoreTest, PutsAFileThatCannotBeReadAsideAndNeverOverAnother) {
    ASSERT_TRUE(makePrivateFolder(file.parent_path()));
    ASSERT_TRUE(writeFileAtomically(file.string() + ".damaged", asBytes(std::string_view("of before"))));
    const Bytes tooLong((std::size_t{4} << 20) + 1, ' ');
    ASSERT_TRUE(writeFileAtomically(file, tooLong));
    DraftStore store(file);
    test::must(store.put(draft(u"Lake"_s)));
    EXPECT_EQ(DraftStore(file).drafts().size(), 1);
    EXPECT_EQ(test::must(readFile(file.string() + ".damaged", 100)).size(), 9U);
    EXPECT_EQ(std::filesystem::file_size(file.string() + ".damaged-2"), tooLong.size());
}

TEST_F(DraftStoreTest, WhatIsNotPlainlyFreeStaysClosed) {
    ASSERT_TRUE(makePrivateFolder(file.parent_path()));
    ASSERT_TRUE(writeFileAtomically(file, asBytes(std::string_view(
                                              R"([{"id":"a","film":"/a","access":"free"},
                                                  {"id":"b","film":"/b","access":"fee"},
                                                  {"id":"c","film":"/c"},
                                                  {"id":"d"}, 7])"))));
    const DraftStore store(file);
    ASSERT_EQ(store.drafts().size(), 3);
    EXPECT_EQ(store.find(u"a"_s)->access, studio::Access::Free);
    EXPECT_EQ(store.find(u"b"_s)->access, studio::Access::Granted);
    EXPECT_EQ(store.find(u"c"_s)->access, studio::Access::Granted);
}

TEST_F(DraftStoreTest, SaysWhenItCannotKeepOne) {
    ASSERT_TRUE(makePrivateFolder(folder.path()));
    ASSERT_TRUE(writeFileAtomically(folder.path() / "profile", Bytes(3, 1)));
    DraftStore store(file);
    EXPECT_FALSE(store.put(draft(u"Lake"_s)));
}

// A removed draft can be brought back whole; pictures of drafts that are gone do not stay.
TEST_F(DraftStoreTest, PicturesOutliveARemovalButNotTheNextStart) {
    QImage picture(640, 360, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QString id;
    {
        DraftStore store(file);
        id = *store.put(draft(u"Night ferry"_s));
        store.setStill(id, picture);
        const Draft kept = *store.find(id);
        ASSERT_TRUE(store.remove(id));
        ASSERT_TRUE(store.put(kept));
    }
    {
        DraftStore store(file);
        EXPECT_EQ(store.still(id).size(), QSize(320, 180));
        ASSERT_TRUE(store.remove(id));
        EXPECT_FALSE(store.still(id).isNull());
    }
    DraftStore store(file);
    EXPECT_TRUE(store.still(id).isNull());
}

TEST_F(DraftStoreTest, TheTrashOutlivesARestartAndKeepsThirtyDays) {
    QImage picture(64, 36, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QString id;
    {
        DraftStore store(file);
        id = test::must(store.put(draft(u"Lake"_s)));
        store.setStill(id, picture);
        test::must(store.put(draft(u"Ferry"_s)));
        ASSERT_TRUE(store.throwAway(id));
        ASSERT_TRUE(store.throwAway(u"nobody"_s));
        EXPECT_EQ(store.find(id), nullptr);
    }
    {
        DraftStore store(file);
        ASSERT_EQ(store.drafts().size(), 1);
        ASSERT_EQ(store.trash().size(), 1);
        EXPECT_FALSE(store.still(id).isNull());
        ASSERT_TRUE(store.restore(id));
        EXPECT_EQ(store.find(id)->title, u"Lake"_s);
        EXPECT_EQ(store.find(id)->removed, 0);
        EXPECT_TRUE(store.trash().isEmpty());
        ASSERT_TRUE(store.throwAway(id));
        // Gone for good, at once.
        ASSERT_TRUE(store.remove(id));
        EXPECT_TRUE(DraftStore(file).trash().isEmpty());
    }
    const auto ago = [](qint64 seconds) {
        return std::to_string(QDateTime::currentSecsSinceEpoch() - studio::kTrashSeconds + seconds);
    };
    const std::string both = R"([{"id":"a","film":"/a","removed":)" + ago(-60) +
                             R"(},{"id":"b","film":"/b","removed":)" + ago(60) + "}]";
    ASSERT_TRUE(writeFileAtomically(file, asBytes(std::string_view(both))));
    const DraftStore store(file);
    ASSERT_EQ(store.trash().size(), 1);
    EXPECT_EQ(store.trash()[0].id, u"b"_s);
}

// What cannot be written has not happened.
TEST_F(DraftStoreTest, LosesNothingWhenTheTrashIsFull) {
    DraftStore store(file);
    const QString last = test::must(store.put(draft(u"Last"_s)));
    for (int i = 0; i < 200; ++i) {
        const QString id = test::must(store.put(draft(QString::number(i))));
        ASSERT_TRUE(store.throwAway(id));
    }
    EXPECT_EQ(test::codeOf(store.throwAway(last)), "trash_full");
    EXPECT_NE(store.find(last), nullptr);
    EXPECT_EQ(store.trash().size(), 200);
}

TEST(DraftRulesTest, CountBytesNotCharacters) {
    Draft film;
    EXPECT_FALSE(titleProblem(film).isEmpty());
    film.title = QString(100, QChar(0xe4));
    EXPECT_TRUE(titleProblem(film).isEmpty());
    film.title += u'a';
    EXPECT_FALSE(titleProblem(film).isEmpty());
    film.description = QString(kMaxDescription, u'a');
    EXPECT_TRUE(descriptionProblem(film).isEmpty());
    film.description += u'a';
    EXPECT_FALSE(descriptionProblem(film).isEmpty());
}

}  // namespace
}  // namespace keyreel::ui
