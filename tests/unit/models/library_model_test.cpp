#include "ui/models/library_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/temporary_folder.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/cover_grid.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

constexpr int kPatienceMs = 30'000;

studio::LibraryEntry film(const std::string& title, studio::Role role = studio::Role::Free,
                          std::int64_t added = 100) {
    studio::LibraryEntry entry;
    entry.link = "keyreel://films.example/" + title;
    entry.title = title;
    entry.creatorName = "Mara";
    entry.role = role;
    entry.durationMs = 60'000;
    entry.added = added;
    return entry;
}

QStringList titles(const QAbstractItemModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row, 0).data().toString());
    return out;
}

TEST(LibraryModel, FindsFilmsByTheirTags) {
    auto ferry = film("Ferry");
    ferry.tags = {"Documentary", "Sea"};
    auto lake = film("Lake");
    lake.tags = {"sea"};
    LibraryModel model;
    LibraryFilter filter;
    filter.setSourceModel(&model);
    filter.setOrder(u"title"_s);
    model.setEntries({ferry, lake, film("Wren")});
    EXPECT_EQ(model.tags(), QStringList({u"Sea"_s, u"Documentary"_s})) << "the most used first";
    filter.setTag(u"Sea"_s);
    EXPECT_EQ(titles(filter), QStringList({u"Ferry"_s, u"Lake"_s}));
    filter.setTag({});
    filter.setSearch(u"document"_s);
    EXPECT_EQ(titles(filter), QStringList({u"Ferry"_s}));
    filter.setSearch(u"seawren"_s);
    EXPECT_EQ(filter.rowCount(), 0) << "no word runs from one text into the next";
}

TEST(LibraryModel, IsAModelWhateverHappensToIt) {
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    LibraryFilter filter;
    filter.setSourceModel(&model);
    const Tester filterTester(&filter, Tester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_FALSE(model.data(model.index(0), Qt::DisplayRole).isValid());
    model.setDimmed(true);
    model.setEntries({film("A"), film("B", studio::Role::Mine), film("C")});
    filter.setOrder(u"title"_s);
    filter.setKind(u"opened"_s);
    model.setDimmed(false);
    filter.setSearch(u"c"_s);
    model.setEntries({film("C")});
    filter.setSearch({});
    model.setEntries({});
    EXPECT_EQ(filter.rowCount(), 0);
    EXPECT_EQ(model.rowCount(model.index(0)), 0);
    EXPECT_EQ(model.entry(u"keyreel://films.example/C"_s), nullptr);
}

TEST(LibraryModel, SaysWhatEachFilmIs) {
    auto begun = film("Open water");
    begun.positionMs = 15'000;
    begun.lastOpened = 500;
    auto past = film("Past its end");
    past.positionMs = 61'000;
    auto unknown = film("No length");
    unknown.durationMs = 0;
    unknown.positionMs = 5;
    LibraryModel model;
    model.setEntries(
        {begun, film("Night ferry", studio::Role::Mine), film("Lent", studio::Role::Granted), past, unknown});
    const auto at = [&](int row, int role) { return model.index(row).data(role); };
    EXPECT_EQ(at(0, Qt::DisplayRole).toString(), u"Open water"_s);
    EXPECT_EQ(at(0, Qt::AccessibleTextRole).toString(), u"Open water, opened, Mara, 45 s left"_s);
    EXPECT_EQ(at(0, CoverProgressRole).toDouble(), 0.25);
    EXPECT_EQ(at(0, CoverMetaRole).toString(), u"Mara"_s);
    EXPECT_EQ(at(0, LibraryModel::OpenedRole).toLongLong(), 500);
    EXPECT_FALSE(at(0, LibraryModel::MineRole).toBool());
    EXPECT_EQ(at(0, CoverBadgeRole).value<BadgeSpec>(), BadgeSpec::free());
    EXPECT_EQ(at(1, CoverBadgeRole).value<BadgeSpec>(), BadgeSpec::published());
    EXPECT_EQ(at(1, CoverMetaRole).toString(), u"1:00"_s);
    EXPECT_EQ(at(1, Qt::AccessibleTextRole).toString(), u"Night ferry, published, Mara"_s);
    EXPECT_EQ(at(2, CoverBadgeRole).value<BadgeSpec>(), BadgeSpec::owned());
    EXPECT_EQ(at(3, CoverProgressRole).toDouble(), 1.0) << "a share of the film, whatever was noted";
    EXPECT_EQ(at(4, CoverProgressRole).toDouble(), 0.0);
    EXPECT_EQ(model.entry(u"keyreel://films.example/Lent"_s)->title, "Lent");

    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setDimmed(true);
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0][0].toModelIndex().row(), 0);
    EXPECT_EQ(changes[0][1].toModelIndex().row(), 4);
    EXPECT_EQ(at(1, CoverBadgeRole).value<BadgeSpec>(), BadgeSpec::needsGateway());
    EXPECT_TRUE(at(1, CoverDimmedRole).toBool());
    model.setDimmed(true);
    EXPECT_EQ(changes.size(), 1);
}

TEST(LibraryModel, ReadsCoversBehindTheWindowAndSaysWhenOneIsMissing) {
    const test::TemporaryFolder folder;
    const auto path = [&](const char* name) { return folder.path() / name; };
    QImage wide(1600, 900, QImage::Format_RGB32);
    wide.fill(Qt::darkCyan);
    ASSERT_TRUE(wide.save(QString::fromStdString(path("wide.png").string())));
    auto there = film("There");
    there.cover = path("wide.png");
    auto gone = film("Gone");
    gone.cover = path("gone.jpg");
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    QSignalSpy stills(&model, &LibraryModel::stillChanged);
    model.setEntries({there, gone, film("None")});
    const auto at = [&](int row, int role) { return model.index(row).data(role); };
    EXPECT_TRUE(at(0, CoverLoadingRole).toBool());
    EXPECT_FALSE(at(2, CoverLoadingRole).toBool());
    EXPECT_TRUE(at(2, CoverMissingRole).toBool());
    // Nothing is read before somebody wants to see it.
    QCoreApplication::processEvents();
    EXPECT_TRUE(stills.isEmpty());
    for (int row = 0; row < 3; ++row)
        EXPECT_TRUE(at(row, CoverImageRole).value<QImage>().isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return stills.size() == 2; }, kPatienceMs));
    EXPECT_FALSE(at(0, CoverLoadingRole).toBool());
    EXPECT_FALSE(at(0, CoverMissingRole).toBool());
    const auto cover = at(0, CoverImageRole).value<QImage>();
    EXPECT_EQ(cover.width() * 3, cover.height() * 2);
    EXPECT_EQ(cover.pixelColor(cover.rect().center()), QColor(Qt::darkCyan));
    EXPECT_EQ(model.still(u"keyreel://films.example/There"_s).size(), QSize(960, 540));
    EXPECT_TRUE(at(1, CoverMissingRole).toBool());
    EXPECT_FALSE(at(1, CoverLoadingRole).toBool());

    // The same list again reads nothing again; a new cover of the same film does.
    model.setEntries({there, gone, film("None")});
    EXPECT_FALSE(at(0, CoverLoadingRole).toBool());
    QImage other(900, 1600, QImage::Format_RGB32);
    other.fill(Qt::red);
    ASSERT_TRUE(other.save(QString::fromStdString(path("other.png").string())));
    there.cover = path("other.png");
    model.setEntries({there});
    EXPECT_TRUE(at(0, CoverLoadingRole).toBool());
    EXPECT_TRUE(at(0, CoverImageRole).value<QImage>().isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !at(0, CoverLoadingRole).toBool(); }, kPatienceMs));
    EXPECT_EQ(at(0, CoverImageRole).value<QImage>().pixelColor(200, 300), QColor(Qt::red));
}

TEST(LibraryModel, ReadsACoverInTheSizeInWhichItIsShownAndShowsTheOldOneMeanwhile) {
    const test::TemporaryFolder folder;
    auto there = film("There");
    there.cover = folder.path() / "cover.png";
    QImage picture(960, 540, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    ASSERT_TRUE(picture.save(QString::fromStdString(there.cover.string())));
    LibraryModel model;
    model.setEntries({there});
    const auto cover = [&] { return model.index(0).data(CoverImageRole).value<QImage>(); };
    model.setCoverSize({172, 258});
    ASSERT_TRUE(QTest::qWaitFor([&] { return cover().size() == QSize(172, 258); }, kPatienceMs));
    model.setCoverSize({32, 48});
    EXPECT_EQ(cover().size(), QSize(172, 258));
    EXPECT_FALSE(model.index(0).data(CoverLoadingRole).toBool());
    ASSERT_TRUE(QTest::qWaitFor([&] { return cover().size() == QSize(32, 48); }, kPatienceMs));
    model.setCoverSize({});
    EXPECT_EQ(cover().size(), QSize(32, 48));
}

TEST(LibraryModel, KeepsAFewScreensOfCoversHoweverManyAreLookedAt) {
    const test::TemporaryFolder folder;
    const auto cover = folder.path() / "cover.jpg";
    QImage picture(160, 240, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    ASSERT_TRUE(picture.save(QString::fromStdString(cover.string())));
    std::vector<studio::LibraryEntry> entries;
    for (int i = 0; i < 300; ++i) {
        entries.push_back(film("Film " + std::to_string(i)));
        entries.back().cover = cover;
    }
    LibraryModel model;
    model.setEntries(entries);
    const auto isThere = [&](int row) { return !model.index(row).data(CoverLoadingRole).toBool(); };
    for (int row = 0; row < 300; ++row) {
        (void)model.index(row).data(CoverImageRole);
        ASSERT_TRUE(QTest::qWaitFor([&] { return isThere(row); }, kPatienceMs));
    }
    int kept = 0;
    for (int row = 0; row < 300; ++row)
        kept += isThere(row) ? 1 : 0;
    EXPECT_GT(kept, 100);
    EXPECT_LT(kept, 250);
    EXPECT_FALSE(isThere(0)) << "what was not looked at for longest goes first";
    // It comes back when it is looked at again.
    (void)model.index(0).data(CoverImageRole);
    EXPECT_TRUE(QTest::qWaitFor([&] { return isThere(0); }, kPatienceMs));
}

TEST(LibraryFilter, FindsAndOrdersAsAPersonAsks) {
    auto bees = film("bees", studio::Role::Mine, 300);
    bees.description = "A summer on the roof.";
    auto ants = film("Ants", studio::Role::Free, 100);
    ants.lastOpened = 900;
    auto crows = film("Crows", studio::Role::Granted, 200);
    crows.lastOpened = 800;
    LibraryModel model;
    model.setEntries({bees, crows, ants});
    LibraryFilter filter;
    filter.setSourceModel(&model);
    filter.setOrder(u"added"_s);
    EXPECT_EQ(titles(filter), (QStringList{u"bees"_s, u"Crows"_s, u"Ants"_s}));
    filter.setOrder(u"watched"_s);
    EXPECT_EQ(titles(filter), (QStringList{u"Ants"_s, u"Crows"_s, u"bees"_s}));
    filter.setOrder(u"added"_s);
    filter.setKind(u"mine"_s);
    EXPECT_EQ(titles(filter), QStringList{u"bees"_s});
    filter.setKind(u"opened"_s);
    EXPECT_EQ(titles(filter), (QStringList{u"Crows"_s, u"Ants"_s}));
    filter.setKind(u"all"_s);
    filter.setSearch(u"  ROOF "_s);
    EXPECT_EQ(titles(filter), QStringList{u"bees"_s});
    filter.setSearch(u"mara"_s);
    EXPECT_EQ(filter.rowCount(), 3);
    filter.setSearch(u".*"_s);
    EXPECT_EQ(filter.rowCount(), 0) << "what is typed is text";
    // A film that comes later finds its place.
    filter.setSearch({});
    model.setEntries({bees, crows, ants, film("Dogs", studio::Role::Free, 250)});
    EXPECT_EQ(titles(filter), (QStringList{u"bees"_s, u"Dogs"_s, u"Crows"_s, u"Ants"_s}));
}

}  // namespace
}  // namespace keyreel::ui
