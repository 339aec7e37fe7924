#include "ui/models/watch_ledger.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

#include "tests/support/temporary_folder.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kSettle = 3000ms;

class WatchedVideos : public ::testing::Test {
protected:
    QString path(const QString& name) const {
        return QString::fromStdString(folder.path().string()) + u'/' + name;
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(bytes);
    }
    WatchLedger::News look(WatchLedger::Time later) {
        now += later;
        const auto files = watchedFilesIn(QString::fromStdString(folder.path().string()));
        EXPECT_TRUE(files);
        return ledger.note(files.value_or(std::vector<WatchedFile>()), now, kSettle);
    }
    test::TemporaryFolder folder;
    WatchLedger ledger;
    WatchLedger::Time now{0};
};

TEST_F(WatchedVideos, WhatWasThereIsNotNewAndWhatComesIsWhenItIsStill) {
    write(u"old.mp4"_s, "old");
    ledger.begin(path({}));
    EXPECT_TRUE(look(0ms).complete.isEmpty());
    write(u"new.mkv"_s, "a");
    write(u"notes.txt"_s, "a");
    write(u".half.mp4"_s, "a");
    EXPECT_TRUE(look(1000ms).complete.isEmpty());
    EXPECT_TRUE(ledger.isWaiting());
    EXPECT_TRUE(look(2000ms).complete.isEmpty());
    write(u"new.mkv"_s, "b");
    EXPECT_TRUE(look(2000ms).complete.isEmpty()) << "it grew";
    EXPECT_TRUE(look(2999ms).complete.isEmpty());
    EXPECT_EQ(look(1ms).complete, QStringList{u"new.mkv"_s});
    EXPECT_TRUE(look(60'000ms).complete.isEmpty()) << "once";
    EXPECT_FALSE(ledger.isWaiting());
}

TEST_F(WatchedVideos, AFileThatAProgramStillHasOpenIsNotComplete) {
    ledger.begin(path({}));
    look(0ms);
    QFile open(path(u"slow.mp4"_s));
    ASSERT_TRUE(open.open(QIODevice::WriteOnly));
    open.write("half");
    open.flush();
    EXPECT_TRUE(look(1000ms).complete.isEmpty());
    EXPECT_TRUE(look(60'000ms).complete.isEmpty()) << "it is the same for a minute, but somebody writes it";
    open.close();
    EXPECT_TRUE(look(1000ms).complete.isEmpty());
    EXPECT_EQ(look(kSettle).complete, QStringList{u"slow.mp4"_s});
}

TEST_F(WatchedVideos, AnotherNameIsNoOtherVideoAndTheEndOfADownloadIsOne) {
    ledger.begin(path({}));
    look(0ms);
    write(u"film.mp4.part"_s, "whole");
    EXPECT_FALSE(ledger.isWaiting());
    ASSERT_TRUE(QFile::rename(path(u"film.mp4.part"_s), path(u"film.mp4"_s)));
    look(1000ms);
    EXPECT_EQ(look(kSettle).complete, QStringList{u"film.mp4"_s});
    ASSERT_TRUE(QFile::rename(path(u"film.mp4"_s), path(u"Night Ferry.mp4"_s)));
    const auto news = look(1000ms);
    ASSERT_EQ(news.renamed.size(), 1);
    EXPECT_EQ(news.renamed[0], std::pair(u"film.mp4"_s, u"Night Ferry.mp4"_s));
    EXPECT_FALSE(ledger.isWaiting());
    // A hard link beside it is a second name, not a new one.
    ASSERT_EQ(::link(qPrintable(path(u"Night Ferry.mp4"_s)), qPrintable(path(u"same.mp4"_s))), 0);
    EXPECT_TRUE(look(kSettle).renamed.isEmpty());
}

TEST_F(WatchedVideos, WhatWasSeenStaysSeenOverARestartAndWhatCameMeanwhileIsNew) {
    write(u"old.mp4"_s, "old");
    ledger.begin(path({}));
    EXPECT_TRUE(look(0ms).hasChanged);
    EXPECT_FALSE(look(1000ms).hasChanged);
    const Bytes kept = ledger.toJson();
    write(u"meanwhile.mp4"_s, "new");
    ledger = WatchLedger::fromJson(kept);
    EXPECT_EQ(ledger.folder(), path({}));
    look(1000ms);
    EXPECT_EQ(look(kSettle).complete, QStringList{u"meanwhile.mp4"_s});
    // Chosen, and ended before the first look: nothing was seen, so nothing is new.
    WatchLedger fresh;
    fresh.begin(path({}));
    ledger = WatchLedger::fromJson(fresh.toJson());
    look(0ms);
    EXPECT_TRUE(look(kSettle).complete.isEmpty());
    EXPECT_TRUE(WatchLedger::fromJson(asBytes("[nonsense")).folder().isEmpty());
}

TEST_F(WatchedVideos, AFolderThatIsGoneIsNotAnEmptyOne) {
    EXPECT_FALSE(watchedFilesIn(path(u"nowhere"_s)));
    EXPECT_TRUE(watchedFilesIn(path({})).value_or(std::vector<WatchedFile>(1)).empty());
}

}  // namespace
}  // namespace keyreel::ui
