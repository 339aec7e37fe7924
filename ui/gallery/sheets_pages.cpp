#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/gallery/gallery.h"
#include "ui/gallery/sheets.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/listing_preview.h"
#include "ui/widgets/quorum_diagram.h"
#include "ui/widgets/readiness_list.h"
#include "ui/widgets/stage_pipeline.h"
#include "ui/widgets/timeline_list.h"

namespace keyreel::ui {
namespace gallery {

namespace {

QString q(const char* text) {
    return QString::fromUtf8(text);
}

// The whole window with `page` at `id`, as people see it.
MainWindow* windowWith(const QString& id, QWidget* page) {
    auto* window = new MainWindow;
    const PageSpec specs[] = {
        {q("library"), q("Library"), Icon::Library, PageSpec::Place::Rail, false, {}},
        {q("create"), q("Create"), Icon::Create, PageSpec::Place::Rail, false, {}},
        {q("publish"), q("Publish"), Icon::Publish, PageSpec::Place::Rail, false, {}},
        {q("activity"), q("Activity"), Icon::Activity, PageSpec::Place::Rail, false, {}},
        {q("keys"), q("Keys & devices"), Icon::Key, PageSpec::Place::Rail, false, {}},
        {q("settings"), q("Settings"), Icon::Settings, PageSpec::Place::Foot, false, {}}};
    for (const PageSpec& spec : specs)
        window->addPage(spec, spec.id == id ? page : new QWidget);
    window->showPage(id);
    window->rail()->identityCard()->setName(q("Mara Lindqvist"));
    window->rail()->setCount(q("publish"), 5, id == q("publish") ? 1 : 0);
    return window;
}

struct Film {
    const char* title;
    BadgeSpec badge;
    const char* meta;
};

QStandardItemModel* films(QObject* parent) {
    auto* model = new QStandardItemModel(parent);
    const Film list[] = {
        {"The Salt Road", BadgeSpec::owned(), "Amina Tarek"},
        {"Hollow Lake", BadgeSpec::draft(), "Edited 10 min ago"},
        {"Night Ferry", BadgeSpec::owned(), "Jonas Rehn"},
        {"Letters from Tromsø", BadgeSpec::published(), "128 sold"},
        {"Ninety Stairs", BadgeSpec::protectedFilm(), "Not published"},
        {"Paper Cranes", BadgeSpec::published(), "Free"},
        {"Wren", BadgeSpec::needsGateway(), ""},
        {"A very long title that needs an ellipsis somewhere", BadgeSpec::owned(), "Somebody"},
        {"Signal Fires", BadgeSpec::published(), "3 copies"},
        {"Orbit 9", BadgeSpec::owned(), "Tomás Vale"},
        {"No cover here", BadgeSpec::draft(), ""},
        {"Loading", BadgeSpec{}, ""}};
    int i = 0;
    for (const Film& film : list) {
        auto* item = new QStandardItem(q(film.title));
        item->setData(q(film.title), CoverIdRole);
        if (i != 10) item->setData(sampleArt(q(film.title), {400, 600}), CoverImageRole);
        item->setData(QVariant::fromValue(film.badge), CoverBadgeRole);
        item->setData(q(film.meta), CoverMetaRole);
        item->setData(i == 6, CoverDimmedRole);
        item->setData(i == 11, CoverLoadingRole);
        item->setData(i == 2 ? 0.44 : 0.0, CoverProgressRole);
        model->appendRow(item);
        ++i;
    }
    return model;
}

PageHost* libraryPage() {
    auto* host = new PageHost(q("Library"));
    auto* search = new SearchField(q("Search titles, people, tags"));
    search->setFixedWidth(300);
    search->setKeyCaps({q("Ctrl"), q("F")});
    host->header()->addMiddle(search);
    host->header()->addAction(new Button(q("Open a link..."), Button::Kind::Secondary, Icon::Link));
    host->header()->addAction(new Button(q("Create"), Button::Kind::Primary, Icon::Plus));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(q("Continue watching"), Type::Section, Role::Text));
    head->addStretch(1);
    head->addWidget(new Button(q("See all"), Button::Kind::Link));
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    const std::tuple<const char*, const char*, double> watching[] = {
        {"The Salt Road", "51 min left · Chapter 3, Salt", 0.44},
        {"Counterpoint, Lesson 4", "18 min left", 0.57},
        {"Harbour Lights (Live)", "1 h 04 min left · Track 5", 0.22},
        {"Night Ferry", "9 min left", 0.88}};
    for (const auto& [title, meta, part] : watching) {
        auto* card = new ContinueCard;
        card->set(q(title), q(meta), sampleArt(q(title), {560, 315}), part);
        card->setDimmed(part == 0.22);
        row->addWidget(card);
    }
    column->addLayout(row);
    column->addSpacing(14);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(new Label(q("All titles"), Type::Section, Role::Text));
    auto* segments = new SegmentedControl;
    segments->setSegments({{q("all"), q("All"), Icon::None, 15},
                           {q("bought"), q("Bought"), Icon::None, 8},
                           {q("mine"), q("Mine"), Icon::None, 7}});
    tools->addWidget(segments);
    tools->addStretch(1);
    tools->addWidget(new Button(q("Filter"), Button::Kind::Ghost, Icon::Filter));
    auto* sort = new Button(q("Recently added"), Button::Kind::Ghost, Icon::Sort);
    sort->setTrailingIcon(Icon::ChevronDown);
    tools->addWidget(sort);
    segments->setAccessibleName(q("Show"));
    auto* view = new SegmentedControl;
    view->setAccessibleName(q("View"));
    view->setSegments({{q("grid"), QString(), Icon::Grid, -1}, {q("list"), QString(), Icon::List, -1}});
    tools->addWidget(view);
    column->addLayout(tools);
    auto* grid = new CoverGrid;
    grid->setGrowing(true);
    grid->setModel(films(grid));
    column->addWidget(grid);
    host->setContent(content);
    return host;
}

QList<QuorumDiagram::Node> someNodes() {
    using S = QuorumDiagram::NodeState;
    return {{q("Helsinki"), q("Nordic Film Archive"), S::Answered, q("84 ms")},
            {q("Lisbon"), q("Cinemateca Tejo"), S::Answered, q("121 ms")},
            {q("Montréal"), q("Open Reel Co-op"), S::Idle, {}}};
}

}  // namespace

QWidget* sheetLibrary() {
    return windowWith(q("library"), libraryPage());
}

QWidget* sheetCreate() {
    auto* host = new PageHost(q("Hollow Lake"));
    host->header()->setBackVisible(true);
    host->header()->setLine(q("Draft"));
    auto* preview = new Button(q("Preview"), Button::Kind::Secondary, Icon::Play);
    host->header()->addAction(preview);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* facts = new Card;
    auto* name = new Label(q("hollow-lake-master.mov"), Type::Strong, Role::Text);
    facts->body()->addWidget(name);
    auto* stats = new QHBoxLayout;
    stats->setSpacing(20);
    const std::pair<const char*, const char*> values[] = {
        {"18:42", "Length"},       {"3840 × 2160", "Picture"}, {"24 fps", "Frame rate"},
        {"30.0 Mb/s", "Bit rate"}, {"4.21 GB", "Size"},        {"Rec. 709, 10-bit", "Colour"}};
    for (const auto& [value, label] : values)
        stats->addWidget(new Stat(q(value), q(label)));
    stats->addStretch(1);
    facts->body()->addLayout(stats);
    column->addWidget(facts);
    auto* details = new Card;
    details->addTitle(q("Details"));
    auto* two = new QHBoxLayout;
    two->setSpacing(16);
    auto* title = new Field(q("Title"));
    title->setPlaceholder(q("Name your film"));
    title->setError(q("Every film needs a title"));
    auto* text = new TextAreaField(q("Description"), 2000);
    text->setText(q("A ferryman keeps his last promise on the morning the lake is sold."));
    two->addWidget(title, 1, Qt::AlignTop);
    two->addWidget(text, 1);
    details->body()->addLayout(two);
    column->addWidget(details);
    auto* access = new Card;
    access->addTitle(q("Access"));
    auto* tiles = new AccessGroup;
    tiles->addTile(q("free"), Icon::Heart, q("Free"), q("Anyone with the link"));
    tiles->addTile(q("granted"), Icon::People, q("Only people I choose"), q("You grant each of them"));
    tiles->setCurrent(q("free"));
    access->body()->addWidget(tiles);
    column->addWidget(access);
    auto* protection = new Card;
    protection->addTitle(q("Protection"));
    protection->body()->addWidget(
        new Label(q("Who holds the keys: <b>any 2 of 3 nodes</b> open it"), Type::Small, Role::Text2));
    auto* diagram = new QuorumDiagram;
    diagram->setNodes(2, someNodes());
    protection->body()->addWidget(diagram);
    auto* seven = new QuorumDiagram;
    using S = QuorumDiagram::NodeState;
    seven->setNodes(4, {{q("Helsinki"), q("answered in 84 ms"), S::Answered, {}},
                        {q("Lisbon"), q("asking ..."), S::Asking, {}},
                        {q("Montréal"), q("no answer for 10 s"), S::Failed, {}},
                        {q("Oslo"), q("not needed"), S::Idle, {}},
                        {q("Turku"), q("not needed"), S::Idle, {}},
                        {q("Porto"), q("asking ..."), S::Asking, {}},
                        {q("Reykjavík"), q("answered in 140 ms"), S::Answered, {}}});
    auto* both = new QHBoxLayout;
    both->addWidget(seven);
    protection->body()->addLayout(both);
    column->addWidget(protection);
    host->setContent(content);
    auto* side = new QWidget;
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(12);
    auto* listing = new ListingPreview;
    listing->setPoster(sampleArt(q("Hollow Lake"), {700, 408}));
    listing->setDuration(q("18:42"));
    listing->setTitle(QString(), q("Untitled film"));
    listing->setFacts(q("Mara Lindqvist · 1080p · English, Svenska subtitles"));
    listing->setDescription(
        q("A ferryman keeps his last promise on the morning the lake is sold. Shot over one winter in North "
          "Karelia."));
    listing->setAct(q("Watch free"), q("protected"));
    sideColumn->addWidget(listing);
    auto* ready = new Card;
    auto* head = ready->addTitle(q("Ready to publish"));
    head->addWidget(new DigitsLabel(q("3 of 6"), Type::Small, Role::Text3));
    auto* list = new ReadinessList;
    list->setItems({{q("video"), q("Video checked, 5 tracks"), true},
                    {q("title"), q("Give it a title"), false},
                    {q("access"), q("Choose who can watch"), false},
                    {q("nodes"), q("3 of 3 key nodes answer"), true},
                    {q("gateway"), q("Gateway answers"), true}});
    ready->body()->addWidget(list);
    ready->body()->addStretch(1);
    auto* hint =
        new Label(q("Two things are left. Your draft is saved, so you can finish it whenever you like."),
                  Type::Small, Role::Text3);
    hint->setWordWrap(true);
    ready->body()->addWidget(hint);
    auto* publish = new Button(q("Publish"), Button::Kind::Primary);
    publish->setSize(Button::Size::Hero);
    publish->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    publish->setDisabledReason(q("Two things are left"));
    ready->body()->addWidget(publish);
    sideColumn->addWidget(ready, 1);
    host->setPinnedSide(side);
    return windowWith(q("create"), host);
}

QWidget* sheetDropZones() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(28, 24, 28, 24);
    grid->setSpacing(16);
    DropZone* zones[4] = {new DropZone, new DropZone, new DropZone, new DropZone};
    zones[1]->setDragOver(q("tide-study-02.mp4"), q("6.84 GB · MP4"));
    zones[2]->setReading(q("tide-study-02.mp4"), q("Reading tracks"));
    zones[3]->setRefused(
        q("clip.avi has no video track that Keyreel can read (Cinepak). Export it as MP4, MOV or MKV."));
    for (int i = 0; i < 4; ++i)
        grid->addWidget(zones[i], i / 2, i % 2);
    return page;
}

QWidget* sheetPublish() {
    auto* host = new PageHost(q("Publish"));
    host->header()->setLine(q("2 running · 1 paused · 1 needs you · 1 waiting"));
    host->header()->addAction(new Button(q("Pause all"), Button::Kind::Secondary, Icon::Pause));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const auto job = [column](const char* title, const char* meta) {
        auto* card = new JobCard;
        card->setTitle(q(title));
        card->setMeta(q(meta));
        card->setStill(sampleArt(q(title), {320, 180}));
        column->addWidget(card);
        return card;
    };
    const auto done = [](JobCard* card, int until, std::initializer_list<const char*> numbers) {
        int i = 0;
        for (const char* n : numbers) {
            if (i < until) card->pipeline()->setStage(i, {StageState::Done, 1, q(n), {}});
            ++i;
        }
    };
    auto* running = job("Hollow Lake", "Free · 1080p + 3 more · 1.70 GB");
    running->setState(JobCard::State::Running, q("Published in about 0:50"));
    done(running, 3, {"0:04", "12:40", "Any 2 of 3"});
    running->pipeline()->setStage(StagePipeline::Upload,
                                  {StageState::Running, 0.41, q("41 % · 24.6 MB/s · 0:41"), {}});
    running->pipeline()->setStage(StagePipeline::Mint,
                                  {StageState::NotBegun, 0, q("Creates its record"), {}});
    auto* failed = job("Second Sun", "Only people I choose · 3.10 GB");
    failed->setState(JobCard::State::Failed);
    failed->setFailure(q("The upload stopped at 1.92 GB."),
                       q("films.northlight.example closed the connection twice. Your film is safe here; "
                         "Retry goes on from 1.92 GB."));
    done(failed, 3, {"0:05", "10:52", "Any 2 of 3"});
    failed->pipeline()->setStage(StagePipeline::Upload,
                                 {StageState::Failed, 0.62, q("1.92 of 3.10 GB kept"), {}});
    auto* package = job("Low Tide", "Free · about 1.4 GB");
    package->setState(JobCard::State::Running, q("Published in about 3:10"));
    done(package, 1, {"0:09"});
    package->pipeline()->setStage(StagePipeline::Encrypt,
                                  {StageState::Running, 0.57, q("57 % · 84 fps · 1:58"), {}});
    auto* paused = job("Ninety Stairs", "Free · 3.58 GB");
    paused->setState(JobCard::State::Paused, q("Paused by you"));
    done(paused, 1, {"0:07"});
    paused->pipeline()->setStage(StagePipeline::Encrypt, {StageState::Paused, 0.68, q("Paused at 68 %"), {}});
    auto* waiting = job("Harbour Lights", "Free · 2.20 GB");
    waiting->setState(JobCard::State::Waiting, q("Waiting for the gateway"));
    done(waiting, 3, {"0:05", "10:52", "Any 2 of 3"});
    waiting->pipeline()->setStage(StagePipeline::Upload,
                                  {StageState::Waiting, 0.41, q("41 %, 0.70 GB kept"), {}});
    auto* queued = job("Signal Fires", "New version");
    queued->setState(JobCard::State::Queued, q("Starts after Low Tide"));
    auto* published = job("Paper Cranes", "6 min 41 s, 1.18 GB");
    published->setState(JobCard::State::Published, q("Published 14:02"));
    host->setContent(content);
    MainWindow* window = windowWith(q("publish"), host);
    window->toasts()->setLifetime(3600000);
    window->toasts()->show(q("Kiln Days is published"), Icon::Check, q("Copy link"), [] {});
    return window;
}

QWidget* sheetActivity() {
    auto* host = new PageHost(q("Activity"));
    host->header()->setLine(q("Everything this computer did with your keys"));
    host->header()->addAction(new Button(q("Export..."), Button::Kind::Secondary, Icon::Download));
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(28, 0, 28, 28);
    row->setSpacing(20);
    auto* card = new Card;
    card->body()->setContentsMargins(1, 14, 1, 1);
    auto* list = new TimelineList;
    auto* model = new QStandardItemModel(list);
    struct Record {
        const char* sentence;
        const char* detail;
        Icon icon;
        Tone tone;
        const char* number;
        const char* seal;
        const char* time;
    };
    const Record records[] = {
        {"Today, 20 November", nullptr, Icon::None, Tone::Neutral, "", "", ""},
        {"Gateway stopped answering", "films.northlight.example · the upload of Hollow Lake waits",
         Icon::Offline, Tone::Warn, "No. 4,321", "e07b…41", "14:22"},
        {"Publishing started: Hollow Lake", "Free", Icon::Publish, Tone::Accent, "No. 4,320", "5c19…d8",
         "14:08"},
        {"Published: Paper Cranes", "Free · record 18,204 in the rights log", Icon::Check, Tone::Ok,
         "No. 4,319", "b3a2…07", "14:02"},
        {"Opened: The Salt Road", "0.19 s · Helsinki and Lisbon answered, Montréal not needed", Icon::Key,
         Tone::Accent, "No. 4,318", "f61d…9c", "13:20"},
        {"Refused a changed part: Wren", "Part 88 of 214 did not match · fetched again, then it matched",
         Icon::BrokenPart, Tone::Error, "No. 4,317", "07e4…b2", "13:05"},
        {"Yesterday, 19 November", nullptr, Icon::None, Tone::Neutral, "", "", ""},
        {"Closed: Night Ferry", "Keys wiped after 1 h 12 min", Icon::Lock, Tone::Neutral, "No. 4,316",
         "91cc…3e", "21:47"},
        {"Record 4,315 does not follow 4,314", "Export the records before you go on", Icon::Warning,
         Tone::Error, "No. 4,315", "2ab8…f0", "20:35"},
        {"Link opened: Harbour Lights (Live)", "From Saint Osla", Icon::Link, Tone::Neutral, "No. 4,314",
         "38d7…e1", "08:54"}};
    for (const Record& r : records) {
        auto* item = new QStandardItem(q(r.sentence));
        item->setData(r.detail ? q(r.detail) : QString(), TimelineDetailRole);
        item->setData(int(r.icon), TimelineIconRole);
        item->setData(int(r.tone), TimelineToneRole);
        item->setData(q(r.number), TimelineNumberRole);
        item->setData(q(r.seal), TimelineSealRole);
        item->setData(q(r.time), TimelineTimeRole);
        item->setData(!r.detail, TimelineHeadingRole);
        item->setData(q(r.number) == q("No. 4,315"), TimelineBrokenRole);
        model->appendRow(item);
    }
    list->setModel(model);
    list->setCurrentIndex(model->index(4, 0));
    card->body()->addWidget(list);
    row->addWidget(card, 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(16);
    auto* verify = new Card;
    verify->setFixedWidth(360);
    verify->addTitle(q("Verify"))->addWidget(new Label(q("today, 14:23"), Type::Small, Role::Text3));
    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(new IconTile(Icon::ShieldCheck, Tone::Ok, 52));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(q("Nothing was changed"), Type::Section, Role::Text));
    words->addWidget(new Label(q("All 4,321 records follow from each other"), Type::Small, Role::Text2));
    head->addLayout(words, 1);
    verify->body()->addLayout(head);
    auto* table = new KeyValueTable;
    table->setRow(q("First record"), q("12 Mar 2026, 10:02"));
    table->setRow(q("Newest record"), q("today, 14:22"));
    table->setRow(q("Newest seal"), q("e07b5f3c91c407d35f2a91c4e07b5f3c91c407d35f2a91c49d41"));
    table->setRow(q("Received digest"), q("c08e 52d7 19f6 ... a4e0"), Tone::Error);
    verify->body()->addWidget(table);
    auto* acts = new QHBoxLayout;
    auto* again = new Button(q("Verify again"), Button::Kind::Primary, Icon::ShieldCheck);
    again->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    acts->addWidget(again);
    acts->addWidget(new Button(q("Save proof..."), Button::Kind::Secondary, Icon::Download));
    verify->body()->addLayout(acts);
    side->addWidget(verify);
    auto* log = new Card;
    log->setFixedWidth(360);
    auto* logHead = log->addTitle(q("Rights log"));
    logHead->addWidget(new StatusLine(q("All copies agree"), Tone::Ok));
    auto* nodes = new Label(q("Who owns what is kept in one public log. Five copies were compared."),
                            Type::Small, Role::Text3);
    nodes->setWordWrap(true);
    log->body()->addWidget(nodes);
    side->addWidget(log);
    side->addStretch(1);
    row->addLayout(side);
    host->setContent(content, PageHost::Fit::Own);
    return windowWith(q("activity"), host);
}

QWidget* sheetEmpty() {
    auto* host = new PageHost(q("Library"));
    host->header()->addAction(new Button(q("Open a link..."), Button::Kind::Secondary, Icon::Link));
    host->setContent(new QWidget);
    host->setState(PageState::Empty, {q("Your library is empty"),
                                      q("Films you publish and films you are given live here.\nDrop a video "
                                        "anywhere in this window, or open a film link."),
                                      q("Create from a video"), q("Open a link...")});
    host->emptyState()->setFootnote(
        q("Just looking? <a href=\"sample\">Publish the 20-second sample</a> and see every step. It takes "
          "about a minute."));
    return windowWith(q("library"), host);
}

QWidget* sheetPublishSheet() {
    MainWindow* window = windowWith(q("library"), libraryPage());
    auto* sheet = new Sheet(q("Publish Hollow Lake"), 620);
    sheet->setSentence(q("Check once. You can change the text later; the record stays."));
    auto* facts = new FactList;
    facts->addFact(Icon::Globe, q("Published at"), q("films.northlight.example"))
        ->addWidget(new Button(q("Change"), Button::Kind::Link));
    facts->addFact(Icon::Heart, q("Access"), q("Free"));
    facts->addFact(Icon::Key, q("Keys"), q("any 2 of 3: Helsinki, Lisbon, Montréal"));
    sheet->body()->addWidget(facts);
    sheet->body()->addWidget(new SettingRow(q("May be used to train AI"),
                                            q("Off: to watch, not to train. Viewers see this."),
                                            new Toggle(q("May be used to train AI"))));
    auto* tick = new CheckTile(q("I made this film, or I may publish it."),
                               q("Your signature under this sentence becomes part of its record."));
    tick->setChecked(true);
    sheet->body()->addWidget(tick);
    sheet->addAct(q("Sign and publish"), Button::Kind::Primary, Icon::Pencil);
    sheet->addWayOut(q("Back"));
    sheet->setNote(q("Public from now on: title, your name and the access"));
    window->resize(1280, 800);
    window->openSheet(sheet);
    return window;
}

QWidget* sheetHealth() {
    auto* host = libraryPage();
    host->setState(PageState::Offline,
                   {q("No answer from films.northlight.example since 14:22."),
                    q("Films that are open keep playing. Opening another one waits for the gateway."),
                    q("Try now"), q("See what works")});
    MainWindow* window = windowWith(q("library"), host);
    window->rail()->identityCard()->setHealth(q("Offline"), Tone::Warn);
    window->health()->setEntries(
        {{q("Gateway: no answer"),
          q("films.northlight.example, 4 tries. Publishing and opening protected films wait for it."),
          Tone::Error},
         {q("Key nodes: 3 of 3 answer"), q("Helsinki 41, Lisbon 63, Montréal 118 ms"), Tone::Ok},
         {q("Keyring: unlocked"), q("Device key ready"), Tone::Ok},
         {q("On this computer"), q("Drafts, packaging, your own originals, and films that are already open"),
          Tone::Ok}},
        q("14:23"));
    window->resize(1280, 800);
    window->rail()->identityCard()->click();
    return window;
}

QWidget* sheetShortcuts() {
    MainWindow* window = windowWith(q("library"), libraryPage());
    window->resize(1280, 800);
    const std::pair<const char*, QStringList> keys[] = {{"Play, pause", {q("Space")}},
                                                        {"Back, forward 5 s", {q("←"), q("→")}},
                                                        {"Louder, quieter", {q("↑"), q("↓")}},
                                                        {"Full screen", {q("F")}},
                                                        {"Subtitles", {q("V")}},
                                                        {"Mute", {q("M")}}};
    for (const auto& [what, caps] : keys)
        window->addShortcutHelp(q("Player"), q(what), caps);
    window->showShortcuts();
    return window;
}

}  // namespace gallery

QList<GallerySheet> gallerySheets() {
    const auto name = [](const char* text) { return QString::fromLatin1(text); };
    return {{name("buttons"), {1280, 960}, &gallery::sheetButtons},
            {name("forms"), {1100, 860}, &gallery::sheetForms},
            {name("library"), {1440, 900}, &gallery::sheetLibrary},
            {name("library-narrow"), {1020, 700}, &gallery::sheetLibrary},
            {name("create"), {1440, 900}, &gallery::sheetCreate},
            {name("drop"), {1280, 800}, &gallery::sheetDropZones},
            {name("publish"), {1440, 1000}, &gallery::sheetPublish},
            {name("player"), {1440, 900}, &gallery::sheetPlayer},
            {name("player-menus"), {1440, 900}, &gallery::sheetPlayerMenus},
            {name("activity"), {1440, 900}, &gallery::sheetActivity},
            {name("empty"), {1440, 900}, &gallery::sheetEmpty},
            {name("sheet"), {1280, 800}, &gallery::sheetPublishSheet},
            {name("health"), {1280, 800}, &gallery::sheetHealth},
            {name("shortcuts"), {1280, 800}, &gallery::sheetShortcuts}};
}

}  // namespace keyreel::ui
