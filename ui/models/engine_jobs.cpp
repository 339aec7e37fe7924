#include <algorithm>

#include "core/base/log.h"
#include "ui/models/engine_background.h"

namespace keyreel::ui {

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
                m_queuedJobs.append(id);
                Q_EMIT jobAdded(id, publication);
                runNextJob();
            } else {
                Q_EMIT publishRefused(created.error(), publication);
            }
            writeNextJob();
        });
}

void Engine::goOnWith(const std::vector<std::string>& interrupted) {
    for (const auto& text : interrupted) {
        const QString id = toQString(text);
        if (job(id) == nullptr || isRunning(id) || isQueued(id) || m_discarding.contains(id)) continue;
        m_queuedJobs.append(id);
        Q_EMIT jobChanged(id);
    }
    runNextJob();
}

void Engine::keepPaused(const QString& id, bool paused) {
    // When it cannot be noted, the job goes on at the next start and can be paused again.
    if (const auto kept = studio::PublishJob::keepPaused(m_options.places, toStdString(id), paused); !kept)
        log(LogLevel::Warning, "publish", kept.error().what);
}

void Engine::pauseJob(const QString& id) {
    m_queuedJobs.removeAll(id);
    keepPaused(id, true);
    if (const auto running = m_runningJobs.value(id)) running->stop.request_stop();
    Q_EMIT jobChanged(id);
}

void Engine::resumeJob(const QString& id) {
    const auto* report = job(id);
    if (report == nullptr || report->published() || isRunning(id) || isQueued(id)) return;
    keepPaused(id, false);
    m_queuedJobs.append(id);
    Q_EMIT jobChanged(id);
    runNextJob();
}

void Engine::discardJob(const QString& id) {
    m_queuedJobs.removeAll(id);
    if (const auto running = m_runningJobs.value(id)) {
        m_discarding.append(id);
        keepPaused(id, true);  // Nobody may find it published after all when this process ends before.
        running->stop.request_stop();
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
            if (!report.published()) Q_EMIT jobCancelled(report);
            Q_EMIT jobRemoved(id);
        });
}

bool Engine::canCancel(const QString& id) const {
    const auto* report = job(id);
    return report != nullptr && !report->published() &&
           !(isRunning(id) && report->at(studio::Stage::Mint).status != studio::StageStatus::NotBegun);
}

void Engine::runNextJob() {
    if (!m_session || !m_runningJobs.isEmpty() || m_queuedJobs.isEmpty()) return;
    runJob(m_queuedJobs.takeFirst());
}

void Engine::runJob(const QString& id) {
    const auto running = std::make_shared<RunningJob>();
    m_runningJobs.insert(id, running);
    const auto tell = [this, changes = studio::StageChanges()](const studio::JobReport& report) mutable {
        for (const studio::Stage stage : changes.take(report))
            log(LogLevel::Info, "publish",
                "Job " + report.id + ": " + std::string(studio::wordOf(stage)) + " " +
                    std::string(studio::wordOf(report.at(stage).status)));
        QMetaObject::invokeMethod(
            this, [this, report]() { takeReport(report); }, Qt::QueuedConnection);
    };
    background(
        [this, id = toStdString(id), session = m_session, stop = running->stop.get_token(), tell,
         revive = networkRevival()]() -> Result<std::string> {
            revive();
            KEYREEL_TRY(studio::PublishJob job, studio::PublishJob::load(m_options.places, id));
            return job.run(*session, stop, tell);
        },
        [this, id](const Result<std::string>& link) {
            m_runningJobs.remove(id);
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
            runNextJob();
        });
}

void Engine::takeReport(const studio::JobReport& report) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const studio::JobReport& known) { return known.id == report.id; });
    if (found == m_jobs.end()) return;
    *found = report;
    Q_EMIT jobChanged(toQString(report.id));
}

}  // namespace keyreel::ui
