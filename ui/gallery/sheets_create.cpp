#include <QHBoxLayout>
#include <QVBoxLayout>
#include "ui/gallery/gallery.h"
#include "ui/gallery/sheets.h"
#include "ui/gallery/sheets_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/listing_preview.h"
#include "ui/widgets/quorum_diagram.h"
#include "ui/widgets/readiness_list.h"

namespace keyreel::ui {
namespace gallery {

namespace {

QList<QuorumDiagram::Node> someNodes() {
    using S = QuorumDiagram::NodeState;
    return {{q("Helsinki"), q("Nordic Film Archive"), S::Answered, q("84 ms")},
            {q("Lisbon"), q("Cinemateca Tejo"), S::Answered, q("121 ms")},
            {q("Montréal"), q("Open Reel Co-op"), S::Idle, {}}};
}

}  // namespace

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

}  // namespace gallery
}  // namespace keyreel::ui
