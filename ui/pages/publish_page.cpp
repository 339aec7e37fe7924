#include "ui/pages/publish_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImageReader>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/shell/main_window.h"
#include "ui/shell/reading_order.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/job_card.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// Needs-you before running before waiting before published.
int urgency(JobCard::State state) {
    switch (state) {
        case JobCard::State::Failed:
            return 0;
        case JobCard::State::Running:
            return 1;
        case JobCard::State::Waiting:
            return 2;
        case JobCard::State::Paused:
            return 3;
        case JobCard::State::Queued:
            return 4;
        case JobCard::State::Published:
            return 5;
    }
    return 6;
}

}  // namespace

PublishPage::PublishPage(Engine& engine, LibraryModel& library, MainWindow& window, QWidget* parent)
    : PageHost(tr("Publish"), parent), m_engine(engine), m_library(library), m_window(window) {
    setObjectName(u"publish"_s);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addStretch(1);
    setContent(content);
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString&) {
        if (state == PageState::Empty)
            Q_EMIT createRequested();
        else if (state == PageState::Locked)
            Q_EMIT unlockRequested();
        else
            m_engine.start();
    });
    connect(&m_engine, &Engine::jobAdded, this, &PublishPage::add);
    connect(&m_engine, &Engine::jobChanged, this, [this](const QString& id) {
        refresh(id);
        arrange();
    });
    connect(&m_engine, &Engine::jobRemoved, this, &PublishPage::remove);
    connect(&m_engine, &Engine::discardFailed, this, [this](const QString& id, const Error& error) {
        refresh(id);
        arrange();
        m_window.toasts()->show(sentenceOf(error).text(), Icon::Warning);
    });
    connect(&m_engine, &Engine::readinessChanged, this, &PublishPage::refreshAll);
    for (const auto& job : m_engine.jobs())
        add(toQString(job.id));
    arrange();
}

JobActivity PublishPage::activityOf(const QString& id) const {
    if (m_engine.isRunning(id)) return JobActivity::Running;
    return m_engine.isQueued(id) ? JobActivity::Queued : JobActivity::Stopped;
}

void PublishPage::add(const QString& id) {
    if (m_rows.contains(id) || m_engine.job(id) == nullptr) return;
    auto* card = new JobCard;
    card->setObjectName(u"publish.job"_s);
    card->setProperty("job", id);
    Row row;
    row.card = card;
    row.wasPublished = m_engine.job(id)->published();
    m_rows.insert(id, row);
    connect(card, &JobCard::pauseRequested, this, [this, id]() { m_engine.pauseJob(id); });
    connect(card, &JobCard::resumeRequested, this, [this, id]() { m_engine.resumeJob(id); });
    connect(card, &JobCard::retryRequested, this, [this, id]() { m_engine.resumeJob(id); });
    connect(card, &JobCard::cancelRequested, this, [this, id]() { cancel(id); });
    connect(card, &JobCard::copyLinkRequested, this, [this, id]() { copyLink(id); });
    connect(card, &JobCard::openRequested, this, [this, id]() {
        if (const auto* job = m_engine.job(id)) Q_EMIT filmRequested(toQString(job->link));
    });
    connect(card, &JobCard::detailsRequested, this, [this, id]() {
        const auto* job = m_engine.job(id);
        if (job == nullptr || !job->error) return;
        auto* sheet = new Sheet(tr("What stopped %1").arg(toQString(job->request.title)));
        sheet->setIcon(Icon::Warning, Tone::Error);
        sheet->setSentence(toQString(job->error->what).toHtmlEscaped());
        sheet->setNote(tr("Code: %1").arg(toQString(job->error->code)));
        sheet->addWayOut(tr("Close"));
        m_window.openSheet(sheet);
    });
    refresh(id);
    arrange();
}

void PublishPage::refresh(const QString& id) {
    const auto* job = m_engine.job(id);
    if (job == nullptr || !m_rows.contains(id)) return;
    Row& row = m_rows[id];
    row.meter.take(*job);
    const JobActivity activity = activityOf(id);
    row.card->setTitle(toQString(job->request.title));
    QStringList meta{job->request.access == studio::Access::Granted ? tr("Only people you grant")
                                                                    : tr("Free")};
    if (job->filmSeconds > 0) meta.append(format::clock(static_cast<qint64>(job->filmSeconds * 1000)));
    if (job->packageBytes > 0) meta.append(format::size(job->packageBytes));
    row.card->setMeta(meta.join(u" · "_s));
    const QString still = toQString(job->cover.string());
    if (still != row.still) {
        QImageReader reader(still);
        reader.setScaledSize(reader.size().scaled(320, 240, Qt::KeepAspectRatioByExpanding));
        row.still = still;
        row.card->setStill(reader.read());
    }
    const auto stages = row.meter.stages(*job, activity);
    for (std::size_t i = 0; i < stages.size(); ++i)
        row.card->pipeline()->setStage(static_cast<int>(i), stages[i]);
    const double left = row.meter.secondsLeft();
    row.card->pipeline()->setSpokenTimeLeft(left < 0 ? QString() : format::spokenLeft(left));

    if (job->published()) {
        row.card->setState(JobCard::State::Published, tr("Published"));
        if (!row.wasPublished) {
            row.wasPublished = true;
            Q_EMIT published(toQString(job->request.title), toQString(job->link));
        }
    } else if (activity == JobActivity::Running) {
        row.card->setState(
            JobCard::State::Running,
            left < 0 ? QString()
                     : tr("This stage: %1 left").arg(format::clock(static_cast<qint64>(left * 1000))));
    } else if (activity == JobActivity::Queued) {
        row.card->setState(JobCard::State::Queued, m_engine.readiness() == Engine::Readiness::Ready
                                                       ? tr("Starts after the one before it")
                                                       : tr("Starts when Keyreel is ready"));
    } else if (job->error && job->error->code != "cancelled") {
        const Sentence words = sentenceOf(*job->error, {toQString(job->request.title), {}, {}});
        row.card->setState(isOffline(*job->error) ? JobCard::State::Waiting : JobCard::State::Failed,
                           isOffline(*job->error) ? tr("Waiting for the gateway") : QString());
        row.card->setFailure(words.fact, words.next.isEmpty()
                                             ? tr("Your film is safe here; Retry goes on from there.")
                                             : words.next);
    } else {
        row.card->setState(JobCard::State::Paused, tr("Paused"));
    }
}

void PublishPage::refreshAll() {
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it)
        refresh(it.key());
    arrange();
}

void PublishPage::remove(const QString& id) {
    const Row row = m_rows.take(id);
    if (row.card == nullptr) return;
    const QWidget* focus = focusWidget();
    const bool hadFocus = focus != nullptr && (focus == row.card || row.card->isAncestorOf(focus));
    row.card->hide();
    row.card->deleteLater();
    arrange();
    // To the next job, or to what the empty page offers.
    if (QWidget* stop = tabStops(this).value(0); hadFocus && stop != nullptr)
        focusStop(stop, Qt::OtherFocusReason);
}

void PublishPage::arrange() {
    struct Place {
        int urgency;
        qint64 created;
        JobCard* card;
    };
    std::vector<Place> places;
    int onTheWay = 0;
    int attention = 0;
    int running = 0;
    int published = 0;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const auto* job = m_engine.job(it.key());
        if (job == nullptr) continue;
        const JobCard::State state = it->card->state();
        places.push_back({urgency(state), job->created, it->card});
        if (state == JobCard::State::Published) {
            ++published;
            continue;
        }
        ++onTheWay;
        if (state == JobCard::State::Failed) ++attention;
        if (state == JobCard::State::Running) ++running;
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.urgency != b.urgency ? a.urgency < b.urgency : a.created > b.created;
    });
    for (std::size_t i = 0; i < places.size(); ++i)
        if (m_column->indexOf(places[i].card) != static_cast<int>(i))
            m_column->insertWidget(static_cast<int>(i), places[i].card);
    QStringList line;
    if (running > 0) line.append(tr("%1 running").arg(running));
    if (attention > 0) line.append(attention == 1 ? tr("1 needs you") : tr("%1 need you").arg(attention));
    if (onTheWay > running + attention) line.append(tr("%1 waiting").arg(onTheWay - running - attention));
    if (published > 0) line.append(tr("%1 published").arg(published));
    header()->setLine(line.join(u" · "_s));
    Q_EMIT countChanged(onTheWay, attention);

    using enum Engine::Readiness;
    const Sentence words = sentenceOf(m_engine.problem());
    const auto readiness = m_engine.readiness();
    if (readiness == Locked)
        setState(PageState::Locked, {words.fact, words.next, tr("Unlock"), {}});
    else if (readiness == Busy || readiness == NoKeyring || readiness == Denied)
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    else if (readiness == NetworkDown)
        setState(PageState::Offline, {words.fact, words.next, tr("Try now"), {}});
    else if (m_rows.isEmpty())
        setState(PageState::Empty, {tr("Nothing is being published"),
                                    tr("A film that you publish shows here how far it is, stage by stage."),
                                    tr("Create"),
                                    {}});
    else
        setState(PageState::Ready);
}

void PublishPage::cancel(const QString& id) {
    const auto* job = m_engine.job(id);
    if (job == nullptr) return;
    // A published film stays published; its card is only put away, so nobody needs to be asked.
    if (job->published() || job->at(studio::Stage::Encrypt).status == studio::StageStatus::NotBegun) {
        m_engine.discardJob(id);
        return;
    }
    const QString title = toQString(job->request.title);
    if (!m_engine.canCancel(id)) {
        m_window.toasts()->show(tr("Too late to cancel: the record of %1 is being written").arg(title),
                                Icon::Info);
        return;
    }
    const bool minted = job->at(studio::Stage::Mint).status != studio::StageStatus::NotBegun;
    auto* sheet = new Sheet(tr("Cancel %1").arg(title));
    sheet->setObjectName(u"cancel"_s);
    sheet->setIcon(Icon::Trash, Tone::Error);
    sheet->setSentence(
        minted ? tr("Its record may stand in the rights log already; it is unpublished then. What was "
                    "encrypted here is removed, and the film is a draft again.")
               : tr("What was encrypted so far is removed, nobody can open the film, and it is a draft "
                    "again. The video file stays where it is."));
    sheet->addAct(tr("Cancel publishing"), Button::Kind::DangerFill)->setObjectName(u"cancel.confirm"_s);
    sheet->addWayOut(tr("Go on publishing"));
    connect(sheet, &Sheet::accepted, this, [this, id]() { m_engine.discardJob(id); });
    // The film goes on while the person thinks; the question ends when there is nothing to cancel any more.
    connect(&m_engine, &Engine::jobChanged, sheet, [this, id, sheet](const QString& changed) {
        if (changed == id && !m_engine.canCancel(id)) sheet->reject();
    });
    m_window.openSheet(sheet);
}

void PublishPage::copyNewestLink() {
    const studio::JobReport* newest = nullptr;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const auto* job = m_engine.job(it.key());
        if (job == nullptr || !job->published()) continue;
        // The film whose card has the focus is meant, if one has.
        const QWidget* focus = focusWidget();
        const bool meant = focus != nullptr && (focus == it->card || it->card->isAncestorOf(focus));
        if (meant || newest == nullptr || job->created > newest->created) newest = job;
        if (meant) break;
    }
    if (newest != nullptr) copyLink(toQString(newest->id));
}

void PublishPage::copyLink(const QString& id) {
    const auto* job = m_engine.job(id);
    if (job == nullptr || !job->published()) return;
    QGuiApplication::clipboard()->setText(toQString(job->link));
    m_window.toasts()->show(tr("Link copied"), Icon::Copy);
}

}  // namespace keyreel::ui
