#include "ui/models/queue_model.h"

#include <algorithm>
#include <tuple>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"

namespace keyreel::ui {
namespace {

using State = JobCard::State;

constexpr int kSoonMs = 50;
constexpr int kBeatMs = 500;

/// Needs-you before running before waiting for the gateway before the queue before published.
int urgency(State state) {
    switch (state) {
        case State::Failed:
            return 0;
        case State::Running:
            return 1;
        case State::Waiting:
            return 2;
        case State::Paused:
        case State::Queued:
            return 3;
        case State::Published:
            return 4;
    }
    return 5;
}

}  // namespace

QueueModel::QueueModel(QObject* parent) : QAbstractListModel(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    m_beat.setInterval(kBeatMs);
    connect(&m_soon, &QTimer::timeout, this, &QueueModel::refresh);
    connect(&m_beat, &QTimer::timeout, this, &QueueModel::refresh);
}

QueueModel::QueueModel(Engine& engine, QObject* parent) : QueueModel(parent) {
    m_engine = &engine;
    connect(m_engine, &Engine::jobAdded, this, &QueueModel::refresh);
    connect(m_engine, &Engine::jobRemoved, this, &QueueModel::refresh);
    connect(m_engine, &Engine::jobChanged, this, &QueueModel::refreshSoon);
    connect(m_engine, &Engine::discardFailed, this, &QueueModel::refresh);
    connect(m_engine, &Engine::queueArranged, this, &QueueModel::refresh);
    connect(m_engine, &Engine::readinessChanged, this, &QueueModel::refresh);
    refresh();
}

void QueueModel::refreshSoon() {
    if (!m_soon.isActive()) m_soon.start();
}

void QueueModel::refresh() {
    m_soon.stop();
    std::map<std::string, int> places;
    for (const auto& id : m_engine->queue().order())
        places.emplace(id, static_cast<int>(places.size()));
    std::vector<QueueEntry> entries;
    for (const auto& report : m_engine->jobs()) {
        const QString id = toQString(report.id);
        QueueEntry entry{report, JobActivity::Stopped, -1, m_engine->queue().canMove(report.id)};
        if (const auto place = places.find(report.id); place != places.end()) entry.place = place->second;
        if (m_engine->isRunning(id)) entry.activity = JobActivity::Running;
        if (m_engine->isQueued(id)) entry.activity = JobActivity::Queued;
        if (m_engine->isPaused(id)) entry.activity = JobActivity::Paused;
        entry.triesAgainIn = m_engine->triesAgainIn(id);
        entries.push_back(std::move(entry));
    }
    show(entries, m_engine->readiness() == Engine::Readiness::Ready, m_clock.elapsed());
    if (count(State::Running) + count(State::Waiting) == 0)
        m_beat.stop();
    else if (!m_beat.isActive())
        m_beat.start();
}

void QueueModel::show(const std::vector<QueueEntry>& entries, bool isReady, std::chrono::nanoseconds now) {
    struct Sorted {
        QueueRow row;
        int place;
        qint64 created;
        bool canMove;
    };
    std::vector<Sorted> sorted;
    std::map<QString, JobMeter> meters;
    for (const QueueEntry& entry : entries) {
        const QString id = toQString(entry.report.id);
        JobMeter meter = m_meters[id];
        meter.take(entry.report, entry.activity, now);
        meters.emplace(id, std::move(meter));
    }
    m_meters = std::move(meters);
    for (const QueueEntry& entry : entries) {
        QueueRow row = rowOf(entry, isReady);
        sorted.push_back({std::move(row), entry.place, entry.report.created, entry.canMove});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) {
        const bool published = a.row.state == State::Published;
        return std::make_tuple(urgency(a.row.state), published ? -a.created : a.place) <
               std::make_tuple(urgency(b.row.state), published ? -b.created : b.place);
    });
    std::vector<QueueRow> wanted;
    QueueRow* last = nullptr;
    int place = 0;
    wanted.reserve(sorted.size());
    for (Sorted& each : sorted) {
        wanted.push_back(std::move(each.row));
        if (!each.canMove) continue;
        wanted.back().waitingPlace = ++place;
        wanted.back().isFirst = place == 1;
        last = &wanted.back();
    }
    if (last != nullptr) last->isLast = true;
    arrange(wanted);
}

QueueRow QueueModel::rowOf(const QueueEntry& entry, bool isReady) {
    const studio::JobReport& job = entry.report;
    QueueRow row;
    row.id = toQString(job.id);
    row.title = toQString(job.request.title);
    const JobMeter& meter = m_meters[row.id];
    QStringList meta{job.request.access == studio::Access::Granted ? tr("Only people you grant")
                                                                   : tr("Free")};
    if (job.filmSeconds > 0) meta.append(format::clock(static_cast<qint64>(job.filmSeconds * 1000)));
    if (job.packageBytes > 0) meta.append(format::size(job.packageBytes));
    row.meta = meta.join(QStringLiteral(" · "));
    row.still = toQString(job.cover.string());
    row.stages = meter.stages(job, entry.activity);
    const double left = meter.secondsLeft();
    if (left >= 0) row.spokenLeft = format::spokenLeft(left);

    if (job.published()) {
        row.state = State::Published;
        row.line = tr("Published");
    } else if (entry.activity == JobActivity::Running) {
        row.state = State::Running;
        if (left >= 0)
            row.line = tr("This stage: %1 left").arg(format::clock(static_cast<qint64>(left * 1000)));
    } else if (entry.activity == JobActivity::Queued) {
        row.state = State::Queued;
        row.line = isReady ? tr("Waits for its turn") : tr("Starts when Keyreel is ready");
    } else if (entry.activity == JobActivity::Paused || !job.error || job.error->code == "cancelled") {
        row.state = State::Paused;
        row.line = entry.activity == JobActivity::Paused ? tr("Paused by you") : tr("Paused");
    } else {
        const Sentence words = sentenceOf(*job.error, {row.title, {}, {}});
        row.state = isOffline(*job.error) ? State::Waiting : State::Failed;
        row.fact = words.fact;
        row.next =
            words.next.isEmpty() ? tr("Your film is safe here; Retry goes on from there.") : words.next;
        if (row.state == State::Waiting) {
            row.line = tr("Waiting for the gateway");
            if (const auto wait = entry.triesAgainIn) {
                // Never "in 0:00": then it tries.
                const auto seconds =
                    std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(*wait).count());
                row.line =
                    tr("Waiting for the gateway · tries again in %1").arg(format::clock(seconds * 1000));
                row.next = tr("Your film is safe here; Keyreel goes on by itself as soon as it is answered.");
            }
        }
    }
    return row;
}

void QueueModel::arrange(const std::vector<QueueRow>& wanted) {
    const auto isWanted = [&wanted](const QueueRow& row) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](const QueueRow& each) { return each.id == row.id; });
    };
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (isWanted(row(i))) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(wanted.size()); ++i) {
        const QueueRow& want = wanted[static_cast<std::size_t>(i)];
        const auto at = m_rows.begin() + i;
        const auto found =
            std::find_if(at, m_rows.end(), [&](const QueueRow& each) { return each.id == want.id; });
        if (found == m_rows.end()) {
            beginInsertRows({}, i, i);
            m_rows.insert(at, want);
            endInsertRows();
            continue;
        }
        if (found != at) {
            const int from = static_cast<int>(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, i);
            std::rotate(at, found, std::next(found));
            endMoveRows();
        }
        QueueRow& now = m_rows[static_cast<std::size_t>(i)];
        if (now == want) continue;
        now = want;
        Q_EMIT dataChanged(index(i), index(i));
    }
}

int QueueModel::count(State state) const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [state](const QueueRow& row) { return row.state == state; }));
}

int QueueModel::onTheWay() const {
    return static_cast<int>(m_rows.size()) - count(State::Published);
}

QString QueueModel::summary() const {
    QStringList parts;
    if (const int number = count(State::Running)) parts.append(tr("%1 running").arg(number));
    if (const int number = count(State::Failed))
        parts.append(number == 1 ? tr("1 needs you") : tr("%1 need you").arg(number));
    if (const int number = count(State::Paused)) parts.append(tr("%1 paused").arg(number));
    if (const int number = count(State::Queued) + count(State::Waiting))
        parts.append(tr("%1 waiting").arg(number));
    if (const int number = count(State::Published)) parts.append(tr("%1 published").arg(number));
    return parts.join(QStringLiteral(" · "));
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const QueueRow& shown = row(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return shown.title;
        case IdRole:
            return shown.id;
        case StateRole:
            return static_cast<int>(shown.state);
        case LineRole:
            return shown.line;
        case WaitingPlaceRole:
            return shown.waitingPlace;
        default:
            return {};
    }
}

}  // namespace keyreel::ui
