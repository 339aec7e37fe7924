#include "ui/models/queue_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = JobCard::State;
using studio::StageStatus;

QueueEntry entry(const char* id, JobActivity activity, int place) {
    QueueEntry out;
    out.report.id = id;
    out.report.request.title = std::string("Film ") + id;
    out.activity = activity;
    out.place = place;
    out.canMove = activity == JobActivity::Queued || activity == JobActivity::Paused;
    return out;
}

QueueEntry failed(const char* id, int place, const char* code) {
    QueueEntry out = entry(id, JobActivity::Stopped, place);
    out.report.error = Error{code, "It stopped.", "Try again."};
    return out;
}

QueueEntry published(const char* id, qint64 created) {
    QueueEntry out = entry(id, JobActivity::Stopped, -1);
    out.report.link = "keyreel://x";
    out.report.created = created;
    return out;
}

QString idsOf(const QueueModel& model) {
    QString ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids += model.data(model.index(i), QueueModel::IdRole).toString();
    return ids;
}

TEST(QueueModel, OrdersByNeedThenByTheQueueAndStaysSoundWhileItChanges) {
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show({published("p", 1), published("q", 2), entry("a", JobActivity::Queued, 3),
                entry("b", JobActivity::Paused, 2), entry("c", JobActivity::Running, 1),
                failed("d", 4, "disk_full"), failed("e", 0, "gateway_unreachable")},
               true, 0s);
    EXPECT_EQ(idsOf(model), u"dcebaqp"_s);
    EXPECT_EQ(model.row(3).waitingPlace, 1);
    EXPECT_TRUE(model.row(3).isFirst && !model.row(3).isLast);
    EXPECT_TRUE(model.row(4).isLast);
    EXPECT_EQ(model.row(1).waitingPlace, 0);
    EXPECT_EQ(model.summary(), u"1 running · 1 needs you · 1 paused · 2 waiting · 2 published"_s);
    EXPECT_EQ(model.onTheWay(), 5);
    EXPECT_EQ(model.row(3).line, u"Paused by you"_s);
    EXPECT_EQ(model.row(2).line, u"Waiting for the gateway"_s);
    EXPECT_FALSE(model.row(0).fact.isEmpty());

    // A move is a move: views keep their cards, and nothing else is told.
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.show({entry("a", JobActivity::Queued, 0), entry("b", JobActivity::Paused, 2),
                entry("f", JobActivity::Queued, 3), entry("c", JobActivity::Running, 1)},
               true, 1s);
    EXPECT_EQ(idsOf(model), u"cabf"_s);
    EXPECT_EQ(moved.size(), 1);
    EXPECT_EQ(inserted.size(), 1);
    model.show({}, true, 2s);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(QueueModel, CountsDownToTheNextTryOfAJobThatWasNotAnswered) {
    QueueModel model;
    QueueEntry job = failed("a", 0, "gateway_unreachable");
    const auto line = [&](std::chrono::nanoseconds wait) {
        job.triesAgainIn = wait;
        model.show({job}, true, 0s);
        return model.row(0).line;
    };
    EXPECT_EQ(line(11'200ms), u"Waiting for the gateway · tries again in 0:12"_s);
    EXPECT_EQ(line(0ns), u"Waiting for the gateway · tries again in 0:01"_s);
    EXPECT_EQ(model.row(0).state, State::Waiting);
    EXPECT_TRUE(model.row(0).next.contains(u"by itself"_s));
    job.triesAgainIn.reset();
    model.show({job}, false, 0s);
    EXPECT_EQ(model.row(0).line, u"Waiting for the gateway"_s);
}

TEST(QueueModel, ShowsATimeLeftOnlyWhereItIsMeasuredAndNoneAcrossAPause) {
    QueueModel model;
    QueueEntry job = entry("a", JobActivity::Running, 0);
    const auto upload = [&](std::uint64_t done, JobActivity activity, std::chrono::nanoseconds now) {
        job.activity = activity;
        job.report.stages[3] = {StageStatus::Running, {done, 10'000'000}, 1};
        model.show({job}, true, now);
        return model.row(0);
    };
    std::uint64_t done = 0;
    auto now = 0ms;
    QueueRow row;
    for (; now < 5s; now += 250ms)
        row = upload(done += 250'000, JobActivity::Running, now);
    EXPECT_EQ(row.line, u"This stage: 0:05 left"_s);
    EXPECT_EQ(row.stages[3].numbers, u"50 % · 1.00\u00A0MB/s · 0:05"_s);
    row = upload(done, JobActivity::Paused, now += 250ms);
    EXPECT_EQ(row.state, State::Paused);
    EXPECT_EQ(row.stages[3].numbers, u"Paused at 50 %"_s);
    row = upload(done + 1000, JobActivity::Running, now += 60s);
    EXPECT_EQ(row.line, QString()) << "what was before the pause says nothing";
    EXPECT_EQ(row.stages[3].numbers, u"50 %"_s);
}

}  // namespace
}  // namespace keyreel::ui
