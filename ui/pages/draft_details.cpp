#include "ui/pages/draft_details.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/draft_preview.h"
#include "ui/models/draft_quality.h"
#include "ui/models/draft_rules.h"
#include "ui/models/formats.h"
#include "ui/models/key_nodes.h"
#include "ui/models/sales.h"
#include "ui/pages/chapters_card.h"
#include "ui/pages/film_facts_card.h"
#include "ui/pages/poster_chooser.h"
#include "ui/pages/publish_panel.h"
#include "ui/pages/publish_sheet.h"
#include "ui/pages/quality_card.h"
#include "ui/pages/royalties_card.h"
#include "ui/pages/terms_card.h"
#include "ui/pages/timeline_card.h"
#include "ui/shell/shortcuts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/quorum_diagram.h"
#include "ui/widgets/tags_field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSaveAfterMs = 400;

}  // namespace

DraftDetails::DraftDetails(Engine& engine, DraftStore& drafts, const Sales& sales, Shortcuts& shortcuts,
                           QWidget* parent)
    : PageHost(tr("Untitled film"), parent),
      m_engine(engine),
      m_drafts(drafts),
      m_sales(sales),
      m_panel(new PublishPanel(engine, this)) {
    setObjectName(u"create.details"_s);
    m_saveLater.setSingleShot(true);
    m_saveLater.setInterval(kSaveAfterMs);
    connect(&m_saveLater, &QTimer::timeout, this, &DraftDetails::save);
    header()->setBackVisible(true);
    header()->setLine(tr("Draft"));
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString&) {
        if (state == PageState::Locked)
            Q_EMIT unlockRequested();
        else
            m_engine.start();
    });
    auto* presets = new Button(tr("Presets..."), Button::Kind::Ghost, Icon::Copy);
    presets->setObjectName(u"create.presets"_s);
    presets->setToolTip(tr("What you publish alike: save it under a name, apply it to this draft"));
    connect(presets, &QPushButton::clicked, this, &DraftDetails::presetsRequested);
    header()->addAction(presets);
    auto* remove = new Button(tr("Move to trash"), Button::Kind::Ghost, Icon::Trash);
    remove->setObjectName(u"create.delete"_s);
    connect(remove, &QPushButton::clicked, this, &DraftDetails::removeRequested);
    header()->addAction(remove);
    setContent(makeContent());
    setPinnedSide(m_panel->column(), m_panel->bar());
    connect(m_panel, &PublishPanel::publishRequested, this, &DraftDetails::publishRequested);
    connect(m_panel, &PublishPanel::showRequested, this, &DraftDetails::showOpen);
    addCommands(shortcuts);
    const auto follow = [this]() {
        refreshNodes();
        refresh();
    };
    connect(&m_engine, &Engine::readinessChanged, this, follow);
    connect(&m_engine, &Engine::healthChanged, this, follow);
    connect(&m_sales, &Sales::shareKnown, this, &DraftDetails::refresh);
    refreshNodes();
}

void DraftDetails::addCommands(Shortcuts& shortcuts) {
    const auto addCommand = [&](const QString& id, const QString& words, const QList<QKeySequence>& keys,
                                auto&& act) {
        shortcuts.add({id, tr("Create and Publish"), words, keys, Reach::Draft});
        auto* action = new QAction(this);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        shortcuts.bind(action, id);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    addCommand(u"draft.publish"_s, tr("Publish"), {Qt::CTRL | Qt::Key_Return},
               [this]() { Q_EMIT publishRequested(); });
    // Words that are being written have steps of their own, as long as the focus is in their field.
    addCommand(u"draft.undo"_s, tr("Undo"), {Qt::CTRL | Qt::Key_Z},
               [this]() { goBack(m_history.undo(m_draft)); });
    addCommand(u"draft.redo"_s, tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
               [this]() { goBack(m_history.redo(m_draft)); });
}

QWidget* DraftDetails::makeContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kCardGapDense);
    m_facts = new FilmFactsCard;
    connect(m_facts, &FilmFactsCard::posterRequested, this, &DraftDetails::posterRequested);
    connect(m_facts, &FilmFactsCard::replaceRequested, this, &DraftDetails::replaceRequested);
    column->addWidget(m_facts);
    column->addWidget(makeWords());
    m_terms = new TermsCard;
    connect(m_terms, &TermsCard::edited, this, &DraftDetails::edit);
    column->addWidget(m_terms);
    m_royalties = new RoyaltiesCard;
    connect(m_royalties, &RoyaltiesCard::edited, this, &DraftDetails::edit);
    column->addWidget(m_royalties);
    m_quality = new QualityCard;
    connect(m_quality, &QualityCard::changed, this, &DraftDetails::choosePictures);
    column->addWidget(m_quality);
    m_timeline = new TimelineCard(m_engine);
    connect(m_timeline, &TimelineCard::chaptersEdited, this, [this](const QString& lines, bool onwards) {
        m_draft.chapters = lines;
        takeChange(onwards ? DraftHistory::Change::MayWriteOn : DraftHistory::Change::Whole);
    });
    connect(m_timeline, &TimelineCard::partEdited, this, [this](const DraftPart& part) {
        m_draft.part = part;
        if (m_film) fitPreview(m_draft, m_film->info);
        if (part.isWhole()) showCover();
        takeChange(DraftHistory::Change::Whole);
    });
    connect(m_timeline, &TimelineCard::previewEdited, this,
            [this](const std::optional<DraftPreview>& preview) {
                m_draft.preview = preview;
                takeChange(DraftHistory::Change::Whole);
            });
    connect(m_timeline, &TimelineCard::partFound, this, [this](qint64 begin, qint64 end) {
        m_asked = m_draft.part;
        m_found = {begin, end};
        refresh();
    });
    connect(m_timeline, &TimelineCard::partPictured, this, [this](const QImage& picture) {
        if (!m_draft.cover.isEmpty()) return;
        m_cover = picture;
        m_drafts.setStill(m_draft.id, m_cover);
        refresh();
    });
    column->addWidget(m_timeline);
    m_chapters = new ChaptersCard;
    connect(m_timeline, &TimelineCard::renameRequested, m_chapters, &ChaptersCard::editTitle);
    connect(m_chapters, &ChaptersCard::edited, this, &DraftDetails::edit);
    column->addWidget(m_chapters);
    column->addWidget(makeProtection());
    column->addStretch(1);
    return content;
}

QWidget* DraftDetails::makeWords() {
    auto* details = new Card;
    details->addTitle(tr("Details"));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    m_title = new Field(tr("Title"));
    m_title->setObjectName(u"create.title"_s);
    m_title->setPlaceholder(tr("Name your film"));
    connect(m_title, &Field::textEdited, this, &DraftDetails::edit);
    m_tags = new TagsField;
    m_tags->edit()->setObjectName(u"create.tags"_s);
    connect(m_tags, &TagsField::changed, this, &DraftDetails::edit);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_title);
    left->addWidget(m_tags);
    left->addStretch(1);
    fields->addLayout(left, 1);
    m_description = new TextAreaField(tr("Description"), kMaxDescription);
    m_description->setObjectName(u"create.description"_s);
    m_description->setPlaceholder(tr("What people read before they watch"));
    m_description->edit()->setTabChangesFocus(true);
    m_description->edit()->setFixedHeight(Theme::scaled(84));
    connect(m_description, &TextAreaField::textEdited, this, &DraftDetails::edit);
    fields->addWidget(m_description, 1, Qt::AlignTop);
    details->body()->addLayout(fields);
    return details;
}

QWidget* DraftDetails::makeProtection() {
    auto* protection = new Card;
    protection->addTitle(tr("Protection"), tr("AES-128, cenc"));
    m_quorumNote = new Label({});
    m_quorumNote->setWordWrap(true);
    protection->body()->addWidget(m_quorumNote);
    m_quorum = new QuorumDiagram;
    m_quorum->setObjectName(u"create.quorum"_s);
    protection->body()->addWidget(m_quorum);
    auto* foot = new QHBoxLayout;
    foot->addWidget(new Label(tr("One share alone opens nothing."), Type::Small, Role::Text3), 1);
    m_changeNodes = new Button(tr("Change nodes..."), Button::Kind::Link);
    m_changeNodes->setObjectName(u"create.changeNodes"_s);
    connect(m_changeNodes, &QPushButton::clicked, this, &DraftDetails::nodesRequested);
    foot->addWidget(m_changeNodes);
    protection->body()->addLayout(foot);
    return protection;
}

void DraftDetails::open(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film) {
    m_asked = {};
    m_draft = draft;
    m_film = film;
    m_cover = m_draft.cover.isEmpty() ? m_drafts.still(m_draft.id) : readPoster(m_draft.cover);
    m_history.begin(m_draft);
    suggestTags();
    fill();
    header()->setLine(tr("Draft"));
    setState(PageState::Ready);
    if (film) setFilm(film);
    refreshNodes();
    refresh();
}

void DraftDetails::focusTitle() {
    m_title->edit()->setFocus(Qt::OtherFocusReason);
}

void DraftDetails::fill() {
    m_filling = true;
    if (m_title->text().simplified() != m_draft.title) m_title->setText(m_draft.title);
    m_tags->setTags(m_draft.tags);
    if (m_description->text() != m_draft.description) m_description->setText(m_draft.description);
    m_filling = false;
}

void DraftDetails::suggestTags() {
    std::vector<QStringList> used;
    for (const Draft& draft : m_drafts.drafts())
        used.push_back(draft.tags);
    for (const auto& film : m_engine.library())
        if (film.role == studio::Role::Mine) used.push_back(textsOf(film.tags));
    m_tags->setSuggestions(suggestedTags(used));
}

void DraftDetails::setFilm(const std::shared_ptr<const InspectedFilm>& film) {
    m_asked = {};
    m_film = film;
    const Draft before = m_draft;
    fitQuality(m_draft, film->info);
    fitPart(m_draft, film->info);
    fitPreview(m_draft, film->info);
    if (m_draft != before) {
        // No way back to pictures that this video does not have.
        m_history.begin(m_draft);
        m_saveLater.start();
    }
    if (m_draft.cover.isEmpty()) m_cover = format::image(film->poster);
    m_drafts.setStill(m_draft.id, m_cover);
    refresh();
}

void DraftDetails::replaceFilm(const QString& path) {
    m_draft.film = path;
    m_film.reset();
    m_history.begin(m_draft);
    setState(PageState::Ready);
    save();
    refresh();
}

void DraftDetails::refuseFilm(const Sentence& why) {
    m_film.reset();
    showProblem(why);
    refresh();
}

void DraftDetails::showProblem(const Sentence& words) {
    setState(PageState::Error, {words.fact, words.next, {}, {}});
}

void DraftDetails::setStatements(bool aiTraining, bool adult, quint32 offlineDays) {
    m_draft.aiTraining = aiTraining;
    m_draft.adult = adult;
    m_draft.offlineDays = offlineDays;
    save();
}

void DraftDetails::setHolders(const studio::KeyHolders& holders, crypto::Suite suite) {
    m_draft.holders = holders;
    m_draft.suite = suite;
    m_history.note(m_draft);
    save();
    refreshNodes();
}

void DraftDetails::apply(const Preset& preset) {
    m_draft = withPreset(m_draft, preset);
    if (m_film) fitQuality(m_draft, m_film->info);
    takeChange();
    refreshNodes();
}

void DraftDetails::leave() {
    save();
    forget();
}

void DraftDetails::forget() {
    m_saveLater.stop();
    m_draft = {};
    m_film.reset();
}

void DraftDetails::edit() {
    if (m_filling) return;
    m_draft.title = m_title->text().simplified();
    m_draft.description = m_description->text();
    m_draft.tags = m_tags->tags();
    m_draft.chapters = m_chapters->text();
    m_terms->take(m_draft);
    m_royalties->take(m_draft);
    takeChange();
}

void DraftDetails::takeChange(DraftHistory::Change change) {
    m_history.note(m_draft, change);
    m_saveLater.start();
    refresh();
}

void DraftDetails::goBack(const std::optional<Draft>& to) {
    if (!to) return;
    const bool cover = to->cover != m_draft.cover || to->part != m_draft.part;
    m_draft = *to;
    if (cover) showCover();
    fill();
    m_saveLater.start();
    refresh();
    refreshNodes();
}

Draft DraftDetails::published() const {
    Draft draft = m_draft;
    if (!draft.part.isWhole() && draft.part == m_asked) draft.part = m_found;
    return draft;
}

void DraftDetails::showCover() {
    if (!m_draft.cover.isEmpty())
        m_cover = readPoster(m_draft.cover);
    else if (m_film)
        m_cover = format::image(m_film->poster);
    m_drafts.setStill(m_draft.id, m_cover);
}

void DraftDetails::choosePictures(const std::vector<quint32>& ladder, bool keepSource) {
    m_draft.ladder = ladder;
    m_draft.keepSource = keepSource;
    takeChange();
    save();
}

void DraftDetails::save() {
    m_saveLater.stop();
    if (m_draft.id.isEmpty()) return;
    if (const Draft* known = m_drafts.find(m_draft.id)) {
        Draft same = m_draft;
        same.edited = known->edited;
        if (same == *known) return;
    }
    if (const auto id = m_drafts.put(m_draft))
        header()->setLine(tr("Draft · saved %1").arg(format::timeOfDay(QDateTime::currentSecsSinceEpoch())));
    else
        showProblem(sentenceOf(id.error()));
}

void DraftDetails::refresh() {
    if (m_draft.id.isEmpty()) return;
    header()->setTitle(m_draft.title.isEmpty() ? tr("Untitled film") : m_draft.title);
    m_facts->set(m_draft.film, m_film, m_cover);
    m_title->setError(titleProblem(m_draft));
    m_description->setError(descriptionProblem(m_draft));
    m_terms->set(m_draft);
    const auto& person = m_engine.person();
    m_royalties->set(m_draft,
                     {person ? toQString(person->displayName) : QString(),
                      person ? std::optional(person->account) : std::nullopt},
                     m_sales.gatewayShare());
    m_quality->set(published(), m_film);
    m_timeline->set(m_draft, m_film);
    m_chapters->set(m_draft, m_film);
    m_panel->show(published(), m_film, m_cover, m_sales.gatewayShare());
}

void DraftDetails::refreshNodes() {
    const studio::Network* network = m_engine.network();
    QList<QuorumDiagram::Node> nodes;
    unsigned threshold = 2;
    m_changeNodes->setVisible(network != nullptr);
    if (network == nullptr) {
        m_quorumNote->setText(tr("The key nodes are shown as soon as the network is up."));
    } else {
        const custody::NodeSet holders = holdersNow(m_draft.holders, *network);
        threshold = holders.threshold;
        const auto& health = m_engine.health();
        for (const auto& node : holders.nodes) {
            const auto found = std::find_if(health.begin(), health.end(),
                                            [&](const auto& service) { return service.url == node.url; });
            const bool down = found != health.end() && !found->running;
            nodes.append({toQString(node.name),
                          down ? tr("does not answer") : operatorOf(node),
                          down ? QuorumDiagram::NodeState::Failed : QuorumDiagram::NodeState::Answered,
                          {}});
        }
        QString note =
            tr("Who holds the keys: <b>any %1 of %2 nodes</b> open it.").arg(threshold).arg(nodes.size());
        if (areOnThisComputer(holders, *network))
            note += u' ' + tr("These nodes run on this computer, to try things with; for films of the world, "
                              "three operators should run them.");
        if (m_draft.suite == crypto::kSuiteHybrid)
            note += u' ' + tr("Their shares withstand quantum computers, too.");
        m_quorumNote->setText(note);
    }
    m_quorum->setVisible(!nodes.isEmpty());
    if (nodes.size() > QuorumDiagram::kMostNodes)
        m_quorumNote->setText(m_quorumNote->source() + u' ' +
                              tr("The first %1 are drawn.").arg(QuorumDiagram::kMostNodes));
    m_quorum->setNodes(static_cast<int>(threshold), nodes);
}

void DraftDetails::setPoster(const PosterChoice& choice, const QString& path, const QImage& picture) {
    setState(PageState::Ready);
    m_draft.cover = path;
    m_draft.poster = choice;
    m_cover = picture;
    m_drafts.setStill(m_draft.id, m_cover);
    m_history.note(m_draft);
    save();
    refresh();
}

void DraftDetails::showOpen(const QString& id) {
    if (id == u"title"_s) focusTitle();
    if (id == u"access"_s) m_terms->focusPrice();
    if (id == u"royalties"_s) m_royalties->focusProblem();
    if (id == u"chapters"_s) m_chapters->focusText();
    if (id == u"video"_s) Q_EMIT replaceRequested();
    if (id == u"identity"_s) Q_EMIT unlockRequested();
    if (id == u"network"_s) m_engine.start();
}

void DraftDetails::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT header()->backRequested();
        return;
    }
    PageHost::keyPressEvent(event);
}

}  // namespace keyreel::ui
