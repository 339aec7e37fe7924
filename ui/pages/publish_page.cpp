#include "ui/pages/publish_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImageReader>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/models/error_text.h"
#include "ui/shell/main_window.h"
#include "ui/shell/reading_order.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/job_card.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

}  // namespace

PublishPage::PublishPage(Engine& engine, MainWindow& window, QWidget* parent)
    : PageHost(tr("Publish"), parent),
      m_engine(engine),
      m_window(window),
      m_model(engine),
      m_pauseAll(new Button(tr("Pause all"), Button::Kind::Secondary, Icon::Pause)),
      m_resumeAll(new Button(tr("Resume all"), Button::Kind::Secondary, Icon::Play)) {
    setObjectName(u"publish"_s);
    m_pauseAll->setObjectName(u"publish.pauseAll"_s);
    m_resumeAll->setObjectName(u"publish.resumeAll"_s);
    header()->addAction(m_pauseAll);
    header()->addAction(m_resumeAll);
    connect(m_pauseAll, &QPushButton::clicked, this, &PublishPage::pauseAll);
    connect(m_resumeAll, &QPushButton::clicked, this, &PublishPage::resumeAll);
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
    connect(&m_engine, &Engine::discardFailed, this, [this](const QString&, const Error& error) {
        m_window.toasts()->show(sentenceOf(error).text(), Icon::Warning);
    });
    connect(&m_engine, &Engine::readinessChanged, this, &PublishPage::followState);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row)
                    addCard(row);
                followRows();
            });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row)
                    removeCard(m_model.row(row).id);
            });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &PublishPage::followRows);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &PublishPage::followRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                for (int row = first.row(); row <= last.row(); ++row)
                    showRow(row);
                followState();
            });
    for (int row = 0; row < m_model.rowCount(); ++row)
        addCard(row);
    followRows();
}

void PublishPage::addCard(int row) {
    const QueueRow& job = m_model.row(row);
    const QString id = job.id;
    auto* card = new JobCard;
    card->setObjectName(u"publish.job"_s);
    card->setProperty("job", id);
    m_cards.insert(id,
                   {card, {}, job.state == JobCard::State::Published, job.state == JobCard::State::Failed});
    connect(card, &JobCard::pauseRequested, this, [this, id]() { m_engine.pauseJob(id); });
    connect(card, &JobCard::resumeRequested, this, [this, id]() { m_engine.resumeJob(id); });
    connect(card, &JobCard::retryRequested, this, [this, id]() { m_engine.resumeJob(id); });
    connect(card, &JobCard::cancelRequested, this, [this, id]() { cancel(id); });
    connect(card, &JobCard::copyLinkRequested, this, [this, id]() { copyLink(id); });
    connect(card, &JobCard::detailsRequested, this, [this, id]() { explain(id); });
    connect(card, &JobCard::stepRequested, this, [this, id](int places) { step(id, places); });
    connect(card, &JobCard::dragged, this, [this, id](int y) { drag(id, y); });
    connect(card, &JobCard::openRequested, this, [this, id]() {
        if (const auto* report = m_engine.job(id)) Q_EMIT filmRequested(toQString(report->link));
    });
    showRow(row);
}

void PublishPage::removeCard(const QString& id) {
    JobCard* card = m_cards.take(id).card;
    const QWidget* focus = focusWidget();
    const bool hadFocus = focus != nullptr && (focus == card || card->isAncestorOf(focus));
    card->hide();
    card->deleteLater();
    if (!hadFocus) return;
    // To the next job, or to what the empty page offers, once the row is gone.
    QMetaObject::invokeMethod(
        this,
        [this]() {
            if (QWidget* stop = tabStops(this).value(0)) focusStop(stop, Qt::OtherFocusReason);
        },
        Qt::QueuedConnection);
}

void PublishPage::showRow(int row) {
    const QueueRow& job = m_model.row(row);
    Shown& shown = m_cards[job.id];
    JobCard* card = shown.card;
    card->setTitle(job.title);
    card->setMeta(job.meta);
    if (job.still != shown.still) {
        QImageReader reader(job.still);
        reader.setScaledSize(reader.size().scaled(320, 240, Qt::KeepAspectRatioByExpanding));
        shown.still = job.still;
        card->setStill(reader.read());
    }
    for (std::size_t i = 0; i < job.stages.size(); ++i)
        card->pipeline()->setStage(static_cast<int>(i), job.stages[i]);
    card->pipeline()->setSpokenTimeLeft(job.spokenLeft);
    if (!job.fact.isEmpty()) card->setFailure(job.fact, job.next);
    card->setState(job.state, job.line);
    card->setMovable(job.waitingPlace > 0, !job.isFirst);
    const bool failedNow = job.state == JobCard::State::Failed;
    if (failedNow && !shown.wasFailed) Q_EMIT failed(job.title, job.fact);
    shown.wasFailed = failedNow;
    if (job.state == JobCard::State::Published && !std::exchange(shown.wasPublished, true))
        if (const auto* report = m_engine.job(job.id)) Q_EMIT published(job.title, toQString(report->link));
}

void PublishPage::followRows() {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        JobCard* card = m_cards.value(m_model.row(row).id).card;
        if (card != nullptr && m_column->indexOf(card) != row) m_column->insertWidget(row, card);
    }
    followState();
}

void PublishPage::followState() {
    using State = JobCard::State;
    header()->setLine(m_model.summary());
    const int paused = m_model.count(State::Paused);
    m_pauseAll->setVisible(
        m_model.count(State::Running) + m_model.count(State::Queued) + m_model.count(State::Waiting) > 0);
    m_resumeAll->setVisible(paused > 1 || (paused > 0 && !m_pauseAll->isVisibleTo(this)));
    Q_EMIT countChanged(m_model.onTheWay(), m_model.count(State::Failed));

    using enum Engine::Readiness;
    const Sentence words = sentenceOf(m_engine.problem());
    const auto readiness = m_engine.readiness();
    if (readiness == Locked)
        setState(PageState::Locked, {words.fact, words.next, tr("Unlock"), {}});
    else if (readiness == Busy || readiness == NoKeyring || readiness == Denied)
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    else if (readiness == NetworkDown)
        setState(PageState::Offline, {words.fact, words.next, tr("Try now"), {}});
    else if (m_model.rowCount() == 0)
        setState(PageState::Empty, {tr("Nothing is being published"),
                                    tr("A film that you publish shows here how far it is, stage by stage."),
                                    tr("Create"),
                                    {}});
    else
        setState(PageState::Ready);
}

void PublishPage::pauseAll() {
    m_engine.pauseAll();
}

void PublishPage::resumeAll() {
    m_engine.resumeAll();
}

void PublishPage::step(const QString& id, int places) {
    m_engine.stepJob(id, places);
    int last = 0;
    const QueueRow* moved = nullptr;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        last = std::max(last, m_model.row(row).waitingPlace);
        if (m_model.row(row).id == id) moved = &m_model.row(row);
    }
    if (moved == nullptr) return;
    announce(m_cards.value(id).card,
             tr("%1, place %2 of %3 that wait").arg(moved->title).arg(moved->waitingPlace).arg(last));
}

void PublishPage::drag(const QString& id, int y) {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QueueRow& other = m_model.row(row);
        if (other.waitingPlace == 0 || other.id == id) continue;
        if (m_cards.value(other.id).card->geometry().center().y() > y) {
            m_engine.moveJob(id, other.id);
            return;
        }
    }
    m_engine.moveJob(id, {});
}

void PublishPage::explain(const QString& id) {
    const auto* job = m_engine.job(id);
    if (job == nullptr || !job->error) return;
    auto* sheet = new Sheet(tr("What stopped %1").arg(toQString(job->request.title)));
    sheet->setIcon(Icon::Warning, Tone::Error);
    sheet->setSentence(toQString(job->error->what).toHtmlEscaped());
    sheet->setNote(tr("Code: %1").arg(toQString(job->error->code)));
    sheet->addWayOut(tr("Close"));
    m_window.openSheet(sheet);
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
    QString newest;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QueueRow& job = m_model.row(row);
        if (job.state != JobCard::State::Published) continue;
        // The film whose card has the focus is meant, if one has; published ones stand newest first.
        const QWidget* focus = focusWidget();
        const JobCard* card = m_cards.value(job.id).card;
        const bool meant = focus != nullptr && (focus == card || card->isAncestorOf(focus));
        if (meant || newest.isEmpty()) newest = job.id;
        if (meant) break;
    }
    copyLink(newest);
}

void PublishPage::copyLink(const QString& id) {
    const auto* job = m_engine.job(id);
    if (job == nullptr || !job->published()) return;
    QGuiApplication::clipboard()->setText(toQString(job->link));
    m_window.toasts()->show(tr("Link copied"), Icon::Copy);
}

}  // namespace keyreel::ui
