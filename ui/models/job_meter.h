#pragma once

#include <array>

#include "core/studio/publish_job.h"
#include "core/studio/rate_meter.h"
#include "ui/widgets/stage_pipeline.h"

namespace keyreel::ui {

/// How a job stands beside its report.
enum class JobActivity { Stopped = 1, Paused, Queued, Running };

/// Turns the reports of one job into what the pipeline shows: numbers, a rate, and a time left where the
/// running stage counts bytes and its RateMeter knows one. A value. GUI thread.
class JobMeter {
public:
    /// Takes a report at `now` (monotonic); to be told again when nothing changes, too.
    void take(const studio::JobReport& report, JobActivity activity, std::chrono::nanoseconds now);
    [[nodiscard]] std::array<Stage, StagePipeline::kStages> stages(const studio::JobReport& report,
                                                                   JobActivity activity) const;
    /// Of the running stage, in seconds; below 0 while it is not known.
    [[nodiscard]] double secondsLeft() const { return m_rate.secondsLeft().value_or(-1); }

private:
    [[nodiscard]] Stage stage(const studio::JobReport& report, std::size_t index, JobActivity activity) const;
    studio::RateMeter m_rate;
    std::size_t m_stage = studio::kStages;
};

}  // namespace keyreel::ui
