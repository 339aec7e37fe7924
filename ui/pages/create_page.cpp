#include "ui/pages/create_page.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/pages/film_facts_card.h"
#include "ui/pages/publish_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/sheet.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/listing_preview.h"
#include "ui/widgets/quorum_diagram.h"
#include "ui/widgets/readiness_list.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kSaveAfterMs = 400;
constexpr int kShownDrafts = 4;
constexpr int kSideWidth = 348;
constexpr qsizetype kMaxTitleBytes = 200;
constexpr int kMaxDescription = 2000;

/// "hollow-lake_master.mov" becomes "Hollow lake master".
QString titleOf(const QString& path) {
    QString name = QFileInfo(path).completeBaseName();
    name.replace(u'_', u' ').replace(u'-', u' ');
    name = name.simplified();
    return name.left(1).toUpper() + name.mid(1);
}

/// A numbered step in words.
QWidget* makeStep(int number, const QString& title, const QString& text) {
    auto* step = new QWidget;
    auto* row = new QHBoxLayout(step);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto* disc = new Avatar(QString::number(number), 26);
    row->addWidget(disc, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Label(title, Type::Strong, Role::Text));
    auto* explained = new Label(text, Type::Small, Role::Text3);
    explained->setWordWrap(true);
    words->addWidget(explained);
    row->addLayout(words, 1);
    return step;
}

}  // namespace

CreatePage::CreatePage(Engine& engine, DraftStore& drafts, MainWindow& window, QWidget* parent)
    : QStackedWidget(parent), m_engine(engine), m_drafts(drafts), m_window(window) {
    setObjectName(u"create"_s);
    m_saveLater.setSingleShot(true);
    m_saveLater.setInterval(kSaveAfterMs);
    connect(&m_saveLater, &QTimer::timeout, this, &CreatePage::save);
    addWidget(makeDropPage());
    addWidget(makeDetailsPage());

    connect(&m_engine, &Engine::filmInspected, this, &CreatePage::takeFilm);
    connect(&m_engine, &Engine::filmRefused, this, &CreatePage::refuse);
    connect(&m_engine, &Engine::sampleReady, this, [this](const QString& path) {
        if (m_reading.isEmpty()) importFiles({path});
    });
    connect(&m_engine, &Engine::readinessChanged, this, [this]() {
        refreshNodes();
        refreshDetails();
    });
    connect(&m_engine, &Engine::healthChanged, this, [this]() {
        refreshNodes();
        refreshDetails();
    });
    connect(&m_engine, &Engine::jobAdded, this, [this](const QString&) {
        if (!m_publish->isLoading()) return;
        m_publish->setLoading(false);
        (void)m_drafts.remove(m_draft.id);
        m_draft = {};
        startOver();
    });
    connect(&m_engine, &Engine::publishRefused, this, [this](const Error& error) {
        m_publish->setLoading(false);
        const Sentence words = sentenceOf(error);
        m_details->setState(PageState::Error, {words.fact, words.next, {}, {}});
    });
    refreshNodes();
    startOver();
}

QWidget* CreatePage::makeDropPage() {
    m_dropHost = new PageHost(tr("Create"));
    m_dropHost->header()->setLine(tr("Nothing leaves this computer until you publish"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    m_drop = new DropZone;
    m_drop->setObjectName(u"create.drop"_s);
    m_drop->setMinimumHeight(500);
    m_drop->setFormatsLine(
        tr("MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 as they are · any length to 24 hours"));
    m_drop->chooseButton()->setObjectName(u"create.choose"_s);
    m_drop->sampleButton()->setObjectName(u"create.sample"_s);
    connect(m_drop, &DropZone::filesDropped, this, &CreatePage::importFiles);
    connect(m_drop, &DropZone::chooseRequested, this, &CreatePage::chooseFile);
    connect(m_drop, &DropZone::sampleRequested, this, &CreatePage::importSample);
    connect(m_drop, &DropZone::cancelRequested, this, [this]() {
        m_reading.clear();
        m_waiting.clear();
        m_drop->setIdle();
    });
    column->addWidget(m_drop, 1);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(24);
    steps->addWidget(
        makeStep(1, tr("Drop a video"), tr("Tracks, length and a poster frame are found for you")), 1);
    steps->addWidget(
        makeStep(2, tr("Choose who can watch"), tr("Anyone with the link, or only people you grant")), 1);
    steps->addWidget(makeStep(3, tr("Publish"), tr("Encrypt, split the keys, upload, and get a link")), 1);
    column->addLayout(steps);
    m_draftsBox = new QWidget;
    auto* drafts = new QVBoxLayout(m_draftsBox);
    drafts->setContentsMargins(0, 0, 0, 0);
    drafts->setSpacing(12);
    drafts->addWidget(new Label(tr("Recent drafts"), Type::Section, Role::Text));
    m_draftRow = new QHBoxLayout;
    m_draftRow->setSpacing(16);
    drafts->addLayout(m_draftRow);
    column->addWidget(m_draftsBox);
    m_dropHost->setContent(content);
    return m_dropHost;
}

QWidget* CreatePage::makeDetailsPage() {
    m_details = new PageHost(tr("Untitled film"));
    m_details->setObjectName(u"create.details"_s);
    m_details->header()->setBackVisible(true);
    m_details->header()->setLine(tr("Draft"));
    connect(m_details->header(), &PageHeader::backRequested, this, &CreatePage::startOver);
    connect(m_details, &PageHost::stateAction, this, [this](PageState state, const QString&) {
        if (state == PageState::Locked)
            Q_EMIT unlockRequested();
        else
            m_engine.start();
    });
    auto* remove = new Button(tr("Delete draft..."), Button::Kind::Ghost, Icon::Trash);
    remove->setObjectName(u"create.delete"_s);
    connect(remove, &QPushButton::clicked, this, &CreatePage::confirmDelete);
    m_details->header()->addAction(remove);
    m_details->setContent(makeDetailsContent());
    m_details->setSide(makeSide());
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_details);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &CreatePage::publish);
    return m_details;
}

QWidget* CreatePage::makeDetailsContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kCardGapDense);

    m_facts = new FilmFactsCard;
    connect(m_facts, &FilmFactsCard::posterRequested, this, &CreatePage::chooseCover);
    connect(m_facts, &FilmFactsCard::replaceRequested, this, &CreatePage::chooseFile);
    column->addWidget(m_facts);

    auto* details = new Card;
    details->addTitle(tr("Details"));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(16);
    m_title = new Field(tr("Title"));
    m_title->setObjectName(u"create.title"_s);
    m_title->setPlaceholder(tr("Name your film"));
    connect(m_title, &Field::textEdited, this, &CreatePage::edit);
    auto* left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addStretch(1);
    fields->addLayout(left, 1);
    m_description = new TextAreaField(tr("Description"), kMaxDescription);
    m_description->setObjectName(u"create.description"_s);
    m_description->setPlaceholder(tr("What people read before they watch"));
    m_description->edit()->setTabChangesFocus(true);
    m_description->edit()->setFixedHeight(Theme::scaled(84));
    connect(m_description, &TextAreaField::textEdited, this, &CreatePage::edit);
    fields->addWidget(m_description, 1);
    details->body()->addLayout(fields);
    column->addWidget(details);

    auto* access = new Card;
    access->addTitle(tr("Access"));
    m_access = new AccessGroup;
    m_access->setObjectName(u"create.access"_s);
    m_access->addTile(u"create.access.free"_s, Icon::Heart, tr("Free"), tr("Anyone with the link"));
    m_access->addTile(u"create.access.granted"_s, Icon::People, tr("Only people I grant"),
                      tr("You let each account in, and out"));
    connect(m_access, &AccessGroup::currentChanged, this, &CreatePage::edit);
    access->body()->addWidget(m_access);
    column->addWidget(access);

    auto* protection = new Card;
    protection->addTitle(tr("Protection"), tr("AES-128, cenc"));
    m_quorumNote = new Label({});
    m_quorumNote->setWordWrap(true);
    protection->body()->addWidget(m_quorumNote);
    m_quorum = new QuorumDiagram;
    m_quorum->setObjectName(u"create.quorum"_s);
    protection->body()->addWidget(m_quorum);
    protection->body()->addWidget(new Label(tr("One share alone opens nothing."), Type::Small, Role::Text3));
    column->addWidget(protection);
    column->addStretch(1);
    return content;
}

QWidget* CreatePage::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kCardGapDense);
    m_preview = new ListingPreview;
    m_preview->setObjectName(u"create.preview"_s);
    column->addWidget(m_preview);
    auto* ready = new Card;
    auto* head = ready->addTitle(tr("Ready to publish"));
    m_readyCount = new Label({}, Type::Small, Role::Text3);
    head->addStretch(1);
    head->addWidget(m_readyCount);
    m_readiness = new ReadinessList;
    m_readiness->setObjectName(u"create.readiness"_s);
    connect(m_readiness, &ReadinessList::showRequested, this, [this](const QString& id) {
        if (id == u"title"_s) m_title->edit()->setFocus(Qt::OtherFocusReason);
        if (id == u"video"_s) chooseFile();
        if (id == u"identity"_s) Q_EMIT unlockRequested();
        if (id == u"network"_s) m_engine.start();
    });
    ready->body()->addWidget(m_readiness);
    ready->body()->addStretch(1);
    m_readyText = new Label({}, Type::Small, Role::Text3);
    m_readyText->setWordWrap(true);
    ready->body()->addWidget(m_readyText);
    m_publish = new Button(tr("Publish"), Button::Kind::Primary);
    m_publish->setObjectName(u"create.publish"_s);
    m_publish->setSize(Button::Size::Hero);
    m_publish->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_publish, &QPushButton::clicked, this, &CreatePage::publish);
    ready->body()->addWidget(m_publish);
    column->addWidget(ready, 1);
    return side;
}

void CreatePage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Choose a video"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.mts *.wmv *.flv)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &CreatePage::importFiles);
    dialog->open();
}

void CreatePage::importFiles(const QStringList& paths) {
    if (paths.isEmpty()) return;
    m_waiting.append(paths);
    if (m_reading.isEmpty()) readNext();
}

void CreatePage::importSample() {
    startOver();
    m_drop->setReading(tr("20-second sample"), tr("Drawing it here, once"));
    m_engine.makeSample();
}

void CreatePage::readNext() {
    if (m_waiting.isEmpty()) return;
    startOver();
    m_reading = m_waiting.takeFirst();
    m_drop->setReading(QFileInfo(m_reading).fileName(), tr("Reading tracks"));
    m_engine.inspect(m_reading);
}

void CreatePage::takeFilm(const QString& path, const std::shared_ptr<const InspectedFilm>& film) {
    const bool begun = path == m_reading;
    if (begun) {
        m_reading.clear();
        m_drop->setIdle();
        Draft draft;
        draft.film = path;
        draft.title = titleOf(path);
        if (path.startsWith(toQString(m_engine.places().samples.string())))
            draft.title = tr("Keyreel sample");
        for (const Draft& known : m_drafts.drafts())
            if (known.film == path) draft = known;
        const auto id = m_drafts.put(draft);
        if (id) draft.id = *id;
        m_draft = draft;
    }
    if (path != m_draft.film) return;
    m_film = film;
    if (m_draft.cover.isEmpty()) m_cover = format::image(film->poster);
    showDraft();
    if (begun && !m_waiting.isEmpty()) readNext();
}

void CreatePage::refuse(const QString& path, const Error& error) {
    const Sentence words = sentenceOf(error);
    if (path == m_draft.film && showsDetails()) {
        m_film.reset();
        m_details->setState(PageState::Error, {words.fact, words.next, {}, {}});
        refreshDetails();
        return;
    }
    m_reading.clear();
    m_drop->setRefused(words.text());
    readNext();
}

void CreatePage::startOver() {
    save();
    m_draft = {};
    m_film.reset();
    if (m_reading.isEmpty()) m_drop->setIdle();
    refreshDrafts();
    setCurrentIndex(0);
}

void CreatePage::openDraft(const QString& id) {
    const Draft* draft = m_drafts.find(id);
    if (draft == nullptr) return;
    m_draft = *draft;
    m_film.reset();
    m_cover = {};
    showDraft();
    m_engine.inspect(m_draft.film);
}

void CreatePage::showDraft() {
    m_filling = true;
    if (m_title->text() != m_draft.title) m_title->setText(m_draft.title);
    if (m_description->text() != m_draft.description) m_description->setText(m_draft.description);
    m_access->setCurrent(m_draft.access == studio::Access::Granted ? u"create.access.granted"_s
                                                                   : u"create.access.free"_s);
    m_filling = false;
    if (!m_draft.cover.isEmpty()) {
        QImageReader reader(m_draft.cover);
        reader.setAutoTransform(true);
        m_cover = reader.read();
    }
    m_details->setState(PageState::Ready);
    setCurrentIndex(1);
    refreshDetails();
    refreshNodes();
}

void CreatePage::edit() {
    if (m_filling) return;
    m_draft.title = m_title->text().simplified();
    m_draft.description = m_description->text();
    m_draft.access =
        m_access->current() == u"create.access.granted"_s ? studio::Access::Granted : studio::Access::Free;
    m_saveLater.start();
    refreshDetails();
}

void CreatePage::save() {
    m_saveLater.stop();
    if (m_draft.id.isEmpty()) return;
    if (const Draft* known = m_drafts.find(m_draft.id)) {
        Draft same = m_draft;
        same.edited = known->edited;
        if (same == *known) return;
    }
    const auto id = m_drafts.put(m_draft);
    if (id)
        m_details->header()->setLine(
            tr("Draft · saved %1").arg(format::timeOfDay(QDateTime::currentSecsSinceEpoch())));
    else
        m_details->setState(PageState::Error,
                            {sentenceOf(id.error()).fact, sentenceOf(id.error()).next, {}, {}});
}

void CreatePage::refreshDrafts() {
    while (auto* item = m_draftRow->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto& drafts = m_drafts.drafts();
    m_draftsBox->setVisible(!drafts.isEmpty());
    for (int i = 0; i < std::min<qsizetype>(kShownDrafts, drafts.size()); ++i) {
        const Draft& draft = drafts[i];
        auto* button = new Button(draft.title.isEmpty() ? tr("Untitled film") : draft.title,
                                  Button::Kind::Secondary, Icon::Pencil);
        button->setObjectName(u"create.draft.%1"_s.arg(i));
        button->setSize(Button::Size::Large);
        button->setToolTip(
            tr("%1, edited %2").arg(QFileInfo(draft.film).fileName(), format::day(draft.edited)));
        connect(button, &QPushButton::clicked, this, [this, id = draft.id]() { openDraft(id); });
        m_draftRow->addWidget(button);
    }
    m_draftRow->addStretch(1);
}

void CreatePage::refreshNodes() {
    const studio::Network* network = m_engine.network();
    QList<QuorumDiagram::Node> nodes;
    unsigned threshold = 2;
    if (network != nullptr) {
        threshold = network->threshold;
        for (const auto& node : network->nodes) {
            const auto health =
                std::find_if(m_engine.health().begin(), m_engine.health().end(),
                             [&](const studio::ServiceHealth& service) { return service.url == node.url; });
            const bool down = health != m_engine.health().end() && !health->running;
            nodes.append({toQString(node.name),
                          down ? tr("does not answer") : toQString(node.operatorName),
                          down ? QuorumDiagram::NodeState::Failed : QuorumDiagram::NodeState::Answered,
                          {}});
        }
        m_quorumNote->setText(
            isOnThisComputer(*network)
                ? tr("Who holds the keys: <b>any %1 of %2 nodes</b> open it. These nodes run on this "
                     "computer, to try "
                     "things with; for films of the world, three operators should run them.")
                      .arg(threshold)
                      .arg(nodes.size())
                : tr("Who holds the keys: <b>any %1 of %2 nodes</b> open it.")
                      .arg(threshold)
                      .arg(nodes.size()));
    } else {
        m_quorumNote->setText(tr("The key nodes are shown as soon as the network is up."));
    }
    m_quorum->setVisible(!nodes.isEmpty());
    m_quorum->setNodes(static_cast<int>(threshold), nodes);
}

void CreatePage::refreshDetails() {
    if (m_draft.id.isEmpty()) return;
    const QString name = m_draft.title.isEmpty() ? tr("Untitled film") : m_draft.title;
    m_details->header()->setTitle(name);
    m_facts->set(m_draft.film, m_film, m_cover);

    const qsizetype titleBytes = m_draft.title.toUtf8().size();
    const bool titled = titleBytes > 0 && titleBytes <= kMaxTitleBytes;
    m_title->setError(titleBytes == 0 ? tr("Every film needs a title")
                      : titled        ? QString()
                                      : tr("At most %1 bytes").arg(kMaxTitleBytes));
    const bool described = m_draft.description.toUtf8().size() <= kMaxDescription;
    m_description->setError(described ? QString() : tr("Too long"));

    m_preview->setPoster(m_cover);
    m_preview->setTitle(m_draft.title, tr("Untitled film"));
    m_preview->setDescription(m_draft.description);
    QStringList facts;
    if (m_engine.person()) facts.append(toQString(m_engine.person()->displayName));
    if (m_film) {
        facts.append(format::pictureHeight(m_film->info.video().displayHeight));
        m_preview->setDuration(format::clock(static_cast<qint64>(m_film->info.durationSeconds * 1000)));
    }
    m_preview->setFacts(facts.join(u" · "_s));
    const bool granted = m_draft.access == studio::Access::Granted;
    m_preview->setAct(tr("Watch now"),
                      granted ? tr("for people you grant · protected") : tr("free · protected"));

    const studio::Network* network = m_engine.network();
    std::size_t up = 0;
    bool gateway = network != nullptr;
    if (network != nullptr) {
        for (const auto& service : m_engine.health()) {
            if (service.name == "gateway")
                gateway = service.running;
            else if (service.running)
                ++up;
        }
        if (m_engine.health().empty()) up = network->nodes.size();
    }
    const bool ready = m_engine.readiness() == Engine::Readiness::Ready;
    const qsizetype tracks =
        m_film ? static_cast<qsizetype>(std::count_if(m_film->info.tracks.begin(), m_film->info.tracks.end(),
                                                      [](const auto& track) { return track.selected; }))
               : 0;
    QList<ReadinessList::Item> items;
    items.append(
        {u"video"_s,
         m_film ? tracks == 1 ? tr("Video checked, 1 track") : tr("Video checked, %1 tracks").arg(tracks)
                : tr("Find the video"),
         m_film != nullptr});
    items.append({u"title"_s, titled ? tr("Title and poster") : tr("Give it a title"), titled && described});
    items.append({u"access"_s, granted ? tr("Only people you grant") : tr("Free to watch"), true});
    items.append({u"identity"_s, ready ? tr("Your key is ready to sign") : tr("Unlock your key"), ready});
    if (network != nullptr)
        items.append({u"nodes"_s, tr("%1 of %2 key nodes answer").arg(up).arg(network->nodes.size()), true});
    items.append({u"network"_s, gateway ? tr("Gateway answers") : tr("Start the gateway"), gateway});
    m_readiness->setItems(items);
    const int done = m_readiness->doneCount();
    m_readyCount->setText(tr("%1 of %2").arg(done).arg(items.size()));
    m_publish->setText(m_readiness->isReady() && name.size() <= 24 ? tr("Publish %1").arg(name)
                                                                   : tr("Publish"));
    if (m_readiness->isReady()) {
        m_readyText->setText(
            m_film->info.mustTranscode()
                ? tr("It is converted and encrypted here, then about %1 are uploaded. You can go on working.")
                      .arg(format::size(m_film->info.size))
                : tr("It is encrypted here, then %1 are uploaded. You can go on working.")
                      .arg(format::size(m_film->info.size)));
        m_publish->setDisabledReason({});
    } else {
        const qsizetype open = items.size() - done;
        m_readyText->setText(open == 1 ? tr("One thing is left. Your draft is saved.")
                                       : tr("%1 things are left. Your draft is saved.").arg(open));
        m_publish->setDisabledReason(tr("Finish the list above first"));
    }
}

void CreatePage::publish() {
    if (!showsDetails() || m_engine.network() == nullptr || m_publish->isLoading() || m_window.hasSheet())
        return;
    if (!m_readiness->isReady()) return;
    save();
    const PublishSheet parts = makePublishSheet(m_draft, *m_engine.network());
    connect(parts.sheet, &Sheet::accepted, this, [this, parts]() {
        m_draft.aiTraining = parts.aiTraining->isChecked();
        m_draft.adult = parts.adult->isChecked();
        save();
        studio::PublishRequest request;
        request.film = toStdString(m_draft.film);
        request.title = toStdString(m_draft.title);
        request.description = toStdString(m_draft.description);
        request.access = m_draft.access;
        if (!m_draft.cover.isEmpty()) request.cover = toStdString(m_draft.cover);
        request.adult = m_draft.adult;
        request.aiTraining = m_draft.aiTraining;
        m_publish->setLoading(true);
        m_engine.publish(request);
    });
    m_window.openSheet(parts.sheet);
}

void CreatePage::chooseCover() {
    auto* dialog = new QFileDialog(this, tr("Choose a poster"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QImageReader reader(path);
        reader.setAutoTransform(true);
        const QImage picture = reader.read();
        if (picture.isNull()) {
            m_details->setState(
                PageState::Error,
                {tr("%1 is not a picture that Keyreel can read.").arg(QFileInfo(path).fileName()),
                 tr("Choose a PNG or a JPEG."),
                 {},
                 {}});
            return;
        }
        m_details->setState(PageState::Ready);
        m_draft.cover = path;
        m_cover = picture;
        save();
        refreshDetails();
    });
    dialog->open();
}

void CreatePage::confirmDelete() {
    auto* sheet = new Sheet(tr("Delete this draft"));
    sheet->setIcon(Icon::Trash, Tone::Error);
    sheet->setSentence(
        tr("Title, description and choices of %1 are forgotten. The video file stays where it is.")
            .arg(m_draft.title.isEmpty() ? tr("this draft") : m_draft.title));
    sheet->addAct(tr("Delete draft"), Button::Kind::DangerFill, Icon::Trash);
    sheet->addWayOut(tr("Keep it"));
    connect(sheet, &Sheet::accepted, this, [this]() {
        m_saveLater.stop();
        (void)m_drafts.remove(m_draft.id);
        m_draft = {};
        startOver();
    });
    m_window.openSheet(sheet);
}

void CreatePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && showsDetails()) {
        startOver();
        return;
    }
    QStackedWidget::keyPressEvent(event);
}

}  // namespace keyreel::ui
