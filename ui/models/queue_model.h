#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <map>
#include <vector>

#include "core/base/clock.h"
#include "ui/models/engine.h"
#include "ui/models/job_meter.h"
#include "ui/widgets/job_card.h"

namespace keyreel::ui {

/// One job as it is given to the model.
struct QueueEntry {
    studio::JobReport report;
    JobActivity activity = JobActivity::Stopped;
    int place = -1;        ///< In the order of the queue; below 0 for published ones.
    bool canMove = false;  ///< Waits or is paused.
    std::optional<std::chrono::nanoseconds> triesAgainIn{};
};

/// One job as it is shown.
struct QueueRow {
    QString id;
    QString title;
    QString meta;
    QString still;  ///< Path of its picture.
    JobCard::State state = JobCard::State::Queued;
    QString line;  ///< At the right of the title.
    QString fact;  ///< Why it failed, and what to do.
    QString next;
    std::array<Stage, StagePipeline::kStages> stages;
    QString spokenLeft;
    int waitingPlace = 0;  ///< From 1 among those that can change places; 0 for all others.
    bool isFirst = false;  ///< Of those.
    bool isLast = false;
    bool operator==(const QueueRow&) const = default;
};

/// Every film on its way: what needs a person, what runs, what waits for the gateway, then waiting and paused
/// jobs in the order in which they will run, and the published ones, newest first. Times left are those of
/// `JobMeter`. GUI thread.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum ExtraRole { IdRole = Qt::UserRole + 301, StateRole, LineRole, WaitingPlaceRole };

    explicit QueueModel(QObject* parent = nullptr);
    /// Shows the jobs of an engine, which must outlive the model, for as long as both live.
    explicit QueueModel(Engine& engine, QObject* parent = nullptr);

    /// All jobs as they are at `now` (monotonic).
    void show(const std::vector<QueueEntry>& entries, bool isReady, std::chrono::nanoseconds now);
    [[nodiscard]] const QueueRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int count(JobCard::State state) const;
    /// Those that are not published.
    [[nodiscard]] int onTheWay() const;
    /// "1 running · 2 waiting".
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void refresh();
    void refreshSoon();
    [[nodiscard]] QueueRow rowOf(const QueueEntry& entry, bool isReady);
    void arrange(const std::vector<QueueRow>& wanted);

    Engine* m_engine = nullptr;
    SystemClock m_clock;
    QTimer m_soon;
    QTimer m_beat;  ///< While something runs or is awaited: work that stands still tells nothing.
    std::vector<QueueRow> m_rows;
    std::map<QString, JobMeter> m_meters;
};

}  // namespace keyreel::ui
