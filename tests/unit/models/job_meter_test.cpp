#include "ui/models/job_meter.h"

#include <gtest/gtest.h>

#include "ui/models/formats.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;
using studio::StageStatus;

studio::JobReport uploading(StageStatus status) {
    studio::JobReport report;
    for (std::size_t i = 0; i < 3; ++i)
        report.stages[i] = {StageStatus::Done, {}, 2.4};
    report.stages[3] = {status, {410, 1000}, 5};
    return report;
}

TEST(JobMeter, ShowsEveryStageAsItStands) {
    const JobMeter meter;
    const auto stages = meter.stages(uploading(StageStatus::Running), JobActivity::Running);
    EXPECT_EQ(stages[0].state, StageState::Done);
    EXPECT_EQ(stages[0].numbers, u"0:02"_s);
    EXPECT_EQ(stages[3].state, StageState::Running);
    EXPECT_DOUBLE_EQ(stages[3].progress, 0.41);
    EXPECT_EQ(stages[3].numbers, u"41 %"_s);
    EXPECT_EQ(stages[3].tooltip, u"0:05 spent"_s);
    EXPECT_EQ(stages[4], Stage());
    EXPECT_LT(meter.secondsLeft(), 0) << "nothing is promised from one report";
}

TEST(JobMeter, TellsPausedWaitingAndFailedApart) {
    const JobMeter meter;
    const auto upload = [&](StageStatus status, const std::string& code, JobActivity activity) {
        auto report = uploading(status);
        if (!code.empty()) report.error = Error{code, "", ""};
        return meter.stages(report, activity)[3];
    };
    EXPECT_EQ(upload(StageStatus::Running, "", JobActivity::Queued).state, StageState::Paused);
    EXPECT_EQ(upload(StageStatus::Running, "", JobActivity::Queued).numbers, u"Paused at 41 %"_s);
    EXPECT_EQ(upload(StageStatus::Stopped, "cancelled", JobActivity::Stopped).state, StageState::Paused);
    const auto waits = upload(StageStatus::Failed, "gateway_unreachable", JobActivity::Stopped);
    EXPECT_EQ(waits.state, StageState::Waiting);
    EXPECT_DOUBLE_EQ(waits.progress, 0.41);
    EXPECT_EQ(upload(StageStatus::Failed, "disk_full", JobActivity::Stopped).state, StageState::Failed);
}

TEST(Format, WritesNumbersAsPeopleReadThem) {
    const QChar space(0xA0);
    EXPECT_EQ(format::size(0), u"0"_s + space + u"bytes"_s);
    EXPECT_EQ(format::size(999), u"999"_s + space + u"bytes"_s);
    EXPECT_EQ(format::size(24'600'000), u"24.6"_s + space + u"MB"_s);
    EXPECT_EQ(format::size(999'999), u"1.00"_s + space + u"MB"_s);
    EXPECT_EQ(format::size(1'234'000'000'000), u"1234"_s + space + u"GB"_s);
    EXPECT_EQ(format::rate(-3), u"0"_s + space + u"B/s"_s);
    EXPECT_EQ(format::clock(41'999), u"0:41"_s);
    EXPECT_EQ(format::clock(5'568'000), u"1:32:48"_s);
    EXPECT_EQ(format::clock(-1), u"0:00"_s);
    EXPECT_EQ(format::left(89'000), u"89 s left"_s);
    EXPECT_EQ(format::left(51 * 60'000), u"51 min left"_s);
    EXPECT_EQ(format::left(3'580'000), u"1 h 00 min left"_s);
    EXPECT_EQ(format::spokenLeft(69), u"1 minute 9 seconds left"_s);
    EXPECT_EQ(format::spokenLeft(0.2), u"1 second left"_s);
    EXPECT_EQ(format::spokenLeft(7260), u"2 hours 1 minute left"_s);
    EXPECT_EQ(format::shortAccount(u"did:key:z6MkrJ0123456789Wq1Tab"_s), u"z6MkrJ01 … Wq1Tab"_s);
    EXPECT_EQ(format::language("und"), QString());
    EXPECT_EQ(format::language("deu"), u"German"_s);
    EXPECT_EQ(format::pictureHeight(0), QString());
}

TEST(Format, APictureSharesNothingWithItsSource) {
    media::Image source;
    source.width = 3;
    source.height = 2;
    source.channels = 3;
    source.pixels = {255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const QImage made = format::image(source);
    source.pixels.assign(source.pixels.size(), 0);
    EXPECT_EQ(made.size(), QSize(3, 2));
    EXPECT_EQ(made.pixelColor(1, 0), QColor(0, 255, 0));
    EXPECT_EQ(made.pixelColor(2, 1), QColor(7, 8, 9));
    EXPECT_TRUE(format::image({}).isNull());
}

}  // namespace
}  // namespace keyreel::ui
