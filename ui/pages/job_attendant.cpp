#include "ui/pages/job_attendant.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTimer>
#include <algorithm>

#include "ui/models/engine.h"
#include "ui/pages/publish_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

JobAttendant::JobAttendant(Engine& engine, SettingsTable& settings, PublishPage& page, MainWindow& window)
    : QObject(&window), m_engine(engine), m_settings(settings), m_window(window) {
    connect(&page, &PublishPage::published, this, [this](const QString& title) {
        ++m_published;
        showProgress();
        if (!m_window.isActiveWindow()) m_desktop.notify(tr("Published"), title);
    });
    connect(&page, &PublishPage::failed, this, [this](const QString& title, const QString& fact) {
        if (!m_window.isActiveWindow()) m_desktop.notify(tr("%1 needs you").arg(title), fact);
    });
    connect(&m_engine, &Engine::jobAdded, this, &JobAttendant::follow);
    connect(&m_engine, &Engine::jobChanged, this, &JobAttendant::follow);
    connect(&m_engine, &Engine::jobRemoved, this, &JobAttendant::follow);
}

void JobAttendant::follow() {
    const auto& queue = m_engine.queue();
    const bool busy =
        !queue.all(studio::Standing::Running).empty() || !queue.all(studio::Standing::Waiting).empty();
    if (busy != m_busy) {
        m_busy = busy;
        // Nobody stays awake for a gateway that may be away for the night.
        m_desktop.keepAwake(busy, tr("A film is on its way"));
    }
    const bool working = busy || !queue.all(studio::Standing::Parked).empty();
    if (working == m_working) {
        showProgress();
        return;
    }
    m_working = working;
    if (working) m_published = 0;
    showProgress();
    if (!working)
        // The page tells of the last film a moment later.
        QTimer::singleShot(500, this, &JobAttendant::finish);
}

void JobAttendant::showProgress() {
    double done = m_published;
    int films = m_published;
    for (const auto standing :
         {studio::Standing::Running, studio::Standing::Waiting, studio::Standing::Parked})
        for (const auto& id : m_engine.queue().all(standing)) {
            const studio::JobReport* job = m_engine.job(toQString(id));
            if (job == nullptr) continue;
            ++films;
            for (const auto& stage : job->stages) {
                const Progress& so = stage.progress;
                if (stage.status == studio::StageStatus::Done)
                    done += 1.0 / studio::kStages;
                else if (so.total > 0)
                    done += static_cast<double>(std::min(so.done, so.total)) / static_cast<double>(so.total) /
                            studio::kStages;
            }
        }
    m_desktop.showProgress(m_working && films > 0 ? std::optional(done / films) : std::nullopt);
}

void JobAttendant::runCommand() {
    QStringList command = m_settings.doneCommand();
    const QString program = command.takeFirst();
    if (!QProcess::startDetached(program, command, QDir::homePath()))
        m_desktop.notify(tr("All is published, but the command did not start"), program);
}

void JobAttendant::finish() {
    // What a person has just paused, or what all failed, is no end.
    if (m_working || m_published == 0) return;
    const QString wish = m_settings.whenDone();
    if (wish == u"notify"_s)
        m_desktop.notify(tr("Nothing is left to publish"),
                         tr("Every film that was on its way has arrived, has failed or is paused."));
    if (wish == u"sound"_s) QApplication::beep();
    if (wish == u"command"_s) runCommand();
    if (wish == u"quit"_s) {
        // Once: nobody wants the next start to end by itself.
        m_settings.setWhenDone(u"nothing"_s);
        m_window.close();
    }
}

}  // namespace keyreel::ui
