#include "ui/models/watch_list.h"

#include <gtest/gtest.h>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

WatchList listOf(const QString& titles) {
    QList<ListedFilm> films;
    for (const QChar title : titles)
        films.append({{}, u"/films/"_s + title, title, {}});
    return WatchList(films);
}

/// The titles, the one that is on in brackets.
QString shown(const WatchList& list) {
    QString out;
    for (qsizetype i = 0; i < list.films().size(); ++i)
        out += i == list.now() ? u'[' + list.films()[i].title + u']' : list.films()[i].title;
    return out;
}

TEST(WatchList, EndsWhereItEnds) {
    WatchList list = listOf(u"abc"_s);
    EXPECT_FALSE(list.after(-1));
    EXPECT_EQ(list.after(1), 1);
    list.setNow(2);
    EXPECT_FALSE(list.after(1));
    EXPECT_EQ(list.after(-2), 0);
    list.setNow(3);
    list.setNow(-1);
    EXPECT_EQ(list.now(), 2);
    EXPECT_FALSE(WatchList().after(0));
}

TEST(WatchList, TheFilmThatIsOnStaysOnWhereverFilmsGo) {
    for (qsizetype on = 0; on < 4; ++on)
        for (qsizetype from = 0; from < 4; ++from)
            for (qsizetype to = 0; to < 4; ++to) {
                WatchList list = listOf(u"abcd"_s);
                list.setNow(on);
                const ListedFilm playing = list.films()[on];
                const ListedFilm moved = list.films()[from];
                list.move(from, to);
                EXPECT_EQ(list.films()[list.now()], playing) << on << from << to;
                EXPECT_EQ(list.films()[to], moved) << on << from << to;
            }
    WatchList list = listOf(u"ab"_s);
    list.move(0, 2);
    list.move(-1, 0);
    EXPECT_EQ(shown(list), u"[a]b"_s);
}

TEST(WatchList, WhatIsRemovedComesBackToItsPlace) {
    WatchList list = listOf(u"abcd"_s);
    list.setNow(2);
    EXPECT_FALSE(list.remove(2));
    EXPECT_FALSE(list.remove(4));
    const ListedFilm first = list.films()[0];
    EXPECT_TRUE(list.remove(0));
    EXPECT_EQ(shown(list), u"b[c]d"_s);
    EXPECT_TRUE(list.remove(2));
    EXPECT_EQ(shown(list), u"b[c]"_s);
    list.insert(0, first);
    EXPECT_EQ(shown(list), u"ab[c]"_s);
    list.insert(9, first);
    EXPECT_EQ(shown(list), u"ab[c]a"_s);
    WatchList empty;
    empty.insert(0, first);
    EXPECT_EQ(shown(empty), u"[a]"_s);
}

}  // namespace
}  // namespace keyreel::ui
