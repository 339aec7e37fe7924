#pragma once

#include <QElapsedTimer>
#include <array>

#include "core/studio/publish_job.h"
#include "ui/widgets/stage_pipeline.h"

namespace keyreel::ui {

/// How a job stands beside its report.
enum class JobActivity { Stopped = 1, Queued, Running };

/// Turns the reports of one job into what the pipeline shows: numbers, a smoothed rate, and a time left that
/// appears after 3 seconds and 3 % (design section 8). GUI thread.
class JobMeter {
public:
    /// Takes a report; the shown numbers change at most 4 times a second.
    void take(const studio::JobReport& report);
    [[nodiscard]] std::array<Stage, StagePipeline::kStages> stages(const studio::JobReport& report,
                                                                   JobActivity activity) const;
    /// Of the running stage, in seconds; below 0 while it is not known.
    [[nodiscard]] double secondsLeft() const { return m_secondsLeft; }

private:
    [[nodiscard]] Stage stage(const studio::JobReport& report, std::size_t index, JobActivity activity) const;
    QElapsedTimer m_since;
    std::size_t m_stage = studio::kStages;
    std::uint64_t m_first = 0;
    qint64 m_lastMs = 0;
    std::uint64_t m_lastDone = 0;
    double m_rate = 0;  ///< Bytes per second, smoothed.
    double m_secondsLeft = -1;
};

}  // namespace keyreel::ui
