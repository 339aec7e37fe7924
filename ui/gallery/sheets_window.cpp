#include "ui/gallery/sheets_window.h"
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include "ui/gallery/gallery.h"
#include "ui/gallery/sheets.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace gallery {

namespace {

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

}  // namespace

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

}  // namespace gallery
}  // namespace keyreel::ui
