#include "ui/pages/create_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QUuid>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/chapter_lines.h"
#include "ui/models/draft_rules.h"
#include "ui/models/error_text.h"
#include "ui/models/key_nodes.h"
#include "ui/models/sales.h"
#include "ui/models/trash.h"
#include "ui/models/watch_folder.h"
#include "ui/pages/create_start.h"
#include "ui/pages/draft_details.h"
#include "ui/pages/node_chooser.h"
#include "ui/pages/node_sheets.h"
#include "ui/pages/poster_chooser.h"
#include "ui/pages/publish_panel.h"
#include "ui/pages/publish_sheet.h"
#include "ui/pages/recent_drafts.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

/// The draft as it is signed by `maker`. Codes: those of offerOf().
Result<studio::PublishRequest> requestOf(const Draft& draft, const studio::Network& network,
                                         const crypto::PublicKey& maker, unsigned gatewayShare) {
    studio::PublishRequest request;
    request.film = toStdString(draft.film);
    request.title = toStdString(draft.title);
    request.description = toStdString(draft.description);
    for (const QString& tag : draft.tags)
        request.tags.push_back(toStdString(tag));
    request.access = draft.access;
    if (!draft.cover.isEmpty()) request.cover = toStdString(draft.cover);
    request.adult = draft.adult;
    request.aiTraining = draft.aiTraining;
    KEYREEL_TRY(request.offer, offerOf(draft, maker, gatewayShare));
    // Exactly those that were shown before the signature, whatever network is in use when its turn comes.
    request.holders = {network.gatewayUrl, holdersNow(draft.holders, network)};
    request.ladder = draft.ladder;
    request.keepSource = draft.keepSource;
    request.part = {static_cast<double>(draft.part.from) / 1000, static_cast<double>(draft.part.to) / 1000};
    if (draft.preview)
        request.preview = {static_cast<double>(draft.preview->from) / 1000, draft.preview->seconds};
    request.chapters = readChapters(draft.chapters, 0).chapters;
    return request;
}

/// A draft that could not be kept has no id.
bool areSame(const Draft& one, const Draft& other) {
    return one.id == other.id && (!one.id.isEmpty() || one.film == other.film);
}

}  // namespace

CreatePage::CreatePage(Engine& engine, DraftStore& drafts, Trash& trash, const Sales& sales,
                       SettingsTable* settings, MainWindow& window, QWidget* parent)
    : QStackedWidget(parent),
      m_engine(engine),
      m_drafts(drafts),
      m_trash(trash),
      m_sales(sales),
      m_presets(engine.places().profile / "presets.json"),
      m_window(window),
      m_start(new CreateStart(engine, drafts, window)),
      m_details(new DraftDetails(engine, drafts, sales, window.shortcuts())),
      m_nodes(new KeyNodes(engine, this)),
      m_intake(new FilmIntake(engine, drafts, settings, &m_presets, this)),
      m_watch(new WatchFolder(engine, drafts, settings, &m_presets, this)) {
    setObjectName(u"create"_s);
    addWidget(m_start);
    addWidget(m_details);
    DropZone* zone = m_start->zone();
    connect(zone, &DropZone::filesDropped, this, &CreatePage::importFiles);
    connect(zone, &DropZone::chooseRequested, this, &CreatePage::chooseFile);
    connect(zone, &DropZone::sampleRequested, this, &CreatePage::importSample);
    connect(zone, &DropZone::cancelRequested, this, [this]() {
        m_drawsSample = false;
        m_intake->cancel();
    });
    connect(m_start, &CreateStart::publishAllRequested, this, &CreatePage::publishAll);
    connect(m_start->drafts(), &RecentDrafts::openRequested, this, &CreatePage::openDraft);
    connect(m_start->drafts(), &RecentDrafts::removeRequested, this, &CreatePage::remove);
    connect(m_details->header(), &PageHeader::backRequested, this, &CreatePage::startOver);
    connect(m_details, &DraftDetails::removeRequested, this, [this]() { remove(m_details->draft().id); });
    connect(m_details, &DraftDetails::replaceRequested, this, &CreatePage::replaceFile);
    connect(m_details, &DraftDetails::publishRequested, this, &CreatePage::publish);
    connect(m_details, &DraftDetails::nodesRequested, this, &CreatePage::chooseNodes);
    connect(m_details, &DraftDetails::presetsRequested, this, &CreatePage::choosePreset);
    connect(m_details, &DraftDetails::posterRequested, this, &CreatePage::choosePoster);
    connect(m_details, &DraftDetails::unlockRequested, this, &CreatePage::unlockRequested);

    connect(m_intake, &FilmIntake::progressed, this, &CreatePage::showReading);
    connect(m_intake, &FilmIntake::draftMade, this, [this]() { m_start->drafts()->refreshSoon(); });
    connect(m_intake, &FilmIntake::finished, this, &CreatePage::takeIn);
    connect(m_watch, &WatchFolder::draftMade, this, [this]() { m_start->drafts()->refreshSoon(); });
    connect(m_watch, &WatchFolder::taken, this, &CreatePage::tellTaken);
    connect(m_watch, &WatchFolder::renamed, this, &CreatePage::followFilm);
    connect(m_watch, &WatchFolder::failed, this,
            [this](const Error& error) { m_window.toasts()->show(sentenceOf(error).text(), Icon::Warning); });
    connect(&m_engine, &Engine::filmInspected, this, &CreatePage::takeFilm);
    connect(&m_engine, &Engine::filmRefused, this, &CreatePage::refuse);
    connect(&m_engine, &Engine::sampleReady, this, [this](const QString& path) {
        if (std::exchange(m_drawsSample, false)) importFiles({path});
    });
    connect(&m_engine, &Engine::jobAdded, this, &CreatePage::letGo);
    m_engine.setKeeper([page = QPointer<CreatePage>(this)](const studio::JobReport& job) {
        return page ? page->keepDraft(job) : Status();
    });
    connect(&m_engine, &Engine::jobCancelled, this, &CreatePage::bringBack);
    connect(&m_engine, &Engine::discardFailed, this, [this](const QString& id) {
        // Still a job, so not a draft as well.
        (void)m_drafts.remove(m_onTheWay.value(id).id);
        if (!showsDetails()) m_start->drafts()->refresh();
    });
    connect(&m_engine, &Engine::publishRefused, this, &CreatePage::keepBack);
    connect(&m_trash, &Trash::changed, this, [this]() {
        if (!showsDetails()) m_start->drafts()->refreshSoon();
    });
    startOver();
}

QFileDialog* CreatePage::videoDialog(const QString& title, const QStringList& others) {
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList patterns;
    for (const QString& ending : filmEndings())
        patterns.append(u"*."_s + ending);
    for (const QString& ending : others)
        patterns.append(u"*."_s + ending);
    dialog->setNameFilters({tr("Videos (%1)").arg(patterns.join(u' ')), tr("All files (*)")});
    return dialog;
}

void CreatePage::chooseFile() {
    QFileDialog* dialog = videoDialog(tr("Choose videos"), {u"mpd"_s, u"m3u8"_s});
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &CreatePage::importFiles);
    dialog->open();
}

void CreatePage::replaceFile() {
    QFileDialog* dialog = videoDialog(tr("Choose the video of this draft"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = m_details->draft().id](const QString& path) {
                if (id != m_details->draft().id) return;
                m_details->replaceFilm(path);
                m_engine.inspect(path);
            });
    dialog->open();
}

void CreatePage::importFiles(const QStringList& paths) {
    if (paths.isEmpty()) return;
    if (const QString package = paths.size() == 1 ? packageOf(paths.front()) : QString();
        !package.isEmpty()) {
        Q_EMIT playRequested(package);
        return;
    }
    startOver();
    m_start->dismissRefusals();
    m_intake->add(paths);
}

void CreatePage::importSample() {
    startOver();
    m_drawsSample = true;
    showReading();
    m_engine.makeSample();
}

void CreatePage::showReading() {
    DropZone* zone = m_start->zone();
    if (m_drawsSample)
        zone->setReading(tr("20-second sample"), tr("Drawing it here, once"));
    else if (!m_intake->isReading())
        zone->setIdle();
    else if (m_intake->of() > 1)
        zone->setReading(tr("%1 files").arg(m_intake->of()), tr("%1 read").arg(m_intake->done()), true);
    else
        zone->setReading(QFileInfo(m_intake->current()).fileName(), tr("Reading tracks"));
}

void CreatePage::takeIn(const IntakeReport& report) {
    const bool one = report.drafts.size() + report.refusals.size() == 1 && !report.isCut;
    if (one && report.lastFilm) {
        if (!report.refusals.isEmpty())
            m_window.toasts()->show(sentenceOf(report.refusals[0].error).text(), Icon::Warning);
        // Nobody is led away from a draft that was opened meanwhile.
        if (showsDetails()) return;
        showDraft(report.last, report.lastFilm);
        showDetails();
        return;
    }
    m_start->drafts()->showAll();
    if (one)
        m_start->zone()->setRefused(sentenceOf(report.refusals[0].error).text());
    else
        m_start->showRefusals(report);
}

void CreatePage::tellTaken(const IntakeReport& report) {
    const QString folder = QFileInfo(m_watch->folder()).fileName();
    if (!report.refusals.isEmpty()) {
        const QString words = report.refusals.size() == 1
                                  ? sentenceOf(report.refusals[0].error).text()
                                  : wordsOf(report).fact + u' ' + wordsOf(report).next;
        m_window.toasts()->show(words, Icon::Warning);
    }
    if (report.drafts.isEmpty()) return;
    const QString words =
        report.drafts.size() == 1
            ? tr("%1 came into %2 and is a draft").arg(report.last.title, folder)
            : tr("%1 videos came into %2 and are drafts").arg(report.drafts.size()).arg(folder);
    m_window.toasts()->show(words, Icon::Pencil, tr("Open"), [this, drafts = report.drafts]() {
        m_window.showPage(objectName());
        if (drafts.size() == 1)
            openDraft(drafts.first());
        else
            startOver();
    });
}

void CreatePage::followFilm(const QString& from, const QString& to) {
    if (showsDetails() && m_details->draft().film == from) {
        m_details->replaceFilm(to);
        m_engine.inspect(to);
        return;
    }
    const QList<Draft> drafts = m_drafts.drafts();
    for (Draft draft : drafts) {
        if (draft.film != from) continue;
        draft.film = to;
        if (const auto kept = m_drafts.put(draft); !kept)
            m_window.toasts()->show(sentenceOf(kept.error()).text(), Icon::Warning);
    }
    if (!showsDetails()) m_start->drafts()->refreshSoon();
}

void CreatePage::takeFilm(const QString& path, const std::shared_ptr<const InspectedFilm>& film) {
    if (showsDetails() && path == m_details->draft().film) m_details->setFilm(film);
}

void CreatePage::refuse(const QString& path, const Error& error) {
    if (showsDetails() && path == m_details->draft().film) {
        m_details->refuseFilm(sentenceOf(error));
    } else if (std::exchange(m_drawsSample, false)) {
        m_start->zone()->setRefused(sentenceOf(error).text());
    }
}

void CreatePage::startOver() {
    m_details->leave();
    showReading();
    showStart();
}

void CreatePage::showStart() {
    m_start->drafts()->refresh();
    setCurrentIndex(0);
}

void CreatePage::showDetails() {
    setCurrentIndex(1);
    m_details->focusTitle();
}

void CreatePage::openDraft(const QString& id) {
    m_details->leave();
    const Draft* draft = m_drafts.find(id);
    if (draft == nullptr) return;
    showDraft(*draft, nullptr);
    showDetails();
    m_engine.inspect(m_details->draft().film);
}

void CreatePage::saveDraft() {
    m_details->save();
}

void CreatePage::remove(QString id) {
    if (id == m_details->draft().id) m_details->leave();
    if (m_drafts.find(id) == nullptr) return;
    m_trash.throwAwayDraft(id);
    showStart();
    m_start->zone()->chooseButton()->setFocus(Qt::OtherFocusReason);
}

void CreatePage::showDraft(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film) {
    m_details->panel()->setPublishing(isAsked(draft));
    m_details->open(draft, film);
}

bool CreatePage::isAsked(const Draft& draft) const {
    return std::any_of(m_asked.cbegin(), m_asked.cend(),
                       [&](const Draft& each) { return areSame(each, draft); });
}

bool CreatePage::isShown(const Draft& draft) const {
    return showsDetails() && areSame(draft, m_details->draft());
}

void CreatePage::letGo(const QString& jobId, quint64 publication) {
    if (!m_asked.contains(publication)) return;
    Draft draft = m_asked.take(publication);
    const bool shown = isShown(draft);
    if (shown) draft = m_details->draft();
    m_onTheWay.insert(jobId, draft);
    (void)m_drafts.remove(draft.id);
    if (shown) {
        m_details->panel()->setPublishing(false);
        m_details->forget();
        startOver();
    } else if (!showsDetails()) {
        m_start->drafts()->refreshSoon();
    }
}

void CreatePage::keepBack(const Error& error, quint64 publication) {
    if (!m_asked.contains(publication)) return;
    sayRefused(m_asked.take(publication), error);
}

void CreatePage::sayRefused(const Draft& draft, const Error& error) {
    if (isShown(draft)) {
        m_details->panel()->setPublishing(false);
        m_details->showProblem(sentenceOf(error));
    } else {
        m_window.toasts()->show(tr("%1 was not published. %2").arg(draft.title, sentenceOf(error).text()),
                                Icon::Warning);
    }
}

Status CreatePage::keepDraft(const studio::JobReport& job) {
    const QString jobId = toQString(job.id);
    Draft draft = m_onTheWay.value(jobId);
    if (draft.film.isEmpty()) {
        // Of an earlier start: the job says what its draft said.
        const studio::PublishRequest& request = job.request;
        draft.film = toQString(request.film.string());
        draft.title = toQString(request.title);
        draft.description = toQString(request.description);
        draft.tags = textsOf(request.tags);
        if (request.cover) draft.cover = toQString(request.cover->string());
        draft.access = request.access;
        draft.adult = request.adult;
        draft.aiTraining = request.aiTraining;
        draft.offlineDays = request.offer.offlineDays;
        draft.suite = request.offer.suite;
        if (const auto& person = m_engine.person()) draft.sale = saleOf(request.offer, person->account);
        draft.holders = request.holders;
        draft.ladder = request.ladder;
        draft.keepSource = request.keepSource;
        draft.part = {std::llround(request.part.from * 1000), std::llround(request.part.to * 1000)};
        if (request.preview)
            draft.preview = {std::llround(request.preview->from * 1000), request.preview->seconds};
        draft.chapters = chapterLines(request.chapters.value_or(std::vector<media::Chapter>()));
    }
    // Named here, so that it can be taken out again should any of this fail.
    if (draft.id.isEmpty()) draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_onTheWay.insert(jobId, draft);
    KEYREEL_CHECK(m_drafts.put(draft));
    return {};
}

void CreatePage::bringBack(const studio::JobReport& job) {
    const Draft draft = m_onTheWay.take(toQString(job.id));
    if (!showsDetails()) m_start->drafts()->refresh();
    m_window.toasts()->show(tr("%1 is a draft again").arg(draft.title), Icon::Pencil, tr("Open"),
                            [this, id = draft.id]() {
                                m_window.showPage(objectName());
                                openDraft(id);
                            });
}

void CreatePage::chooseNodes() {
    const studio::Network* network = m_engine.network();
    if (!showsDetails() || network == nullptr || m_window.hasSheet()) return;
    const Draft& draft = m_details->draft();
    const NodesSheet parts =
        makeNodesSheet(*m_nodes, *network, holdersNow(draft.holders, *network), draft.suite);
    connect(parts.sheet, &Sheet::accepted, this, [this, parts, network = *network, id = draft.id]() {
        if (id != m_details->draft().id) return;
        const custody::NodeSet set = parts.chooser->chosen();
        // The network's own stay the network's own, whatever it is by the time of publishing.
        const bool own = set == custody::NodeSet{network.nodes, network.threshold};
        m_details->setHolders(own ? studio::KeyHolders{} : studio::KeyHolders{network.gatewayUrl, set},
                              parts.hybrid->isChecked() ? crypto::kSuiteHybrid : crypto::kSuiteClassic);
    });
    m_window.openSheet(parts.sheet);
}

void CreatePage::choosePoster() {
    if (!showsDetails() || m_window.hasSheet()) return;
    const Draft& draft = m_details->draft();
    auto* sheet = new PosterSheet(m_engine, {draft.film, m_details->film(), m_details->poster(), draft.poster,
                                             m_drafts.newPoster(draft.id)});
    connect(sheet, &PosterSheet::chosen, this,
            [this, id = draft.id](const PosterChoice& choice, const QString& path, const QImage& picture) {
                if (id == m_details->draft().id) m_details->setPoster(choice, path, picture);
            });
    m_window.openSheet(sheet);
}

void CreatePage::publish() {
    const PublishPanel* panel = m_details->panel();
    if (!showsDetails() || m_engine.network() == nullptr || panel->isPublishing() || !panel->isReady() ||
        m_window.hasSheet())
        return;
    m_details->save();
    const PublishSheet parts =
        makePublishSheet(m_details->published(), *m_engine.network(), m_details->film().get());
    connect(parts.sheet, &Sheet::accepted, this, [this, parts, network = *m_engine.network()]() {
        m_details->setStatements(parts.aiTraining->isChecked(), parts.adult->isChecked(),
                                 parts.offline->currentData().toUInt());
        const Draft& draft = m_details->draft();
        ask(draft, network);
        m_details->panel()->setPublishing(isAsked(draft));
    });
    m_window.openSheet(parts.sheet);
}

void CreatePage::ask(const Draft& draft, const studio::Network& network) {
    // A split that leaves the gateway's part out would be refused when everything is encrypted already.
    if (!draft.sale.payees.isEmpty() && draft.sale.sold && !m_sales.gatewayShare()) {
        sayRefused(draft, {"gateway_unreachable", "The gateway has not said what it keeps.",
                           "Try again when it answers."});
        return;
    }
    const auto& person = m_engine.person();
    const auto request = person
                             ? requestOf(draft, network, person->account, m_sales.gatewayShare().value_or(0))
                             : Result<studio::PublishRequest>(tl::unexpected<Error>(m_engine.problem()));
    if (request)
        m_asked.insert(m_engine.publish(*request), draft);
    else
        sayRefused(draft, request.error());
}

void CreatePage::publishAll() {
    if (m_engine.network() == nullptr || m_window.hasSheet()) return;
    const QList<Draft> ready = readyDrafts();
    if (ready.isEmpty()) return;
    Sheet* sheet = makePublishAllSheet(ready, m_drafts.drafts().size(), *m_engine.network());
    connect(sheet, &Sheet::accepted, this, [this, ready, network = *m_engine.network()]() {
        for (const Draft& draft : ready)
            ask(draft, network);
        m_start->drafts()->refresh();
    });
    m_window.openSheet(sheet);
}

QList<Draft> CreatePage::readyDrafts() const {
    QList<Draft> ready;
    for (const Draft& draft : m_drafts.drafts())
        if (readinessOf(draft).isReady() && !isAsked(draft)) ready.prepend(draft);
    return ready;
}

}  // namespace keyreel::ui
