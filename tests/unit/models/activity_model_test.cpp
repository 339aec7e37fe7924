#include "ui/models/activity_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "core/audit/log.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_log.h"
#include "ui/widgets/timeline_list.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

constexpr qint64 kDay = 86'400;
constexpr qint64 kNoon = 20'000 * kDay + kDay / 2;

Record record(quint64 number, const QString& event, qint64 time, QMap<QString, QString> fields = {}) {
    Record out;
    out.number = number;
    out.event = event;
    out.time = time;
    out.fields = std::move(fields);
    out.seal = u"f61d00000000009c"_s;
    return out;
}

std::vector<Record> twoDays() {
    return {record(4, u"open_refused"_s, kNoon + kDay,
                   {{u"content"_s, u"0123456789abcdef"_s}, {u"code"_s, u"no_access"_s}}),
            record(3, u"film_opened"_s, kNoon + 60, {{u"content"_s, u"ab"_s}}),
            record(2, u"film_published"_s, kNoon, {{u"content"_s, u"ab"_s}, {u"title"_s, u"Night ferry"_s}}),
            record(1, u"audit_started"_s, kNoon - 60, {{u"key"_s, u"00"_s}})};
}

QStringList sentences(const ActivityModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.record(model.index(row)) != nullptr) out.append(model.index(row).data().toString());
    return out;
}

TEST(ActivityModel, PutsRecordsUnderTheirDaysInWords) {
    ActivityModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.record(model.index(0)), nullptr);
    model.setRecords(twoDays(), {{u"ab"_s, u"Night ferry"_s}});
    ASSERT_EQ(model.rowCount(), 6);
    EXPECT_EQ(model.recordCount(), 4);
    const auto at = [&](int row, int role) { return model.index(row).data(role); };
    EXPECT_TRUE(at(0, TimelineHeadingRole).toBool());
    EXPECT_EQ(model.record(model.index(0)), nullptr);
    EXPECT_EQ(at(1, Qt::DisplayRole).toString(), u"Not opened: film 01234567"_s);
    EXPECT_EQ(at(1, TimelineDetailRole).toString(), u"You were not let in"_s);
    EXPECT_EQ(at(1, TimelineSealRole).toString(), u"f61d…9c"_s);
    EXPECT_EQ(at(1, TimelineToneRole).toInt(), static_cast<int>(Tone::Error));
    EXPECT_TRUE(at(2, TimelineHeadingRole).toBool());
    EXPECT_NE(at(0, Qt::DisplayRole), at(2, Qt::DisplayRole));
    EXPECT_EQ(at(3, Qt::DisplayRole).toString(), u"Opened: Night ferry"_s);
    EXPECT_EQ(at(3, TimelineNumberRole).toString(), u"No. 3"_s);
    EXPECT_FALSE(at(3, TimelineHeadingRole).toBool());
    ASSERT_NE(model.record(model.index(5)), nullptr);
    EXPECT_EQ(model.record(model.index(5))->number, 1U);
    EXPECT_EQ(at(5, TimelineDetailRole).toString().contains(u"00"_s), false) << "keys are not for reading";
}

TEST(ActivityModel, FiltersAndSearches) {
    ActivityModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setRecords(twoDays(), {});
    model.setFilter(u"published"_s, {});
    EXPECT_EQ(sentences(model), QStringList{u"Published: Night ferry"_s});
    EXPECT_EQ(model.rowCount(), 2) << "one day heading, no empty days";
    model.setFilter(u"all"_s, u"NIGHT"_s);
    EXPECT_EQ(sentences(model), QStringList{u"Published: Night ferry"_s});
    model.setFilter(u"all"_s, u"no_access"_s);
    EXPECT_EQ(sentences(model), QStringList{u"Not opened: film 01234567"_s});
    model.setFilter(u"access"_s, {});
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.recordCount(), 4);
    // New records come under the filter that stands.
    auto more = twoDays();
    more.insert(more.begin(), record(5, u"access_granted"_s, kNoon + 2 * kDay, {{u"content"_s, u"ab"_s}}));
    model.setRecords(more, {{u"ab"_s, u"Night ferry"_s}});
    EXPECT_EQ(sentences(model), QStringList{u"Let in: Night ferry"_s});
}

TEST(ActivityModel, MarksTheRecordWhereTheChainBreaks) {
    ActivityModel model;
    model.setBroken(3);
    model.setRecords(twoDays(), {});
    const auto broken = [&] {
        std::vector<quint64> out;
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row).data(TimelineBrokenRole).toBool())
                out.push_back(model.record(model.index(row))->number);
        return out;
    };
    EXPECT_EQ(broken(), std::vector<quint64>{3});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setBroken(0);
    EXPECT_EQ(changes.size(), 1);
    EXPECT_TRUE(broken().empty());
}

TEST(ActivityModel, ATitleIsNeverTakenForAPlaceInASentence) {
    ActivityModel model;
    model.setRecords({record(7, u"film_published"_s, kNoon, {{u"title"_s, u"100 %1 %3"_s}})}, {});
    EXPECT_EQ(model.index(1).data().toString(), u"Published: 100 %1 %3"_s);
    EXPECT_EQ(model.index(1).data(Qt::AccessibleTextRole).toString(),
              u"Published: 100 %1 %3, 12:00, record 7"_s);
}

TEST(Records, AreReadNewestFirstFromARealLog) {
    const test::TemporaryFolder folder;
    const test::FakeClock clock;
    const auto file = folder.path() / "audit.log";
    {
        auto log = test::must(audit::Log::open(file, test::keyOf(1), clock));
        for (int i = 0; i < 3; ++i)
            ASSERT_TRUE(
                log.append("film_opened",
                           {{"content", std::string("ab")}, {"nodes", std::int64_t{i}}, {"sound", i == 1}}));
    }
    const auto records = test::must(readRecords(file, 3));
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[0].number, 4U);
    EXPECT_EQ(records[0].fields.value(u"nodes"_s), u"2"_s);
    EXPECT_EQ(records[1].fields.value(u"sound"_s), u"yes"_s);
    EXPECT_EQ(records[2].number, 2U);
    EXPECT_EQ(records[0].previous, records[1].seal);
    EXPECT_EQ(records[0].time, clock.now());
    EXPECT_EQ(test::codeOf(readRecords(folder.path() / "none", 3)), "file_unreadable");
}

}  // namespace
}  // namespace keyreel::ui
