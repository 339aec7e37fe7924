#include <algorithm>

#include "core/base/log.h"
#include "ui/models/engine_background.h"
#include "ui/models/error_text.h"

namespace keyreel::ui {
namespace {

using studio::Standing;

/// Jobs that stand still inside a stage with a worker of their own; more begin that stage anew.
constexpr qsizetype kMostHeld = 3;

/// How far it is, in stages.
double reachedBy(const studio::JobReport& report) {
    double reached = 0;
    for (const auto& stage : report.stages)
        if (stage.status == studio::StageStatus::Done)
            ++reached;
        else if (stage.progress.total > 0)
            reached += static_cast<double>(stage.progress.done) / static_cast<double>(stage.progress.total);
    return reached;
}

}  // namespace

const studio::JobReport* Engine::job(const QString& id) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const studio::JobReport& report) {
        return toQString(report.id) == id;
    });
    return found == m_jobs.end() ? nullptr : &*found;
}

quint64 Engine::publish(const studio::PublishRequest& request) {
    m_unwritten.emplace_back(++m_publications, request);
    writeNextJob();
    return m_publications;
}

void Engine::writeNextJob() {
    // One after the other: forty films at once are in order then, and are not all read again at the same
    // time.
    if (m_writing || m_unwritten.empty()) return;
    m_writing = true;
    const auto [publication, request] = std::move(m_unwritten.front());
    m_unwritten.pop_front();
    background(
        [this, request = request, stop = m_stop.get_token()]() {
            return studio::PublishJob::create(m_options.places, request, *m_clock, *m_workshop, stop);
        },
        [this, publication = publication](Result<studio::PublishJob> created) {
            m_writing = false;
            if (created) {
                const QString id = toQString(created->report().id);
                m_jobs.push_back(created->report());
                m_queue.put(created->report().id, Standing::Waiting);
                Q_EMIT jobAdded(id, publication);
                runDueJobs();
            } else {
                Q_EMIT publishRefused(created.error(), publication);
            }
            writeNextJob();
        });
}

void Engine::takeJobs(const std::vector<studio::JobReport>& jobs, const std::vector<std::string>& paused,
                      const std::vector<std::string>& order) {
    std::vector<QString> added;
    for (const auto& report : jobs) {
        if (job(toQString(report.id)) != nullptr) continue;
        m_jobs.push_back(report);
        added.push_back(toQString(report.id));
        if (!report.published()) m_queue.put(report.id, Standing::Resting);
    }
    for (const auto& id : paused)
        if (m_queue.is(id, Standing::Resting)) m_queue.put(id, Standing::Paused);
    // Later it was changed here, by the person at this window.
    if (added.size() == m_jobs.size()) m_queue.arrange(order);
    for (const QString& id : added)
        Q_EMIT jobAdded(id, 0);
}

void Engine::goOnWith(const std::vector<std::string>& interrupted) {
    for (const auto& text : interrupted) {
        const QString id = toQString(text);
        const bool rests = m_queue.is(text, Standing::Resting) || m_queue.is(text, Standing::Parked);
        if (!rests || isUnderWay(id) || m_discarding.contains(id)) continue;
        m_retries.remove(text);
        m_queue.put(text, Standing::Waiting);
        Q_EMIT jobChanged(id);
    }
    runDueJobs();
}

bool Engine::isRunning(const QString& jobId) const {
    return m_runningJobs.contains(jobId) && m_queue.is(toStdString(jobId), Standing::Running);
}

bool Engine::isQueued(const QString& jobId) const {
    return m_queue.is(toStdString(jobId), Standing::Waiting);
}

bool Engine::isPaused(const QString& jobId) const {
    return m_queue.is(toStdString(jobId), Standing::Paused);
}

std::optional<std::chrono::nanoseconds> Engine::triesAgainIn(const QString& jobId) const {
    const std::string id = toStdString(jobId);
    const auto at = m_retries.at(id);
    if (!at || !m_queue.is(id, Standing::Parked)) return std::nullopt;
    return std::max(*at - m_clock->elapsed(), std::chrono::nanoseconds(0));
}

void Engine::setJobsAtOnce(int jobs) {
    m_queue.setAtOnce(static_cast<std::size_t>(std::max(1, jobs)));
    runDueJobs();
}

void Engine::keepPaused(const QString& id, bool paused) {
    // When it cannot be noted, the job goes on at the next start and can be paused again.
    if (const auto kept = studio::PublishJob::keepPaused(m_options.places, toStdString(id), paused); !kept)
        log(LogLevel::Warning, "publish", kept.error().what);
}

void Engine::pauseJob(const QString& id) {
    const std::string key = toStdString(id);
    const auto standing = m_queue.standing(key);
    if (standing != Standing::Waiting && standing != Standing::Running && standing != Standing::Parked)
        return;
    m_retries.remove(key);
    m_queue.put(key, Standing::Paused);
    keepPaused(id, true);
    if (const auto brake = m_runningJobs.value(id)) {
        const auto held = std::count_if(m_runningJobs.cbegin(), m_runningJobs.cend(),
                                        [](const auto& each) { return each->isPaused(); });
        if (held < kMostHeld)
            brake->pause();
        else
            brake->stop();
    }
    Q_EMIT jobChanged(id);
    runDueJobs();
}

void Engine::resumeJob(const QString& id) {
    const std::string key = toStdString(id);
    const auto standing = m_queue.standing(key);
    if (standing != Standing::Paused && standing != Standing::Resting && standing != Standing::Parked) return;
    m_retries.remove(key);
    m_queue.put(key, Standing::Waiting);
    keepPaused(id, false);
    Q_EMIT jobChanged(id);
    runDueJobs();
}

void Engine::pauseAll() {
    // The waiting ones first, or each would start as soon as one before it stands still.
    for (const auto standing : {Standing::Parked, Standing::Waiting, Standing::Running})
        for (const auto& id : m_queue.all(standing))
            pauseJob(toQString(id));
}

void Engine::resumeAll() {
    for (const auto& id : m_queue.all(Standing::Paused))
        resumeJob(toQString(id));
}

void Engine::stepJob(const QString& id, int places) {
    if (m_queue.step(toStdString(id), places)) keepOrder();
}

void Engine::moveJob(const QString& id, const QString& before) {
    if (m_queue.moveBefore(toStdString(id), toStdString(before))) keepOrder();
}

void Engine::keepOrder() {
    // When it cannot be kept, the next start has the order of before; this one has the new one.
    if (const auto kept = studio::writeQueueOrder(m_options.places, m_queue.order()); !kept)
        log(LogLevel::Warning, "publish", kept.error().what);
    Q_EMIT queueArranged();
}

void Engine::discardJob(const QString& id) {
    m_retries.remove(toStdString(id));
    if (m_queue.standing(toStdString(id))) m_queue.put(toStdString(id), Standing::Resting);
    if (const auto brake = m_runningJobs.value(id)) {
        m_discarding.append(id);
        keepPaused(id, true);  // Nobody may find it published after all when this process ends before.
        brake->stop();
        return;
    }
    // The end of the program stops this as well; what nobody wants any more must not go on at the next start.
    if (const auto* report = job(id); report != nullptr && !report->published()) {
        keepPaused(id, true);
        if (const Status kept = m_keep ? m_keep(*report) : Status(); !kept) {
            Q_EMIT discardFailed(id, kept.error());
            return;
        }
    }
    background(
        [this, id = toStdString(id), session = m_session, stop = m_stop.get_token()]() -> Status {
            KEYREEL_TRY(studio::PublishJob job, studio::PublishJob::load(m_options.places, id));
            return job.discard(session.get(), stop);
        },
        [this, id](const Status& discarded) {
            if (!discarded && discarded.error().code != "job_missing") {
                Q_EMIT discardFailed(id, discarded.error());
                return;
            }
            const auto found =
                std::find_if(m_jobs.begin(), m_jobs.end(),
                             [&](const studio::JobReport& report) { return toQString(report.id) == id; });
            if (found == m_jobs.end()) return;
            const studio::JobReport report = std::move(*found);
            m_jobs.erase(found);
            m_queue.remove(report.id);
            if (!report.published()) Q_EMIT jobCancelled(report);
            Q_EMIT jobRemoved(id);
        });
}

bool Engine::canCancel(const QString& id) const {
    const auto* report = job(id);
    return report != nullptr && !report->published() &&
           !(isUnderWay(id) && report->at(studio::Stage::Mint).status != studio::StageStatus::NotBegun);
}

void Engine::runDueJobs() {
    if (!m_session) return;
    for (const auto& key : m_queue.due()) {
        const QString id = toQString(key);
        if (const auto brake = m_runningJobs.value(id)) {
            // It was held; one that is still ending is begun anew when it has.
            if (!brake->resume()) continue;
            m_queue.put(key, Standing::Running);
            Q_EMIT jobChanged(id);
        } else {
            m_queue.put(key, Standing::Running);
            runJob(id);
            Q_EMIT jobChanged(id);
        }
    }
}

void Engine::runJob(const QString& id) {
    const auto brake = std::make_shared<studio::JobBrake>();
    m_runningJobs.insert(id, brake);
    const auto tell = [this, changes = studio::StageChanges()](const studio::JobReport& report) mutable {
        for (const studio::Stage stage : changes.take(report))
            log(LogLevel::Info, "publish",
                "Job " + report.id + ": " + std::string(studio::wordOf(stage)) + " " +
                    std::string(studio::wordOf(report.at(stage).status)));
        QMetaObject::invokeMethod(
            this, [this, report]() { takeReport(report); }, Qt::QueuedConnection);
    };
    background(
        [this, id = toStdString(id), session = m_session, brake, tell,
         revive = networkRevival()]() -> Result<std::string> {
            revive();
            KEYREEL_TRY(studio::PublishJob job, studio::PublishJob::load(m_options.places, id));
            return job.run(*session, *brake, tell);
        },
        [this, id](const Result<std::string>& link) {
            m_runningJobs.remove(id);
            // Paused, or wanted again, while it came to its end.
            const std::string key = toStdString(id);
            if (link) {
                m_queue.remove(key);
                m_retries.remove(key);
                // Who served this film may serve the others, too.
                m_retries.hasten(m_clock->elapsed());
                awaitRetry();
            } else if (m_queue.is(key, Standing::Running)) {
                m_queue.put(key, Standing::Resting);
                if (isOffline(link.error())) park(id);
            }
            if (!link) doubtNetwork(link.error());
            if (!link && job(id) != nullptr && !job(id)->error) {
                studio::JobReport report = *job(id);
                report.error = link.error();
                takeReport(report);
            }
            const bool discarded = m_discarding.removeAll(id) > 0;
            // Published before it noticed: that cannot be taken back, so its card stays and says so.
            if (discarded && link) keepPaused(id, false);
            if (discarded && !link) discardJob(id);
            if (link) refreshLibrary();
            Q_EMIT jobChanged(id);
            runDueJobs();
        });
}

void Engine::park(const QString& id) {
    const studio::JobReport* report = job(id);
    if (report == nullptr) return;
    m_queue.put(report->id, Standing::Parked);
    m_retries.put(report->id, reachedBy(*report), m_clock->elapsed());
    awaitRetry();
}

void Engine::awaitRetry() {
    const auto next = m_retries.next();
    if (!next) {
        m_nextRetry.stop();
        return;
    }
    const auto left = std::max(*next - m_clock->elapsed(), std::chrono::nanoseconds(0));
    m_nextRetry.start(std::chrono::ceil<std::chrono::milliseconds>(left));
}

void Engine::retryParked() {
    for (const auto& id : m_retries.take(m_clock->elapsed())) {
        if (!m_queue.is(id, Standing::Parked)) continue;
        m_queue.put(id, Standing::Waiting);
        Q_EMIT jobChanged(toQString(id));
    }
    awaitRetry();
    runDueJobs();
}

void Engine::takeReport(const studio::JobReport& report) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const studio::JobReport& known) { return known.id == report.id; });
    if (found == m_jobs.end()) return;
    *found = report;
    Q_EMIT jobChanged(toQString(report.id));
}

}  // namespace keyreel::ui
