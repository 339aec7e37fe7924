#include "ui/models/wish.h"

#include <gtest/gtest.h>

#include <QDir>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kLink = u"keyreel://127.0.0.1:1/0123"_s;

TEST(Wish, TakesPathsFromTheWorkingFolderAndLinksAsTheyAre) {
    const auto files = Wish::of({u"a film.mp4"_s, u"/b.mkv"_s, u"file:///c%20d.mp4"_s}, true);
    ASSERT_TRUE(files);
    EXPECT_EQ(files->targets,
              QStringList({QDir::current().absoluteFilePath(u"a film.mp4"_s), u"/b.mkv"_s, u"/c d.mp4"_s}));
    EXPECT_TRUE(files->play);
    const auto link = Wish::of({kLink}, true);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->targets, QStringList(kLink));
    EXPECT_FALSE(link->play);
    EXPECT_TRUE(Wish::of({}, false)->isEmpty());
}

TEST(Wish, RefusesALinkBesideFilesAndMoreThanItTakes) {
    const auto mixed = Wish::of({u"/a.mp4"_s, kLink}, false);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, "wish_invalid");
    QStringList many;
    for (int i = 0; i <= Wish::kMostTargets; ++i)
        many.append(u"/%1.mp4"_s.arg(i));
    EXPECT_FALSE(Wish::of(many, false));
    many.removeLast();
    EXPECT_TRUE(Wish::of(many, false));
}

TEST(Wish, ArrivesAtAnotherStartAsItWas) {
    for (const Wish& wish :
         {Wish{}, Wish{{kLink}, false}, Wish{{u"/a\nb.mp4"_s, u"/Größe/片.mkv"_s}, true}}) {
        const QByteArray bytes = wish.toBytes();
        EXPECT_EQ(Wish::fromBytes(bytes), wish);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            EXPECT_FALSE(Wish::fromBytes(bytes.left(i))) << i << " bytes of it";
    }
    for (const QByteArray& field : {QByteArray("stop"), QByteArray("keyreel:"), QByteArray()})
        EXPECT_FALSE(Wish::fromBytes(field + QByteArray("\0/a\0\0", 5)));
    EXPECT_FALSE(Wish::fromBytes(QByteArray("open\0\0/a\0\0", 10)));
    EXPECT_FALSE(Wish::fromBytes("open" + QByteArray("\0/a", 3).repeated(201) + QByteArray(2, '\0')));
}

}  // namespace
}  // namespace keyreel::ui
