#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include "ui/gallery/gallery.h"
#include "ui/gallery/sheets.h"
#include "ui/gallery/sheets_window.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stage_pipeline.h"
#include "ui/widgets/timeline_list.h"

namespace keyreel::ui {
namespace gallery {

QWidget* sheetLibrary() {
    return windowWith(q("library"), libraryPage());
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
