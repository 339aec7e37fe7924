#include "ui/pages/library_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/error_text.h"
#include "ui/models/formats.h"
#include "ui/models/offline_films.h"
#include "ui/models/trash.h"
#include "ui/pages/keeping_bar.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

LibraryPage::LibraryPage(Engine& engine, LibraryModel& model, Trash& trash, OfflineFilms& offline,
                         SettingsTable* settings, QWidget* parent)
    : PageHost(tr("Library"), parent),
      m_engine(engine),
      m_model(model),
      m_trash(trash),
      m_offline(offline),
      m_filter(new LibraryFilter(this)),
      m_settings(settings) {
    setObjectName(u"library"_s);
    m_filter->setSourceModel(&m_model);
    m_filter->setDynamicSortFilter(true);

    m_search = new SearchField(tr("Search titles, people, tags"));
    m_search->setObjectName(u"library.search"_s);
    m_search->setMinimumWidth(300);
    header()->addMiddle(m_search);
    m_trashButton = new Button({}, Button::Kind::Ghost, Icon::Trash);
    m_trashButton->setObjectName(u"library.trash"_s);
    m_trashButton->setToolTip(tr("What was removed in the last 30 days"));
    connect(m_trashButton, &QPushButton::clicked, this, &LibraryPage::trashRequested);
    connect(&m_trash, &Trash::changed, this, &LibraryPage::followTrash);
    header()->addAction(m_trashButton);
    auto* link = new Button(tr("Open a link..."), Button::Kind::Secondary, Icon::Link);
    link->setObjectName(u"library.openLink"_s);
    connect(link, &QPushButton::clicked, this, &LibraryPage::openLinkRequested);
    header()->addAction(link);
    m_create = new Button(tr("Create"), Button::Kind::Primary, Icon::Plus);
    m_create->setObjectName(u"library.create"_s);
    connect(m_create, &QPushButton::clicked, this, &LibraryPage::createRequested);
    header()->addAction(m_create);

    setContent(makeContent());
    setLoadingWords(tr("Waiting for the library of this profile"));

    auto* empty = new EmptyState;
    empty->setObjectName(u"library.empty"_s);
    empty->setArt(EmptyState::Art::Covers);
    empty->setText(tr("Your library is empty"),
                   tr("Films you publish and films you open live here.\n"
                      "Drop a video anywhere in this window, or open a film link."));
    m_first = empty->addAction(tr("Create from a video"), Icon::Plus, true);
    m_first->setObjectName(u"library.empty.create"_s);
    connect(m_first, &QPushButton::clicked, this, &LibraryPage::createRequested);
    auto* second = empty->addAction(tr("Open a link..."), Icon::Link, false);
    second->setObjectName(u"library.empty.openLink"_s);
    connect(second, &QPushButton::clicked, this, &LibraryPage::openLinkRequested);
    empty->setFootnote(
        tr("Just looking? <a href=\"sample\">Publish the 20-second sample</a> and see every step. "
           "It takes about a minute."));
    connect(empty, &EmptyState::footnoteActivated, this, &LibraryPage::sampleRequested);
    setStateWidget(PageState::Empty, empty);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setSearch(text);
        refreshMatches();
    });
    connect(&m_offline, &OfflineFilms::changed, this, &LibraryPage::followKept);
    connect(&m_engine, &Engine::libraryChanged, this, &LibraryPage::follow);
    connect(&m_engine, &Engine::readinessChanged, this, &LibraryPage::follow);
    connect(&m_model, &LibraryModel::stillChanged, this, [this](const QString& film) {
        if (std::find(m_continueLinks.begin(), m_continueLinks.end(), film) != m_continueLinks.end())
            refreshContinue();
    });
    connect(this, &PageHost::stateAction, this, [this](PageState state, const QString& act) {
        if (state == PageState::Locked && act == u"primary"_s) Q_EMIT unlockRequested();
        if (state != PageState::Locked && act == u"primary"_s) m_engine.start();
    });
    follow();
}

QWidget* LibraryPage::makeContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);

    m_continueBox = new QWidget;
    auto* begun = new QVBoxLayout(m_continueBox);
    begun->setContentsMargins(0, 0, 0, 8);
    begun->setSpacing(12);
    begun->addWidget(new Label(tr("Continue watching"), Type::Section, Role::Text));
    auto* cards = new QHBoxLayout;
    cards->setSpacing(20);
    for (int i = 0; i < kContinue; ++i) {
        auto* card = new ContinueCard;
        card->setObjectName(u"library.continue.%1"_s.arg(i));
        connect(card, &QAbstractButton::clicked, this,
                [this, i]() { Q_EMIT playRequested(m_continueLinks[static_cast<std::size_t>(i)]); });
        auto kept = card->sizePolicy();
        kept.setRetainSizeWhenHidden(true);
        card->setSizePolicy(kept);
        cards->addWidget(card, 1);
        m_continue[static_cast<std::size_t>(i)] = card;
    }
    begun->addLayout(cards);
    column->addWidget(m_continueBox);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(12);
    m_titles = new Label(tr("All titles"), Type::Section, Role::Text);
    bar->addWidget(m_titles);
    m_tools = new QWidget;
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(12);
    bar->addWidget(m_tools, 1);
    m_chosen = makeChosenBar();
    bar->addWidget(m_chosen, 1);
    m_kinds = new SegmentedControl;
    m_kinds->setObjectName(u"library.filter"_s);
    m_kinds->setAccessibleName(tr("Which titles"));
    m_kinds->setSegments({{u"all"_s, tr("All"), Icon::None, 0},
                          {u"opened"_s, tr("Opened"), Icon::None, 0},
                          {u"mine"_s, tr("Mine"), Icon::None, 0}});
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this]() {
        m_filter->setKind(m_kinds->currentId());
        refreshMatches();
    });
    tools->addWidget(m_kinds);
    tools->addStretch(1);
    m_tag = new Select;
    m_tag->setObjectName(u"library.tag"_s);
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->hide();
    connect(m_tag, &QComboBox::currentIndexChanged, this, [this]() {
        m_filter->setTag(m_tag->currentData().toString());
        refreshMatches();
    });
    tools->addWidget(m_tag);
    m_order = new Select;
    m_order->setObjectName(u"library.sort"_s);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Recently added"), u"added"_s);
    m_order->addItem(tr("Title"), u"title"_s);
    m_order->addItem(tr("Recently watched"), u"watched"_s);
    tools->addWidget(m_order);
    m_layout = new SegmentedControl;
    m_layout->setObjectName(u"library.layout"_s);
    m_layout->setAccessibleName(tr("Layout"));
    m_layout->setSegments({{u"grid"_s, {}, Icon::Grid, -1}, {u"list"_s, {}, Icon::List, -1}});
    tools->addWidget(m_layout);
    column->addLayout(bar);
    column->addWidget(new KeepingBar(m_offline, m_model));

    m_grid = new CoverGrid;
    m_grid->setObjectName(u"library.covers"_s);
    m_grid->setAccessibleName(tr("Titles"));
    m_grid->setGrowing(true);
    m_grid->setModel(m_filter);
    connect(m_grid, &CoverGrid::coverSizeChanged, &m_model, &LibraryModel::setCoverSize);
    column->addWidget(m_grid);
    m_noMatch = new EmptyState;
    m_noMatch->setArt(EmptyState::Art::Tile, Icon::Search);
    auto* clear = m_noMatch->addAction(tr("Clear search"), Icon::Close, false);
    connect(clear, &QPushButton::clicked, m_search, &QLineEdit::clear);
    m_noMatch->hide();
    column->addWidget(m_noMatch);
    column->addStretch(1);

    const QString sort = m_settings ? m_settings->librarySort() : u"added"_s;
    m_order->setCurrentIndex(std::max(0, m_order->findData(sort)));
    m_filter->setOrder(m_order->currentData().toString());
    connect(m_order, &QComboBox::currentIndexChanged, this, [this]() {
        const QString word = m_order->currentData().toString();
        m_filter->setOrder(word);
        if (m_settings) m_settings->setLibrarySort(word);
    });
    const bool list = m_settings && m_settings->libraryAsList();
    m_layout->setCurrent(list ? 1 : 0);
    m_grid->setListMode(list);
    connect(m_layout, &SegmentedControl::currentChanged, this, [this](int index) {
        m_grid->setListMode(index == 1);
        if (m_settings) m_settings->setLibraryAsList(index == 1);
    });
    const auto linkOf = [](const QModelIndex& index) {
        return index.data(LibraryModel::LinkRole).toString();
    };
    connect(m_grid, &CoverGrid::openRequested, this,
            [this, linkOf](const QModelIndex& index) { Q_EMIT filmRequested(linkOf(index)); });
    connect(m_grid, &CoverGrid::playRequested, this,
            [this, linkOf](const QModelIndex& index) { Q_EMIT playRequested(linkOf(index)); });
    connect(m_grid, &CoverGrid::moreRequested, this,
            [this, linkOf](const QModelIndex& index, const QPoint& at) { showMenu(linkOf(index), at); });
    connect(m_grid, &CoverGrid::removeRequested, this, [this, linkOf](const QModelIndex& index) {
        if (m_grid->chosen().isEmpty())
            m_trash.throwAwayFilm(linkOf(index));
        else
            removeChosen();
    });
    connect(m_grid, &CoverGrid::chosenChanged, this, &LibraryPage::followChosen);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LibraryPage::followChosen);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LibraryPage::followChosen);
    followTrash();
    return content;
}

QWidget* LibraryPage::makeChosenBar() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_chosenCount = new Label({}, Type::Strong, Role::Text);
    m_chosenCount->setObjectName(u"library.chosen"_s);
    row->addWidget(m_chosenCount);
    row->addStretch(1);
    const auto add = [&](const QString& name, const QString& words, Icon icon, auto act) {
        auto* button = new Button(words, Button::Kind::Secondary, icon);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    add(u"library.chosen.play"_s, tr("Play"), Icon::Play,
        [this]() { Q_EMIT playSeveralRequested(chosenLinks()); });
    m_keepChosen = add(u"library.chosen.keep"_s, tr("Keep for offline"), Icon::Download,
                       [this]() { m_offline.takeSeveral(chosenLinks()); });
    add(u"library.chosen.copy"_s, tr("Copy links"), Icon::Copy, [this]() { copyChosen(); });
    add(u"library.chosen.remove"_s, tr("Move to trash"), Icon::Trash, [this]() { removeChosen(); });
    auto* none = Button::iconOnly(Icon::Close, tr("Choose none"));
    none->setObjectName(u"library.chosen.none"_s);
    connect(none, &QPushButton::clicked, this, [this]() { m_grid->clearSelection(); });
    row->addWidget(none);
    bar->hide();
    return bar;
}

QStringList LibraryPage::chosenLinks() const {
    QStringList links;
    for (const QModelIndex& index : m_grid->chosen())
        links.append(index.data(LibraryModel::LinkRole).toString());
    return links;
}

void LibraryPage::followChosen() {
    const auto count = static_cast<int>(m_grid->chosen().size());
    m_chosenCount->setText(count == 1 ? tr("1 chosen") : tr("%1 chosen").arg(count));
    const bool any = count > 0;
    // The grid keeps the focus that a hidden button would drop.
    if (!any && m_chosen->isAncestorOf(window()->focusWidget())) m_grid->setFocus(Qt::OtherFocusReason);
    m_titles->setVisible(!any);
    m_tools->setVisible(!any);
    m_chosen->setVisible(any);
}

void LibraryPage::copyChosen() {
    const QStringList links = chosenLinks();
    QGuiApplication::clipboard()->setText(links.join(u'\n'));
    Q_EMIT linksCopied(static_cast<int>(links.size()));
}

void LibraryPage::removeChosen() {
    const QStringList links = chosenLinks();
    m_grid->clearSelection();
    m_trash.throwAwayFilms(links);
}

void LibraryPage::showMenu(const QString& link, const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(makeIcon(Icon::Play), tr("Play")), &QAction::triggered, this,
            [this, link]() { Q_EMIT playRequested(link); });
    connect(menu->addAction(makeIcon(Icon::Info), tr("Show its page")), &QAction::triggered, this,
            [this, link]() { Q_EMIT filmRequested(link); });
    connect(menu->addAction(makeIcon(Icon::Trash), tr("Move to trash")), &QAction::triggered, this,
            [this, link]() { m_trash.throwAwayFilm(link); });
    menu->popup(at);
}

void LibraryPage::followTrash() {
    m_trashButton->setText(tr("Trash (%1)").arg(m_trash.count()));
    m_trashButton->setVisible(m_trash.count() > 0);
}

void LibraryPage::setFindKeys(const QStringList& caps) {
    m_search->setKeyCaps(caps);
}

void LibraryPage::followKept() {
    QSet<QString> kept;
    for (const auto& lease : m_offline.leases())
        if (!lease.ended) kept.insert(toQString(lease.link));
    m_model.setKept(kept);
    refreshContinue();
}

void LibraryPage::find() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPage::setEntries(const std::vector<studio::LibraryEntry>& entries) {
    // Whoever stands on a film with the keyboard stays on it.
    const QString chosen = m_grid->currentIndex().data(LibraryModel::LinkRole).toString();
    const QStringList several = chosenLinks();
    m_model.setEntries(entries);
    for (int i = 0; i < m_filter->rowCount() && !several.isEmpty(); ++i)
        if (const QModelIndex index = m_filter->index(i, 0);
            several.contains(index.data(LibraryModel::LinkRole).toString()))
            m_grid->selectionModel()->select(index, QItemSelectionModel::Select);
    int row = m_grid->hasFocus() && m_filter->rowCount() > 0 ? 0 : -1;
    for (int i = 0; i < m_filter->rowCount() && !chosen.isEmpty(); ++i)
        if (m_filter->index(i, 0).data(LibraryModel::LinkRole).toString() == chosen) row = i;
    if (row >= 0) m_grid->setCurrentIndex(m_filter->index(row, 0));
}

void LibraryPage::follow() {
    const auto& entries = m_engine.library();
    setEntries(entries);
    const auto mine = std::count_if(entries.begin(), entries.end(),
                                    [](const auto& entry) { return entry.role == studio::Role::Mine; });
    refreshTags();
    m_kinds->setCount(0, static_cast<int>(entries.size()));
    m_kinds->setCount(1, static_cast<int>(entries.size()) - static_cast<int>(mine));
    m_kinds->setCount(2, static_cast<int>(mine));
    refreshMatches();
    // One primary act per view: the empty state has its own.
    m_create->setKind(entries.empty() ? Button::Kind::Secondary : Button::Kind::Primary);

    const Engine::Readiness readiness = m_engine.readiness();
    const Sentence words = sentenceOf(m_engine.problem());
    using enum Engine::Readiness;
    m_model.setDimmed(readiness == NetworkDown || readiness == Busy);
    m_keepChosen->setDisabledReason(readiness == Ready ? QString() : tr("Waits until the network is up"));
    refreshContinue();
    if (readiness == Starting) {
        setState(entries.empty() ? PageState::Loading : PageState::Ready);
    } else if (readiness == Locked) {
        setState(PageState::Locked, {words.fact, words.next, tr("Unlock"), {}});
    } else if (readiness == NoKeyring) {
        setState(PageState::NoKeyring, {words.fact, words.next, tr("Try again"), {}});
    } else if (readiness == Denied) {
        setState(PageState::Denied, {words.fact, words.next, tr("Try again"), {}});
    } else if (readiness == Busy) {
        setState(PageState::Error, {words.fact, words.next, tr("Try again"), {}});
    } else if (readiness == NetworkDown) {
        setState(PageState::Offline, {words.fact, words.next, tr("Try now"), {}});
    } else if (const Error* damage = m_engine.libraryProblem()) {
        const Sentence what = sentenceOf(*damage);
        setState(PageState::Error, {what.fact, what.next, tr("Try again"), {}});
    } else {
        setState(entries.empty() ? PageState::Empty : PageState::Ready);
    }
}

void LibraryPage::refreshTags() {
    const QStringList tags = m_model.tags();
    const QString chosen = m_tag->currentData().toString();
    const QSignalBlocker quiet(m_tag);
    m_tag->clear();
    m_tag->addItem(tr("Any tag"), QString());
    for (const QString& tag : tags)
        m_tag->addItem(tag, tag);
    m_tag->setCurrentIndex(std::max(0, m_tag->findData(chosen)));
    m_filter->setTag(m_tag->currentData().toString());
    m_tag->setVisible(!tags.isEmpty());
}

void LibraryPage::refreshContinue() {
    std::vector<const studio::LibraryEntry*> begun;
    for (const auto& entry : m_model.entries())
        if (entry.positionMs > 0 && entry.positionMs < entry.durationMs) begun.push_back(&entry);
    std::sort(begun.begin(), begun.end(),
              [](const auto* a, const auto* b) { return a->lastOpened > b->lastOpened; });
    m_continueBox->setVisible(!begun.empty());
    for (std::size_t i = 0; i < m_continue.size(); ++i) {
        m_continue[i]->setVisible(i < begun.size());
        if (i >= begun.size()) continue;
        const auto& entry = *begun[i];
        m_continueLinks[i] = toQString(entry.link);
        m_continue[i]->setDimmed(m_model.isDimmed(m_continueLinks[i]));
        m_continue[i]->set(toQString(entry.title),
                           format::left(static_cast<qint64>(entry.durationMs - entry.positionMs)),
                           m_model.still(m_continueLinks[i]),
                           static_cast<double>(entry.positionMs) / static_cast<double>(entry.durationMs));
    }
}

void LibraryPage::refreshMatches() {
    const bool none = m_filter->rowCount() == 0 && !m_model.entries().empty();
    m_grid->setVisible(!none);
    m_noMatch->setVisible(none);
    if (none)
        m_noMatch->setText(m_search->text().isEmpty() ? tr("Nothing here yet")
                                                      : tr("Nothing called '%1'").arg(m_search->text()),
                           tr("Other titles are still there."));
}

void LibraryPage::showEvent(QShowEvent* event) {
    PageHost::showEvent(event);
    // Not the search field: letters are keys of the window until somebody asks to find.
    if (m_grid->isVisible())
        m_grid->setFocus(Qt::OtherFocusReason);
    else if (m_first->isVisible())
        m_first->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::resizeEvent(QResizeEvent* event) {
    PageHost::resizeEvent(event);
    m_search->setMinimumWidth(event->size().width() > 900 ? 300 : 230);
}

}  // namespace keyreel::ui
