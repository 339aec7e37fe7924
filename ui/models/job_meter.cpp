#include "ui/models/job_meter.h"

#include <cmath>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

bool countsBytes(std::size_t stage) {
    const studio::Stage which = studio::kAllStages[stage];
    return which == studio::Stage::Encrypt || which == studio::Stage::Upload;
}

double partOf(const Progress& progress) {
    return progress.total == 0 ? -1
                               : static_cast<double>(progress.done) / static_cast<double>(progress.total);
}

QString percent(double part) {
    return tr("%1 %").arg(static_cast<int>(part * 100));
}

}  // namespace

void JobMeter::take(const studio::JobReport& report, JobActivity activity, std::chrono::nanoseconds now) {
    std::size_t running = studio::kStages;
    if (activity == JobActivity::Running)
        for (std::size_t i = 0; i < studio::kStages; ++i)
            if (report.stages[i].status == studio::StageStatus::Running) running = i;
    // After a pause or a stage what was seen before says nothing about what comes.
    if (running != m_stage) m_rate.restart();
    m_stage = running;
    if (running < studio::kStages && countsBytes(running)) m_rate.take(report.stages[running].progress, now);
}

Stage JobMeter::stage(const studio::JobReport& report, std::size_t index, JobActivity activity) const {
    const studio::StageReport& source = report.stages[index];
    const double part = partOf(source.progress);
    const QString seconds = format::clock(static_cast<qint64>(std::llround(source.seconds * 1000)));
    Stage stage;
    stage.tooltip = source.seconds > 0 ? ui::tr("%1 spent").arg(seconds) : QString();
    switch (source.status) {
        case studio::StageStatus::NotBegun:
            break;
        case studio::StageStatus::Done:
            stage.state = StageState::Done;
            stage.progress = 1;
            stage.numbers = source.seconds < 1 ? ui::tr("under 1 s") : seconds;
            break;
        case studio::StageStatus::Running: {
            stage.state = activity == JobActivity::Running ? StageState::Running : StageState::Paused;
            stage.progress = part;
            if (activity != JobActivity::Running) {
                stage.numbers = part >= 0 ? ui::tr("Paused at %1").arg(percent(part)) : ui::tr("Paused");
                break;
            }
            QStringList numbers;
            if (part >= 0) numbers.append(percent(part));
            if (const auto rate = m_rate.rate(); m_stage == index && rate && countsBytes(index))
                numbers.append(format::rate(*rate));
            if (const auto left = m_rate.secondsLeft(); m_stage == index && left)
                numbers.append(format::clock(static_cast<qint64>(*left * 1000)));
            stage.numbers = numbers.join(QStringLiteral(" · "));
            break;
        }
        case studio::StageStatus::Failed:
        case studio::StageStatus::Stopped: {
            const bool waits = report.error && isOffline(*report.error);
            const bool stopped = source.status == studio::StageStatus::Stopped;
            stage.state = stopped ? StageState::Paused : waits ? StageState::Waiting : StageState::Failed;
            stage.progress = part < 0 ? 0 : part;
            if (stopped)
                stage.numbers = part > 0 ? ui::tr("Paused at %1").arg(percent(part)) : ui::tr("Paused");
            else if (source.progress.total > 0)
                stage.numbers =
                    ui::tr("%1 of %2 kept")
                        .arg(format::size(source.progress.done), format::size(source.progress.total));
            break;
        }
    }
    return stage;
}

std::array<Stage, StagePipeline::kStages> JobMeter::stages(const studio::JobReport& report,
                                                           JobActivity activity) const {
    static_assert(StagePipeline::kStages == static_cast<int>(studio::kStages));
    std::array<Stage, StagePipeline::kStages> out;
    for (std::size_t i = 0; i < studio::kStages; ++i)
        out[i] = stage(report, i, activity);
    return out;
}

}  // namespace keyreel::ui
